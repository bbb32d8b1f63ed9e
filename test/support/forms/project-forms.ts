import { FormSheet } from './form-sheet';
import type { IndicatorTruth, MoneyTruth, ProjectTruth } from './project-truth';

/** A way to write a project's report on a sheet. */
export type ProjectForm = Readonly<{
  /** Whose form it is, for the name of the test. */
  name: string;
  write(truth: ProjectTruth, sheetName: string): FormSheet;
}>;

/** Target and actual as one text, as the national form has them. */
const written = ({ sign, target, measure }: IndicatorTruth): string =>
  sign === '定性' ? String(target) : `${sign}${target}${measure}`;
const done = ({ sign, actual, measure }: IndicatorTruth): string =>
  sign === '定性' ? String(actual) : `${actual}${measure}`;
/** Percentages as fractions, as cells with a percent format hold them. */
const percent = (value: number): number => Number((value / 100).toPrecision(12));
const sumOf = (truth: ProjectTruth, first: string): number =>
  truth.indicators.filter((one) => one.first === first).reduce((sum, { points }) => sum + points, 0);

/** Runs of equal values down the list, for level cells. */
function runs(
  indicators: readonly IndicatorTruth[],
  key: (one: IndicatorTruth) => string,
): readonly { at: number; length: number; value: string }[] {
  const found: { at: number; length: number; value: string }[] = [];
  indicators.forEach((one, at) => {
    const last = found.at(-1);
    if (last?.value === key(one)) last.length += 1;
    else found.push({ at, length: 1, value: key(one) });
  });
  return found;
}

const MONEY = {
  header: (sheet: FormSheet, row: number, labels: Readonly<Record<number, string>>): void => {
    for (const [column, text] of Object.entries(labels)) sheet.put(row, Number(column), text);
  },
  row: (
    sheet: FormSheet,
    row: number,
    one: MoneyTruth,
    columns: { label: number; initial?: number; budget: number; executed: number },
  ): void => {
    sheet.put(row, columns.label, one.label);
    if (columns.initial !== undefined)
      sheet.put(row, columns.initial, one.initial, { mark: `年初:${one.label}` });
    sheet.put(row, columns.budget, one.budget, { mark: `预算:${one.label}` });
    sheet.put(row, columns.executed, one.executed, { mark: `执行:${one.label}` });
  },
};
const total = (truth: ProjectTruth): MoneyTruth => {
  const [first] = truth.money;
  if (!first) throw new Error('a project has a total of money');
  return first;
};
const rateOf = ({ budget, executed }: MoneyTruth): number => Number((executed / budget).toPrecision(12));

/** Level cells in one column, merged over their runs. */
function level(
  sheet: FormSheet,
  top: number,
  column: number,
  truth: ProjectTruth,
  key: (one: IndicatorTruth) => string,
  text: (value: string) => string = (value) => value,
): void {
  for (const { at, length, value } of runs(truth.indicators, key)) {
    sheet.put(top + at, column, text(value)).merge(top + at, column, top + at + length - 1, column);
  }
}

const byFirst = (one: IndicatorTruth): string => one.first;
const bySecond = (one: IndicatorTruth): string => `${one.first}|${one.second}`;
const secondOnly = (value: string): string => value.split('|')[1] ?? '';

