import { NATIONAL, recogniseTables, review } from '../../../src/core';
import { plainNumber, soleIndicatorTable } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const LEVELS = ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'];
const AIMS: Rows = [
  ['产出指标', '数量指标', '修缮校舍', '≥1200平方米', '1260平方米', ''],
  ['', '质量指标', '验收合格率', '≥95%', '98%', ''],
  ['效益指标', '社会效益指标', '就学条件', '明显改善', '明显改善', ''],
];
const MONEY: Rows = [
  ['资金情况（万元）', '', '全年预算数（A）', '全年执行数（B）', '预算执行率（B/A×100%）'],
  ['', '年度资金总额', 150, 144, '96%'],
  ['', '其中：中央财政资金', 100, 96, '96%'],
  ['', '地方资金', 50, 48, '96%'],
];
const read = (rows: Rows) => recogniseTables(workbook({ 自评: rows }));

describe('forms that compare aims with results and give no scores', () => {
  it.each<[why: string, rows: Rows, kind: string, project: string | undefined]>([
    [
      'transfer payments of a region, named in their own field',
      [['转移支付区域绩效目标自评表'], ['转移支付（项目）名称', '校舍修缮补助'], ...MONEY, LEVELS, ...AIMS],
      'project-form',
      '校舍修缮补助',
    ],
    [
      'a fund of a county',
      [['专项资金名称', '校舍修缮专项'], ...MONEY, LEVELS, ...AIMS],
      'project-form',
      '校舍修缮专项',
    ],
    [
      'no block of money: the title says what it is',
      [['中央对地方转移支付区域绩效目标自评表'], LEVELS, ...AIMS],
      'project-form',
      undefined,
    ],
    [
      'a whole department',
      [['部门整体支出绩效目标自评表'], LEVELS, ...AIMS],
      'department-indicators',
      undefined,
    ],
  ])('%s', (_why, rows, kind, project) => {
    const table = soleIndicatorTable(read(rows));
    expect(table.kind).toBe(kind);
    expect(table.scored).toBe(false);
    expect(table.project?.text).toBe(project);
    expect(
      table.indicators.map(({ name, target, actual }) => [name, target?.reading.kind, plainNumber(actual)]),
    ).toEqual([
      ['修缮校舍', 'number', 1260],
      ['验收合格率', 'number', 0.98],
      ['就学条件', 'text', 'text'],
    ]);
  });

  it('how the money was managed, told in words between money and indicators, is no table', () => {
    const managed = [
      ['资金管理情况', '', '情况说明', '存在问题和改进措施', ''],
      ['', '分配科学性', '按因素分配', '无', ''],
      ['', '执行准确性', '与预算一致', '进度偏慢', ''],
      ['', '预算绩效管理情况', '已开展', '无', ''],
      ['总体目标完成情况', '', '总体目标', '全年实际完成情况', ''],
      ['', '', '修缮校舍', '校舍已修缮', ''],
    ];
    const rows = [['转移支付（项目）名称', '', '校舍修缮补助'], ...MONEY, ...managed, LEVELS, ...AIMS];
    const { tables } = read(rows);
    expect(tables.map(({ kind }) => kind)).toEqual(['project-form']);
    expect(soleIndicatorTable(read(rows)).project?.text).toBe('校舍修缮补助');
  });

  it('a name alone is left over from the template', () => {
    const rows = [['项目名称', '校舍修缮'], LEVELS, ...AIMS, ['', '', '返工率', '', '', '']];
    expect(soleIndicatorTable(read(rows)).indicators).toHaveLength(3);
  });

  it('the money above is read with its parts', () => {
    const table = soleIndicatorTable(read([['项目名称', '校舍修缮'], ...MONEY, LEVELS, ...AIMS]));
    expect(
      table.money.map(({ label, role, budget, executed }) => [
        label.text,
        role,
        plainNumber(budget),
        plainNumber(executed),
      ]),
    ).toEqual([
      ['年度资金总额', 'total', 150, 144],
      ['其中：中央财政资金', 'part', 100, 96],
      ['地方资金', 'part', 50, 48],
    ]);
  });

  it('nothing is scored where no score can be written', () => {
    const rows = [['项目名称', '校舍修缮'], ...MONEY, LEVELS, ...AIMS];
    expect(review(workbook({ 自评: rows }), NATIONAL, {}).scores).toEqual([]);
  });

  it.each<[why: string, rows: Rows]>([
    ['aims in the middle of a report are no form', [['三、主要成效'], LEVELS, ...AIMS]],
    [
      'aims alone are set before the year',
      [['项目名称', '校舍修缮'], LEVELS.slice(0, 4), ...AIMS.map((row) => row.slice(0, 4))],
    ],
  ])('%s', (_why, rows) => {
    expect(
      read(rows).tables.filter(({ kind }) => kind === 'project-form' || kind === 'department-indicators'),
    ).toEqual([]);
  });

  it.each<[why: string, header: readonly string[], row: Rows[number], executed: number]>([
    [
      'what was put in is what was spent',
      ['资金情况（万元）', '年初预算资金总额', '实际投入资金额', '产生差异的原因'],
      ['合计', 90, 88, ''],
      88,
    ],
    [
      'what was spent goes before what was put in',
      ['资金情况（万元）', '年初预算资金总额', '实际投入资金额', '全年支出数'],
      ['合计', 90, 88, 85],
      85,
    ],
  ])('%s', (_why, header, row, executed) => {
    const table = soleIndicatorTable(read([['项目名称', '校舍修缮'], header, row, LEVELS, ...AIMS]));
    expect(plainNumber(table.money[0]?.executed ?? null)).toBe(executed);
  });
});
