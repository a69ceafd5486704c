// Sends what is drawn or loaded, one picture at a time, the newest next.

import { Paper } from "./canvas.js";
import * as views from "./views.js";

const byId = (id) => document.getElementById(id);
let network = { backQuery: false, testImages: 0 };
let current = null; // the picture that is shown: bytes
let waiting = null; // the newest picture that is not sent yet
let busy = false;
let shown = 0; // when the stages and the nodes were drawn last
const REST_MILLIS = 150; // while the user draws on, they are drawn no more often: the bars come first

async function get(path) {
  const response = await fetch(path);
  return read(response);
}

async function post(path, body) {
  const response = await fetch(path, { method: "POST", body });
  return read(response);
}

async function read(response) {
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

/** Has a picture read, asked for at a path; `since` is when the user drew or chose it. */
async function recognise(path, picture, since) {
  waiting = { path, picture, since };
  if (busy) {
    return;
  }
  busy = true;
  while (waiting) {
    const next = waiting;
    waiting = null;
    await show(next);
  }
  busy = false;
}

async function show({ path, picture, since }) {
  current = picture;
  views.clearWhy();
  let answer = null;
  let sentence = "Nothing drawn yet.";
  if (picture) {
    try {
      answer = await post(path, picture());
    } catch (error) {
      sentence = error.message;
    }
  }
  if (answer?.error) {
    sentence = answer.error;
    answer = null;
  }
  views.showBars(answer);
  views.showAnswer(answer, sentence);
  if (answer) {
    performance.measure("stroke-to-bars", { start: since, end: performance.now() });
    byId("time").textContent = `From stroke to bars: ${Math.round(performance.now() - since)} ms.`;
  }
  if (!waiting || performance.now() - shown > REST_MILLIS) {
    views.showStages(answer);
    views.showInside(answer, network);
    shown = performance.now();
  }
}

const paper = new Paper(byId("paper"), (time) => {
  views.showPicture(null, "");
  recognise("/api/draw", paper.empty ? null : () => paper.picture(), time);
});

async function load(index) {
  byId("test-image").value = index;
  try {
    const digit = await get(`/api/test-images/${index}`);
    const text = atob(digit.picture.split(",")[1]);
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    paper.clear();
    byId("label").value = digit.label;
    views.showPicture(digit.picture, `Test image ${index}, a ${digit.label}`);
    await recognise("/api/recognise", () => bytes, performance.now());
  } catch (error) {
    views.showAnswer(null, error.message);
  }
}

byId("clear").addEventListener("click", () => {
  paper.clear();
  views.showPicture(null, "");
  recognise("/api/draw", null, performance.now());
});
byId("load").addEventListener("click", () => load(Number(byId("test-image").value)));
byId("file").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    paper.clear();
    views.showPicture(URL.createObjectURL(file), file.name);
    await recognise("/api/recognise", () => bytes, performance.now());
  }
});
byId("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!current) {
    views.clearWhy("Draw or load a digit first.");
    return;
  }
  try {
    views.showWhy(await post(`/api/why?label=${byId("label").value}`, current()));
  } catch (error) {
    views.clearWhy(error.message);
  }
});

views.prepare();
views.showBars(null);
network = await get("/api/network");
byId("network").textContent = network.description;
byId("test-image").max = network.testImages - 1;
views.showMistakes(await get("/api/mistakes"), (index) => {
  load(index);
  byId("draw").scrollIntoView();
});