const national: ProjectForm = {
  name: '国家表',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, '项目支出绩效自评表').merge(0, 0, 0, 8);
    sheet.put(1, 0, `（${truth.year}年度）`).merge(1, 0, 1, 8);
    sheet.put(2, 0, '项目名称').put(2, 1, truth.name).merge(2, 1, 2, 8);
    sheet.put(3, 0, '主管部门').put(3, 1, '某市某局').merge(3, 1, 3, 3);
    sheet.put(3, 4, '实施单位').put(3, 5, '某市某中心').merge(3, 5, 3, 8);
    const { money } = truth;
    sheet.put(4, 0, '项目资金\n（万元）').merge(4, 0, 4 + money.length, 0);
    sheet.line(4, ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'], 3).merge(4, 1, 4, 2);
    money.forEach((one, index) => {
      const row = 5 + index;
      MONEY.row(sheet, row, one, { label: 1, initial: 3, budget: 4, executed: 5 });
      sheet.merge(row, 1, row, 2);
      if (index === 0)
        sheet
          .put(row, 6, truth.moneyPoints)
          .put(row, 7, rateOf(one), { format: '0.00%' })
          .put(row, 8, truth.moneyScore, { mark: '得分:预算执行' });
      else sheet.put(row, 6, '—').put(row, 8, '—');
    });
    let row = 5 + money.length;
    sheet.put(row, 0, '年度总体目标').merge(row, 0, row + 1, 0);
    sheet.put(row, 1, '预期目标').merge(row, 1, row, 4).put(row, 5, '实际完成情况').merge(row, 5, row, 8);
    sheet.put(row + 1, 1, '保障业务系统全年稳定运行。').merge(row + 1, 1, row + 1, 4);
    sheet.put(row + 1, 5, '业务系统全年稳定运行。').merge(row + 1, 5, row + 1, 8);
    row += 2;
    sheet.put(row, 0, '绩效指标').merge(row, 0, row + truth.indicators.length, 0);
    sheet.line(
      row,
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ],
      1,
    );
    level(sheet, row + 1, 1, truth, byFirst, (value) => `${value}\n（${sumOf(truth, value)}分）`);
    level(sheet, row + 1, 2, truth, bySecond, secondOnly);
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      sheet.put(at, 3, one.name).put(at, 4, written(one)).put(at, 5, done(one)).put(at, 6, one.points);
      sheet.put(at, 7, one.score, { mark: `得分:${one.name}` }).put(at, 8, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet
      .put(row, 0, '总分')
      .merge(row, 0, row, 5)
      .put(row, 6, 100)
      .put(row, 7, truth.total, { mark: '总分' });
    return sheet;
  },
};

const sichuan: ProjectForm = {
  name: '符号、单位各占一列',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, `部门预算项目支出绩效自评表（${truth.year}年度）`).merge(0, 0, 0, 10);
    sheet.put(1, 0, '项目名称').put(1, 2, truth.name).merge(1, 2, 1, 10);
    sheet.put(2, 0, '主管部门').put(2, 2, '某局').put(2, 5, '实施单位（盖章）').put(2, 7, '某中心');
    sheet.put(3, 0, '项目基本情况').put(3, 1, '1.项目年度目标完成情况').put(3, 2, '项目年度目标');
    sheet.put(3, 6, '年度目标完成情况').put(4, 2, '保障系统运行。').put(4, 6, '系统运行稳定。');
    sheet.put(5, 1, '2.项目实施内容及过程概述').put(5, 2, '按合同组织巡检和维护。');
    const top = 6;
    sheet.line(top, [
      '预算执行情况（10分）',
      '年度预算数（万元）',
      '年初预算',
      '调整后预算数',
      '预算执行数',
      '预算执行率',
      '权重',
      '得分',
      '原因',
    ]);
    sheet.merge(top, 0, top + truth.money.length, 0);
    const labels = ['总额', '其中：财政资金', '财政专户管理资金', '单位资金'];
    truth.money.forEach((one, index) => {
      const row = top + 1 + index;
      MONEY.row(sheet, row, one, { label: 1, initial: 2, budget: 3, executed: 4 });
      sheet.put(row, 1, labels[index] ?? one.label);
      sheet.put(row, 5, one.budget === 0 ? 0 : rateOf(one), { format: '0.00%' });
      if (index === 0)
        sheet
          .put(row, 6, truth.moneyPoints)
          .put(row, 7, truth.moneyScore, { mark: '得分:预算执行' })
          .put(row, 8, '部分尾款按合同于次年支付。');
      else sheet.put(row, 6, '/').put(row, 7, '/');
    });
    let row = top + 1 + truth.money.length;
    sheet.put(row, 0, '绩效指标（90分）').merge(row, 0, row + truth.indicators.length + 1, 0);
    sheet.line(
      row,
      [
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
      1,
    );
    level(sheet, row + 1, 1, truth, byFirst);
    level(sheet, row + 1, 2, truth, bySecond, secondOnly);
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      sheet
        .put(at, 3, one.name)
        .put(at, 4, one.sign)
        .put(at, 5, one.target)
        .put(at, 6, one.measure || null);
      sheet.put(at, 7, one.actual).put(at, 8, one.points);
      sheet.put(at, 9, one.score, { mark: `得分:${one.name}` }).put(at, 10, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet.put(row, 1, '合计').put(row, 8, 100).put(row, 9, truth.total, { mark: '总分' });
    sheet.put(row + 1, 0, '评价结论').put(row + 1, 1, `项目自评得分${truth.total}分，完成情况较好。`);
    sheet.put(row + 2, 0, '存在问题').put(row + 2, 1, '无');
    sheet.put(row + 3, 0, '改进措施').put(row + 3, 1, '无');
    sheet.put(row + 4, 0, '项目负责人：').put(row + 4, 5, '财务负责人：');
    return sheet;
  },
};

