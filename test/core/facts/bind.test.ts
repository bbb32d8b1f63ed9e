import { bindingOf, told } from '../../support/binding';
import { fixture } from '../../support/fixture';
import { workbook, type Rows } from '../../support/sheet';

describe('the words of the standards in department-2020.xlsx', () => {
  const { ask } = bindingOf(fixture('department-2020'));

  it.each<[why: string, name: string, expected: string]>([
    ['合计数 says how it was counted', '实际采购金额合计数', '310500 @基础数据!B21'],
    ['计划 is the budget of procurement', '采购计划金额合计数', '310500 @基础数据!B20'],
    ['in use, of the total line', '实际在用固定资产总额', '2200500 @表1-5!D5'],
    ['all of them: net value of the total line', '所有固定资产总额', '2200500 @表1-5!C5'],
    ['在编人数 are the people in place', '本年度在编人数（含工勤人员）', '15 @表1-6!C4'],
    ['the remark about 工勤人员 means no other number', '核定编制数（含工勤人员）', '16 @基础数据!B41'],
    ['编制 without a remark', '编制数', '16 @表1-6!B3'],
    ['people outside the establishment', '编外人员数', '1 @表1-6!C9'],
    ['quotes do not count', '三公经费实际支出数', '0 @基础数据!B26'],
    ['with quotes', '“三公”经费预算安排数', '250000 @基础数据!B25'],
    ['决算', '日常公用经费决算数', '366700 @基础数据!B29'],
    ['调整预算', '日常公用经费调整预算数', '366700 @基础数据!B28'],
    ['年初预算', '日常公用经费年初预算数', '440000 @基础数据!B27'],
    ['公用 and 日常公用 are one quantity', '实际支出公用经费总额', '366700 @基础数据!B29'],
    ['the words of the printed definition', '年末财政拨款财政结转和结余决算数', '7000 @基础数据!B14'],
    ['the fund names keep their 预算', '一般公共预算财政拨款决算数', '21630200 @基础数据!B16'],
    ['another fund', '政府性基金预算财政拨款决算数', '0 @基础数据!B17'],
    ['the whole department at a stage', '全年预算数', '34214900 @表1-1!C15'],
    ['what was spent in the year', '全年执行数', '21625400 @基础数据!B10'],
    ['a part of the use table', '基本支出调整预算数', '6497500 @表1-3!C4'],
    [
      'progress: cumulative over the budget of the year',
      '一季度部门预算支出进度',
      `${(578.8 / 1693.79).toPrecision(16)} @表1-4!C4÷表1-4!B7`,
    ],
    ['the last quarter', '四季度部门预算支出进度', '0.999870113768531 @表1-4!C7÷表1-4!B7'],
    [
      'execution rate: over the budget the line prints',
      '第二季度预算执行率',
      '1.0945341189528746 @表1-4!C5÷表1-4!B5',
    ],
  ])('%s: %s', (_why, name, expected) => {
    expect(told(ask(name))).toBe(expected);
  });

  it.each<[why: string, name: string]>([
    ['not in the workbook', '已完成项目数'],
    ['not in the workbook', '计划完成项目总数'],
    ['printed, but blank', '公众或服务对象满意度'],
    ['no spending by project', '项目支出决算数'],
    ['no year before', '上年度“三公经费”预算数'],
    ['year end of the fiscal funds is not all funds', '年末结转结余'],
    ['rates go by their full name', '控制率'],
    ['公用经费控制率 is another rate than 日常公用经费控制率', '公用经费控制率'],
    ['利用率 is not 使用率', '固定资产利用率'],
    ['a fund is not the whole', '国有资本经营预算财政拨款决算数'],
    ['货物类 is a part', '货物采购金额'],
    ['在职 is not 离退休', '离退休人员数'],
  ])('%s: %s is missing', (_why, name) => {
    expect(told(ask(name))).toBe('missing');
  });

  it.each<[why: string, name: string, labels: readonly string[]]>([
    [
      '预算 is neither 年初 nor 调整 when they differ',
      '公用经费预算',
      ['公用经费年初预算数', '公用经费调整预算数'],
    ],
    [
      '总额 does not say budget or spending',
      '“三公”经费总额',
      ['“三公”经费预算安排数', '“三公”经费实际支出数'],
    ],
    ['预算数 of the whole department', '预算数', ['总计年初预算数', '总计调整预算数']],
  ])('%s: %s is asked for', (_why, name, labels) => {
    const operand = ask(name);
    expect(operand?.kind).toBe('ambiguous');
    expect(operand?.kind === 'ambiguous' && operand.candidates.map(({ label }) => label)).toEqual(
      expect.arrayContaining([...labels]),
    );
  });

  it('a rate by its last word means the rate of the indicator', () => {
    expect(
      told(
        bindingOf(
          workbook({
            表: [
              ['项目', '数值', '单位'],
              ['公众或服务对象满意度', 0.96, '%'],
            ],
          }),
        ).ask('满意度', '公众或服务对象满意度'),
      ),
    ).toBe('0.96 @表!B2');
    expect(told(ask('满意度', '公众或服务对象满意度'))).toBe('missing');
  });
});

