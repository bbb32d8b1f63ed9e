/**
 * How many standards are read and scored a second on one core, and the slowest hostile text.
 * `measure(scoreStandard, corpus)` is given the bundled function, so that it runs wherever the bundle does.
 */
const LIMIT = 32_767;
/** Up to here a text is read; longer ones are left unread as a whole. */
const LONGEST_READ = 8_000;
const HOSTILE = [
  '(',
  '）',
  '1',
  '一',
  '每',
  '每超过1%扣1分。',
  '每超过1万元扣1分，',
  'A率≥90%得1分；',
  '=',
  '得分=（',
  '得分=A×',
  '①',
  '1. ',
  '1、A得1分。',
  '一是',
  '按',
  '的',
  '5%-',
  '优（90%-80%）、',
  '百分之',
  '如A率为96%，则扣2分；',
  '例如：',
  '得l分；',
  'A、B各1分；',
];

export function measure(scoreStandard, corpus, seconds = 2) {
  const inputs = corpus.flatMap(({ indicator, points, text, formula, cases }) =>
    cases.map(({ given, profile }) => ({ indicator, points, text, formula, given, profile })),
  );
  for (const input of inputs) scoreStandard(input);
  const rate = (change) => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < seconds * 1000)
      for (const input of inputs) count += scoreStandard(change(input, count)) ? 1 : 0;
    return Math.round(count / ((performance.now() - start) / 1000));
  };
  // Spaces behind the formula change nothing but make the text one that was never read before.
  const perSecond = rate((input, i) => ({
    ...input,
    formula: `${input.formula ?? ''}${' '.repeat(1 + (i % 1999))}`,
  }));
  const again = rate((input) => input);
  const hostile = [LIMIT, LONGEST_READ].flatMap((length) =>
    HOSTILE.map((piece) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      // The best of three, each a letter shorter so that none was read before: what else the machine does is not the text's.
      const times = [0, 1, 2].map((less) => {
        const from = performance.now();
        scoreStandard({ indicator: '甲', points: 5, text: text.slice(0, length - less) });
        return performance.now() - from;
      });
      return { piece, ms: Math.round(Math.min(...times)) };
    }),
  );
  return { perSecond, again, hostile: hostile.sort((a, b) => b.ms - a.ms) };
}
