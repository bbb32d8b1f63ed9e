import { isIndicatorTable, recogniseTables, type IndicatorTable, type Snapshot } from '../../../src/core';
import { amountTables, plainNumber, soleIndicatorTable } from '../../support/essence';
import { workbook, type Rows } from '../../support/sheet';

const sole = (rows: Rows): IndicatorTable => soleIndicatorTable(recogniseTables(workbook({ 表: rows })));
const lines = ({ indicators }: IndicatorTable): unknown[] =>
  indicators.map(({ name, points, score }) => [name, plainNumber(points), plainNumber(score)]);
const groups = (table: IndicatorTable): unknown[] =>
  table.groups.map(({ name, level, points, parent }) => [name, level, plainNumber(points), parent]);

describe('四川 project form: the sign and the unit in columns of their own', () => {
  const table = sole([
    ['部门预算项目支出绩效自评表（2023年度）'],
    ['项目名称', null, '某某系统运维'],
    ['主管部门', null, '某局', null, null, '实施单位（盖章）', null, '某中心'],
    ['项目基本情况', '1.项目年度目标完成情况', '项目年度目标', null, null, null, '年度目标完成情况'],
    [null, null, '保障系统运行，全年故障不超过3次。', null, null, null, '全年故障2次。'],
    [
      '预算执行情况（10分）',
      '年度预算数（万元）',
      '年初预算',
      '调整后预算数',
      '预算执行数',
      '预算执行率',
      '权重',
      '得分',
      '原因',
    ],
    [null, '总额', 100, 95, 90.25, '95.00%', 10, 9.5, ''],
    [null, '其中：财政资金', 100, 95, 90.25, '95.00%', '/', '/', ''],
    [null, '财政专户管理资金', 0, 0, 0, '0.00%', '/', '/'],
    [null, '其他资金', null, null, null, null, '/', '/'],
    [
      '绩效指标（90分）',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标性质',
      '指标值',
      '度量单位',
      '完成值',
      '权重',
      '得分',
      '未完成原因分析',
    ],
    [null, '产出指标', '数量指标', '巡检次数', '≥', 12, '次', 12, 20, 20],
    [null, null, '质量指标', '系统正常运行率', '≥', 99, '%', 98, 20, 19.8, '年中机房断电'],
    [null, '效益指标', '社会效益指标', '服务能力提升', '定性', '好', '', '好', 20, 20],
    [null, '满意度指标', '服务对象满意度指标', '用户满意度', '≥', '90', '%', '95', 30, 30],
    [null, '合计', null, null, null, null, null, null, 100, 99.3],
    ['评价结论', '自评得分99.3分，完成较好。'],
    ['项目负责人：甲', null, null, '财务负责人：乙'],
  ]);

  it('is a project form with its money', () => {
    expect(table.kind).toBe('project-form');
    expect(table.project?.text).toBe('某某系统运维');
    expect(
      table.money.map(({ label, role, initial, budget, executed, points, score }) => [
        label.text,
        role,
        ...[initial, budget, executed, points, score].map((cell) => plainNumber(cell)),
      ]),
    ).toEqual([
      ['总额', 'total', 100, 95, 90.25, 10, 9.5],
      ['其中：财政资金', 'part', 100, 95, 90.25, 'not-applicable', 'not-applicable'],
      ['财政专户管理资金', 'part', 0, 0, 0, 'not-applicable', 'not-applicable'],
      ['其他资金', 'part', 'blank', 'blank', 'blank', 'not-applicable', 'not-applicable'],
    ]);
  });

  it('reads sign, unit, target, actual and reason', () => {
    expect(
      table.indicators.map(({ name, sign, measure, target, actual, reason }) => [
        name,
        sign?.text,
        measure?.text,
        plainNumber(target),
        plainNumber(actual),
        reason?.text,
      ]),
    ).toEqual([
      ['巡检次数', '≥', '次', 12, 12, ''],
      ['系统正常运行率', '≥', '%', 99, 98, '年中机房断电'],
      ['服务能力提升', '定性', '', 'text', 'text', ''],
      ['用户满意度', '≥', '%', 90, 95, ''],
    ]);
    expect(plainNumber(table.total?.score ?? null)).toBe(99.3);
    expect(table.sentences.map(({ text }) => text)).toEqual([
      '保障系统运行，全年故障不超过3次。',
      '全年故障2次。',
      '自评得分99.3分，完成较好。',
    ]);
  });
});