describe('the words of the standards in hunan-data-and-score.xlsx', () => {
  const { ask } = bindingOf(fixture('hunan-data-and-score'));

  it.each<[indicator: string, name: string, expected: string]>([
    ['在职人员控制率', '在职人员数', '136 @基础数据表!C4'],
    ['在职人员控制率', '编制数', '143 @基础数据表!B4'],
    ['“三公经费”变动率', '本年度“三公经费”预算数', '618000 @基础数据表!D6'],
    ['“三公经费”变动率', '上年度“三公经费”预算数', '600000 @基础数据表!B6'],
    ['预算完成率', '上年结转', '198000 @基础数据表!B21'],
    ['预算完成率', '年初预算', '19227600 @基础数据表!C21'],
    ['预算完成率', '本年追加预算', '1538200 @基础数据表!D21'],
    ['预算完成率', '年末结余', '198000 @基础数据表!E21'],
    ['资金结余', '结余', '198000 @基础数据表!E21'],
    ['新建楼堂馆所面积控制率', '实际建设面积', '1260 @基础数据表!C23'],
    ['新建楼堂馆所面积控制率', '批准建设面积', '1200 @基础数据表!B23'],
    ['公用经费控制率', '公用经费实际支出', '4317600 @基础数据表!E15'],
    ['公用经费控制率', '公用经费预算', '4200000 @基础数据表!D15'],
    ['重点工作完成率', '重点工作实际完成数', '19 @基础数据表!C25'],
    ['重点工作完成率', '交办或下达数', '20 @基础数据表!B25'],
    ['质量达标率', '质量达标产出数', '46 @基础数据表!E25'],
    ['质量达标率', '实际产出数', '50 @基础数据表!D25'],
    ['完成及时率', '按时完成数', '18 @基础数据表!C27'],
    ['完成及时率', '计划数', '20 @基础数据表!B27'],
    ['服务对象满意度', '服务对象满意度', '0.92 @基础数据表!D27'],
  ])('%s asks for %s', (indicator, name, expected) => {
    expect(told(ask(name, indicator))).toBe(expected);
  });

  it.each<[why: string, name: string, indicator: string]>([
    ['a bare 计划数 is nobody’s where no neighbour is named', '计划数', '政府采购执行率'],
    ['a bare 控制率 under 财政供养人员 is not that of 公用经费', '控制率', '公用经费控制率'],
    ['面积控制率 is not 公用经费控制率', '公用经费控制率', '公用经费控制率'],
    ['预算调整数 is no budget', '预算调整数', '预算调整率'],
  ])('%s', (_why, name, indicator) => {
    expect(told(ask(name, indicator))).toBe('missing');
  });

  it('one candidate of another stage is still asked for', () => {
    expect(told(ask('预算数', '预算调整率'))).toBe('ambiguous 年初预算');
    expect(told(ask('本年度“三公经费”总额'))).toBe('ambiguous 三公经费2018年预算数、三公经费2018年决算数');
  });
});

