import { recogniseTables } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const count = (sheets: Readonly<Record<string, Rows>>): number[] =>
  recogniseTables(workbook(sheets)).tables.map((table) =>
    'rows' in table ? table.rows.length : table.indicators.length,
  );

const quarters = (amount: number): Rows => [
  ['季度预算执行情况表'],
  ['季度', '年度预算资金（万元）', '累计支出（万元）', '执行率'],
  ...['第一季度', '第二季度', '第三季度', '第四季度'].map((name, at) => [
    name,
    amount,
    at + 1,
    (at + 1) / amount,
  ]),
];
const scores = (...names: string[]): Rows => [
  ['部门整体支出绩效自评表'],
  ['一级指标', '二级指标', '分值', '评分标准', '得分'],
  ...names.map((name) => ['投入', name, 10, '标准', 10]),
];
const uses = (title: string, ...labels: string[]): Rows => [
  [title],
  ['支出用途', '年初预算数', '调整预算数'],
  ...labels.map((label) => [label, 1, 2]),
];

describe('a table on the next sheet', () => {
  it.each<[why: string, sheets: Readonly<Record<string, Rows>>, rows: readonly number[]]>([
    ['the same quarters again are a table of their own', { 甲: quarters(10), 乙: quarters(20) }, [4, 4]],
    [
      'the same indicators again are another department',
      { 甲: scores('一', '二'), 乙: scores('一', '二') },
      [2, 2],
    ],
    ['other indicators under the same title go on', { 甲: scores('一', '二'), 乙: scores('三') }, [3]],
    [
      'lines that are not listed yet go on',
      { 甲: uses('支出表', '人员经费', '公用经费'), 乙: uses('支出表（续）', '办公费', '合计') },
      [4],
    ],
    [
      'the numbering begins again',
      { 甲: uses('支出表', '一、人员', '二、公用'), 乙: uses('支出表', '一、办公', '二、差旅') },
      [2, 2],
    ],
    [
      'another title is another table',
      { 甲: uses('支出表', '人员经费', '公用经费'), 乙: uses('项目支出表', '办公费', '差旅费') },
      [2, 2],
    ],
    [
      'a total closes the first',
      { 甲: uses('支出表', '人员经费', '合计'), 乙: uses('支出表', '办公费', '差旅费') },
      [2, 2],
    ],
  ])('%s', (_why, sheets, rows) => {
    expect(count(sheets)).toEqual(rows);
  });
});
