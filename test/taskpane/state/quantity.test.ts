import type { Review } from '../../../src/core';
import { formatCompared, formatPercent, formatQuantity } from '../../../src/taskpane/parts/format';
import { formOfCell, formOfOperand } from '../../../src/taskpane/state/quantity';
import { zhCN } from '../../../src/taskpane/strings/zh-CN';
import { tableTotals } from '../../../src/taskpane/state/table-totals';
import { workbook } from '../../support/sheet';
import { EMPTY } from '../../support/toy-engine';

const at = (cell: string) => ({ sheet: '数据', cell });
const plain = workbook({ 数据: [['执行率', 0.98, '98%', '９８％', 12.5, 31]] });
const snapshot = {
  ...plain,
  sheets: plain.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.column === 1 ? { ...cell, format: '0.00%' } : cell)),
  })),
};
const fact = (cell: string, unit: string | null) => ({ name: cell, value: 1, unit, ...at(cell) });
const known = {
  snapshot,
  review: { ...EMPTY, facts: [fact('E1', '元'), fact('G1', '万元'), fact('H1', '万元'), fact('F1', '人')] },
};

describe('a number is shown as its cell shows it', () => {
  it.each([
    ['a cell in percent', 'B1', '98%'],
    ['a percentage typed as text', 'C1', '98%'],
    ['the same in full width', 'D1', '98%'],
    ['an amount, in the unit printed there', 'E1', '0.98元'],
    ['people', 'F1', '0.98'],
    ['a cell of which nothing is known', 'Z9', '0.98'],
  ])('%s', (_, cell, shown) => {
    expect(formatQuantity(0.98, formOfCell(at(cell), known))).toBe(shown);
  });

  it.each([
    [
      'what was computed on the way is a rate by its name',
      '一季度部门预算支出进度',
      null,
      0.34171886,
      '34.17%',
    ],
    ['so is what was supplied', '政府采购执行率', null, 0.98, '98%'],
    ['a rate whose cell has no format', '控制率', at('A1'), 1, '100%'],
    ["an amount is in the workbook's unit, not in its cell's", '公用经费', at('E1'), 1234.5, '1,234.5万元'],
    ['people have no unit of money', '在编人数', at('F1'), 15, '15'],
    ['a number that was supplied for no rate', '编外人数', null, 1, '1'],
  ])('%s', (_, name, ref, value, shown) => {
    expect(formatQuantity(value, formOfOperand({ name, value, unit: null, ref, from: [] }, known))).toBe(
      shown,
    );
  });
});

describe('rates', () => {
  it.each([
    [0, '0%'],
    [0.000324, '0.03%'],
    [0.0000004, '0.00004%'],
    [1.0945, '109.45%'],
  ])('%d', (value, shown) => {
    expect(formatPercent(value)).toBe(shown);
  });

  it.each([
    ['two decimals are enough', [0, 0.000324, -0.000324], ['0%', '0.03%', '-0.03 个百分点']],
    ['what differs must look different', [0.98, 0.98004, -0.00004], ['98%', '98.004%', '-0.004 个百分点']],
    ['one side alone', [null, 0.5, null], ['—', '50%', '—']],
  ] as const)('%s', (_, [left, right, difference], shown) => {
    expect(formatCompared(left, right, difference, { kind: 'percent' }, zhCN.findings.points)).toEqual(shown);
  });

  it('amounts keep thousands and unit', () => {
    expect(
      formatCompared(3421.49, 0, 3421.49, { kind: 'number', unit: '万元' }, zhCN.findings.points),
    ).toEqual(['3,421.49万元', '0万元', '3,421.49万元']);
  });
});

describe('totals of several score tables', () => {
  const score = (reported: number | null, computed: number | null) =>
    ({ reported, score: computed, points: 10 }) as Review['scores'][number];
  const group = (table: number, scores: readonly number[]) => ({
    name: '',
    table,
    points: null,
    reported: null,
    computed: null,
    scores,
  });
  const table = (project: string | null) =>
    ({ project, title: '自评表', sheet: '表' }) as Review['tables'][number];
  const review: Review = {
    ...EMPTY,
    tables: [table('甲项目'), table(null)],
    scores: [score(0.1, 0.1), score(0.2, 0.2), score(8, 9.8), score(null, null)],
    groups: [group(0, [0, 1]), group(1, [2, 3])],
    totals: [{ table: 1, sheet: '表', cell: 'A1', reported: 18, isFormula: false, scores: [2, 3] }],
  };

  it('stand beside each other and are never added', () => {
    expect(tableTotals(review)).toEqual([
      { name: '甲项目', reported: 0.3, computed: 0.3 },
      { name: '自评表', reported: 18, computed: null },
    ]);
  });
});
