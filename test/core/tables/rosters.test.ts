import { NATIONAL, review, type Review } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const reviewed = (rows: Rows): Review => review(workbook({ 表: rows }), NATIONAL, {});

describe('a list of people is no data', () => {
  it.each<[why: string, rows: Rows]>([
    [
      'names, telephones and a count',
      [
        ['姓名', '科室', '电话', '人数'],
        ['甲', '办公室', '6555', 3],
        ['乙', '财务科', '6556', 5],
      ],
    ],
    [
      'a roster with years',
      [
        ['序号', '姓名', '职务', '出生年月', '工龄'],
        [1, '甲', '科长', 1980, 20],
        [2, '乙', '科员', 1990, 10],
      ],
    ],
    [
      'offices with their telephones',
      [
        ['科室', '联系电话', '人数'],
        ['办公室', 65550001, 3],
        ['财务科', 65550002, 5],
      ],
    ],
    ['the heads of each office', [['签到表'], ['科室', '人数'], ['办公室', 3], ['财务科', 5], ['合计', 8]]],
  ])('%s', (_why, rows) => {
    const { tables, facts, ignoredSheets, findings } = reviewed(rows);
    expect([tables, facts, findings]).toEqual([[], [], []]);
    expect(ignoredSheets).toEqual([{ sheet: '表', reason: '名单或通讯录，没有填报的数据' }]);
  });

  it('the heads of each office without a header', () => {
    expect(
      reviewed([
        ['办公室', 3, '人'],
        ['财务科', 5, '人'],
        ['业务科', 8, '人'],
      ]).facts,
    ).toEqual([]);
  });

  it('below a table it is no part of it', () => {
    const { facts } = reviewed([
      ['项目', '数值', '单位'],
      ['编制数', 40, '人'],
      ['在职人员数', 38, '人'],
      ['姓名', '电话', '人数'],
      ['甲', 6655, 3],
    ]);
    expect(facts.map(({ name }) => name)).toEqual(['编制数', '在职人员数']);
  });
});

it('posts and people of each office stay a table of staff', () => {
  expect(
    reviewed([
      ['部门', '编制人数', '年末实有人数'],
      ['在编人员', 40, 38],
      ['编外人员', 2, 2],
      ['合计', 42, 40],
    ]).tables.map(({ kind }) => kind),
  ).toEqual(['staff']);
});
