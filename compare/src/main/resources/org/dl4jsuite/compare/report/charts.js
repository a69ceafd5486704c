// Draws every chart of the page; the option of each lies, as JSON, in a script element with data-chart="id".
(() => {
  'use strict';

  const SUPERSCRIPTS = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
  const known = (format) => (value) => (value === null || value === undefined || Number.isNaN(value) ? '–' : format(value));

  // JSON has no functions: an option names the one it wants as "@name".
  const FORMATS = {
    '@count': known((value) => value.toLocaleString('en')),
    '@fromExponent': known((exponent) => (10 ** exponent).toExponential(1)),
    '@loss': known((value) => value.toPrecision(4)),
    '@percent': known((value) => value.toFixed(2) + '\u00a0%'),
    '@powerOfTen': known((exponent) => '10' + [...String(exponent)].map((character) => SUPERSCRIPTS[character]).join('')),
    '@significant': known((value) => value.toLocaleString('en', { maximumSignificantDigits: 3 })),
  };

  const withFormats = (key, value) => (typeof value === 'string' && value in FORMATS ? FORMATS[value] : value);

  for (const script of document.querySelectorAll('script[data-chart]')) {
    const place = document.getElementById(script.dataset.chart);
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(JSON.parse(script.textContent, withFormats));
    new ResizeObserver(() => chart.resize()).observe(place);
  }
})();