describe('near names must not bind', () => {
  const list = (...rows: Rows): ReturnType<typeof bindingOf> =>
    bindingOf(workbook({ 数据: [['2020年度基础数据'], ['项目', '数值', '单位'], ...rows] }));

  it.each<[why: string, held: string, asked: string]>([
    ['年初 is not 调整', '公用经费年初预算数', '公用经费调整预算数'],
    ['调整 is not 年初', '公用经费调整预算数', '公用经费年初预算数'],
    ['预算 is not 决算', '“三公”经费预算数', '“三公”经费决算数'],
    ['决算 is not 预算', '项目支出决算数', '项目支出预算数'],
    ['上年 is not 本年', '上年度“三公”经费决算数', '本年度“三公”经费决算数'],
    ['本年 is not 上年', '“三公”经费决算数', '上年“三公”经费决算数'],
    ['another year by number', '2019年公用经费决算数', '公用经费决算数'],
    ['三公 is not 公用', '“三公”经费决算数', '公用经费决算数'],
    ['公用 is not 三公', '日常公用经费决算数', '“三公”经费决算数'],
    ['项目支出 is not 基本支出', '项目支出决算数', '基本支出决算数'],
    ['a part of 三公 is not 三公', '公务接待费决算数', '“三公”经费决算数'],
    ['购置 is not 运行', '公务用车购置费决算数', '公务用车运行维护费决算数'],
    ['年初结转 is not 年末结转', '年初结转和结余', '年末结转和结余'],
    ['结转 of fiscal funds is not all', '年末财政拨款结转和结余', '年末结转和结余'],
    ['在编 is not 在职', '在编人员', '在职人员数'],
    ['编外 is not 编制', '编外人员', '编制数'],
    ['收入 is not 支出', '本年收入决算数', '决算支出'],
    ['流动 is not 非流动', '流动资产', '非流动资产'],
    ['资产 is not 净资产', '资产合计', '净资产合计'],
    ['固定资产 is not 资产', '固定资产总额', '资产总额'],
    ['采购预算 is not 采购实际', '政府采购预算数', '实际政府采购金额'],
    ['a reserve is not the budget', '备用金预算金额', '预算数'],
    ['a rate is not an amount', '公用经费控制率', '公用经费决算数'],
    ['预算调整数 is not 调整预算数', '预算调整数', '调整预算数'],
    ['what was spent of the budget is no budget', '全年预算执行数', '全年预算数'],
    ['people in place are no posts', '编制内人数', '编制数'],
    ['a budget of spending is not spent', '公用经费支出预算', '公用经费决算数'],
    ['planned spending is not spent', '“三公”经费支出预算数', '“三公”经费支出'],
  ])('%s', (_why, held, asked) => {
    expect(told(list([held, 5, '万元']).ask(asked))).toBe('missing');
  });

  it.each<[why: string, held: string, asked: string]>([
    ['决算数 and 实际支出数', '“三公”经费实际支出数', '三公经费决算数'],
    ['预算数 and 预算安排数', '“三公”经费预算安排数', '“三公经费”预算数'],
    ['the year of the report by number', '2020年公用经费决算数', '本年度公用经费决算数'],
    ['numbering and 其中', '1、其中：公务接待费决算数', '公务招待费决算数'],
    ['公务用车 in two spellings', '公务用车购置及运行维护费决算数', '公务用车购置和维护经费决算数'],
    ['stage in brackets', '公用经费（调整预算数）', '公用经费调整预算数'],
    ['上年结转 is what the year begins with', '上年结转', '年初结转结余'],
    ['full width', '公用经费决算数（万元）', '公用经费决算数'],
    ['支出 of a quantity that is spent', '“三公”经费支出决算数', '“三公经费”实际支出数'],
    ['支出 alone is what was spent', '公用经费支出总额', '实际支出公用经费总额'],
    ['last year’s', '上年“三公”经费支出', '上年度“三公经费”决算数'],
    ['a budget of spending', '公用经费支出预算', '预算安排公用经费总额'],
    ['a budget of the year', '三公经费年度预算数', '“三公经费”预算安排数'],
    ['spent of the budget', '全年预算执行数', '支出决算数'],
    ['实际 behind the name', '政府采购实际金额', '实际采购金额合计数'],
    ['批复 before 年初预算', '年初批复预算数', '年初预算数'],
    ['结转和结余 of the year', '结转和结余', '结转结余总额'],
    ['资金 between', '年末资金结转结余', '年末结转结余'],
    ['an amount of change', '预算调整额', '预算调整数'],
    ['posts that were granted', '批复人员编制数', '编制数'],
    ['实有 behind the name', '年末在职人员实有数', '在职人员数'],
  ])('%s do bind', (_why, held, asked) => {
    expect(told(list([held, 5, '万元']).ask(asked))).toBe('50000 @数据!B3');
  });

  it('a heading gives a bare label its subject and keeps it from others', () => {
    const book = list(
      ['一、“三公”经费'],
      ['预算数', 25, '万元'],
      ['决算数', 20, '万元'],
      ['二、政府采购'],
      ['预算数', 31, '万元'],
      ['决算数', 30, '万元'],
    );
    expect(told(book.ask('“三公”经费决算数'))).toBe('200000 @数据!B5');
    expect(told(book.ask('政府采购预算数'))).toBe('310000 @数据!B7');
    expect(told(book.ask('预算数'))).toBe('missing');
    expect(told(book.ask('公用经费预算数'))).toBe('missing');
  });

  it('numbers that agree are one quantity with all their cells; 0 agrees with 0 alone', () => {
    const same = list(['公用经费决算数', 36.67, '万元'], ['日常公用经费决算数', 366700, '元']);
    expect(told(same.ask('公用经费实际支出'))).toBe('366700 @数据!B4');
    const other = list(['年初结转和结余', 0, '万元'], ['上年结转', 0.23, '万元']);
    expect(other.ask('年初结转结余资金')?.kind).toBe('ambiguous');
  });
});