describe('湖北 project form: no column of points, weights in headers and names', () => {
  const table = sole([
    ['2022年度某项目自评表'],
    ['单位名称：某局', null, null, '填报日期：2023年3月1日', null, '总分：94.6'],
    ['项目名称', '养老补贴'],
    ['主管部门', '某局', null, '项目实施单位', '某中心'],
    ['项目类别', '1、部门预算项目□ 2、市直专项□ 3、市对下转移支付□'],
    [
      '预算执行情况（万元）（20分）',
      '',
      '预算数（A）',
      '执行数（B）',
      '执行率（B/A）',
      '得分（20分*执行率）',
    ],
    [null, '年度财政资金总额', 120, 114, '95%', 19],
    [
      '年度绩效目标1（80分）',
      '一级指标',
      '二级指标',
      '三级指标',
      '年初目标值（A）',
      '实际完成值（B）',
      '得分',
    ],
    [null, '产出指标', '数量指标', '发放人数（20分）', '1000人', '1000人', 20],
    [null, null, '质量指标', '发放准确率（20分）', '100%', '98%', 19.6],
    [null, '满意度指标', '满意度指标', '老人满意度（40分）', '≥90%', '92%', 40],
    ['总分', null, null, null, null, null, 79.6],
    ['偏差大或目标未完成原因分析', '个别信息更新不及时。'],
    ['备注：1.预算执行情况口径：预算数为调整后财政资金总额。'],
  ]);

  it('reads the points of the money from its header', () => {
    expect(
      table.money.map(({ label, points, score }) => [label.text, plainNumber(points), plainNumber(score)]),
    ).toEqual([['年度财政资金总额', 20, 19]]);
  });

  it('takes the points of an indicator from its name', () => {
    expect(lines(table)).toEqual([
      ['发放人数', 20, 20],
      ['发放准确率', 20, 19.6],
      ['老人满意度', 40, 40],
    ]);
  });
});

describe('score tables of departments', () => {
  it('every level has a column of points beside it', () => {
    const table = sole([
      ['附件2 部门整体支出绩效评价指标评分表'],
      ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评价标准', '指标说明', '得分'],
      [
        '投入',
        20,
        '预算配置',
        20,
        '在职人员控制率',
        10,
        '≤100%计满分',
        '在职人员控制率=在职人员数/编制数',
        10,
      ],
      [null, null, null, null, '三公经费变动率', 10, '≤0计满分', '', 9],
      ['过程', 80, '预算执行', 50, '预算完成率', 50, '100%计满分', '', 48],
      [null, null, '预算管理', 30, '管理制度健全性', 30, '①1分；②1分', '', 30],
      ['合计', 100, null, 100, null, 100, null, null, 97],
    ]);
    expect(groups(table)).toEqual([
      ['投入', 1, 20, null],
      ['预算配置', 2, 20, 0],
      ['过程', 1, 80, null],
      ['预算执行', 2, 50, 2],
      ['预算管理', 2, 30, 2],
    ]);
    expect(lines(table)).toEqual([
      ['在职人员控制率', 10, 10],
      ['三公经费变动率', 10, 9],
      ['预算完成率', 50, 48],
      ['管理制度健全性', 30, 30],
    ]);
    expect(table.total?.points.map(plainNumber)).toEqual([100, 100, 100]);
  });

  it('points in brackets only, a score column and nothing else (达州)', () => {
    const table = sole([
      ['一级指标', '二级指标', '三级指标', '评分标准', '得分'],
      ['部门决策（25分）', '预算编制（10分）', '预算编制合理性（5分）', '标准', 5],
      [null, null, '预算编制规范性（5分）', '标准', 4],
      [null, '目标设置（15分）', '绩效目标完整性（15分）', '标准', 14],
      ['得分合计', null, null, null, 23],
    ]);
    expect(lines(table)).toEqual([
      ['预算编制合理性', 5, 5],
      ['预算编制规范性', 5, 4],
      ['绩效目标完整性', 15, 14],
    ]);
    expect(groups(table)).toEqual([
      ['部门决策', 1, 25, null],
      ['预算编制', 2, 10, 0],
      ['目标设置', 2, 15, 0],
    ]);
  });

  it('four levels under a band of headers', () => {
    const table = sole([
      ['指标体系', null, null, null, null, null, null, '评分标准', '自评'],
      ['一级指标', null, '二级指标', null, '三级指标', null, '四级指标', null, null],
      ['名称', '权重', '名称', '权重', '名称', '权重', '名称及分值', '评分标准', '自评分'],
      ['管理', 100, '预算', 100, '编制', 100, '合理性（60分）', '标准', 58],
      [null, null, null, null, null, null, '规范性（40分）', '标准', 40],
      ['总分', 100, null, 100, null, 100, null, null, 98],
    ]);
    expect(lines(table)).toEqual([
      ['合理性', 60, 58],
      ['规范性', 40, 40],
    ]);
    expect(groups(table)).toEqual([
      ['管理', 1, 100, null],
      ['预算', 2, 100, 0],
      ['编制', 3, 100, 1],
    ]);
  });

  it('四川 2020: a plain 备注 asks for no reason', () => {
    const table = sole([
      ['附表'],
      ['2020年部门整体支出绩效评价指标体系'],
      ['一级指标', '二级指标', '三级指标', '指标分值', '指标解释', '计分标准', '自评得分', '备注'],
      [
        '部门预算管理（80分）',
        '预算编制（25分）',
        '目标制定',
        25,
        '评价绩效目标是否要素完整',
        '得分=a',
        24,
        '',
      ],
      [null, '预算执行（55分）', '支出控制', 55, '解释', '得分=b', 50, '说明'],
      ['总计', null, null, 80, null, null, 74],
    ]);
    expect(table.indicators.map(({ reason }) => reason)).toEqual([null, null]);
    expect(table.title?.text).toBe('2020年部门整体支出绩效评价指标体系');
    expect(table.year).toBe(2020);
  });

  it("takes the office's own score and not the reviewer's", () => {
    const table = sole([
      ['指标名称', '分值', '评分标准', '自评得分', '财政评分', '核查得分'],
      ['预算完成率', 60, '标准', 58, 50, 49],
      ['满意度', 40, '标准', 40, 38, 37],
      ['合计', 100, null, 98, 88, 86],
    ]);
    expect(lines(table)).toEqual([
      ['预算完成率', 60, 58],
      ['满意度', 40, 40],
    ]);
    expect(plainNumber(table.total?.score ?? null)).toBe(98);
  });

  it('notes, subtotals and signatures are no indicators', () => {
    const table = sole([
      ['序号', '指标名称', '分值', '评分标准', '自评得分'],
      [1, '预算完成率', 60, '标准', 58],
      ['小计', null, 60, null, 58],
      [2, '满意度', 40, '标准', 40],
      ['总分', null, 100, '——', 98, '优'],
      ['附注：1.本表由各单位填写，个性指标可以增减。'],
      ['填表人：甲', null, '负责人：乙'],
    ]);
    expect(lines(table)).toEqual([
      ['预算完成率', 60, 58],
      ['满意度', 40, 40],
    ]);
    expect(table.grade?.text).toBe('优');
  });

  it('a printed grade in a field of its own', () => {
    const table = sole([
      ['自评得分', 98, '评价等级', '优'],
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '自评得分'],
      ['过程', '预算执行', '预算完成率', 100, '标准', 98],
      ['合计', null, null, 100, null, 98],
    ]);
    expect(table.grade).toEqual({ text: '优', ref: { sheet: '表', cell: 'D1' } });
  });
});

