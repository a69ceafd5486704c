// Draws every chart of the page: the data of each lie, as JSON, in data-chart; how they look is said here.
(() => {
  'use strict';

  // Each style is a colour of the style sheet, and how lines and points of it are drawn. Sizes differ, so that points on
  // the same spot can all be seen.
  const NETWORKS = {
    scratch: { symbol: 'emptyCircle', size: 17, line: 'solid' },
    'scratch-float': { symbol: 'emptyRect', size: 14, line: 'dashed' },
    'scratch-fast': { symbol: 'emptyTriangle', size: 11, line: 'dashed' },
    'scratch-fast-plain': { symbol: 'emptyRect', size: 9, line: 'dotted' },
    dl4j: { symbol: 'diamond', size: 11, line: 'dashed' },
    'dl4j-float': { symbol: 'triangle', size: 6, line: 'dotted' },
    'dl4j-stock': { symbol: 'rect', size: 7, line: 'dotted' },
    other: { symbol: 'pin', size: 12, line: 'solid' },
  };
  const OTHERS = {
    tolerance: { color: 'muted', symbol: 'none', line: 'dashed' },
    drift: { color: 'scratch-fast', symbol: 'emptyTriangle', size: 9, line: 'dotted' },
    difference: { color: 'accent', symbol: 'circle', size: 9, line: 'solid' },
    ceiling: { color: 'muted', symbol: 'none', line: 'solid' },
    'ceiling-update': { color: 'muted', symbol: 'none', line: 'dashed' },
    printed: { color: 'ink', symbol: 'diamond', size: 11, points: true },
  };
  const COLORS = ['accent', 'scratch-fast', 'dl4j', 'dl4j-stock', 'dl4j-float', 'scratch-float', 'other'];
  const BAD = 'var(--bad)';
  const INK = 'var(--ink)';
  const MUTED = 'var(--muted)';
  const RULE = 'var(--rule)';
  const TEXT = 13;
  // ECharts measures text outside the page and cannot inherit the style sheet's font.
  const FONT = getComputedStyle(document.body).fontFamily;

  const SUPERSCRIPTS = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
  const FORMATS = {
    count: (value) => value.toLocaleString('en'),
    difference: (value) => value.toExponential(1),
    loss: (value) => value.toPrecision(4),
    percent: (value) => value.toFixed(2) + '\u00a0%',
    significant: (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 }),
  };
  const powerOfTen = (exponent) => '10' + [...String(exponent)].map((character) => SUPERSCRIPTS[character]).join('');

  function style(name) {
    const number = Number(name);
    const drawn =
      number > 0
        ? {
            color: COLORS[(number - 1) % COLORS.length],
            symbol: 'circle',
            size: 6,
            line: number > COLORS.length ? 'dashed' : 'solid',
          }
        : (OTHERS[name] ?? { color: name, ...NETWORKS[name] });
    return { ...drawn, color: `var(--${drawn.color})` };
  }

  // ECharts rounds the ticks of its own logarithmic axis to ten decimals, so small numbers are drawn by their exponents.
  const place = (axis, value) =>
    value === null ? null : axis.scale === 'EXPONENT' ? (value > 0 ? Math.log10(value) : null) : value;

  function axis(data, values) {
    const type = { LOG: 'log', LOG2: 'log', CATEGORY: 'category' }[data.scale] ?? 'value';
    const options = {
      type,
      name: data.name,
      nameTextStyle: { color: MUTED, fontSize: TEXT },
      // the font again: ECharts makes room for these labels without looking at the option's text style
      axisLabel: { color: MUTED, fontSize: TEXT, fontFamily: FONT, lineHeight: 17, hideOverlap: true },
      axisLine: { lineStyle: { color: RULE } },
      axisTick: { lineStyle: { color: RULE } },
      splitLine: { lineStyle: { color: RULE } },
    };
    if (type === 'category') options.data = data.categories;
    if (data.scale === 'LOG2') options.logBase = 2;
    if (type === 'log') options.axisLabel.formatter = FORMATS[data.format];
    if (data.scale === 'EXPONENT') {
      options.minInterval = 1;
      options.axisLabel.formatter = powerOfTen;
    }
    if (values.length > 0) {
      // ECharts looks only at a line's points, and leaves out a whisker that does not fit
      options.min = Math.floor(Math.min(...values));
      options.max = Math.ceil(Math.max(...values));
    }
    if (data.min !== null) options.min = data.min;
    if (data.max !== null) options.max = data.max;
    return options;
  }

  const xAxis = (data) => ({ ...axis(data, []), nameLocation: 'middle', nameGap: 34 });

  function yAxis(data, values) {
    const options = { ...axis(data, values), nameLocation: 'end', nameGap: 14, scale: true };
    options.nameTextStyle.align = 'left'; // leftwards from the axis the name would leave the picture
    return options;
  }

  function whiskers(points, look, ends) {
    const data = points.filter((point) => point.low !== null && point.high !== null).map(ends);
    return {
      silent: true,
      symbol: ['rect', 'rect'],
      symbolSize: [9, 2],
      label: { show: false },
      lineStyle: { color: look.color, type: look.line, width: 2 },
      data,
    };
  }

  function line(chart, series) {
    const look = style(series.style);
    const scattered = look.points || (chart.kind === 'POINTS' && series.style in NETWORKS);
    return {
      type: scattered ? 'scatter' : 'line',
      name: series.name,
      color: look.color,
      symbol: look.symbol,
      symbolSize: scattered ? Math.max(9, look.size) : look.size,
      showAllSymbol: true,
      connectNulls: chart.x.scale === 'CATEGORY',
      lineStyle: { width: 2, type: look.line, color: look.color },
      itemStyle: { color: look.color },
      emphasis: { disabled: true }, // ECharts cannot brighten a colour that is a variable
      markLine: whiskers(series.points, look, (point) => [
        { coord: [point.x, point.low] },
        { coord: [point.x, point.high] },
      ]),
      data: series.points.map((point) => ({
        value: [point.x, place(chart.y, point.y)],
        itemStyle: point.bad ? { color: BAD } : undefined,
      })),
    };
  }

  function lines(chart, width) {
    const names = chart.series.map((series) => series.name);
    const vertical = Math.max(...names.map((name) => name.length)) > 28;
    const lengths = names.map((name) => 64 + 7.5 * name.length);
    const rows = vertical ? names.length : Math.ceil(lengths.reduce((sum, length) => sum + length, 0) / width);
    const top = 48 + 23 * rows;
    const withWhiskers = chart.series.flatMap((series) => series.points).filter((point) => point.low !== null);
    const values =
      withWhiskers.length === 0
        ? []
        : chart.series.flatMap((s) => s.points.flatMap((p) => [p.y, p.low ?? p.y, p.high ?? p.y]));
    const format = FORMATS[chart.y.format];
    const tooltip = (value) => {
      const y = Array.isArray(value) ? value[1] : value;
      return y === null || y === undefined ? '–' : format(chart.y.scale === 'EXPONENT' ? 10 ** y : y);
    };
    return {
      height: 300 + top,
      grid: { left: 8, right: 28, top, bottom: 40, containLabel: true },
      legend: {
        type: 'plain',
        left: 0,
        top: 0,
        itemWidth: 34,
        orient: vertical ? 'vertical' : 'horizontal',
        inactiveColor: RULE,
        textStyle: { color: INK, fontSize: TEXT },
      },
      tooltip: {
        trigger: chart.kind === 'POINTS' ? 'item' : 'axis',
        confine: true,
        backgroundColor: 'var(--panel)',
        borderColor: RULE,
        textStyle: { color: INK, fontSize: TEXT },
        axisPointer: { lineStyle: { color: MUTED }, label: { precision: 0 } },
        valueFormatter: tooltip,
      },
      xAxis: {
        ...xAxis(chart.x),
        ...(chart.x.scale === 'LOG' && chart.kind === 'LINES' ? { min: 1 } : {}),
        axisPointer: { label: { formatter: ({ value }) => `${chart.x.name}: ${value.toLocaleString('en')}` } },
      },
      yAxis: yAxis(chart.y, values),
      series: chart.series.map((series) => line(chart, series)),
    };
  }

  function bars(chart) {
    const looks = chart.series.map((series) => style(series.style));
    const points = chart.series.map((series) => series.points[0]);
    const y = yAxis(chart.y, []);
    return {
      height: 68 + 52 * points.length,
      grid: { left: 8, right: 64, top: 4, bottom: 40, containLabel: true },
      xAxis: { ...xAxis(chart.x), min: 0 },
      yAxis: {
        ...y,
        inverse: true,
        axisLabel: { ...y.axisLabel, color: INK, interval: 0 },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          barWidth: '52%',
          silent: true,
          markLine: whiskers(points, { color: INK, line: 'solid' }, (point) => [
            { coord: [point.low, point.x] },
            { coord: [point.high, point.x] },
          ]),
          data: points.map((point, i) => ({ value: point.y, itemStyle: { color: looks[i].color } })),
        },
        // points without a body, at the whiskers' ends, carry the figures: on the bars they would cover the whiskers
        {
          type: 'scatter',
          symbolSize: 1,
          silent: true,
          color: 'transparent',
          data: points.map((point) => ({
            value: [Math.max(point.high, point.y), point.x],
            label: {
              show: true,
              position: 'right',
              distance: 8,
              color: INK,
              fontSize: TEXT,
              formatter: FORMATS[chart.x.format](point.y),
            },
          })),
        },
      ],
    };
  }

  // A linear axis has a line at 0.
  function sparkline(chart) {
    const errors = chart.series.flatMap((s) => s.points.map((p) => p.y)).filter((y) => y !== null);
    const low = Math.min(...errors);
    const high = Math.max(...errors);
    const logarithmic = chart.y.scale === 'LOG';
    const axisLine = { show: !logarithmic, lineStyle: { color: RULE } };
    const hidden = { axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
    const range = logarithmic ? { min: low, max: high } : { min: Math.min(0, low), max: Math.max(0, high) };
    return {
      height: 44,
      grid: { left: 3, right: 3, top: 3, bottom: 3 },
      xAxis: { type: 'value', max: 'dataMax', axisLine, ...hidden },
      yAxis: { type: logarithmic ? 'log' : 'value', axisLine: { show: false }, ...range, ...hidden },
      series: chart.series.map((series, i) => ({
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: style(series.style).color, width: i === 0 ? 4.5 : 2.5, type: i === 0 ? 'solid' : [6, 5] },
        data: series.points.map((point) => [point.x, point.y]),
      })),
    };
  }

  const KINDS = { LINES: lines, POINTS: lines, BARS: bars, SPARKLINE: sparkline };

  for (const element of document.querySelectorAll('[data-chart]')) {
    const data = JSON.parse(element.dataset.chart);
    const options = () => ({
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: TEXT },
      ...KINDS[data.kind](data, element.clientWidth || 600),
    });
    element.style.height = options().height + 'px';
    const chart = echarts.init(element, null, { renderer: 'svg' });
    const draw = () => {
      const { height, ...option } = options();
      element.style.height = height + 'px';
      chart.resize();
      chart.setOption(option, true);
    };
    draw();
    let width = element.clientWidth;
    new ResizeObserver(() => {
      if (element.clientWidth !== width) {
        width = element.clientWidth;
        draw();
      }
    }).observe(element);
  }
})();
