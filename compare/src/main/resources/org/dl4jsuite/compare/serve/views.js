// Draws what the server answers. Every text is set as text, never as HTML.

const DIGITS = [...Array(10).keys()];
const byId = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function picture(source, alt, size) {
  return element("img", { src: source, alt, width: size, height: size });
}

const kept = new Map(); // pictures of the network, which stay the same: asked for once

function keptPicture(source, alt, size) {
  if (!kept.has(source)) {
    kept.set(source, picture(source, alt, size));
  }
  return kept.get(source);
}

function card(image, ...lines) {
  return element("li", {}, image, ...lines.map((line) => element("div", {}, element("span", { textContent: line }))));
}

function number(value) {
  return value.toFixed(4);
}

const rows = DIGITS.map((digit) => {
  const cells = ["scratch", "dl4j"].map((side) => {
    const bar = element("span", { className: "bar " + side });
    const text = element("span", { textContent: "–" });
    return { bar, text, cell: element("td", {}, bar, text) };
  });
  const heading = element("th", { scope: "row", textContent: digit });
  return { cells, row: element("tr", {}, heading, ...cells.map((part) => part.cell)) };
});

export function prepare() {
  byId("outputs").append(...rows.map((row) => row.row));
  byId("label").append(...DIGITS.map((digit) => element("option", { value: digit, textContent: digit })));
}

export function showBars(answer) {
  rows.forEach(({ cells, row }, digit) => {
    row.className = answer && digit === answer.answer ? "best" : "";
    [answer?.scratch, answer?.dl4j].forEach((outputs, side) => {
      const value = outputs ? outputs[digit] : 0;
      cells[side].bar.style.width = 100 * value + "%";
      cells[side].text.textContent = outputs ? number(value) : "–";
    });
  });
}

export function showAnswer(answer, sentence) {
  const said = answer ? `It is read as ${answer.answer}.` : sentence;
  if (byId("answer").textContent !== said) {
    byId("answer").textContent = said;
  }
  const size = answer ? `Read ${answer.form}, ${answer.width} × ${answer.height} pixels. ` : "";
  byId("doubt").textContent = size + (answer?.doubt ?? "");
}

export function showStages(answer) {
  const stages = answer ? answer.stages : [];
  byId("stages").replaceChildren(...stages.map((stage) => card(picture(stage.picture, "", 84), stage.title)));
}

export function showInside(answer, network) {
  const hidden = answer ? answer.hidden : [];
  const strip = byId("hidden");
  if (strip.childElementCount !== hidden.length) {
    strip.replaceChildren(...hidden.map(() => element("span")));
  }
  hidden.forEach((activation, node) => {
    strip.children[node].style.opacity = Math.max(0.06, Math.min(1, Math.abs(activation)));
  });
  const firing = hidden.filter((activation) => activation > 0.5).length;
  strip.ariaLabel = answer ? `${firing} of ${hidden.length} hidden nodes fire above one half.` : "No hidden node fires yet.";
  byId("hidden-difference").textContent = hidden.length
    ? `${firing} of ${hidden.length} nodes fire above 0.5. Largest difference to DL4J's: ${answer.hiddenMaxDifference.toExponential(1)}.`
    : "";
  const nodes = answer ? answer.firing : [];
  byId("firing").replaceChildren(
    ...nodes.map((node) =>
      card(
        keptPicture(`/api/nodes/${node.node}`, `weights of hidden node ${node.node}`, 84),
        `node ${node.node}`,
        `fires ${number(node.activation)}`,
        node.adds === null ? "" : `adds ${node.adds > 0 ? "+" : ""}${node.adds.toFixed(2)}`,
      ),
    ),
  );
  const sides = answer && network.backQuery ? ["scratch", "dl4j"] : [];
  byId("back-query").replaceChildren(
    ...sides.map((side) => {
      const name = side === "dl4j" ? "DL4J" : "from scratch";
      const image = keptPicture(`/api/back-query/${answer.answer}/${side}`, `label ${answer.answer} run backwards, ${name}`, 140);
      image.className = "ink";
      return card(image, `label ${answer.answer} backwards`, name);
    }),
  );
}

export function showWhy(why) {
  byId("finding").textContent = why.sentence;
  byId("steps-region").hidden = false;
  byId("steps").replaceChildren(
    ...why.steps.map((step) => {
      const forms = [step.alone, step.without].map((form) => {
        const right = form.answer === why.label;
        const text = form.answer === null ? "no ink left" : `${form.answer} ${right ? "(right)" : "(wrong)"}`;
        const cell = element("td", { className: right ? "good" : "" });
        if (form.picture) {
          const image = picture(form.picture, "", 56);
          image.className = "ink";
          cell.append(image);
        }
        cell.append(text);
        return cell;
      });
      const name = step.action + (step.step === why.cause ? " – the cause" : "");
      const heading = element("th", { scope: "row", textContent: name });
      return element("tr", { className: step.step === why.cause ? "cause" : "" }, heading, ...forms);
    }),
  );
  byId("push").hidden = !why.push;
  if (why.push) {
    const { from, to, maxDifference } = why.push;
    byId("push-title").textContent = `Pixels that push from ${from} towards ${to}`;
    byId("pushes").replaceChildren(
      card(picture(why.push.scratch, `pushes from ${from} towards ${to}, from scratch`, 140), "from scratch"),
      card(picture(why.push.dl4j, `pushes from ${from} towards ${to}, DL4J`, 140), "DL4J"),
    );
    byId("push-difference").textContent = `Largest difference of the two, relative to the largest push: ${maxDifference.toExponential(1)}.`;
  }
}

export function clearWhy(sentence = "") {
  byId("finding").textContent = sentence;
  byId("steps-region").hidden = true;
  byId("push").hidden = true;
}

export function showMistakes(mistakes, choose) {
  byId("worst").replaceChildren(
    ...mistakes.map((mistake) => {
      const image = picture(mistake.picture, `test image ${mistake.index}`, 84);
      const button = element("button", { type: "button" }, image, `${mistake.label} read as ${mistake.answer}`);
      button.addEventListener("click", () => choose(mistake.index));
      const sure = element("span", { className: "muted", textContent: `output ${number(mistake.output)}` });
      return element("li", {}, button, element("div", {}, sure));
    }),
  );
}

export function showPicture(source, text) {
  byId("shown").hidden = !source;
  byId("shown-picture").src = source ?? "data:,";
  byId("shown-text").textContent = text;
}