describe('tables of amounts with other words', () => {
  const only = (rows: Rows): unknown => {
    const [table, ...rest] = amountTables(recogniseTables(workbook({ 表: rows })));
    expect(rest).toEqual([]);
    return {
      kind: table?.kind,
      unit: table?.unit,
      meanings: table?.columns.map(({ meaning }) => meaning),
      rows: table?.rows.map(({ label, role, parent, cells }) => [
        label.text,
        role,
        parent,
        ...cells.map(plainNumber),
      ]),
    };
  };

  it('assets in 元, the total last, the unit beside the title', () => {
    expect(
      only([
        ['固定资产情况表', null, null, null, null, null, '单位：元'],
        ['类别', '数量', '账面原值', '账面净值', '其中：在用', '利用率', '备注'],
        ['通用设备', 10, 1000000, 500000, 400000, '80%', ''],
        ['专用设备', 5, 200000, 100000, 100000, 1, ''],
        ['合计', 15, 1200000, 600000, 500000, 83.33, ''],
        ['注：净值为年末数。'],
      ]),
    ).toEqual({
      kind: 'assets',
      unit: '元',
      meanings: ['quantity', 'other', 'net-value', 'in-use', 'rate'],
      rows: [
        ['通用设备', 'item', null, 10, 1000000, 500000, 400000, 0.8],
        ['专用设备', 'item', null, 5, 200000, 100000, 100000, 1],
        ['合计', 'total', null, 15, 1200000, 600000, 500000, 0.8333],
      ],
    });
  });

  it('two years over budget and final accounts', () => {
    expect(
      only([
        ['2021年支出情况（单位：元）'],
        ['项目', '2020年', null, '2021年', null],
        [null, '预算数', '决算数', '预算数', '决算数'],
        ['基本支出', 100, 90, 110, 100],
        ['　　人员经费', 80, 75, 85, 80],
        ['　　公用经费', 20, 15, 25, 20],
        ['项目支出', 50, 45, 60, 55],
        ['支出合计', 150, 135, 170, 155],
      ]),
    ).toEqual({
      kind: 'use',
      unit: '元',
      meanings: ['prior-budget', 'prior-final', 'budget', 'final'],
      rows: [
        ['基本支出', 'item', null, 100, 90, 110, 100],
        ['人员经费', 'item', 0, 80, 75, 85, 80],
        ['公用经费', 'item', 0, 20, 15, 25, 20],
        ['项目支出', 'item', null, 50, 45, 60, 55],
        ['支出合计', 'total', null, 150, 135, 170, 155],
      ],
    });
  });

  it('quarters named 一季度, rates written in three ways', () => {
    expect(
      only([
        ['季度', '全年预算', '累计支出', '执行进度'],
        ['一季度', 1000, 260, '26%'],
        ['二季度', 1000, 520, 0.52],
        ['三季度', 1000, 760, 76],
        ['四季度', 1000, 990, '99%'],
      ]),
    ).toMatchObject({
      kind: 'quarters',
      rows: [
        ['一季度', 'item', null, 1000, 260, 0.26],
        ['二季度', 'item', null, 1000, 520, 0.52],
        ['三季度', 'item', null, 1000, 760, 0.76],
        ['四季度', 'item', null, 1000, 990, 0.99],
      ],
    });
  });

  it('staff with its total first', () => {
    expect(
      only([
        ['人员类别', '编制数', '实有数', '备注'],
        ['合计', 20, 22, ''],
        ['行政人员', 10, 9],
        ['事业人员', 10, 9],
        ['编外人员', null, 4],
      ]),
    ).toMatchObject({ kind: 'staff', meanings: ['establishment', 'actual-staff'] });
  });

  it('a list whose value column is not the second, with numbers in 行次', () => {
    expect(
      only([
        ['序号', '数据项', '单位', '数值', '备注'],
        [1, '编制数', '人', 30, ''],
        [2, '“三公”经费决算数', '元', 200000, ''],
        [3, '公众满意度', '%', 95.5, ''],
      ]),
    ).toEqual({
      kind: 'data-list',
      unit: null,
      meanings: ['value'],
      rows: [
        ['编制数', 'item', null, 30],
        ['“三公”经费决算数', 'item', null, 200000],
        ['公众满意度', 'item', null, 0.955],
      ],
    });
  });

  it('a blank template is recognised, too', () => {
    expect(
      only([
        ['支出用途', '年初预算数', '调整预算数'],
        ['一、基本支出'],
        ['人员经费'],
        ['二、项目支出'],
        ['总计'],
      ]),
    ).toMatchObject({
      kind: 'use',
      rows: [expect.anything(), expect.anything(), expect.anything(), expect.anything()],
    });
  });
});

