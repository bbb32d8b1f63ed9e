import { answersOf, chosenProfile } from '../../src/core/kept-answers';
import { NOTHING_KEPT, type Kept } from '../../src/core/kept-state';
import { PROFILES } from '../../src/core/profiles/profiles';
import { workbook } from '../support/sheet';

const snapshot = workbook({
  数据: [
    ['在职人员', 33],
    ['编制', '３２人'],
    ['比率', '98%'],
    ['说明', '无此数'],
  ],
});
const bound = (cell: string, scale?: number): Kept => ({
  ...NOTHING_KEPT,
  answers: { indicators: { 控制率: { quantities: { 编制数: 30 } } } },
  bindings: [
    { indicator: '控制率', name: '在职人员数', sheet: '数据', cell, ...(scale !== undefined && { scale }) },
  ],
});
const quantities = (kept: Kept) => answersOf(kept, snapshot).indicators?.['控制率']?.quantities;

describe('answers that hold now', () => {
  it.each([
    ['a number', 'B1', 33],
    ['a number as text with its unit', 'B2', 32],
    ['a rate is a fraction', 'B3', 0.98],
  ])('a bound cell gives %s, beside what was typed', (_, cell, value) => {
    expect(quantities(bound(cell))).toEqual({ 编制数: 30, 在职人员数: value });
  });

  it.each([
    ['holds words', 'B4'],
    ['is empty', 'B9'],
  ])('a bound cell that %s supplies nothing, and never 0', (_, cell) => {
    expect(quantities(bound(cell))).toEqual({ 编制数: 30 });
  });

  it('a cell in another unit is converted exactly', () => {
    expect(quantities(bound('B1', 0.0001))).toEqual({ 编制数: 30, 在职人员数: 0.0033 });
  });

  it('carries the notes', () => {
    const note = {
      id: 'SCR-007',
      sheet: '评分表',
      cell: 'H9',
      left: 1,
      right: 2,
      text: '已核实',
      kind: 'explained' as const,
    };
    expect(answersOf({ ...NOTHING_KEPT, notes: [note] }, snapshot).notes).toEqual([note]);
  });
});

describe('the chosen profile', () => {
  it('has the readings in which the workbook departs from it', () => {
    const chosen = chosenProfile({ id: 'national', readings: { perPoint: 'linear' } }, PROFILES);
    expect(chosen).toEqual({ ...PROFILES[0], perPoint: 'linear' });
  });

  it('is the first one when its name is not known any more', () => {
    expect(chosenProfile({ id: 'abolished', readings: {} }, PROFILES)).toEqual(PROFILES[0]);
  });
});
