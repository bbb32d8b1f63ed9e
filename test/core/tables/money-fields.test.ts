import { isIndicatorTable, NATIONAL, recogniseTables, review } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const BODY: Rows = [
  ['一级指标', '二级指标', '三级指标', '年度指标值', '全年完成值', '分值', '得分'],
  ['产出指标', '数量指标', '培训人数', '≥100人', '120人', 60, 60],
  ['满意度指标', '满意度', '学员满意度', '≥90%', '95%', 30, 30],
];

const form = (...fields: Rows): Rows => [['项目支出绩效自评表'], ...fields, ...BODY];

describe('money in fields on one line of a form', () => {
  it.each<[why: string, rows: Rows, money: readonly (readonly unknown[])[]]>([
    [
      'with its points and score',
      form(
        ['项目名称', '培训'],
        ['项目资金（万元）', '全年预算数', 100, '全年执行数', 95, '执行率', 0.95, '分值', 10, '得分', 9.5],
      ),
      [['项目资金（万元）', 100, 95, 0.95, 10, 9.5]],
    ],
    [
      'behind the name of the project',
      form(['项目名称', '培训', '预算数（万元）', 100, '执行数（万元）', 95]),
      [['项目资金', 100, 95, null, null, null]],
    ],
    [
      'below the name of the project, without a word for all of it',
      form(['项目名称', '培训'], ['主管部门', '某局'], ['预算数', 100, '执行数', 95, '执行率', '95%']),
      [['项目资金', 100, 95, 0.95, null, null]],
    ],
    [
      'a budget alone says nothing of spending',
      form(['项目名称', '培训'], ['预算数', 100, '项目期限', 2]),
      [],
    ],
    [
      'a number without a word for money',
      form(['项目名称', '培训'], ['预算数', 100, '执行数', 95, '人数', 9]),
      [],
    ],
    ['no project: the words name facts of the department', form(['预算数', 100, '执行数', 95]), []],
  ])('%s', (_, rows, money) => {
    const found = recogniseTables(workbook({ 表: rows })).tables.flatMap((table) =>
      isIndicatorTable(table) ? table.money : [],
    );
    expect(
      found.map(({ label, budget, executed, rate, points, score }) => [
        label.text,
        ...[budget, executed, rate, points, score].map((cell) =>
          cell?.reading.kind === 'number' ? cell.reading.value.valueOf() : null,
        ),
      ]),
    ).toEqual(money);
  });

  it('leaves the name of the project on the same line', () => {
    const rows = form(['项目名称', '培训', '预算数（万元）', 100, '执行数（万元）', 95]);
    expect(review(workbook({ 表: rows }), NATIONAL, {}).facts.map(({ name, unit }) => [name, unit])).toEqual([
      ['培训项目资金全年预算数', '万元'],
      ['培训项目资金全年执行数', '万元'],
    ]);
  });

  it('is scored and checked like a block of lines', () => {
    const rows = form(
      ['项目名称', '培训'],
      ['项目资金（万元）', '全年预算数', 100, '全年执行数', 95, '执行率', 0.9, '分值', 10, '得分', 10],
    );
    const { scores, findings } = review(workbook({ 表: rows }), NATIONAL, {});
    expect(scores.map(({ indicator, score }) => [indicator, score])[0]).toEqual(['预算执行率', 9.5]);
    expect(findings.map(({ id, cell }) => `${id} ${cell}`)).toEqual(
      expect.arrayContaining(['RAT-002 G3', 'SCR-007 K3']),
    );
  });
});