describe('quarters', () => {
  const quarters = (...rows: Rows): ReturnType<typeof bindingOf> =>
    bindingOf(workbook({ 表: [['季度', '年度预算资金(万元)', '累计支出(万元)', '执行率'], ...rows] }));

  it('a budget of the whole year on every line is the budget of the year', () => {
    const { ask } = quarters(
      ['第一季度', 1000, 300, 0.3],
      ['第二季度', 1000, 500, 0.5],
      ['第三季度', 1000, 800, 0.8],
      ['第四季度', 1000, 990, 0.99],
    );
    expect(told(ask('一季度支出进度'))).toBe('0.3 @表!C2÷表!B5');
  });

  it.each<[why: string, rows: Rows, name: string]>([
    [
      'no last quarter, no budget of the year',
      [
        ['第一季度', 250, 300],
        ['第二季度', 500, 500],
      ],
      '一季度支出进度',
    ],
    [
      'shares that fall',
      [
        ['第一季度', 900, 300],
        ['第二季度', 500, 500],
        ['第三季度', 700, 600],
        ['第四季度', 1000, 990],
      ],
      '一季度支出进度',
    ],
    [
      'a budget of 0',
      [
        ['第一季度', 0, 300],
        ['第二季度', 0, 500],
        ['第三季度', 0, 600],
        ['第四季度', 0, 990],
      ],
      '四季度支出进度',
    ],
    [
      'a blank quarter',
      [
        ['第一季度', 250, null],
        ['第二季度', 500, 500],
        ['第三季度', 750, 600],
        ['第四季度', 1000, 990],
      ],
      '一季度支出进度',
    ],
  ])('%s: asked for', (_why, rows, name) => {
    expect(told(quarters(...rows).ask(name))).toBe('missing');
  });
});

