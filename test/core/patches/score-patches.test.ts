import type { Review, ReviewedTotal } from '../../../src/core/review-result';
import { scorePatches } from '../../../src/core/patches/score-patches';
import type { Score } from '../../../src/core/scoring/score';
import { workbook } from '../../support/sheet';

const BLANK_SCORE: Score = {
  indicator: '指标',
  project: null,
  sheet: '表',
  cell: 'A1',
  points: 5,
  reported: null,
  status: 'scored',
  score: 4,
  range: null,
  needs: [],
  alternatives: [],
  trace: [],
  formula: null,
  operands: [],
  standard: null,
  clauses: [],
  unparsed: [],
};

const NEEDS: Partial<Score> = { status: 'needs-input', score: null };

function reviewOf(scores: readonly Partial<Score>[], total?: Partial<ReviewedTotal>): Review {
  return {
    tables: [],
    ignoredSheets: [],
    facts: [],
    scores: scores.map((score, row) => ({ ...BLANK_SCORE, cell: `A${row + 1}`, ...score })),
    groups: [],
    totals: total
      ? [
          {
            table: 0,
            sheet: '表',
            cell: 'A3',
            reported: null,
            isFormula: false,
            scores: scores.map((_, index) => index),
            ...total,
          },
        ]
      : [],
    findings: [],
    settled: [],
    skipped: [],
    coverage: { tables: 0, cellsRead: 0, scored: 0, asked: 0, manual: 0, ranged: 0 },
    summary: {
      reportedTotal: null,
      computedTotal: null,
      fullMark: null,
      grade: null,
      errors: 0,
      verify: 0,
      hints: 0,
    },
  };
}

const FILL = { mode: 'fill', write: 'values' } as const;
const OVERWRITE = { mode: 'overwrite', write: 'values' } as const;

describe('scorePatches', () => {
  test.each([
    ['a blank score is filled', [[null]], [{}], FILL, [['A1', null, 4]]],
    ['a cell of spaces is blank', [['  ']], [{}], FILL, [['A1', '  ', 4]]],
    ['a reported score stays in fill mode', [[3]], [{ reported: 3 }], FILL, []],
    ['overwrite replaces a score that no reading gives', [[3]], [{ reported: 3 }], OVERWRITE, [['A1', 3, 4]]],
    ['overwrite leaves an equal score', [[4]], [{ reported: 4 }], OVERWRITE, []],
    [
      'overwrite leaves a score that another defensible reading gives',
      [[3]],
      [{ reported: 3, alternatives: [{ reading: '另一读法', score: 3 }] }],
      OVERWRITE,
      [],
    ],
    ['a need is never written', [[null]], [NEEDS], OVERWRITE, []],
    ['a range is never written', [[null]], [{ status: 'range', score: null, range: [0, 5] }], OVERWRITE, []],
    ['text that a person wrote is not a blank', [['待评']], [{}], FILL, []],
    ['text is not replaced even in overwrite mode: it is no reported score', [['待评']], [{}], OVERWRITE, []],
    [
      'formulas where asked and known',
      [[null]],
      [{ formula: '=MIN(5,B1)' }],
      { mode: 'fill', write: 'formulas' },
      [['A1', null, { formula: '=MIN(5,B1)' }]],
    ],
    [
      'the value where no formula is known',
      [[null]],
      [{}],
      { mode: 'fill', write: 'formulas' },
      [['A1', null, 4]],
    ],
  ] as const)('%s', (_, grid, scores, writing, expected) => {
    const patches = scorePatches(reviewOf(scores), workbook({ 表: grid.map((row) => [...row]) }), writing);
    expect(patches.map(({ cell, before, after }) => [cell, before, after])).toEqual(expected);
  });

  test.each([
    [
      'a blank total is filled once every part is known',
      [[null], [3], [null]],
      [{}, { reported: 3 }],
      {},
      FILL,
      7,
    ],
    ['a blank total waits for a part', [[null], [null], [null]], [{}, NEEDS], {}, FILL, null],
    [
      'a typed total stays in fill mode',
      [[null], [3], [9]],
      [{}, { reported: 3 }],
      { reported: 9 },
      FILL,
      null,
    ],
    [
      'a typed total follows an overwritten score',
      [[3], [3], [6]],
      [{ reported: 3 }, { reported: 3, score: 3 }],
      { reported: 6 },
      OVERWRITE,
      7,
    ],
    [
      'a typed total is left alone when no part was overwritten: its error is a finding, not ours to hide',
      [[4], [3], [9]],
      [{ reported: 4 }, { reported: 3, score: 3 }],
      { reported: 9 },
      OVERWRITE,
      null,
    ],
    [
      'a formula follows by itself',
      [[null], [3], [null]],
      [{}, { reported: 3 }],
      { isFormula: true },
      FILL,
      null,
    ],
    ['decimals add exactly', [[null], [null], [null]], [{ score: 0.1 }, { score: 0.2 }], {}, FILL, 0.3],
  ] as const)('total: %s', (_, grid, scores, total, writing, expected) => {
    const patches = scorePatches(
      reviewOf(scores, total),
      workbook({ 表: grid.map((row) => [...row]) }),
      writing,
    );
    expect(patches.find(({ cell }) => cell === 'A3')?.after ?? null).toEqual(expected);
  });
});
