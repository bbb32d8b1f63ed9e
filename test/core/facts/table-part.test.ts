import { isIndicatorTable, recogniseTables } from '../../../src/core';
import { tablePart } from '../../../src/core/facts/table-part';
import { bindingOf, told } from '../../support/binding';
import { workbook, type Rows } from '../../support/sheet';

const uses = (title: string | null): Rows => [
  ...(title === null ? [] : [[title]]),
  ['单位：万元'],
  ['支出用途', '年初预算数', '决算数'],
  ['甲支出', 10, 9],
  ['乙支出', 20, 20],
  ['合计', 30, 29],
];

describe('what the title says a table is about', () => {
  const WHOLE = { whole: true, subject: null, funds: null };
  const part = (subject: string | null, funds: string | null = null) => ({ whole: false, subject, funds });

  it.each<[why: string, title: string, expected: object]>([
    ['nothing but the department', '2023年部门支出情况表', WHOLE],
    ['the words of the self-evaluation name no part', '表1-3 部门整体支出构成（按支出用途）', WHOLE],
    ['both halves are all there is', '基本支出和项目支出情况表', WHOLE],
    ['a remark in brackets is no title', '部门支出情况表（含项目支出）', WHOLE],
    ['one half', '2023年基本支出情况表', part('基本支出')],
    ['the other', '2023年项目支出情况表', part('项目支出')],
    ['the halves of 基本支出', '人员经费和公用经费支出表', part('基本支出')],
    ['a quantity in quotation marks', '附件2 “三公”经费支出情况表', part('三公经费')],
    ['after the name of the evaluation', '部门整体支出绩效自评“三公”经费控制情况表', part('三公经费')],
    ['two parts are no single quantity', '“三公”经费及会议费支出表', part(null)],
    ['projects that were evaluated are some of them', '项目支出绩效自评汇总表', part(null)],
    ['purchases', '政府采购情况表', part('政府采购')],
    ['one fund', '一般公共预算财政拨款支出表', { whole: true, subject: null, funds: '一般公共预算' }],
    ['a part of one fund', '政府性基金项目支出表', part('项目支出', '政府性基金')],
    ['all fiscal funds', '财政拨款支出明细表', { whole: true, subject: null, funds: '财政拨款' }],
  ])('%s: %s', (_why, title, expected) => {
    const [table] = recogniseTables(workbook({ 表: uses(title) })).tables;
    expect(table && !isIndicatorTable(table) && tablePart(table)).toEqual(expected);
  });

  it('a table without a title is called by its sheet', () => {
    const [table] = recogniseTables(workbook({ 基本支出: uses(null) })).tables;
    expect(table && !isIndicatorTable(table) && tablePart(table)).toEqual(part('基本支出'));
  });
});

