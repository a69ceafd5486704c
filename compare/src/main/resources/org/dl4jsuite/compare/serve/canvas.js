// The paper: strokes by mouse, finger, pen or keys, dark ink on white.

const PIXELS = 112; // of the picture's side, four for one of MNIST's: more would take the server longer, and show no more
const SIDE = 448; // of the drawing on the screen
const BRUSH = 36; // its width, a bit more than two of MNIST's pixels when a digit fills the paper
const STEP = 16; // that an arrow key moves the cursor by

export class Paper {
  constructor(canvas, changed) {
    this.canvas = canvas;
    this.changed = changed;
    this.cursor = { x: SIDE / 2, y: SIDE / 4 };
    this.down = false;
    this.screen = context(canvas, SIDE);
    this.brush = context(document.createElement("canvas"), SIDE); // what is drawn, without the cursor
    this.brush.lineWidth = BRUSH;
    this.brush.lineCap = "round";
    this.brush.lineJoin = "round";
    this.small = context(document.createElement("canvas"), PIXELS);
    this.small.imageSmoothingQuality = "high";
    this.clear();
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(end, () => (this.last = null));
    }
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("focus", () => this.show());
    canvas.addEventListener("blur", () => this.lift());
  }

  clear() {
    this.brush.fillStyle = "#ffffff";
    this.brush.fillRect(0, 0, SIDE, SIDE);
    this.empty = true;
    this.down = false;
    this.show();
  }

  /** The bytes of a PNG file. */
  picture() {
    this.small.drawImage(this.brush.canvas, 0, 0, PIXELS, PIXELS);
    const text = atob(this.small.canvas.toDataURL("image/png").split(",")[1]);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }

  begin(event) {
    if (event.button === 0) {
      this.canvas.setPointerCapture(event.pointerId);
      this.last = this.place(event);
      this.line(this.last, this.last, event.timeStamp);
    }
  }

  move(event) {
    if (!this.last) {
      return;
    }
    for (const part of event.getCoalescedEvents?.() ?? [event]) {
      const next = this.place(part);
      this.line(this.last, next, event.timeStamp);
      this.last = next;
    }
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) * SIDE) / box.width,
      y: ((event.clientY - box.top) * SIDE) / box.height,
    };
  }

  key(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key in moves) {
      const before = { ...this.cursor };
      const [right, below] = moves[event.key];
      this.cursor.x = Math.min(SIDE, Math.max(0, before.x + STEP * right));
      this.cursor.y = Math.min(SIDE, Math.max(0, before.y + STEP * below));
      if (this.down) {
        this.line(before, this.cursor, event.timeStamp);
      }
    } else if (event.key === " ") {
      this.down = !this.down;
      if (this.down) {
        this.line(this.cursor, this.cursor, event.timeStamp);
      }
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.clear();
      this.changed(event.timeStamp);
    } else {
      return;
    }
    event.preventDefault();
    this.show();
  }

  lift() {
    this.down = false;
    this.show();
  }

  line(from, to, time) {
    this.brush.strokeStyle = "#000000";
    this.brush.beginPath();
    this.brush.moveTo(from.x, from.y);
    this.brush.lineTo(to.x, to.y);
    this.brush.stroke();
    this.empty = false;
    this.show();
    this.changed(time);
  }

  show() {
    this.screen.drawImage(this.brush.canvas, 0, 0);
    if (this.canvas.matches(":focus-visible")) {
      this.screen.beginPath();
      this.screen.arc(this.cursor.x, this.cursor.y, BRUSH / 2, 0, 2 * Math.PI);
      this.screen.lineWidth = this.down ? 8 : 4;
      this.screen.strokeStyle = "#1b5fae";
      this.screen.stroke();
    }
  }
}

function context(canvas, side) {
  canvas.width = side;
  canvas.height = side;
  return canvas.getContext("2d", { willReadFrequently: true });
}
