import { NATIONAL, review, type Review } from '../../../src/core';
import { workbook, type Rows } from '../../support/sheet';

const reviewed = (rows: Rows): Review => review(workbook({ 表: rows }), NATIONAL, {});
const kinds = ({ tables }: Review): string[] => tables.map(({ kind, range }) => `${kind} ${range}`);

const MONEY: Rows = [
  ['项目资金（万元）', null, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  [null, '年度资金总额'],
  [null, '其中：当年财政拨款', null, null, null, null, '—', null, '—'],
  [null, '上年结转资金'],
];
const NATIONAL_HEADER = [
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

const TEMPLATES: readonly (readonly [why: string, rows: Rows, table: readonly string[]])[] = [
  [
    'a department table with the names of its indicators',
    [
      ['2023年度部门整体支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分', '扣分原因'],
      ['投入', '预算配置', '财政供养人员控制率'],
      [null, null, '三公经费变动率'],
      ['产出', '职责', '重点工作办结率'],
      ['合计'],
    ],
    ['department-indicators A2:G6'],
  ],
  [
    'the national form with 指标1 and dots',
    [
      ['项目支出绩效自评表'],
      ['项目名称'],
      ['主管部门', null, null, null, '实施单位'],
      ...MONEY,
      ['年度总体目标', '预期目标', null, null, null, '实际完成情况'],
      NATIONAL_HEADER,
      [null, '产出指标', '数量指标', '指标1：'],
      [null, null, null, '指标2：'],
      [null, null, null, '……'],
      [null, null, '质量指标', '指标1：'],
      [null, '满意度指标', '服务对象满意度指标', '指标1：'],
      ['总分'],
    ],
    ['project-form A4:I15'],
  ],
  [
    'the national form with nothing below the second level',
    [
      ['项目支出绩效自评表'],
      ['项目名称'],
      ...MONEY,
      NATIONAL_HEADER,
      [null, '产出指标', '数量指标'],
      [null, null, '质量指标'],
      [null, '满意度指标', '服务对象满意度指标'],
      ['总分'],
    ],
    ['project-form A3:I11'],
  ],
  [
    'a list of quantities with its units',
    [
      ['项目', '数值', '单位'],
      ['编制数', null, '人'],
      ['在职人员数', null, '人'],
      ['调整预算数', null, '万元'],
    ],
    ['data-list A1:C4'],
  ],
  [
    'a list of quantities without a header',
    [
      ['编制数', null, '人'],
      ['在职人员数', null, '人'],
      ['调整预算数', null, '万元'],
    ],
    ['data-list A1:C3'],
  ],
];

describe('a template that nobody has filled in', () => {
  it.each(TEMPLATES)('%s is recognised', (_why, rows, table) => {
    expect(kinds(reviewed(rows))).toEqual(table);
  });

  it.each(TEMPLATES)('%s is not scored, and nothing in it is wrong', (_why, rows) => {
    const { scores, findings, facts, ignoredSheets, summary } = reviewed(rows);
    expect(scores.filter(({ status }) => status === 'scored' || status === 'range')).toEqual([]);
    expect([findings, facts, ignoredSheets]).toEqual([[], [], []]);
    expect([summary.reportedTotal, summary.computedTotal, summary.grade]).toEqual([null, null, null]);
  });

  it('labels of fields are no name of a project', () => {
    const { tables } = reviewed(TEMPLATES[1]?.[1] ?? []);
    expect(tables.map(({ project }) => project)).toEqual([null]);
  });
});

it('in a form that is filled in, a line with a name alone is left over from the template', () => {
  const { scores, findings } = reviewed([
    ['项目名称', '道路养护'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '养护里程', '≥30公里', '30公里', 40, 40],
    [null, null, '指标2：'],
    [null, null, '……'],
    [null, '质量指标', '验收合格率', '100%', '100%', 20, 20],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '95%', 40, 40],
    ['总分', null, null, null, null, 100, 100],
  ]);
  expect(scores.map(({ indicator }) => indicator)).toEqual(['养护里程', '验收合格率', '群众满意度']);
  expect(findings).toEqual([]);
});

it('a list goes on behind a value that is still missing', () => {
  const { facts } = reviewed([
    ['编制数', 40, '人'],
    ['在职人员数', null, '人'],
    ['调整预算数', 100, '万元'],
    ['决算支出数', 95, '万元'],
  ]);
  expect(facts.map(({ cell }) => cell)).toEqual(['B1', 'B3', 'B4']);
});