describe('totals answer for what their table is about', () => {
  it.each<[why: string, title: string, asked: string, expected: string]>([
    ['the department', '部门支出情况表', '决算支出', '290000 @表!C6'],
    ['half of the spending is not the department’s', '项目支出情况表', '决算支出', 'missing'],
    ['nor is the other half', '基本支出情况表', '支出决算数', 'missing'],
    ['nor are 三公经费', '“三公”经费支出情况表', '实际支出数', 'missing'],
    ['the half itself', '项目支出情况表', '项目支出决算数', '290000 @表!C6'],
    ['三公经费 by their title', '“三公”经费支出情况表', '“三公经费”实际支出数', '290000 @表!C6'],
    ['fiscal funds pay all of them', '财政拨款“三公”经费支出表', '三公经费决算数', '290000 @表!C6'],
    [
      'a share of 项目支出 is offered',
      '财政拨款项目支出表',
      '项目支出决算数',
      'ambiguous 项目支出合计决算数',
    ],
    ['one fund is offered and not taken', '一般公共预算支出表', '决算支出', 'ambiguous 合计决算数'],
  ])('%s: %s, %s', (_why, title, asked, expected) => {
    expect(told(bindingOf(workbook({ 表: uses(title) })).ask(asked))).toBe(expected);
  });

  it.each<[why: string, asked: string, expected: string]>([
    ['what was spent', '支出决算数', '11900000 @表!F6'],
    ['what was received', '本年收入决算数', '12450000 @表!C6'],
    ['what was left', '结转结余总额', '600000 @表!F7'],
    ['both sides are one sum of a budget', '年初预算数', '10500000 @表!B8'],
  ])('accounts that are made equal by the carry-over, %s', (_why, asked, expected) => {
    const { ask } = bindingOf(
      workbook({
        表: [
          ['2023年收入支出决算总表'],
          ['单位：万元'],
          ['项目', '年初预算数', '决算数', '项目', '年初预算数', '决算数'],
          ['一、财政拨款收入', 1000, 1200, '一、基本支出', 600, 650],
          ['二、事业收入', 50, 45, '二、项目支出', 450, 540],
          ['本年收入合计', 1050, 1245, '本年支出合计', 1050, 1190],
          ['年初结转和结余', 0, 5, '年末结转和结余', 0, 60],
          ['总计', 1050, 1250, '总计', 1050, 1250],
        ],
      }),
    );
    expect(told(ask(asked))).toBe(expected);
  });

  it('a 小计 of a known quantity is that quantity', () => {
    const { ask } = bindingOf(
      workbook({
        表: [
          ['2023年“三公”经费、会议费支出情况表'],
          ['单位：万元'],
          ['项目', '预算数', '决算数'],
          ['“三公”经费小计', 20, 18],
          ['公务接待费', 20, 18],
          ['会议费', 3, 4],
          ['合计', 23, 22],
        ],
      }),
    );
    expect(told(ask('“三公经费”实际支出数'))).toBe('180000 @表!C4');
  });

  it('all funds come before one of them', () => {
    const { ask } = bindingOf(
      workbook({ 全部: uses('部门支出情况表'), 拨款: uses('一般公共预算财政拨款支出表').slice(0, -2) }),
    );
    expect(told(ask('决算支出'))).toBe('290000 @全部!C6');
  });
});

describe('headers that name a quantity', () => {
  const staff = (header: string, ...more: Rows): Rows => [
    ['2023年人员情况表'],
    ['人员类别', '编制数', header],
    ['行政人员', 10, 9],
    ['事业人员', 20, 20],
    ...more,
    ['合计', 30, 29],
  ];

  it.each<[why: string, rows: Rows, asked: string, expected: string]>([
    ['people on duty', staff('在职人员数'), '在职人员数', '29 @表!C5'],
    ['who is counted is not said', staff('实有人数'), '在职人员数', 'ambiguous 合计实有人数'],
    [
      'a line of its own says it',
      [
        ['2023年人员情况表'],
        ['人员类别', '编制数', '年末实有人数'],
        ['在职人员', 30, 29],
        ['离退休人员', '', 12],
        ['合计', 30, 41],
      ],
      '在职人员数',
      '29 @表!C3',
    ],
    ['people are not money', staff('实有人数'), '支出总额', 'missing'],
    [
      'a balance beside the spending',
      [
        ['部门支出情况表'],
        ['单位：万元'],
        ['支出用途', '调整预算数', '决算数', '年末结转结余'],
        ['基本支出', 610, 605, 5],
        ['项目支出', 470, 425, 45],
        ['合计', 1080, 1030, 50],
      ],
      '结转结余总额',
      '500000 @表!D6',
    ],
    [
      'purchases, planned and made',
      [
        ['政府采购情况表'],
        ['单位：万元'],
        ['采购类别', '采购计划金额', '实际采购金额'],
        ['货物', 10, 9],
        ['服务', 20, 20],
        ['合计', 30, 29],
      ],
      '实际采购金额合计数',
      '290000 @表!C6',
    ],
  ])('%s', (_why, rows, asked, expected) => {
    expect(told(bindingOf(workbook({ 表: rows })).ask(asked))).toBe(expected);
  });
});