const hubei: ProjectForm = {
  name: '分值写在名称和表头的括号里',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, `${truth.year}年度${truth.name}项目自评表`).merge(0, 0, 0, 6);
    sheet.put(1, 0, '单位名称：某局').put(1, 3, '填报日期：2024年3月1日').put(1, 5, `总分：${truth.total}`);
    sheet.put(2, 0, '项目名称').put(2, 1, truth.name).merge(2, 1, 2, 6);
    sheet.put(3, 0, '主管部门').put(3, 1, '某局').put(3, 4, '项目实施单位').put(3, 5, '某中心');
    sheet.put(4, 0, '项目类别').put(4, 1, '1、部门预算项目□ 2、市直专项□ 3、市对下转移支付□');
    sheet.put(5, 0, '项目属性').put(5, 1, '持续性□ 新增性□');
    sheet.line(6, [
      '预算执行情况（万元）（10分）',
      null,
      '预算数（A）',
      '执行数（B）',
      '执行率（B/A）',
      '得分（10分*执行率）',
    ]);
    sheet.put(7, 1, '年度财政资金总额').merge(6, 0, 7, 0);
    const all = total(truth);
    sheet
      .put(7, 2, all.budget, { mark: `预算:${all.label}` })
      .put(7, 3, all.executed, { mark: `执行:${all.label}` })
      .put(7, 4, rateOf(all), { format: '0.00%' })
      .put(7, 5, truth.moneyScore, { mark: '得分:预算执行' });
    sheet.line(8, [
      '年度绩效目标1（90分）',
      '一级指标',
      '二级指标',
      '三级指标',
      '年初目标值（A）',
      '实际完成值（B）',
      '得分',
    ]);
    sheet.merge(8, 0, 8 + truth.indicators.length, 0);
    level(sheet, 9, 1, truth, byFirst);
    level(sheet, 9, 2, truth, bySecond, secondOnly);
    truth.indicators.forEach((one, index) => {
      const at = 9 + index;
      sheet.put(at, 3, `${one.name}（${one.points}分）`).put(at, 4, written(one)).put(at, 5, done(one));
      sheet.put(at, 6, one.score, { mark: `得分:${one.name}` });
    });
    const row = 9 + truth.indicators.length;
    sheet.put(row, 0, '总分').put(row, 6, truth.total, { mark: '总分' });
    sheet.put(row + 1, 0, '偏差大或目标未完成原因分析').put(row + 1, 1, '个别部件到货较晚。');
    sheet.put(row + 2, 0, '改进措施及结果应用方案').put(row + 2, 1, '提前备货。');
    sheet.put(
      row + 3,
      0,
      '备注：1.预算执行情况口径：预算数为调整后财政资金总额，执行数为资金使用单位实际支出。',
    );
    return sheet;
  },
};

