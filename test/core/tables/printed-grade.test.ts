import { recogniseTables } from '../../../src/core';
import { soleIndicatorTable } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const TABLE: Rows = [
  ['一级指标', '二级指标', '分值', '评分标准', '得分'],
  ['投入', '预算编制', 50, '标准', 48],
  ['产出', '完成情况', 50, '标准', 48],
  ['合计', null, 100, null, 96],
];
const gradeOf = (rows: Rows): unknown => {
  const { grade } = soleIndicatorTable(recogniseTables(workbook({ 表: rows })));
  return grade && [grade.text, grade.ref.cell];
};

describe('grade printed outside the table', () => {
  it.each<[line: readonly (string | number | null)[], grade: string, cell: string]>([
    [['评价等级：优'], '优', 'A5'],
    [['自评得分：96分　　自评等级：优'], '优', 'A5'],
    [['评价等级', '优'], '优', 'B5'],
    [['自评等级', null, null, '良'], '良', 'D5'],
    [['绩效评价等级为“优”。'], '优', 'A5'],
    [['综合得分', 96, '等级', '优秀'], '优秀', 'D5'],
    [['评定等级（优、良、中、差）：', '优'], '优', 'B5'],
    [['评价等次：优☑ 良□ 中□ 差□'], '优', 'A5'],
    [['评价等级', '□优 ☑良 □中 □差'], '良', 'B5'],
    [['评价等级：优（√） 良（ ）', '填表人'], '优', 'A5'],
  ])('%j below', (line, grade, cell) => {
    expect(gradeOf([...TABLE, line])).toEqual([grade, cell]);
  });

  it.each<[why: string, line: readonly string[]]>([
    [
      'a rule that lists the grades',
      ['等级：优（90分以上）、良（80—90分）、中（60—80分）、差（60分以下）。'],
    ],
    ['no word for grades before it', ['中', '差']],
    ['an empty field', ['评价等级', '']],
    ['no box is ticked', ['评价等级：优□ 良□ 中□ 差□']],
    ['the score of somebody else', ['专家评价结果', '优']],
  ])('none: %s', (_why, line) => {
    expect(gradeOf([...TABLE, line])).toBeNull();
  });

  it('above the table', () => {
    expect(gradeOf([['自评得分', 96, '自评等级', '优'], [], ...TABLE])).toEqual(['优', 'D1']);
  });

  it('belongs to the table above it, when another follows', () => {
    const two: Rows = [
      ['甲局绩效自评表'],
      ...TABLE,
      ['评价等级：优'],
      [],
      ['乙局绩效自评表'],
      ...TABLE.slice(0, -1),
      ['合计', null, 100, null, 85],
      ['评价等级：良'],
    ];
    const { tables } = recogniseTables(workbook({ 表: two }));
    expect(tables.map((table) => ('grade' in table ? table.grade?.text : null))).toEqual(['优', '良']);
  });
});
