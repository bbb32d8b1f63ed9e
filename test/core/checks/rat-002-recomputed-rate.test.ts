import { rat002 } from '../../../src/core/checks/rat-002-recomputed-rate';
import { list, m, p, quarters, quartersWith } from './grids';
import { testCheck } from './test-check';

/** A score table whose lines print what was achieved, beside the amounts it is made of. */
const achieved = (actual: string | number, standard: string) => ({
  评分表: [
    ['2020年度部门整体支出绩效自评表'],
    ['一级指标', '三级指标', '分值', '指标值', '完成值', '评分标准', '自评得分'],
    ['过程', '预算执行率', 10, '100%', actual, standard, null],
  ],
  数据: list(['调整预算数', m(1200), '万元'], ['支出决算数', m(1180), '万元']),
});
const EXECUTION = '预算执行率=（支出决算数/调整预算数）×100%。得分=预算执行率×10分。';

const OK = [m(2000), m(1000), p(0.5)];

testCheck(rat002, {
  clean: [
    {
      why: '季度表：执行率按累计数除以年度预算，当季数不除',
      sheets: {
        表: quartersWith(
          ['年度预算数', '支出数', '累计支出', '执行率'],
          ['一季度', m(330), m(90), m(90), p(0.2727)],
          ['二季度', m(330), m(80), m(170), p(0.5152)],
          ['三季度', m(330), m(70), m(240), p(0.7273)],
          ['四季度', m(330), m(75), m(315), p(0.9545)],
          ['全年', m(330), m(315), m(315), p(0.9545)],
        ),
      },
    },
    {
      why: '季度表：只有当季数，执行率按累计计算',
      sheets: {
        表: quartersWith(
          ['年度预算数', '当季支出数', '执行率'],
          ['一季度', m(330), m(90), p(0.2727)],
          ['二季度', m(330), m(80), p(0.5152)],
          ['三季度', m(330), m(70), p(0.7273)],
          ['四季度', m(330), m(75), p(0.9545)],
        ),
      },
    },

    {
      why: '公用经费控制率里的决算数不是部门的决算数',
      sheets: {
        数据: list(
          ['预算数', m(1000), '万元'],
          ['决算数', m(990), '万元'],
          ['公用经费控制率', p(0.9), '%', '公用经费控制率＝决算数/预算数'],
        ),
      },
    },
    { why: '评分表完成值四舍五入后相同', sheets: achieved('98.33%', EXECUTION) },
    { why: '完成值不是比率', sheets: achieved('已完成', EXECUTION) },
    {
      why: '标准没有写明分子、分母',
      sheets: achieved('95%', '预算执行率达到95%得满分。'),
    },

    { why: '四舍五入到两位小数', sheets: { 表: quarters([m(1270.34), m(1173.6), p(0.9238)], OK) } },
    { why: '季度执行率可以超过100%', sheets: { 表: quarters([m(423.45), m(578.8), p(1.3669)], OK) } },
    { why: '恰差末位的一半', sheets: { 表: quarters([m(1000), m(500.05), p(0.5)], OK) } },
  ],
  found: [
    {
      why: '评分表的完成值与标准写明的分子、分母不符',
      sheets: achieved('95%', EXECUTION),
      findings: [
        {
          at: '评分表!E3',
          messageId: 'off',
          left: 0.95,
          message: '预算执行率重算为98%，填报95%。',
        },
      ],
    },
    {
      why: '季度表：一行的执行率与其他行的算法不同；全年一行也算',
      sheets: {
        表: quartersWith(
          ['年度预算数', '支出数', '累计支出', '执行率'],
          ['一季度', m(330), m(90), m(90), p(0.2727)],
          ['二季度', m(330), m(80), m(170), p(0.2424)],
          ['三季度', m(330), m(70), m(240), p(0.7273)],
          ['四季度', m(330), m(75), m(315), p(0.9545)],
          ['全年', m(330), m(315), m(315), p(0.9554)],
        ),
      },
      findings: [
        { at: '表!E5', messageId: 'off', left: 0.2424 },
        { at: '表!E8', messageId: 'off', left: 0.9554, message: '全年执行率重算为95.45%，填报95.54%。' },
      ],
    },

    {
      why: '相邻两位数字颠倒',
      sheets: { 表: quarters([m(1270.34), m(1173.6), p(0.9328)], OK) },
      findings: [
        {
          at: '表!D4',
          messageId: 'off',
          left: 0.9328,
          message: '第1季度执行率重算为92.38%，填报93.28%。',
          cause: '93.28与92.38相邻两位数字对调，可能是录入时数字颠倒。',
        },
      ],
    },
    {
      why: '超出末位的一半即为错误，两个季度',
      sheets: { 表: quarters([m(1000), m(500.06), p(0.5)], [m(1000), m(900), p(0.91)]) },
      findings: [
        {
          at: '表!D4',
          messageId: 'off',
          left: 0.5,
          right: 0.50006,
          message: '第1季度执行率重算为50.01%，填报50.00%。',
        },
        { at: '表!D5', messageId: 'off', left: 0.91, right: 0.9 },
      ],
    },
    {
      why: '以百分数填写的比率按百分数更正',
      sheets: { 表: quarters([m(1000), m(900), 91], OK) },
      findings: [{ at: '表!D4', messageId: 'off', left: 0.91, right: 0.9 }],
    },
  ],
  skipped: [
    {
      why: '没有写明分子分母的比率',
      sheets: { 数据: list(['预算安排数', m(25), '万元'], ['控制率', p(0.9), '%', '见报告']) },
      reason: '未找到写明分子、分母的比率',
    },
  ],
});