const chongqing: ProjectForm = {
  name: '没有级次，系数、权重、得分各一列',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, `${truth.year}年度项目绩效自评表`).merge(0, 0, 0, 9);
    sheet.put(1, 0, '项目名称').put(1, 1, truth.name).merge(1, 1, 1, 4);
    sheet.put(1, 5, '联系人及电话').put(1, 6, '甲');
    sheet.put(2, 0, '主管部门').put(2, 1, '某局').put(2, 5, '实施单位').put(2, 6, '某中心');
    sheet.line(3, [
      '项目资金（万元）',
      null,
      '年初预算数',
      '全年（调整）预算数',
      '全年执行数',
      '执行率',
      '执行率权重',
      '执行率得分',
    ]);
    sheet.merge(3, 0, 3 + truth.money.length, 0);
    truth.money.forEach((one, index) => {
      MONEY.row(sheet, 4 + index, one, { label: 1, initial: 2, budget: 3, executed: 4 });
      if (index === 0)
        sheet
          .put(4, 5, rateOf(one), { format: '0.0%' })
          .put(4, 6, truth.moneyPoints)
          .put(4, 7, truth.moneyScore, { mark: '得分:预算执行' });
    });
    let row = 4 + truth.money.length;
    sheet.put(row, 0, '年度绩效目标').put(row, 1, '年初设定目标').put(row, 5, '全年目标实际完成情况');
    sheet.put(row + 1, 1, '保障系统运行。').put(row + 1, 5, '系统运行稳定。');
    row += 2;
    sheet.put(row, 0, '绩效指标').merge(row, 0, row + truth.indicators.length, 0);
    sheet.line(
      row,
      [
        '指标名称',
        '计量单位',
        '指标性质',
        '年初指标值',
        '调整指标值',
        '全年完成值',
        '指标权重',
        '指标得分',
        '是否核心指标',
        '说明',
      ],
      1,
    );
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      sheet
        .put(at, 1, one.name)
        .put(at, 2, one.measure || null)
        .put(at, 3, one.sign)
        .put(at, 4, index === 0 ? 20 : one.target);
      // The first target was lowered during the year.
      if (index === 0) sheet.put(at, 5, one.target);
      sheet.put(at, 6, one.actual).put(at, 7, one.points);
      sheet
        .put(at, 8, one.score, { mark: `得分:${one.name}` })
        .put(at, 9, '是')
        .put(at, 10, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet.put(row, 0, '合计').put(row, 7, 100).put(row, 8, truth.total, { mark: '总分' });
    return sheet;
  },
};