describe('what is none of our tables', () => {
  it.each<[why: string, book: Snapshot, reason: string]>([
    ['nothing', workbook({ 空: [] }), '空白工作表'],
    ['spaces', workbook({ 空: [['  ', '\u3000']] }), '空白工作表'],
    ['a list for drop-downs', workbook({ 参数: [['等次'], ['优'], ['良']] }), '参数清单，不是填报表'],
    [
      'instructions',
      workbook({ 说明: [['填报说明'], ['1. 请先填写基础数据。', '2. 再填评分表。']] }),
      '填报说明，没有可识别的表格',
    ],
    [
      'an address list',
      workbook({
        通讯录: [
          ['姓名', '电话', '部门'],
          ['甲', '12345', '办公室'],
        ],
      }),
      '名单或通讯录，没有填报的数据',
    ],
    [
      'targets without a score',
      workbook({
        目标: [
          ['一级指标', '二级指标', '三级指标', '指标值'],
          ['产出', '数量', '次数', '5次'],
        ],
      }),
      '没有可识别的表格',
    ],
  ])('%s', (_why, book, reason) => {
    const { tables, ignored } = recogniseTables(book);
    expect(tables).toEqual([]);
    expect(ignored.map((sheet) => sheet.reason)).toEqual([reason]);
  });
});

it('blocks without totals and with the same words are still tables of their own', () => {
  const block = (name: string): Rows => [
    [name],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '自评得分'],
    ['产出（100分）', '数量', '次数', 5, 5, 100],
  ];
  const { tables } = recogniseTables(
    workbook({ 表: [...block('1、甲项目'), ...block('2、乙项目'), ...block('4、丙项目')] }),
  );
  expect(
    tables.filter(isIndicatorTable).map(({ project, projectNumber }) => [project?.text, projectNumber]),
  ).toEqual([
    ['甲项目', 1],
    ['乙项目', 2],
    ['丙项目', 4],
  ]);
});

it('hostile workbooks end, and merges over the whole sheet cost nothing', () => {
  const wide = workbook({
    表: [['一级指标', '得分'], ...Array.from({ length: 50 }, (_, row) => [`行${row}`, row])],
  });
  const [sheet] = wide.sheets;
  const merged = {
    ...wide,
    sheets: sheet ? [{ ...sheet, merges: [{ top: 60, left: 0, bottom: 1_048_575, right: 16_383 }] }] : [],
  };
  expect(() => recogniseTables(merged)).not.toThrow();
});
