/**
 * How many standards are read and scored a second on one core, and the slowest hostile text.
 * `measure(scoreStandard, corpus)` is given the bundled function, so that it runs wherever the bundle does.
 */
const LIMIT = 32_767;
const HOSTILE = [
  '(',
  '）',
  '1',
  '每',
  '每超过1%扣1分。',
  '=',
  '得分=（',
  '①',
  '1. ',
  '5%-',
  '优（90%-80%）、',
  '百分之',
];

export function measure(scoreStandard, corpus, seconds = 2) {
  const inputs = corpus.flatMap(({ indicator, points, text, formula, cases }) =>
    cases.map(({ given, profile }) => ({ indicator, points, text, formula, given, profile })),
  );
  for (const input of inputs) scoreStandard(input);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < seconds * 1000)
    for (const input of inputs) count += scoreStandard(input) ? 1 : 0;
  const perSecond = Math.round(count / ((performance.now() - start) / 1000));
  const hostile = HOSTILE.map((piece) => {
    const text = piece.repeat(Math.ceil(LIMIT / piece.length)).slice(0, LIMIT);
    const from = performance.now();
    scoreStandard({ indicator: '甲', points: 5, text });
    return { piece, ms: Math.round(performance.now() - from) };
  });
  return { perSecond, hostile: hostile.sort((a, b) => b.ms - a.ms) };
}