describe('lines that say no quantity', () => {
  const lying: Rows = [
    ['2023年经费情况表（单位：万元）'],
    ['项目', '“三公”经费', '公务接待费', '公用经费'],
    ['预算数', 20, 8, 120],
    ['决算数', 18, 7, 119],
  ];
  const oneLine: Rows = [
    ['2023年度基础数据表（单位：万元）'],
    ['项目', '调整预算数', '支出决算数', '三公经费预算数', '三公经费决算数'],
    ['金额', 1200, 1150, 20, 18],
  ];

  it.each<[why: string, rows: Rows, asked: string, expected: string]>([
    ['the header has the quantity, the line the stage', lying, '三公经费决算数', '180000 @表!B4'],
    ['another column', lying, '公用经费预算数', '1200000 @表!D3'],
    ['none of them is the department', lying, '支出决算数', 'missing'],
    ['nor its budget', lying, '预算数', 'missing'],
    ['quantities side by side', oneLine, '三公经费决算数', '180000 @表!E3'],
    ['the department beside them', oneLine, '支出决算数', '11500000 @表!C3'],
    ['and its budget', oneLine, '调整预算数', '12000000 @表!B3'],
  ])('%s: %s', (_why, rows, asked, expected) => {
    expect(told(bindingOf(workbook({ 表: rows })).ask(asked))).toBe(expected);
  });
});

describe('lists about a part', () => {
  const list = (title: string): Rows => [
    [title],
    ['项目', '数值', '单位'],
    ['预算数', 20, '万元'],
    ['决算数', 18, '万元'],
  ];

  it.each<[why: string, title: string, asked: string, expected: string]>([
    ['the department', '2023年基础数据表', '决算支出', '180000 @表!B4'],
    ['三公经费 by the title', '2023年“三公”经费情况表', '三公经费决算数', '180000 @表!B4'],
    ['and not the department', '2023年“三公”经费情况表', '决算支出', 'missing'],
    ['by its very label neither', '2023年“三公”经费情况表', '决算数', 'missing'],
    ['the label of the whole', '2023年基础数据表', '决算数', '180000 @表!B4'],
    ['the money of a project', '某项目资金使用情况表', '支出决算数', 'missing'],
  ])('%s: %s, %s', (_why, title, asked, expected) => {
    expect(told(bindingOf(workbook({ 表: list(title) })).ask(asked))).toBe(expected);
  });
});

describe('what a year ends with and the next begins with', () => {
  const list = (...rows: Rows): ReturnType<typeof bindingOf> =>
    bindingOf(workbook({ 数据: [['2023年基础数据'], ['项目', '2022年', '2023年', '单位'], ...rows] }));
  const one = (...rows: Rows): ReturnType<typeof bindingOf> =>
    bindingOf(workbook({ 数据: [['2023年基础数据'], ['项目', '数值', '单位'], ...rows] }));

  it.each<[why: string, asked: string, expected: string]>([
    ['this year', '本年度累计结转结余资金总额', '240000 @数据!C3'],
    ['the year before', '上年度累计结转结余资金总额', '200000 @数据!B3'],
    ['the end of last year', '上年末结转结余', '200000 @数据!B3'],
    ['is what this one begins with', '年初结转结余', '200000 @数据!B3'],
  ])('years side by side, %s: %s', (_why, asked, expected) => {
    expect(told(list(['结转结余总额', 20, 24, '万元']).ask(asked))).toBe(expected);
  });

  it('this year’s beginning answers for last year’s end', () => {
    const { ask } = one(['年初结转结余', 20, '万元'], ['年末结转结余', 24, '万元']);
    expect(told(ask('上年度累计结转结余资金总额'))).toBe('200000 @数据!B3');
    expect(told(ask('本年度累计结转结余资金总额'))).toBe('240000 @数据!B4');
  });

  it('two that differ are asked for', () => {
    const { ask } = list(['结转结余总额', 20, 24, '万元'], ['年初结转结余', null, 19, '万元']);
    expect(ask('上年度累计结转结余资金总额')?.kind).toBe('ambiguous');
  });

  it('fiscal funds are not all funds', () => {
    expect(told(one(['年初财政拨款结转结余', 20, '万元']).ask('上年度累计结转结余资金总额'))).toBe('missing');
  });
});
