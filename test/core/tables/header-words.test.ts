import { indicatorColumn, speaksOfWhole } from '../../../src/core/tables/indicator-words';

/** Words that offices put over the columns of a score table, by what stands below them. */
const WORDS: readonly (readonly [role: string, words: string])[] = [
  ['level', '一级指标 二级指标 三级指标 一级指标及分值 三级指标名称 2级指标'],
  ['name', '绩效指标 评价指标 指标名称 考核指标 评价内容 考核内容'],
  [
    'points',
    '分值 权重(%) 权重值 指标权重 标准分 满分 应得分 设定分值 规定分值 参考分值 执行率权重 权重占比(%)',
  ],
  [
    'score',
    '得分 自评得分 自评分 自评分值 自我评分 单位自评得分 单位自评 实际得分 得分(分) 年度自评得分 本次得分 评定得分 指标得分 考评得分 执行率得分 单项指标折算得分',
  ],
  [
    'other',
    '复核得分 财政评分 主管部门评分 专家评分 上年得分 单项指标得分 备注 序号 得分依据 自评依据 得分说明',
  ],
  [
    'target',
    '年度指标值 年初指标值 调整指标值 调整后指标值 指标目标值 计划完成值 年初设定指标值 年度工作目标 值 年初指标值',
  ],
  [
    'actual',
    '实际完成值 全年实际值 实际完成情况 实际完成指标值 自评完成值 业绩值 年终完成值 单项指标实际完成值',
  ],
  ['standard', '评分标准 计分标准 评分细则 评分标准及说明 评价标准及评分方法 计分办法 标准'],
  ['definition', '指标解释 指标说明 指标内涵 计算公式 评价要点'],
  [
    'reason',
    '扣分原因 扣分说明 未得满分原因 偏差原因分析及改进措施 未完成原因及拟采取的改进措施 产生差异的原因及改进措施',
  ],
  ['completion', '完成率 完成比例 指标完成率'],
  ['sign', '指标性质 指标方向 计算符号'],
  ['measure', '度量单位 计量单位 单位'],
];

describe.each(WORDS)('%s', (role, words) => {
  it.each(words.split(' '))('%s', (word) => {
    expect(indicatorColumn(word)?.role).toBe(role);
  });
});

it.each(['年度绩效目标', '自评等级', '评分结果', '项目实施情况', '得分系数'])('%s says nothing', (word) => {
  expect(indicatorColumn(word)).toBeNull();
});

it.each([
  ['2023年度部门(单位)整体绩效自评表', true],
  ['部门整体支出绩效评价指标评分表', true],
  ['项目支出绩效自评表', false],
  ['完整体系建设项目自评表', false],
])('%s speaks of a whole department: %s', (title, whole) => {
  expect(speaksOfWhole(title)).toBe(whole);
});