const henan: ProjectForm = {
  name: '总分和等级在表上方',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(1, 1, `${truth.year}年度项目支出绩效自评情况表`).merge(1, 1, 1, 10);
    sheet.put(2, 1, '项目名称*').put(2, 2, truth.name).merge(2, 2, 2, 5);
    sheet.put(2, 6, '自评总分').put(2, 7, truth.total).put(2, 8, '自评等级');
    sheet.put(2, 9, truth.grade, { mark: '等级' });
    sheet.put(3, 1, '主管部门').put(3, 2, '某局').put(3, 6, '实施单位').put(3, 7, '某中心');
    sheet.line(
      4,
      [
        '项目资金（万元）',
        '资金来源',
        null,
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ],
      1,
    );
    sheet.merge(4, 1, 4 + truth.money.length, 1).merge(4, 2, 4, 3);
    truth.money.forEach((one, index) => {
      const row = 5 + index;
      MONEY.row(sheet, row, one, { label: 2, initial: 4, budget: 5, executed: 6 });
      sheet.merge(row, 2, row, 3);
      if (index === 0)
        sheet
          .put(row, 7, truth.moneyPoints)
          .put(row, 8, rateOf(one), { format: '0.00%' })
          .put(row, 9, truth.moneyScore, { mark: '得分:预算执行' });
      else sheet.put(row, 7, '-').put(row, 8, '-').put(row, 9, '-');
    });
    let row = 5 + truth.money.length;
    sheet.put(row, 1, '年度绩效目标').put(row, 2, '年初设定目标').put(row, 6, '目标实际完成情况');
    sheet
      .put(row + 1, 2, '保障系统运行。')
      .put(row + 1, 6, '系统运行稳定。')
      .merge(row, 1, row + 1, 1);
    row += 2;
    sheet.put(row, 1, '年度绩效指标').merge(row, 1, row + truth.indicators.length, 1);
    sheet.line(
      row,
      ['一级指标', '二级指标', '三级指标', '指标值', '全年实际值', '分值', '得分', '偏差率', '未完成原因'],
      2,
    );
    level(sheet, row + 1, 2, truth, byFirst);
    level(sheet, row + 1, 3, truth, bySecond, secondOnly);
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      sheet.put(at, 4, one.name).put(at, 5, written(one)).put(at, 6, done(one)).put(at, 7, one.points);
      sheet
        .put(at, 8, one.score, { mark: `得分:${one.name}` })
        .put(at, 9, one.score < one.points ? '5%' : '0');
      sheet.put(at, 10, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet.put(row, 1, '总分').put(row, 7, 100).put(row, 8, truth.total, { mark: '总分' });
    sheet.put(row + 1, 1, '注：1.执行率=全年执行数/全年预算数×100%。2.得分不得超过分值。');
    return sheet;
  },
};

const gradeBelow: ProjectForm = {
  name: '等级写在表下方，完成率另有一列',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, '附件2').put(1, 0, '财政支出项目绩效自评表').merge(1, 0, 1, 9);
    sheet.put(2, 0, '填报单位：某局').put(2, 7, '单位：万元');
    sheet.put(3, 0, '项目名称').put(3, 2, truth.name).put(3, 6, '预算年度').put(3, 8, `${truth.year}年`);
    sheet.line(4, [
      '预算执行',
      null,
      '资金性质',
      '年初预算',
      '调整后预算',
      '实际支出',
      '执行率（%）',
      '权重',
      '得分',
    ]);
    sheet.merge(4, 0, 4 + truth.money.length, 1);
    truth.money.forEach((one, index) => {
      const row = 5 + index;
      MONEY.row(sheet, row, one, { label: 2, initial: 3, budget: 4, executed: 5 });
      if (index === 0)
        sheet
          .put(row, 6, Number((rateOf(one) * 100).toFixed(2)))
          .put(row, 7, truth.moneyPoints)
          .put(row, 8, truth.moneyScore, { mark: '得分:预算执行' });
    });
    let row = 5 + truth.money.length;
    sheet.line(row, [
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '计划指标值',
      '实际完成指标值',
      '完成率',
      '权重',
      '自评得分',
      '备注',
    ]);
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      const before = truth.indicators[index - 1];
      sheet.put(at, 1, before?.first === one.first ? null : one.first);
      sheet.put(at, 2, before?.second === one.second ? null : one.second);
      sheet.put(at, 3, one.name).put(at, 4, written(one)).put(at, 5, done(one)).put(at, 7, one.points);
      sheet.put(at, 6, one.score < one.points ? '95%' : '100%');
      sheet.put(at, 8, one.score, { mark: `得分:${one.name}` }).put(at, 9, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet.put(row, 0, '合计').put(row, 7, 100).put(row, 8, truth.total, { mark: '总分' });
    sheet.put(row + 1, 0, `评价等级：${truth.grade}`, { mark: '等级' });
    sheet
      .put(row + 2, 0, '填表人：甲')
      .put(row + 2, 5, '联系电话：')
      .put(row + 2, 8, '填表日期：2024年3月5日');
    return sheet;
  },
};

