import { collectFacts, recogniseTables, type AmountTable, type IndicatorTable } from '../../../src/core';
import { withoutPoints } from '../../../src/core/tables/indicator-groups';
import { amountTables, plainNumber, soleIndicatorTable } from '../../support/essence';
import { bindingOf, told } from '../../support/binding';
import { workbook, type Rows, type WorkbookOptions } from '../../support/sheet';

const sole = (rows: Rows, merges: readonly string[] = []): IndicatorTable =>
  soleIndicatorTable(
    recogniseTables(workbook({ 表: rows }, { merges: { 表: merges } } satisfies WorkbookOptions)),
  );
const lines = ({ indicators }: IndicatorTable): unknown[] =>
  indicators.map(({ name, group, points, score }) => [name, group, plainNumber(points), plainNumber(score)]);
const groups = (table: IndicatorTable): unknown[] =>
  table.groups.map(({ name, level, points, parent }) => [name, level, plainNumber(points), parent]);
const amounts = (rows: Rows): AmountTable[] => amountTables(recogniseTables(workbook({ 表: rows })));
const rowsOf = (table: AmountTable | undefined): unknown =>
  table?.rows.map(({ label, role, cells }) => [label.text, role, ...cells.map(plainNumber)]);

describe('levels that stand in no column of their own', () => {
  it('lines across the table name the groups and their points', () => {
    const table = sole([
      ['指标名称', '分值', '评分标准', '自评得分'],
      ['一、投入（40分）'],
      ['预算编制', 20, '标准', 20],
      ['目标设定', 20, '标准', 19],
      ['二、产出（60分）'],
      ['完成率', 60, '标准', 60],
      ['合计', 100, null, 99],
    ]);
    expect(groups(table)).toEqual([
      ['一、投入', 1, 40, null],
      ['二、产出', 1, 60, null],
    ]);
    expect(lines(table)).toEqual([
      ['预算编制', 0, 20, 20],
      ['目标设定', 0, 20, 19],
      ['完成率', 1, 60, 60],
    ]);
  });

  it('numbering names the groups of a flat table; their scores are not added again', () => {
    const table = sole([
      ['序号', '指标名称', '分值', '评分标准', '自评得分'],
      [1, '一、投入', 40, null, 39],
      [2, '（一）预算', 40, null, 39],
      [3, '1.预算编制', 20, '标准', 20],
      [4, '2.目标设定', 20, '标准', 19],
      [5, '二、产出', 60, '', 60],
      [6, '1.完成率', 60, '标准', 60],
      [7, '合计', 100, null, 99],
    ]);
    expect(groups(table)).toEqual([
      ['一、投入', 1, 40, null],
      ['（一）预算', 2, 40, 0],
      ['二、产出', 1, 60, null],
    ]);
    expect(lines(table)).toEqual([
      ['1.预算编制', 1, 20, 20],
      ['2.目标设定', 1, 20, 19],
      ['1.完成率', 2, 60, 60],
    ]);
  });

  it('one header over three columns stands for three levels', () => {
    const table = sole(
      [
        ['评价指标', null, null, '分值', '评分标准', '自评得分'],
        ['投入', '预算', '编制', 40, '标准', 40],
        [null, null, '目标', 60, '标准', 55],
        ['合计', null, null, 100, null, 95],
      ],
      ['A1:C1', 'A2:A3', 'B2:B3'],
    );
    expect(groups(table)).toEqual([
      ['投入', 1, null, null],
      ['预算', 2, null, 0],
    ]);
    expect(lines(table)).toEqual([
      ['编制', 1, 40, 40],
      ['目标', 1, 60, 55],
    ]);
  });

  it('a level merged into the column of the indicators is the indicator', () => {
    const table = sole(
      [
        ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
        ['投入', '预算', '编制', 40, '标准', 40],
        [null, '满意度', null, 60, '标准', 55],
        ['合计', null, null, 100, null, 95],
      ],
      ['B3:C3'],
    );
    expect(lines(table)).toEqual([
      ['编制', 1, 40, 40],
      ['满意度', 0, 60, 55],
    ]);
  });
});

it('分数 beside 得分 are the points', () => {
  expect(
    lines(
      sole([
        ['指标', '分数', '评分标准', '得分'],
        ['甲', 40, '标准', 39],
        ['乙', 60, '标准', 50],
        ['合计', 100, '', 89],
      ]),
    ),
  ).toEqual([
    ['甲', null, 40, 39],
    ['乙', null, 60, 50],
  ]);
});

