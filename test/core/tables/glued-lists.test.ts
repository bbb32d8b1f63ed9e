import { NATIONAL, review, type Review } from '../../../src/core';
import { workbook, type CellInput, type Rows } from '../../support/sheet';

const LIST: Rows = [
  ['编制数', 40, '人'],
  ['在职人员数', 38, '人'],
  ['调整预算数', 100, '万元'],
  ['决算支出数', 95, '万元'],
];
const SCORES: Rows = [
  ['2023年度部门整体支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
  [
    '投入',
    '预算',
    '人员控制率',
    40,
    '人员控制率=在职人员数/编制数×100%。控制率≤100%，得40分，否则不得分。',
    40,
  ],
  [null, null, '预算执行率', 60, '得分=预算执行率×60分。预算执行率=决算支出数/调整预算数×100%', 57],
  ['合计', null, null, 100, null, 97],
];

/** Two blocks with no column between them, the second some rows lower. */
function glued(left: Rows, right: Rows, lower: number): Rows {
  const width = Math.max(...left.map((row) => row.length));
  const height = Math.max(left.length, right.length + lower);
  return Array.from({ length: height }, (_, at): CellInput[] => {
    const row = left[at] ?? [];
    return [...row, ...Array.from({ length: width - row.length }, () => null), ...(right[at - lower] ?? [])];
  });
}
const reviewed = (rows: Rows): Review => review(workbook({ 表: rows }), NATIONAL, {});
const said = ({ scores, facts, findings, summary }: Review): unknown => [
  scores.map(({ indicator, score }) => [indicator, score]),
  facts.map(({ name, value, unit }) => [name, value, unit]),
  findings,
  summary.computedTotal,
];
const TRUTH: unknown = [
  [
    ['人员控制率', 40],
    ['预算执行率', 57],
  ],
  LIST,
  [],
  97,
];

describe('a list without a header, right behind the last column of a score table', () => {
  it.each([
    ['from the title on', 0],
    ['from the header on', 1],
    ['from the first indicator on', 2],
    ['from the total on', 4],
  ])('%s', (_where, lower) => {
    expect(said(reviewed(glued(SCORES, LIST, lower)))).toEqual(TRUTH);
  });

  it('under a name of its own that stands on the line of the header', () => {
    expect(said(reviewed(glued(SCORES, [['基础数据'], ...LIST], 1)))).toEqual(TRUTH);
  });

  it('with a value that is not filled in', () => {
    const { facts } = reviewed(glued(SCORES, [['实有面积', null, '平方米'], ...LIST], 1));
    expect(facts).toHaveLength(LIST.length);
  });

  it('before the first column', () => {
    expect(said(reviewed(glued(LIST, SCORES, 0)))).toEqual(TRUTH);
  });
});

it('behind a table of amounts', () => {
  const amounts: Rows = [
    ['支出用途', '年初预算数', '调整预算数'],
    ['一、基本支出', 10, 12],
    ['二、项目支出', 20, 88],
    ['总计', 30, 100],
  ];
  expect(reviewed(glued(amounts, LIST, 0)).tables.map(({ kind, range }) => `${kind} ${range}`)).toEqual([
    'use A1:C4',
    'data-list D1:F4',
  ]);
});

it('a column of remarks behind the scores is no list', () => {
  const remarks: Rows = [['备注'], ['已核'], ['已核'], ['已核']];
  expect(reviewed(glued(SCORES, remarks, 1)).tables).toHaveLength(1);
});