describe('score tables of two years', () => {
  const table = (year: number): Rows => [
    [`${year}年度部门整体支出绩效自评表`],
    ['一级指标', '三级指标', '分值', '评分标准', '自评得分'],
    ['过程', `执行率${year}`, 10, '执行率=支出决算数/调整预算数', null],
  ];
  const uses = (year: number, adjusted: number, spent: number): Rows => [
    [`${year}年部门支出情况表`],
    ['单位：万元'],
    ['支出用途', '调整预算数', '决算数'],
    ['基本支出', adjusted, spent],
    ['合计', adjusted, spent],
  ];
  const quarters = (year: number, spent: number): Rows => [
    [`${year}年度各季度预算执行情况表`],
    ['季度', '年度预算资金(万元)', '累计支出(万元)'],
    ...['第一季度', '第二季度', '第三季度', '第四季度'].map((name) => [name, 1000, spent]),
  ];

  it.each<[why: string, name: string, indicator: string, expected: string]>([
    ['this year’s table', '支出决算数', '执行率2023', '11800000 @今年!C5'],
    ['last year’s table', '支出决算数', '执行率2022', '9000000 @去年!C5'],
    ['what was last year for this one', '上年度支出决算数', '执行率2023', '9000000 @去年!C5'],
    ['what was last year for last year', '上年度支出决算数', '执行率2022', 'missing'],
    ['quarters of this year', '一季度支出进度', '执行率2023', '0.3 @季23!C3÷季23!B6'],
    ['quarters of last year', '一季度支出进度', '执行率2022', '0.2 @季22!C3÷季22!B6'],
  ])('a table of its own for each, %s', (_why, name, indicator, expected) => {
    const { ask } = bindingOf(
      workbook({
        评分2022: table(2022),
        评分2023: table(2023),
        去年: uses(2022, 1000, 900),
        今年: uses(2023, 1200, 1180),
        季22: quarters(2022, 200),
        季23: quarters(2023, 300),
      }),
    );
    expect(told(ask(name, indicator))).toBe(expected);
  });

  it.each([
    ['执行率2023', '11800000 @数据!D3'],
    ['执行率2022', '9000000 @数据!C3'],
  ])('columns side by side, %s', (indicator, expected) => {
    const { ask } = bindingOf(
      workbook({
        评分2022: table(2022),
        评分2023: table(2023),
        数据: [['部门基础数据表'], ['项目', '单位', '2022年', '2023年'], ['支出决算数', '万元', 900, 1180]],
      }),
    );
    expect(told(ask('支出决算数', indicator))).toBe(expected);
  });
});

describe('bare names in the line of a part', () => {
  const { ask } = bindingOf(
    workbook({
      数据: [
        ['2023年基础数据表'],
        ['项目', '数值', '单位'],
        ['预算数', 1000, '万元'],
        ['决算数', 990, '万元'],
        ['公用经费决算数', 119, '万元'],
        ['年末结转结余', 10, '万元'],
      ],
      三公: [
        ['2023年“三公”经费情况表'],
        ['项目', '数值', '单位'],
        ['预算数', 20, '万元'],
        ['决算数', 18, '万元'],
      ],
    }),
  );

  it.each<[why: string, indicator: string, name: string, expected: string]>([
    ['of 公用经费', '公用经费控制率', '决算数', '1190000 @数据!B5'],
    ['of 公用经费, never of the department', '公用经费控制率', '预算数', 'missing'],
    ['of a table by its title', '“三公经费”控制率', '决算数', '180000 @三公!B4'],
    ['of the department', '预算执行率', '决算数', '9900000 @数据!B4'],
    ['a balance is compared with the whole budget', '结转结余率', '预算数', '10000000 @数据!B3'],
  ])('%s: %s, %s', (_why, indicator, name, expected) => {
    expect(told(ask(name, indicator))).toBe(expected);
  });
});

