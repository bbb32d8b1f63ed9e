import { NATIONAL, review } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const told = (rows: Rows): string[] =>
  review(workbook({ 表: rows }), NATIONAL, {})
    .findings.filter(({ id }) => id.startsWith('RAT'))
    .map(({ id, cell }) => `${id} ${cell}`);

const table = (...rates: readonly number[]): Rows => [
  ['单位：万元'],
  ['支出用途', '年初预算数', '调整预算数', '决算数', '执行率'],
  ['一、基本支出', 100, 120, 114, rates[0] ?? null],
  ['二、项目支出', 200, 180, 162, rates[1] ?? null],
  ['总计', 300, 300, 276, rates[2] ?? null],
];

describe('an execution rate in a column beside the amounts', () => {
  it.each<[why: string, rows: Rows, findings: readonly string[]]>([
    ['of the adjusted budget, as it is', table(0.95, 0.9, 0.92), []],
    ['of the budget at the beginning of the year, as the other rows show', table(1.14, 0.81, 0.92), []],
    ['one row is not what its amounts give', table(0.95, 0.8, 0.92), ['RAT-002 E4']],
    ['most rows fit no budget: the base stands elsewhere', table(0.5, 0.6, 0.92), []],
    ['not filled in', table(), []],
  ])('%s', (_why, rows, findings) => {
    expect(told(rows)).toEqual(findings);
  });
});
