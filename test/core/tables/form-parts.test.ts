import { NATIONAL, recogniseTables, review, type IndicatorTable } from '../../../src/core';
import { isIndicatorTable } from '../../../src/core/tables/table';
import { plainNumber } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const MANAGEMENT: Rows = [
  ['项目权重', '评价内容', '分值', '自评分', '评价标准'],
  ['项目管理（40分）', '财务制度', 15, 15, '健全的15分'],
  ['', '运行监管', 25, 24, '记录完整的25分'],
];
const RESULTS: Rows = [
  ['一级指标', '二级指标', '三级指标', '年初指标值', '年终完成值', '自评分', '评价标准'],
  ['产出指标40分', '数量指标40分', '养护里程', '300公里', '306公里', 40, ''],
  ['效益指标20分', '满意度指标20分', '群众满意度', '≥90%', '94%', 20, ''],
];
const FRAME: Rows = [['项目支出绩效目标自评表'], ['项目名称', '公路养护', '自评总分', 99]];
const tables = (...rows: readonly Rows[]): IndicatorTable[] =>
  recogniseTables(workbook({ 自评: rows.flat() })).tables.filter(isIndicatorTable);
const told = (...rows: readonly Rows[]): string[] =>
  review(workbook({ 自评: rows.flat() }), NATIONAL, {})
    .findings.filter(({ id }) => /^(?:SCR-001|SCR-010|WGT-002)$/.test(id))
    .map(({ id, cell }) => `${id} ${cell}`);
const changed = (rows: Rows, row: number, column: number, value: string | number): Rows =>
  rows.map((cells, at) =>
    at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
  );

describe('a form in two parts under different headers', () => {
  it('is one table with one total', () => {
    const [table, another] = tables(FRAME, MANAGEMENT, RESULTS);
    expect(another).toBeUndefined();
    expect(table?.indicators.map(({ name, score }) => [name, plainNumber(score)])).toEqual([
      ['财务制度', 15],
      ['运行监管', 24],
      ['养护里程', 40],
      ['群众满意度', 20],
    ]);
    expect(table?.groups.map(({ name, parent }) => [name, parent])).toEqual([
      ['产出指标', null],
      ['数量指标', 0],
      ['效益指标', null],
      ['满意度指标', 2],
    ]);
    expect(plainNumber(table?.total?.score ?? null)).toBe(99);
  });

  it.each<[why: string, frame: Rows, management: Rows, results: Rows, expected: string[]]>([
    ['as filled in', FRAME, MANAGEMENT, RESULTS, []],
    ['points of the first part', FRAME, changed(MANAGEMENT, 1, 2, 18), RESULTS, ['WGT-002 A7']],
    ['a score of the second part', FRAME, MANAGEMENT, changed(RESULTS, 1, 5, 35), ['SCR-001 D2']],
    ['the total', changed(FRAME, 1, 3, 96), MANAGEMENT, RESULTS, ['SCR-001 D2']],
    ['a result that falls short', FRAME, MANAGEMENT, changed(RESULTS, 2, 4, '84%'), ['SCR-010 F8']],
  ])('%s', (_why, frame, management, results, expected) => {
    expect(told(frame, management, results)).toEqual(expected);
  });

  it('a total at its end goes before the one above it', () => {
    const [table] = tables(FRAME, MANAGEMENT, [...RESULTS, ['总分', '', '', '', '', 98, '']]);
    expect([table?.total?.score, table?.stated].map((cell) => plainNumber(cell ?? null))).toEqual([98, 99]);
  });

  it.each<[why: string, rows: readonly Rows[]]>([
    ['two forms below each other', [FRAME, MANAGEMENT, [['项目支出绩效自评表']], RESULTS]],
    ['two projects', [FRAME, MANAGEMENT, [['项目名称', '桥梁检测']], RESULTS]],
    ['parts that do not make a whole', [FRAME, MANAGEMENT, RESULTS.slice(0, 2)]],
    ['a part that has its own total', [FRAME, [...MANAGEMENT, ['合计', '', 40, 39, '']], RESULTS]],
  ])('%s stay apart', (_why, rows) => {
    expect(tables(...rows)).toHaveLength(2);
  });
});