const shanghai: ProjectForm = {
  name: '等级写在表下方的单元格旁',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, `${truth.year}年度项目绩效自评表`).merge(0, 0, 0, 8);
    sheet.put(1, 0, '（金额单位：元）').merge(1, 0, 1, 8);
    sheet.put(2, 0, '项目名称：').put(2, 1, truth.name).put(2, 5, '项目类别：').put(2, 6, '经常性专项业务费');
    sheet.put(3, 0, '预算单位：').put(3, 1, '某中心').put(3, 5, '主管部门：').put(3, 6, '某局');
    sheet.line(4, ['计划开始日期', '2023-01-01', null, null, null, '计划完成日期', '2023-12-31']);
    sheet.line(5, ['预算资金', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']);
    truth.money.forEach((one, index) => {
      const row = 6 + index;
      sheet.put(row, 0, one.label);
      sheet.put(row, 2, one.initial * 10_000, { mark: `年初:${one.label}` });
      sheet.put(row, 3, one.budget * 10_000, { mark: `预算:${one.label}` });
      sheet.put(row, 4, one.executed * 10_000, { mark: `执行:${one.label}`, format: '#,##0.00' });
      if (index === 0)
        sheet
          .put(row, 5, truth.moneyPoints)
          .put(row, 6, rateOf(one), { format: '0.00%' })
          .put(row, 7, truth.moneyScore, { mark: '得分:预算执行' });
    });
    let row = 6 + truth.money.length;
    sheet.line(row, [
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ]);
    level(sheet, row + 1, 0, truth, byFirst);
    level(sheet, row + 1, 1, truth, bySecond, secondOnly);
    truth.indicators.forEach((one, index) => {
      const at = row + 1 + index;
      sheet.put(at, 2, one.name);
      if (one.measure === '%' && typeof one.actual === 'number' && typeof one.target === 'number')
        sheet
          .put(at, 3, `${one.sign}${one.target.toFixed(2)}%`)
          .put(at, 4, percent(one.actual), { format: '0.00%' });
      else sheet.put(at, 3, written(one)).put(at, 4, done(one));
      sheet.put(at, 5, one.points).put(at, 6, one.score, { mark: `得分:${one.name}` });
      sheet.put(at, 7, one.reason || null);
    });
    row += truth.indicators.length + 1;
    sheet.put(row, 0, '合计').put(row, 5, 100).put(row, 6, truth.total, { mark: '总分' });
    sheet.put(row + 1, 0, '自评等级').put(row + 1, 5, truth.grade, { mark: '等级' });
    return sheet;
  },
};

const flat: ProjectForm = {
  name: '一格一列的流水表，没有合并，没有总分',
  write(truth, name) {
    const sheet = new FormSheet(name);
    sheet.put(0, 0, `${truth.year}年度${truth.name}绩效自评`);
    sheet.line(1, [
      '一级指标',
      '二级指标',
      '三级指标',
      '目标值',
      '完成值',
      '权重（%）',
      '自评得分',
      '未达成原因说明',
    ]);
    const rate = Number((rateOf(total(truth)) * 100).toFixed(2));
    sheet.line(2, ['预算执行', '预算执行', '预算执行率', '≥100%', `${rate}%`, truth.moneyPoints]);
    sheet.put(2, 6, truth.moneyScore, { mark: '得分:预算执行' }).put(2, 7, '部分尾款次年支付。');
    truth.indicators.forEach((one, index) => {
      const at = 3 + index;
      sheet.line(at, [one.first, one.second, one.name, written(one), done(one), one.points]);
      sheet.put(at, 6, one.score, { mark: `得分:${one.name}` }).put(at, 7, one.reason || null);
    });
    return sheet;
  },
};

export const PROJECT_FORMS: readonly ProjectForm[] = [
  national,
  sichuan,
  hubei,
  chongqing,
  henan,
  gradeBelow,
  shanghai,
  flat,
];
