import { scoreStandard } from '../../../src/core';
import { PHRASINGS } from './phrasings';
import type { Expected } from './phrasings/phrasing';

const expectation = (expected: Expected) => {
  if (typeof expected === 'number') return { status: 'scored', score: expected, range: null };
  if (typeof expected === 'string') return { status: expected, score: null, range: null };
  return { status: 'range', score: null, range: [...expected] };
};

describe.each(PHRASINGS)('$kind: $reason', ({ indicator, points, text, formula, cases }) => {
  it.each(cases.map((entry) => [JSON.stringify(entry[0]), entry] as const))(
    '%s',
    (_, [given, expected, others = []]) => {
      const { q: quantities, a: answers, otherwise, perPoint } = given;
      const scored = scoreStandard({
        indicator,
        points,
        text,
        formula,
        given: { quantities, answers, otherwise },
        profile: { perPoint },
      });
      expect(scored).toMatchObject(expectation(expected));
      expect(scored.alternatives.map(({ score }) => score)).toEqual(expect.arrayContaining([...others]));
    },
  );
});

it('has at least five wordings of each of the main constructs', () => {
  const kinds = new Map<string, number>();
  for (const { kind } of PHRASINGS) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const kind of ['分档', '每步扣分', '按项扣分', '公式', '酌情', '不给分'])
    expect(kinds.get(kind) ?? 0).toBeGreaterThanOrEqual(3);
});
