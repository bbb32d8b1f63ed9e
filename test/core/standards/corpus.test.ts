import { scoreStandard } from '../../../src/core';
import corpus from '../../fixtures/standards.json';

type Case = {
  why: string;
  given: Record<string, unknown>;
  profile?: { perPoint: 'whole' | 'linear' };
  expect: { status: string; score?: number; range?: number[]; alternatives?: number[] };
};

/** Texts from public tables and the seed report; every score in them was computed twice, in exact fractions. */
describe.each(corpus)('$id $indicator', ({ indicator, points, text, formula, cases }) => {
  it.each(cases as unknown as Case[])('$why', ({ given, profile, expect: wanted }) => {
    const scored = scoreStandard({ indicator, points, text, formula, given, profile });
    expect(scored).toMatchObject({
      status: wanted.status,
      score: wanted.score ?? null,
      range: wanted.range ?? null,
    });
    const others = scored.alternatives.map(({ score }) => score);
    expect(others).toEqual(expect.arrayContaining(wanted.alternatives ?? []));
    expect(scored.unmatchedAnswers).toEqual([]);
  });
});
