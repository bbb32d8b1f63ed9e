import { recogniseTables, rangeToA1 } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const rangesOf = (rows: Rows): readonly string[] =>
  recogniseTables(workbook({ 表: rows })).tables.map(({ kind, range }) => `${kind} ${rangeToA1(range)}`);

const lines = (count: number, line: (n: number) => Rows[number]): Rows =>
  Array.from({ length: count }, (_, n) => line(n));

describe('sheets with very many lines', () => {
  it.each<[why: string, rows: Rows, tables: readonly string[]]>([
    [
      'more lines of text below a table than arguments fit on the stack',
      [
        ['指标', '数值', '单位'],
        ['编制数', 40, '人'],
        ['公用经费', 84.5, '万元'],
        [],
        ...lines(150_000, (n) => [
          `第${n}段：${'本单位按照规定的内容和时限公开预算、决算信息，'.repeat(3)}没有遗漏。`,
        ]),
      ],
      ['data-list A1:C3'],
    ],
    ['as many lines of numbers without a header', lines(150_000, (n) => [n, n + 1]), []],
    [
      'names with numbers beside them are no list, however many quantities stand among them',
      lines(400, (n) => [n % 2 === 0 ? `物品${n}` : `经费${n}`, n]),
      [],
    ],
    [
      'a list ends where names outweigh quantities, and keeps what it has',
      [...lines(70, (n) => [`第${n}项经费`, n]), ...lines(400, (n) => [`物品${n}`, n])],
      ['data-list A1:B100'],
    ],
    [
      'a list of quantities as long as the sheet is one list',
      lines(400, (n) => [`第${n}项经费`, n]),
      ['data-list A1:B400'],
    ],
    [
      'a header above texts that go on for ever is no empty form',
      lines(400, (n) => [n % 2 === 0 ? '报告年度：' : '部门名称：', n % 2 === 0 ? '2020年度' : '某局']),
      [],
    ],
    [
      'an empty form as long as forms are',
      [['指标', '数值', '单位'], ...lines(60, (n) => [`第${n}项经费`, null, '万元'])],
      ['data-list A1:C61'],
    ],
    [
      'a title far above belongs to something else; the unit right above does not',
      [['固定资产情况表'], ...lines(80, () => ['说明']), ['单位：元'], ['指标', '数值'], ['公用经费', 3]],
      ['data-list A83:B84'],
    ],
  ])('%s', (_, rows, tables) => {
    expect(rangesOf(rows)).toEqual(tables);
  });

  it('the header of a score table printed again and again holds nothing; a table behind it is read', () => {
    const header = ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '完成值', '得分'];
    const indicator = ['产出', '数量', '完成率', 10, '完成率达到100%得满分', '100%', 10];
    expect(rangesOf(lines(3000, () => header))).toEqual([]);
    const rows = [...lines(20, () => header), ['评分表（续）'], header, indicator];
    expect(rangesOf(rows)).toEqual(['department-indicators A22:G23']);
  });

  it.each<[why: string, line: (n: number) => string]>([
    ['that could open a table each', (n) => (n % 2 === 0 ? '项目' : '决算数')],
    ['that open none', (n) => `名称${n}`],
  ])('a line with a thousand words %s is no header of tables beside each other', (_, word) => {
    const header = Array.from({ length: 1000 }, (__, n) => word(n));
    const values = header.map((___, n) => n);
    expect(recogniseTables(workbook({ 表: [header, values] })).tables.length).toBeLessThanOrEqual(1);
  });
});
