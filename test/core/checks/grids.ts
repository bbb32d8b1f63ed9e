import type { CellInput, Rows } from '../../support/sheet';

/** An amount as budget tables print it: two decimals. */
export const m = (value: number): CellInput => ({ value, format: '#,##0.00' });
/** A rate with two decimals of a percent. */
export const p = (value: number): CellInput => ({ value, format: '0.00%' });
/** A rate without decimals. */
export const p0 = (value: number): CellInput => ({ value, format: '0%' });

type Row = readonly CellInput[];

const UNIT: Row = ['单位：万元'];

/** The same table in 元. */
export const inYuan = (rows: Rows): Rows => rows.map((row) => (row === UNIT ? ['单位：元'] : row));

/** 表1-1: sources of the budget. Data begin in row 4. */
export const income = (...rows: readonly Row[]): Rows => [
  ['表1-1 部门整体支出预算资金来源与调整情况'], UNIT, ['支出预算资金来源', '年初预算数', '调整预算数'], ...rows,
]; // prettier-ignore

/** 表1-2: the budget by function. Data begin in row 4. */
export const functions = (...rows: readonly Row[]): Rows => [
  ['表1-2 部门整体支出构成与调整情况（按支出功能分类）'], UNIT, ['支出功能分类', '年初预算数', '调整预算数'], ...rows,
]; // prettier-ignore

/** 表1-3: the budget by use. Data begin in row 4. */
export const uses = (...rows: readonly Row[]): Rows => [
  ['表1-3 部门整体支出构成与调整情况（按支出用途）'], UNIT, ['支出用途', '年初预算数', '调整预算数'], ...rows,
]; // prettier-ignore

/** Budget and accounts by use. Data begin in row 4. */
export const accounts = (...rows: readonly Row[]): Rows => [
  ['部门支出预决算情况表（按支出用途）'], UNIT, ['支出用途', '年初预算数', '决算数'], ...rows,
]; // prettier-ignore

/** 表1-4: four quarters as [budget, spent, rate]; the first in row 4. */
export const quarters = (...rows: readonly Row[]): Rows => [
  ['表1-4 2020年度各季度预算执行情况表'], UNIT, ['季度', '年度预算资金(万元)', '累计支出(万元)', '执行率'],
  ...rows.map((row, index) => [`第${'一二三四'.charAt(index)}季度`, ...row]),
]; // prettier-ignore

/** A table of quarters with columns of its own as [label, ...amounts]; the first in row 4. */
export const quartersWith = (columns: readonly string[], ...rows: readonly Row[]): Rows => [
  ['各季度支出情况表'], UNIT, ['季度', ...columns], ...rows,
]; // prettier-ignore

/** 表1-5: assets as [label, quantity, net value, in use, rate]; the first in row 4. */
export const assets = (...rows: readonly Row[]): Rows => [
  ['表1-5 2020年度固定资产保有及使用情况表'], UNIT, ['固定资产类别', '数量', '净值', '其中：在用', '利用率'], ...rows,
]; // prettier-ignore

/** 表1-6: staff as [label, establishment, actual]; the first in row 3. */
export const staff = (...rows: readonly Row[]): Rows => [
  ['表1-6 2020年度人员情况表'], ['人员情况', '编制人数', '年末实有人数'], ...rows,
]; // prettier-ignore

/** List of named quantities as [label, value, unit, note]; the first in row 4. */
export const list = (...rows: readonly Row[]): Rows => [
  ['2020年度部门整体支出绩效自评基础数据表'], UNIT, ['项目', '数值', '单位', '来源说明'], ...rows,
]; // prettier-ignore

/** A flat score table as [name, points, standard, score]; the first in row 3. */
export const flat = (...rows: readonly Row[]): Rows => [
  ['2020年度部门整体支出绩效自评评分表'], ['指标名称', '分值', '评分标准', '自评得分'], ...rows,
]; // prettier-ignore

/** The same with a column for reasons. */
export const withReasons = (...rows: readonly Row[]): Rows => [
  ['2020年度部门整体支出绩效自评评分表'], ['指标名称', '分值', '评分标准', '自评得分', '扣分原因'], ...rows,
]; // prettier-ignore

/** Three levels with points as [一级, 分值, 二级, 分值, 三级, 分值, standard, score]; the first in row 3. */
export const levels = (...rows: readonly Row[]): Rows => [
  ['2020年度部门整体支出绩效评价指标评分表'],
  ['一级指标', '分值', '二级指标', '分值', '三级指标', '分值', '评分标准', '自评得分'],
  ...rows,
]; // prettier-ignore

/**
 * National project form. Money as [label, initial, budget, executed, points, rate, score] in rows 5 on, indicators as
 * [一级, 二级, 三级, target, actual, points, score, reason] behind their header.
 */
export const form = (money: readonly Row[], ...rows: readonly Row[]): Rows => [
  ['项目支出绩效自评表'], ['（2023年度）'], ['项目名称', '居家养老服务项目'],
  ['项目资金（万元）', '', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ...money.map(([label = null, ...cells]) => [null, label, null, ...cells]),
  ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ...rows.map((row) => [null, ...row]),
]; // prettier-ignore

/** A project block as [一级, 二级, 三级, target, actual, score]; the first in row 4. */
export const project = (name: string, sentence: string, ...rows: readonly Row[]): Rows => [
  [name], [sentence],
  ['年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'],
  ...rows.map((row) => [null, ...row]),
]; // prettier-ignore

/** A project with four indicators and the given scores; the total in row 8. */
export const fourScores = (
  name: string,
  scores: readonly number[],
  total: number,
  sentence = '项目自评情况。',
): Rows =>
  project(
    name,
    sentence,
    ['产出指标（50分）', '数量指标', '完成率', p0(1), p0(1), scores[0] ?? 0],
    ['预算执行指标（10分）', '预算执行率', '执行率', p0(1), p0(1), scores[1] ?? 0],
    ['效益指标（30分）', '社会效益指标', '受益人数', p0(1), p0(1), scores[2] ?? 0],
    ['满意度指标（10分）', '满意度指标', '群众满意度', p0(1), p0(1), scores[3] ?? 0],
    ['总分', null, null, null, null, total],
  );
