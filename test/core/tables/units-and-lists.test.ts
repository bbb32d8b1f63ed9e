import { NATIONAL, review, type Review } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const reviewed = (sheets: Readonly<Record<string, Rows>>): Review => review(workbook(sheets), NATIONAL, {});
const facts = (result: Review): string[] =>
  result.facts.map(({ name, value, unit }) => `${name}=${value}${unit ?? ''}`);

const USES: Rows = [
  ['支出用途', '调整预算数'],
  ['一、基本支出', 620],
  ['二、项目支出', 480],
  ['总计', 1100],
];

describe('the unit of a table of money that prints none', () => {
  it('is the one unit of the workbook', () => {
    const result = reviewed({
      支出: USES,
      数: [
        ['决算支出数', 1050, '万元'],
        ['编制数', 30, '人'],
        ['人员经费决算数', 400, '万元'],
      ],
    });
    expect(facts(result)).toContain('总计调整预算数=1100万元');
    expect(result.findings).toEqual([]);
  });

  it('stays unknown beside two units', () => {
    const result = reviewed({
      支出: USES,
      数: [
        ['决算支出数', 1050, '万元'],
        ['人员经费决算数', 4000000, '元'],
        ['编制数', 30, '人'],
      ],
    });
    expect(facts(result)).toContain('总计调整预算数=1100');
  });
});

it('a count of tasks is not what the whole department spent', () => {
  const { scores } = reviewed({
    数: [
      ['项目', '数值', '单位'],
      ['完成数', 7, '项'],
      ['调整预算数', 100, '万元'],
    ],
    评: [
      ['指标名称', '分值', '评分标准', '得分'],
      ['预算执行率', 100, '预算执行率=决算支出数/调整预算数×100%，得分=预算执行率×100分', 95],
    ],
  });
  expect(scores.map(({ status, needs }) => [status, needs.map(({ name }) => name)])).toEqual([
    ['needs-input', ['决算支出数']],
  ]);
});

describe('a summary of projects with their scores', () => {
  const SUMMARY: Rows = [
    ['2023年度项目支出绩效自评汇总表'],
    ['单位：万元'],
    ['序号', '项目名称', '全年预算数', '全年执行数', '自评得分'],
    [1, '信息化运维', 100, 95, 98.5],
    [2, '业务培训', 45, 45, 96],
    ['合计', null, 145, 140, null],
  ];

  it('is a list of amounts; the marks are none', () => {
    const result = reviewed({ 汇总: SUMMARY });
    expect(result.tables.map(({ kind, range }) => `${kind} ${range}`)).toEqual(['data-list A3:E6']);
    expect(facts(result).filter((name) => /得分/.test(name))).toEqual([]);
  });

  it('adds up to no budget of the department', () => {
    const { scores } = reviewed({
      汇总: SUMMARY,
      评: [
        ['指标名称', '分值', '评分标准', '得分'],
        ['预算执行率', 100, '预算执行率=全年执行数/全年预算数×100%，得分=预算执行率×100分', 95],
      ],
    });
    expect(scores.map(({ status }) => status)).toEqual(['needs-input']);
  });
});

it('a deduction of nothing is not above its negative points', () => {
  const { findings } = reviewed({
    评: [
      ['一级指标', '三级指标', '分值', '评分标准', '得分', '扣分原因'],
      ['产出', '完成情况', 100, '酌情评分', 100],
      ['加分项', '获得表彰', 5, '获省级表彰加5分', 0],
      ['扣分项', '被通报', -5, '被通报一次扣2分', 0],
      ['合计', null, 100, null, 100],
    ],
  });
  expect(findings).toEqual([]);
});