describe('names without the points in them', () => {
  it.each([
    ['投入(17分)', '投入'],
    ['产出指标（４０分）', '产出指标'],
    ['产出指标40分', '产出指标'],
    ['预算执行（权重：10%）', '预算执行'],
    ['(1)预算编制', '(1)预算编制'],
    ['满意度（90%）', '满意度（90%）'],
    ['房屋（2）', '房屋（2）'],
    ['2020年重点工作', '2020年重点工作'],
    ['得分率', '得分率'],
  ])('%s → %s', (name, bare) => {
    expect(withoutPoints(name)).toBe(bare);
  });
});

describe('amounts', () => {
  it('two tables side by side under one header', () => {
    const [left, right] = amounts([
      ['部门收支总表'],
      ['单位：万元'],
      ['收入', null, '支出', null],
      ['项目', '预算数', '项目', '预算数'],
      ['一、财政拨款收入', 10, '一、基本支出', 8],
      ['二、事业收入', 5, '二、项目支出', 7],
      [null, null, '三、上缴上级支出', 0],
      ['收入总计', 15, '支出总计', 15],
    ]);
    expect([left?.kind, right?.kind, left?.unit, right?.unit]).toEqual(['income', 'use', '万元', '万元']);
    expect(rowsOf(left)).toEqual([
      ['一、财政拨款收入', 'item', 10],
      ['二、事业收入', 'item', 5],
      ['收入总计', 'total', 15],
    ]);
    expect(rowsOf(right)).toEqual([
      ['一、基本支出', 'item', 8],
      ['二、项目支出', 'item', 7],
      ['三、上缴上级支出', 'item', 0],
      ['支出总计', 'total', 15],
    ]);
  });

  it('no header over the labels', () => {
    const [table] = amounts([
      ['', '年初预算数', '调整预算数'],
      ['基本支出', 10, 11],
      ['项目支出', 5, 6],
      ['合计', 15, 17],
    ]);
    expect(rowsOf(table)).toEqual([
      ['基本支出', 'item', 10, 11],
      ['项目支出', 'item', 5, 6],
      ['合计', 'total', 15, 17],
    ]);
  });

  it('columns named by their year alone, or 上年 and 本年: a difference is no quantity', () => {
    const byYear = bindingOf(
      workbook({ 表: [['2021年情况'], ['项目', '2020年', '2021年'], ['三公经费决算数', 10, 9]] }),
    );
    expect(told(byYear.ask('三公经费决算数'))).toBe('9 @表!C3');
    expect(told(byYear.ask('上年度三公经费决算数'))).toBe('10 @表!B3');
    const relative = bindingOf(
      workbook({
        表: [['2021年情况'], ['项目', '上年数', '本年数', '增减额'], ['三公经费决算数', 10, 9, -1]],
      }),
    );
    expect(told(relative.ask('三公经费实际支出数'))).toBe('9 @表!C3');
    expect(told(relative.ask('上年三公经费实际支出数'))).toBe('10 @表!B3');
  });

  it('a unit in the header of one column holds for that column', () => {
    const { facts } = collectFacts(
      recogniseTables(
        workbook({
          表: [
            ['项目', '预算数(万元)', '决算数（元）'],
            ['三公经费', 10, 90000],
          ],
        }),
      ),
    );
    expect(facts.map(({ value }) => value.valueOf())).toEqual([100000, 90000]);
  });
});

describe('a standard cut into several rows', () => {
  const text = '1.符合法律法规，得5分；\n2.符合职责，得5分。';

  it.each<[why: string, merges: readonly string[]]>([
    ['name and score blank below', []],
    ['name and score merged over both', ['C2:C3', 'D2:D3', 'F2:F3']],
  ])('is read whole: %s', (_why, merges) => {
    const table = sole(
      [
        ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
        ['投入', '目标', '目标合理性', 10, '1.符合法律法规，得5分；', 10],
        [null, null, null, null, '2.符合职责，得5分。', null],
        ['产出', '履职', '完成率', 90, '得分=完成率×90分', 90],
        ['合计', null, null, 100, null, 100],
      ],
      merges,
    );
    expect(table.indicators.map(({ name, standard }) => [name, standard?.text])).toEqual([
      ['目标合理性', text],
      ['完成率', '得分=完成率×90分'],
    ]);
  });
});

