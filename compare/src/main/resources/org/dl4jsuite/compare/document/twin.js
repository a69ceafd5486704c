// Steps through the runs of a page's twin code: the numbers of both sides lie in the page as JSON, as suite lesson --trace
// --json writes them. Nothing is computed here but how far two numbers are apart.
(() => {
  'use strict';

  const twin = document.querySelector('[data-twin]');
  const part = (name) => twin.querySelector(`[data-show="${name}"]`);
  const control = (name) => twin.querySelector(`[data-control="${name}"]`);
  const runs = [...twin.querySelectorAll('script[data-run]')].map((script) => ({
    id: script.dataset.run,
    command: script.dataset.command,
    trace: JSON.parse(script.textContent).trace,
  }));
  const phases = [...twin.querySelectorAll('button[data-phase]')].map((button) => button.dataset.phase);
  const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
  const SYMBOLS = { delta: 'δ', error: '∂E/∂a', up: 'E(w + step)', down: 'E(w − step)' };
  const MAX_COLUMNS = 12;

  // What is shown: a run, the place of a step in its trace, a phase and an example.
  const state = { run: 0, step: 0, phase: 0, example: 0 };
  const step = () => runs[state.run].trace[state.step];

  function symbol(name) {
    const [word, ...rest] = name.split(' ');
    const [, derivative, letters, layer] = /^(d(?=[Wbp]))?([A-Za-z]+)(\d?)$/.exec(word);
    const letter = (SYMBOLS[letters] ?? letters) + (layer && SUBSCRIPTS[layer]);
    return [derivative ? '∂E/∂' + letter : letter, ...rest].join(' ');
  }

  const bits = new DataView(new ArrayBuffer(8));
  function ordinal(number) {
    bits.setFloat64(0, Math.abs(number));
    const size = bits.getBigInt64(0);
    return number < 0 ? -size : size;
  }

  // How many doubles lie between two, as Java counts them.
  function ulps(a, b) {
    if (a === b) {
      return 0;
    }
    if (typeof a !== 'number' || typeof b !== 'number') {
      return Infinity;
    }
    const distance = ordinal(a) - ordinal(b);
    return Number(distance < 0n ? -distance : distance);
  }

  const count = (number) => (number === 'Infinity' || number === Infinity ? 'any number of' : number.toLocaleString('en', { maximumSignificantDigits: 3 }));

  function shown(number) {
    if (typeof number !== 'number' || control('digits').checked || Number.isInteger(number)) {
      return String(number).replace('-', '−');
    }
    const size = Math.abs(number);
    const text = size >= 1e-4 && size < 1e6 ? number.toFixed(size < 1000 ? 6 : 2) : number.toExponential(4);
    return text.replaceAll('-', '−');
  }

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  function value(name, number, twinNumber, isDl4j) {
    const cell = element(name, { 'data-value': number, title: number }, shown(number));
    const distance = ulps(number, twinNumber);
    if (isDl4j && distance > 0) {
      cell.className = 'differs';
      cell.title = `${number}: ${count(distance)} ulp from ${twinNumber}`;
      cell.prepend(element('span', { class: 'mark' }, '≠'));
    }
    return cell;
  }

  function matrix(quantity, side, name) {
    const numbers = quantity[side];
    const others = quantity[side === 'dl4j' ? 'scratch' : 'dl4j'];
    const label = `${symbol(name)}, ${side === 'dl4j' ? 'DL4J' : 'from scratch'}`;
    const cell = (tag) => (number, row, column) => value(tag, number, others[row][column], side === 'dl4j');
    if (numbers[0].length > MAX_COLUMNS) {
      const list = element('div', { class: 'flow', role: 'group', 'aria-label': label, tabindex: 0 });
      numbers.forEach((row, r) => list.append(...row.map((number, c) => cell('span')(number, r, c))));
      return list;
    }
    const body = element('tbody');
    numbers.forEach((row, r) => body.append(element('tr', {}, ...row.map((number, c) => cell('td')(number, r, c)))));
    return element('table', { class: 'values', 'aria-label': label }, body);
  }

  function caption(name, quantity) {
    const [rows, columns] = quantity.shape;
    const lines = [element('strong', {}, symbol(name)), element('span', { class: 'muted' }, `${rows} × ${columns}`)];
    if (quantity.rows) {
      const parts = `rows ${quantity.rows.join(', ')}; columns ${quantity.columns.join(', ')}`;
      lines.push(element('span', { class: 'muted' }, `shown: ${parts}`));
    }
    lines.push(
      quantity.ulps === 0
        ? element('span', { class: 'same' }, '= to the last bit')
        : element('span', { class: 'differs' }, `≠ by up to ${count(quantity.ulps)} ulp`),
    );
    return element('div', {}, ...lines);
  }

  // What is wider than its column can be scrolled by the keyboard.
  function reachable(side) {
    if (side.scrollWidth > side.clientWidth) {
      side.tabIndex = 0;
      side.setAttribute('role', 'group');
      side.setAttribute('aria-label', side.firstChild.getAttribute('aria-label'));
    }
  }

  function showNumbers() {
    twin.querySelectorAll('[data-quantity]').forEach((place) => {
      const name = place.dataset.quantity;
      const quantity = step().quantities[name];
      place.hidden = quantity === undefined;
      place.replaceChildren();
      if (quantity) {
        ['scratch', 'dl4j'].forEach((side) => {
          place.append(element('div', { class: side, 'data-side': side }, matrix(quantity, side, name)));
        });
        place.prepend(caption(name, quantity));
        place.querySelectorAll('[data-side]').forEach(reachable);
      }
    });
  }

  function status() {
    const all = Object.values(step().quantities);
    const equal = all.filter((quantity) => quantity.ulps === 0).length;
    const error = step().quantities['printed error'];
    const phase = twin.querySelector(`button[data-phase="${phases[state.phase]}"]`).textContent;
    return (
      `Iteration ${step().iteration.toLocaleString('en')}, ${phase.toLowerCase()}. Error ${shown(error.scratch[0][0])}. ` +
      `${equal} of ${all.length} quantities are equal on both sides to the last bit.`
    );
  }

  function fill(select, labels, selected) {
    select.replaceChildren(...labels.map((label, i) => element('option', { value: i }, label)));
    select.value = String(selected);
  }

  const hash = () => `#${runs[state.run].id}/${step().iteration}/${phases[state.phase]}/${state.example + 1}`;

  // A link to a step: #RUN/ITERATION/PHASE/EXAMPLE.
  function followLink() {
    const parts = /^#([\w.-]+)\/(\d+)\/(\w+)(?:\/(\d+))?$/.exec(location.hash);
    const run = parts ? runs.findIndex((each) => each.id === parts[1]) : -1;
    if (run >= 0) {
      state.run = run;
      const at = runs[run].trace.findIndex((each) => each.iteration >= Number(parts[2]));
      state.step = at < 0 ? runs[run].trace.length - 1 : at;
      state.phase = Math.max(0, phases.indexOf(parts[3]));
      state.example = Number(parts[4] ?? 1) - 1;
    }
  }

  function show() {
    const examples = step().quantities.x?.shape[0] ?? 1;
    state.example = Math.min(Math.max(0, state.example), examples - 1);
    const trace = runs[state.run].trace;
    control('run').value = runs[state.run].id;
    part('command').textContent = runs[state.run].command;
    fill(control('iteration'), trace.map((each) => each.iteration.toLocaleString('en')), state.step);
    fill(control('example'), [...Array(examples).keys()].map((row) => row + 1), state.example);
    part('examples').hidden = examples === 1;
    twin.querySelectorAll('button[data-phase]').forEach((button) => {
      button.setAttribute('aria-pressed', button.dataset.phase === phases[state.phase]);
    });
    twin.querySelectorAll('[data-rows]').forEach((rows) => {
      rows.classList.toggle('now', rows.dataset.rows === phases[state.phase]);
    });
    twin.querySelectorAll('button[data-go]').forEach((button) => {
      button.disabled = !next(button.dataset.go, Number(button.dataset.by));
    });
    showNumbers();
    NetworkDrawing.draw(part('drawing'), step().quantities, phases[state.phase], state.example);
    part('status').textContent = status();
    part('link').href = hash();
  }

  // Where a button or key leads to, or null at either end.
  function next(what, by) {
    const phase = what === 'phase' ? state.phase + by : state.phase;
    const inside = phase >= 0 && phase < phases.length;
    const to = what === 'phase' && inside ? state.step : state.step + by;
    const exists = to >= 0 && to < runs[state.run].trace.length;
    return exists ? { step: to, phase: inside ? phase : by > 0 ? 0 : phases.length - 1 } : null;
  }

  function go(changes) {
    if (changes) {
      Object.assign(state, changes);
      show();
      location.replace(hash());
    }
  }

  twin.querySelectorAll('button[data-go]').forEach((button) => {
    button.addEventListener('click', () => go(next(button.dataset.go, Number(button.dataset.by))));
  });
  twin.querySelectorAll('button[data-phase]').forEach((button, i) => {
    button.addEventListener('click', () => go({ phase: i }));
  });
  control('run').addEventListener('change', (event) => {
    go({ run: runs.findIndex((run) => run.id === event.target.value), step: 0 });
  });
  control('iteration').addEventListener('change', (event) => go({ step: Number(event.target.value) }));
  control('example').addEventListener('change', (event) => go({ example: Number(event.target.value) }));
  control('digits').addEventListener('change', show);
  document.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const isTyped = event.target.closest('select, input, .flow, [data-side][tabindex]') !== null;
    if (by && !isTyped && !event.ctrlKey && !event.altKey && !event.metaKey) {
      go(next(event.shiftKey ? 'iteration' : 'phase', by));
      event.preventDefault();
    }
  });
  addEventListener('hashchange', () => {
    if (location.hash !== hash()) {
      followLink();
      show();
    }
  });

  followLink();
  twin.querySelector('.controls').hidden = false;
  show();
})();
