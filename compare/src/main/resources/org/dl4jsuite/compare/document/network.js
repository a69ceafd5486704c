// Draws a network as one step changes it: links as wide as their weights, nodes as full as their activations; on the way
// back the links carry the error, in the update they show how far each weight moves. A network too large for that is drawn
// as its picture, a strip of hidden nodes and bars of outputs.
const NetworkDrawing = (() => {
  'use strict';

  const MAX_NODES = 16;
  const COLUMN = 210;
  const ROW = 80;
  const RADIUS = 29;
  const LEFT = 70;
  const IMAGE_SIDE = 28;
  const MAX_WIDTH = 9;
  const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

  function svg(name, attributes, ...children) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  const finite = (number) => (Number.isFinite(number) ? number : 0);
  const brief = (number) => (Number.isFinite(number) ? Number(number.toPrecision(3)).toString() : String(number)).replace('-', '−');
  const largest = (numbers) => Math.max(...numbers.map((number) => Math.abs(finite(number))), Number.MIN_VALUE);
  const sign = (number) => (number < 0 ? 'negative' : 'positive');

  // Layer by layer: the values of the nodes, and what the chosen phase says of them and of the links into them.
  function layersOf(quantities, example) {
    const row = (name) => {
      const rows = quantities[name]?.scratch;
      return rows?.[Math.min(example, rows.length - 1)];
    };
    const layers = [{ name: 'x', values: row('x') }];
    for (let l = 1; quantities['a' + l]; l++) {
      const before = quantities['W' + l]?.scratch;
      const after = quantities[`W${l} after`]?.scratch;
      layers.push({
        name: 'a' + SUBSCRIPTS[l],
        values: row('a' + l),
        deltas: row('delta' + l) ?? (quantities['a' + (l + 1)] ? undefined : row('error') ?? row('e')),
        biases: quantities['b' + l]?.scratch[0],
        weights: before,
        // an error goes back to nodes that have one; the inputs have none, unless they are what is learned
        carriesError: l > 1 || quantities.dparameters !== undefined,
        gradient: quantities['dW' + l]?.scratch,
        changes: before && after && after.map((weights, j) => weights.map((weight, i) => weight - before[j][i])),
        weightsAfter: after,
      });
    }
    layers[layers.length - 1].targets = row('t');
    return layers;
  }

  const isDrawable = (layers) =>
    layers.every((layer) => layer.values && layer.values.length <= MAX_NODES) &&
    layers.slice(1).every((layer) => layer.weights?.length === layer.values.length);

  function link(from, to, width, className, title) {
    return svg(
      'path',
      {
        d: `M${from.x + RADIUS} ${from.y}C${(from.x + to.x) / 2} ${from.y} ${(from.x + to.x) / 2} ${to.y} ${to.x - RADIUS} ${to.y}`,
        class: 'link ' + className,
        'stroke-width': width.toFixed(2),
      },
      svg('title', {}, title),
    );
  }

  function links(layers, l, phase, places) {
    const layer = layers[l];
    const shown = phase === 'update' && layer.weightsAfter ? layer.weightsAfter : layer.weights;
    const size = largest(layer.weights.flat());
    const change = layer.changes && largest(layer.changes.flat());
    const error = layer.deltas && layer.weights.map((row, j) => row.map((weight) => layer.deltas[j] * weight));
    const flows = phase === 'back' && (layer.carriesError ? error : layer.gradient);
    const flow = flows && largest(flows.flat());
    const drawn = [];
    shown.forEach((row, j) =>
      row.forEach((weight, i) => {
        const [from, to] = [places[l - 1][i], places[l][j]];
        const name = `W${SUBSCRIPTS[l]} from ${layers[l - 1].name} ${i + 1} to ${layer.name} ${j + 1}: ${weight}`;
        if (phase === 'update' && layer.changes) {
          const moved = layer.changes[j][i];
          drawn.push(link(from, to, 4 + (Math.abs(finite(moved)) / change) * 14, 'change', `${name}, changed by ${moved}`));
        }
        if (flows) {
          const sent = flows[j][i];
          const width = 0.75 + (Math.abs(finite(sent)) / flow) * MAX_WIDTH;
          drawn.push(link(from, to, width, sign(sent), `${layer.carriesError ? 'error sent back' : 'dE/dW'}: ${sent}`));
        } else {
          const width = 0.75 + (Math.abs(finite(weight)) / size) * MAX_WIDTH;
          drawn.push(link(from, to, width, sign(weight), name));
        }
      }),
    );
    return drawn;
  }

  function node(layer, i, place, phase, size) {
    const back = phase === 'back' && layer.deltas;
    const number = back ? layer.deltas[i] : layer.values[i];
    const disc = Math.sqrt(Math.abs(finite(number)) / size) * (RADIUS - 3);
    const parts = [
      svg('circle', { cx: place.x, cy: place.y, r: RADIUS, class: 'node' }),
      svg('circle', { cx: place.x, cy: place.y, r: disc.toFixed(2), class: `disc ${sign(number)}` }),
      svg('text', { x: place.x, y: place.y + 4 }, brief(number)),
      svg('title', {}, `${back ? 'δ' : layer.name} ${i + 1}: ${number}`),
    ];
    if (layer.targets && phase !== 'forward') {
      parts.push(svg('text', { x: place.x + RADIUS + 8, y: place.y + 4, class: 'aside' }, `target ${brief(layer.targets[i])}`));
    }
    if (layer.biases) {
      parts.push(svg('text', { x: place.x, y: place.y + RADIUS + 13, class: 'aside middle' }, `b ${brief(layer.biases[i])}`));
    }
    return svg('g', {}, ...parts);
  }

  function drawNodes(layers, phase) {
    const most = Math.max(...layers.map((layer) => layer.values.length));
    const [width, height] = [2 * LEFT + COLUMN * (layers.length - 1) + 60, ROW * most + 34];
    const places = layers.map((layer, l) =>
      layer.values.map((_, i) => ({ x: LEFT + COLUMN * l, y: 30 + ROW * (i + 0.5 + (most - layer.values.length) / 2) })),
    );
    const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, style: `max-width: ${width}px` });
    layers.slice(1).forEach((_, k) => drawing.append(...links(layers, k + 1, phase, places)));
    layers.forEach((layer, l) => {
      const back = phase === 'back' && layer.deltas;
      const size = largest(back ? layer.deltas : [...layer.values, 1]);
      drawing.append(svg('text', { x: places[l][0].x, y: 16, class: 'aside middle' }, back ? `δ${SUBSCRIPTS[l]}` : layer.name));
      layer.values.forEach((_, i) => drawing.append(node(layer, i, places[l][i], phase, size)));
    });
    return drawing;
  }

  function picture(values, size) {
    const cell = size / IMAGE_SIDE;
    return values.map((ink, k) =>
      svg('rect', {
        x: ((k % IMAGE_SIDE) * cell).toFixed(1),
        y: (20 + Math.floor(k / IMAGE_SIDE) * cell).toFixed(1),
        width: cell.toFixed(1),
        height: cell.toFixed(1),
        class: 'ink',
        'fill-opacity': Math.max(0, ink - 0.01).toFixed(2),
      }),
    );
  }

  function strip(values, x, name) {
    const across = 10;
    const size = largest(values);
    return values.map((number, k) =>
      svg(
        'rect',
        {
          x: x + (k % across) * 14,
          y: 20 + Math.floor(k / across) * 11,
          width: 12,
          height: 9,
          class: `disc ${sign(number)}`,
          'fill-opacity': (Math.abs(finite(number)) / size).toFixed(2),
        },
        svg('title', {}, `${name} ${k + 1}: ${number}`),
      ),
    );
  }

  function bars(values, targets, x) {
    const size = largest(values);
    const target = targets.indexOf(Math.max(...targets));
    return values.flatMap((number, k) => [
      svg('text', { x, y: 32 + k * 20, class: 'aside' }, `${k}${k === target ? ' ◀' : ''}`),
      svg(
        'rect',
        {
          x: x + 32,
          y: 22 + k * 20,
          width: ((Math.abs(finite(number)) / size) * 150).toFixed(1),
          height: 12,
          class: `disc ${sign(number)}`,
        },
        svg('title', {}, `output ${k}: ${number}`),
      ),
      svg('text', { x: x + 190, y: 32 + k * 20, class: 'aside' }, brief(number)),
    ]);
  }

  function drawLarge(layers, phase) {
    const [input, hidden, output] = layers;
    const back = phase === 'back';
    const drawing = svg('svg', { viewBox: '0 0 680 250', style: 'max-width: 680px' });
    drawing.append(
      svg('text', { x: 0, y: 12, class: 'aside' }, 'x, the image'),
      ...picture(input.values, 196),
      svg('text', { x: 230, y: 12, class: 'aside' }, back ? 'δ₁, hidden nodes' : 'a₁, hidden nodes'),
      ...strip(back ? hidden.deltas : hidden.values, 230, back ? 'δ₁' : 'a₁'),
      svg('text', { x: 410, y: 12, class: 'aside' }, back ? 'δ₂, outputs' : 'a₂, outputs; ◀ the label'),
      ...bars(back ? output.deltas : output.values, output.targets, 410),
    );
    return drawing;
  }

  const isImage = (layers) => layers.length === 3 && layers[0].values?.length === IMAGE_SIDE * IMAGE_SIDE;

  function words(layers, phase) {
    const shape = layers.map((layer) => layer.values?.length).join('-');
    const outputs = layers[layers.length - 1].values.map(brief).join(', ');
    return `Network ${shape} in the phase ${phase}: outputs ${outputs}.`;
  }

  const LEGENDS = {
    forward: 'Solid blue links are positive weights, dashed orange ones negative; width is size. A disc is as large as its activation.',
    error: 'The outputs beside their targets.',
    back: 'On the way back: discs are as large as dE/dz, links as wide as the error that they carry, those from the inputs as their dE/dW; dashed orange is negative.',
    update: 'The weights after the step. The pale band behind a link is as wide as its change.',
  };

  // Fills the figure with the network of one step; hides it if the step has no network.
  function draw(figure, quantities, phase, example) {
    const layers = layersOf(quantities, example);
    const drawable = layers.length > 1 && isDrawable(layers);
    figure.hidden = !drawable && !isImage(layers);
    if (figure.hidden) {
      return;
    }
    const drawing = drawable ? drawNodes(layers, phase) : drawLarge(layers, phase);
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', words(layers, phase));
    const caption = document.createElement('figcaption');
    const links = layers.slice(1).reduce((sum, layer, l) => sum + layer.values.length * layers[l].values.length, 0);
    caption.textContent = drawable
      ? LEGENDS[phase]
      : `${links.toLocaleString('en')} links are too many to draw. Shown instead: the image, the hidden nodes and the outputs` +
        (phase === 'back' ? ', each by its dE/dz; orange is negative.' : '; the darker, the larger.');
    figure.replaceChildren(drawing, caption);
  }

  return { draw };
})();
