/** What a department reports, whatever form its score table has. */
export type DepartmentTruth = Readonly<{
  title: string;
  indicators: readonly DepartmentLine[];
  total: number;
  data: readonly DataTruth[];
}>;

export type DepartmentLine = Readonly<{
  first: string;
  second: string;
  name: string;
  definition: string;
  standard: string;
  points: number;
  score: number;
  reason: string;
}>;

/** A quantity of the data list under its heading. */
export type DataTruth = Readonly<{ heading: string; label: string; value: number; unit: string }>;

const line = (
  first: string,
  second: string,
  name: string,
  points: number,
  score: number,
  standard: string,
  definition = '',
  reason = '',
): DepartmentLine => ({ first, second, name, points, score, standard, definition, reason });

/** A score table without a fault: every standard can be computed from the data. */
export const DEPARTMENT: DepartmentTruth = {
  title: '2022年度部门整体支出绩效自评表',
  indicators: [
    line(
      '投入',
      '预算配置',
      '财政供养人员控制率',
      8,
      8,
      '控制率≤100%，计8分；每超过一个百分点扣1分，扣完为止。',
      '财政供养人员控制率=（在职人员数/编制数）×100%',
    ),
    line(
      '过程',
      '预算执行',
      '预算执行率',
      20,
      19,
      '得分=预算执行率×20分。',
      '预算执行率=（决算支出数/调整预算数）×100%',
      '部分尾款按合同于次年支付。',
    ),
    line(
      '过程',
      '预算执行',
      '公用经费控制率',
      12,
      12,
      '控制率≤100%，计12分；每超过一个百分点扣2分，扣完为止。',
      '公用经费控制率=（公用经费决算数/公用经费预算数）×100%',
    ),
    line(
      '产出',
      '职责履行',
      '重点工作办结率',
      40,
      40,
      '得分=重点工作办结率×40分。',
      '重点工作办结率=（重点工作实际完成数/重点工作交办数）×100%',
    ),
    line(
      '效果',
      '履职效益',
      '服务对象满意度',
      20,
      18,
      '满意度≥95%，得20分；90%（含）-95%，得18分；80%（含）-90%，得12分；80%以下不得分。',
      '',
      '窗口等候时间较长。',
    ),
  ],
  total: 97,
  data: [
    { heading: '人员情况', label: '编制数', value: 40, unit: '人' },
    { heading: '人员情况', label: '在职人员数', value: 38, unit: '人' },
    { heading: '预算执行情况', label: '调整预算数', value: 1200, unit: '万元' },
    { heading: '预算执行情况', label: '决算支出数', value: 1140, unit: '万元' },
    { heading: '公用经费情况', label: '公用经费预算数', value: 90, unit: '万元' },
    { heading: '公用经费情况', label: '公用经费决算数', value: 84.5, unit: '万元' },
    { heading: '重点工作情况', label: '重点工作交办数', value: 16, unit: '项' },
    { heading: '重点工作情况', label: '重点工作实际完成数', value: 16, unit: '项' },
    { heading: '满意度情况', label: '服务对象满意度', value: 93, unit: '%' },
  ],
};
