import type { CellValue, Sheet } from '../../../src/core';
import { computeDependents } from '../../../src/hosts/xlsx/compute/dependents';
import { moveFormula } from '../../../src/hosts/xlsx/read/shared-formula';
import { workbook } from '../../support/sheet';

/** Result of a formula over A1=6, A2=0.5, A3='甲', A4 empty, A5='12', A6=TRUE, and 别的!A1=100. */
function result(formula: string): CellValue | null {
  const { sheets } = workbook({ 表: [[6], [0.5], ['甲'], [null], ['12'], [true]], '别 的': [[100]] });
  const names = new Map([
    ['分值', "'表'!$A$1"],
    ['绕圈', '绕圈'],
  ]);
  const [computed] = computeDependents(sheets, names, [
    { sheet: '表', row: 9, column: 9, content: { formula } },
  ]);
  return computed?.value ?? null;
}

describe('what a written formula comes to', () => {
  it.each<[string, CellValue | null, string]>([
    ['=A1*A2', 3, 'cells'],
    ['=0.1+0.2', 0.3, '15 digits, as Excel keeps'],
    ['=-2^2', 4, 'a sign binds tighter than a power in Excel'],
    ['=2+3*4-6/3', 12, 'the order of operators'],
    ['=(A1+A2)*200%', 13, 'percent'],
    ['=SUM(A1:A6,A1)', 12.5, 'a sum leaves texts and truth values in cells out'],
    ['=AVERAGE(A1:A2)', 3.25, 'an average'],
    ['=MAX(0,MIN(A1,5))', 5, 'a cap and a floor'],
    ['=ROUND(A1/7,2)', 0.86, 'rounding'],
    ['=ROUND(2.675,2)', 2.68, 'rounding by the decimal digits, not by the binary number'],
    ['=ROUND(-2.5,0)', -3, 'half away from zero'],
    ['=ROUNDDOWN(A1/7,2)+ROUNDUP(A1/7,2)', 1.71, 'rounding down and up'],
    ['=IF(A1>=6,"优","差")', '优', 'a choice'],
    ['=IF(A1<>6,1)', false, 'a choice that is left out'],
    ['=IF(AND(A1>1,OR(A2>1,NOT(A4))),1,0)', 1, 'conditions; an empty cell is false'],
    ['=IFERROR(A1/A4,0)', 0, 'an error caught'],
    ['=A1/A4', { error: '#DIV/0!' }, 'division by an empty cell'],
    ['=SUM(A1,A1/0)', { error: '#DIV/0!' }, 'an error goes through'],
    ['=A3+1', { error: '#VALUE!' }, 'text is no number'],
    ['=A5+1', 13, 'text that is plainly a number counts'],
    ['="得分："&A1&"分"', '得分：6分', 'joined texts'],
    ['=A4', 0, 'an empty cell shows 0'],
    ["='别 的'!A1+表!A1", 106, 'other sheets'],
    ['=分值*2', 12, 'a defined name'],
    ['=SUM(A:A)', 6.5, 'a whole column'],
    ['=SUM(1:1)', 6, 'a whole row'],
    ['="1"="1"', true, 'comparing texts'],
    ['=0.1*3=0.3', true, 'comparing with 15 digits'],
    ['=INT(-1.5)+ABS(-2)', 0, 'whole numbers and amounts'],
    ['=1.7E308', { error: '#NUM!' }, 'larger than the largest number of Excel'],
    ['=SUM(1E308,1E308)', { error: '#NUM!' }, 'a sum that overflows'],
    ['=COUNT(A1:A6)*PRODUCT(2,3)', 12, 'counting and multiplying'],
  ])('%s → %j: %s', (formula, value) => {
    expect(result(formula)).toEqual(value);
  });

  it.each([
    ['=VLOOKUP(A1,A1:A2,1)', 'a function that is not in the table'],
    ['={1,2}', 'an array'],
    ['=SUM(A1:A2', 'a bracket that is missing'],
    ['=A1:A2', 'an area where a value is wanted'],
    ['=A1 A2', 'two values side by side'],
    ['=Table1[得分]', 'a structured reference'],
    ['=绕圈+1', 'a name that leads to itself'],
    ['=没有!A1', 'a sheet that is not there'],
    ['=J10+1', 'itself'],
    ['="1,000"+1', 'text whose reading depends on the place'],
  ])('%s is left to Excel: %s', (formula) => {
    expect(result(formula)).toBeNull();
  });
});