describe('names that the line explains', () => {
  const explained = (definition: string, standard = '完成率=（完成数/预算数）×100%'): string => {
    const { ask } = bindingOf(
      workbook({
        评分: [
          ['2023年度部门整体支出绩效自评表'],
          ['一级指标', '三级指标', '分值', '指标解释', '评分标准', '自评得分'],
          ['过程', '预算完成率', 10, definition, standard, null],
        ],
        支出: [
          ['2023年部门支出情况表'],
          ['单位：万元'],
          ['支出用途', '年初预算数', '调整预算数', '决算数'],
          ['基本支出', 10, 12, 11],
          ['合计', 10, 12, 11],
        ],
      }),
    );
    return told(ask('预算数', '预算完成率'));
  };

  it.each<[why: string, definition: string, expected: string]>([
    ['after a colon', '预算数：调整后的部门预算数。', '120000 @支出!C5'],
    ['by 是指', '考核预算完成程度。预算数是指年初预算数。', '100000 @支出!B5'],
    ['by 其中', '其中：预算数指调整预算数；', '120000 @支出!C5'],
    [
      'not settled by the explanation',
      '预算数：财政部门批复的本年度部门预算数。',
      'ambiguous 合计年初预算数、合计调整预算数',
    ],
    ['another name is explained', '年初预算数：年初预算数。', 'ambiguous 合计年初预算数、合计调整预算数'],
    ['nothing is explained', '', 'ambiguous 合计年初预算数、合计调整预算数'],
  ])('%s', (_why, definition, expected) => {
    expect(explained(definition)).toBe(expected);
  });

  it('in the standard itself', () => {
    expect(explained('', '完成率=（完成数/预算数）×100%。预算数：调整预算数。')).toBe('120000 @支出!C5');
  });
});

describe('what the line itself says', () => {
  const { ask } = bindingOf(fixture('awkward-format'));

  it('指标完成值 is the rate of the indicator; text and — are not', () => {
    expect(told(ask('政府采购执行率', '政府采购执行率'))).toBe('0.98 @评分表!E6');
    expect(told(ask('服务对象满意度', '服务对象满意度'))).toBe('0.98 @评分表!E8');
    expect(told(ask('预算执行率', '预算执行率'))).toBe('missing');
    expect(told(ask('管理制度健全性', '管理制度健全性'))).toBe('missing');
    expect(told(ask('一季度部门预算支出进度', '预算执行率'))).toBe(
      `${(578.8 / 1693.79).toPrecision(16)} @表1-4!C4÷表1-4!B7`,
    );
  });

  it('a formula can use a number, 98 as 98% by its scale, and text only as a literal', () => {
    const own = ask('政府采购执行率', '政府采购执行率');
    expect(own).toMatchObject({ kind: 'known' });
    expect(own?.kind === 'known' && own.scale?.valueOf()).toBe(0.01);
    const text = ask('服务对象满意度', '服务对象满意度');
    expect(text).toMatchObject({ formula: '0.98' });
    const quarter = ask('四季度部门预算支出进度', '预算执行率');
    expect(quarter?.kind === 'known' && quarter.formula).toBe(String(1693.57 / 1693.79));
    const live = bindingOf(fixture('department-2020')).ask('四季度部门预算支出进度');
    expect(live?.kind === 'known' && live.formula).toBe("'表1-4'!C7/'表1-4'!B7");
  });

  it('a form answers from its own money block', () => {
    const { ask: inForm } = bindingOf(fixture('project-national-form'));
    expect(told(inForm('全年执行数', '适老化改造点位数量'))).toBe('874800 @居家养老项目!F6');
    expect(told(inForm('全年预算数', '适老化改造点位数量'))).toBe('900000 @居家养老项目!E6');
    expect(told(inForm('全年预算数', '公众满意度'))).toBe('0 @委托业务项目!E6');
    expect(told(inForm('公用经费预算数', '公众满意度'))).toBe('missing');
  });
});

describe('contracts beside the payments on them', () => {
  const purchases = (...columns: readonly string[]): Rows => [
    ['政府采购情况表'],
    ['单位：元'],
    ['项目', '采购预算金额', ...columns],
    ['货物', 600000, 580000, 580000],
    ['服务', 400000, 390000, 370000],
    ['合计', 1000000, 970000, 950000],
  ];
  const asked = (...columns: readonly string[]): string =>
    told(bindingOf(workbook({ 采购: purchases(...columns) })).ask('实际政府采购金额'));

  it('either may be what was bought', () => {
    expect(asked('合同金额', '实际支付金额')).toBe(
      'ambiguous 政府采购合计合同金额、政府采购合计实际支付金额',
    );
  });

  it('with nothing but payments there is no doubt', () => {
    expect(asked('采购计划数量', '实际支付金额')).toBe('950000 @采购!D6');
  });
});
