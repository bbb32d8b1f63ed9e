/** What one project reports, whatever form it is written on. */
export type ProjectTruth = Readonly<{
  name: string;
  year: number;
  money: readonly MoneyTruth[];
  moneyPoints: number;
  moneyScore: number;
  indicators: readonly IndicatorTruth[];
  total: number;
  grade: string;
}>;

/** A line of money in 万元; the first is the total. */
export type MoneyTruth = Readonly<{ label: string; initial: number; budget: number; executed: number }>;

export type IndicatorTruth = Readonly<{
  first: string;
  second: string;
  name: string;
  sign: '≥' | '≤' | '=' | '定性';
  target: number | string;
  measure: string;
  actual: number | string;
  points: number;
  score: number;
  reason: string;
}>;

const OUTPUT = '产出指标';
const EFFECT = '效益指标';
const SATISFACTION = '满意度指标';

/** A form filled in without any fault: the usual weights 10/50/30/10, one target missed and explained. */
export const PROJECT: ProjectTruth = {
  name: '业务系统运行维护',
  year: 2023,
  money: [
    { label: '年度资金总额', initial: 120, budget: 118, executed: 112.1 },
    { label: '其中：当年财政拨款', initial: 100, budget: 98, executed: 92.1 },
    { label: '上年结转资金', initial: 20, budget: 20, executed: 20 },
    { label: '其他资金', initial: 0, budget: 0, executed: 0 },
  ],
  moneyPoints: 10,
  moneyScore: 9.5,
  indicators: [
    line(OUTPUT, '数量指标', '巡检次数', '≥', 12, '次', 12, 15, 15),
    line(OUTPUT, '质量指标', '系统正常运行率', '≥', 99, '%', 99.5, 15, 15),
    line(OUTPUT, '时效指标', '按期完成率', '=', 100, '%', 95, 10, 9.5, '个别部件到货较晚，已改为提前备货。'),
    line(OUTPUT, '成本指标', '运行维护成本', '≤', 118, '万元', 112.1, 10, 10),
    line(EFFECT, '社会效益指标', '服务能力提升情况', '定性', '有效提升', '', '达成预期指标', 15, 15),
    line(EFFECT, '可持续影响指标', '管理制度健全性', '定性', '健全', '', '达成预期指标', 15, 15),
    line(SATISFACTION, '服务对象满意度指标', '使用人员满意度', '≥', 90, '%', 95, 10, 10),
  ],
  total: 99,
  grade: '优',
};

function line(
  first: string,
  second: string,
  name: string,
  sign: IndicatorTruth['sign'],
  target: number | string,
  measure: string,
  actual: number | string,
  points: number,
  score: number,
  reason = '',
): IndicatorTruth {
  return { first, second, name, sign, target, measure, actual, points, score, reason };
}