describe('formulas that depend on a written cell', () => {
  const sheet = (cells: Sheet['cells'], name = '表'): Sheet => ({
    name,
    visibility: 'visible',
    protected: false,
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  });
  const at = (row: number, column: number, value: CellValue, formula?: string) => ({
    row,
    column,
    value,
    ...(formula !== undefined && { formula }),
  });

  it('are computed one after the other, also over sheets; others are not touched', () => {
    const sheets = [
      sheet([at(0, 0, 1), at(1, 0, 2), at(2, 0, 3, 'SUM(A1:A2)'), at(3, 0, 6, 'A3*2'), at(4, 0, 2, 'A2')]),
      sheet([at(0, 0, 6, '表!A4'), at(1, 0, 9, 'VLOOKUP(表!A4,B1:C9,1)'), at(2, 0, 1, 'TODAY()')], '乙'),
    ];
    const computed = computeDependents(sheets, new Map(), [{ sheet: '表', row: 0, column: 0, content: 5 }]);
    expect(computed.map(({ sheet: name, row, value }) => [name, row, value])).toEqual([
      ['表', 2, 7],
      ['表', 3, 14],
      ['乙', 0, 14],
      ['乙', 1, null],
    ]);
  });

  it('that go round in a circle are left to Excel', () => {
    const sheets = [sheet([at(0, 0, 1, 'B1+C1'), at(0, 1, 1, 'A1'), at(0, 2, 1)])];
    const computed = computeDependents(sheets, new Map(), [{ sheet: '表', row: 0, column: 2, content: 5 }]);
    expect(computed.map(({ value }) => value)).toEqual([null, null]);
  });

  it('that may look anywhere lose their old result', () => {
    const sheets = [
      sheet([at(0, 0, 1), at(0, 1, 1, 'INDIRECT("A"&1)'), at(0, 2, 1, '表1[列]'), at(0, 3, 1, 'TRUE')]),
    ];
    const computed = computeDependents(sheets, new Map(), [{ sheet: '表', row: 0, column: 0, content: 5 }]);
    expect(computed.map(({ column, value }) => [column, value])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('in a chain of thousands end without an overflow', () => {
    const chain = Array.from({ length: 3000 }, (_, n) => at(n, 0, 0, n === 0 ? 'B1' : `A${n}+1`));
    const sheets = [sheet([...chain, at(0, 1, 0)].sort((a, b) => a.row - b.row || a.column - b.column))];
    const computed = computeDependents(sheets, new Map(), [{ sheet: '表', row: 0, column: 1, content: 5 }]);
    expect(computed).toHaveLength(3000);
    expect(computed[0]?.value).toBe(5);
  });

  it('that read more cells than is worth the wait are left to Excel, and none keeps an old result', () => {
    const column = Array.from({ length: 3000 }, (_, row) => [
      row,
      { value: 1, formula: 'SUM(A:A)' },
      { value: 1, formula: `A${row + 1}+1` },
    ]);
    const { sheets } = workbook({ 表: column });
    const computed = computeDependents(sheets, new Map(), [{ sheet: '表', row: 0, column: 0, content: 5 }]);
    const sums = computed.filter((cell) => cell.column === 1);
    const right = (2999 * 3000) / 2 + 5;
    expect(sums).toHaveLength(3000);
    expect(sums.filter(({ value }) => value === null).length).toBeGreaterThan(0);
    expect(sums.every(({ value }) => value === null || value === right)).toBe(true);
    expect(computed.filter((cell) => cell.column === 2)).toEqual([
      { sheet: '表', row: 0, column: 2, value: 6 },
    ]);
  });

  it('that lie behind too many areas to look through all lose their old result', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [
      row,
      { value: 1, formula: `SUM(C1:D${row + 1})` },
    ]);
    const { sheets } = workbook({ 表: rows });
    const written = rows.map((_, row) => ({ sheet: '表', row, column: 0, content: 5 }));
    const computed = computeDependents(sheets, new Map(), written);
    expect(computed.map(({ value }) => value)).toEqual(rows.map(() => null));
    expect(computeDependents(sheets, new Map(), written.slice(0, 10))).toEqual([]);
  });
});

describe('a formula moved to another cell', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ["'A1 表'!B2+表A1!C3", 1, 0, "'A1 表'!B3+表A1!C4"],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ['SUM(A:A,$B:C,1:1,$2:3)', 1, 1, 'SUM(B:B,$B:D,2:2,$2:4)'],
    ['LOG10(A1)+ATAN2(A1,B1)', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)'],
    ['名称A1+A1_x+AB12C', 1, 0, '名称A1+A1_x+AB12C'],
    ['Table1[A1]+A1', 1, 0, 'Table1[A1]+A2'],
    ['A1+B1', -1, 0, '#REF!+#REF!'],
    ['XFD1', 0, 1, '#REF!'],
    ['1E5+A1', 1, 0, '1E5+A2'],
  ])('%s by %i rows and %i columns → %s', (formula, rows, columns, moved) => {
    expect(moveFormula(formula, rows, columns)).toBe(moved);
  });
});