it('a name alone above the next header is its title and no row of the table before', () => {
  const staff = (name: string, count: number): Rows => [
    [name],
    ['人员情况', '编制人数', '年末实有人数'],
    ['在编人员', count, count],
    ['合计', count, count],
  ];
  const [first, second] = amounts([...staff('甲单位', 20), ...staff('乙单位', 30)]);
  expect([first?.title?.text, second?.title?.text]).toEqual(['甲单位', '乙单位']);
  expect(rowsOf(first)).toEqual([
    ['在编人员', 'item', 20, 20],
    ['合计', 'total', 20, 20],
  ]);
});

describe('the line that adds the scores up', () => {
  it.each<[why: string, line: Rows[number], cell: string]>([
    ['in the words of the header', ['自评得分', null, null, null, 95], 'E4'],
    ['its number beside its name', ['自评总分：', 95], 'B4'],
    ['its number far from the scores', ['综合得分', null, null, 95], 'D4'],
    ['the full mark beside it', ['总分', null, 100, null, 95], 'E4'],
  ])('%s', (_why, line, cell) => {
    const table = sole([
      ['一级指标', '二级指标', '分值', '评分标准', '自评得分'],
      ['投入', '编制', 40, '标准', 40],
      ['产出', '完成', 60, '标准', 55],
      line,
    ]);
    expect(lines(table)).toHaveLength(2);
    expect([table.total?.score?.ref.cell, plainNumber(table.total?.score ?? null)]).toEqual([cell, 95]);
  });
});

describe('lines that are the stages of the year', () => {
  const stages = (first: string | null, ...names: readonly string[]): Rows => [
    ['“三公”经费支出情况表'],
    ['单位：万元'],
    [first, ...names],
    ['2022年决算数', 20, 12, 8],
    ['2023年预算数', 18, 11, 7],
    ['2023年决算数', 16, 10, 6],
    ['控制率', '88.9%', '90.9%', '85.7%'],
  ];
  const COLUMNS = ['2022年决算数', '2023年预算数', '2023年决算数', '控制率'];

  it.each<[why: string, rows: Rows]>([
    ['without a word above them', stages(null, '合计', '公务用车购置及运行维护费', '公务接待费')],
    ['under 项目', stages('项目', '合计', '公务用车购置及运行维护费', '公务接待费')],
    ['under 年度', stages('年度', '合计', '公务用车购置及运行维护费', '公务接待费')],
  ])('become columns, the quantities lines: %s', (_why, rows) => {
    const [table, ...others] = amounts(rows);
    expect(others).toEqual([]);
    expect(table?.columns.map(({ header }) => header.text)).toEqual(COLUMNS);
    expect(rowsOf(table)).toEqual([
      ['合计', 'total', 20, 18, 16, 0.889],
      ['公务用车购置及运行维护费', 'item', 12, 11, 10, 0.909],
      ['公务接待费', 'item', 8, 7, 6, 0.857],
    ]);
  });

  it.each<[why: string, rows: Rows]>([
    [
      'the columns are years',
      [
        ['项目', '2022年', '2023年'],
        ['预算数', 20, 18],
        ['决算数', 19, 16],
      ],
    ],
    [
      'the lines name quantities',
      [
        ['项目', '机关本级', '下属中心'],
        ['公用经费预算数', 20, 18],
        ['公用经费决算数', 19, 16],
      ],
    ],
  ])('stay as they are where %s', (_why, rows) => {
    expect(amounts(rows).flatMap(({ rows: found }) => found.map(({ label }) => label.text))).not.toContain(
      '2023年',
    );
    expect(amounts(rows).flatMap(({ rows: found }) => found.map(({ label }) => label.text))).not.toContain(
      '下属中心',
    );
  });
});

it('the end of a year heads a column of that year', () => {
  const [table] = amounts([
    ['人员情况'],
    ['项目', '2022年末', '2023年末'],
    ['编制数', 80, 80],
    ['在职人员数', 82, 79],
  ]);
  expect(table?.columns.map(({ year }) => year)).toEqual([2022, 2023]);
  expect(rowsOf(table)).toEqual([
    ['编制数', 'item', 80, 80],
    ['在职人员数', 'item', 82, 79],
  ]);
});
