import { rat002 } from '../../../src/core/checks/rat-002-recomputed-rate';
import { list, m, p, quarters } from './grids';
import { testCheck } from './test-check';

const OK = [m(2000), m(1000), p(0.5)];

testCheck(rat002, {
  clean: [
    { why: '四舍五入到两位小数', sheets: { 表: quarters([m(1270.34), m(1173.6), p(0.9238)], OK) } },
    { why: '季度执行率可以超过100%', sheets: { 表: quarters([m(423.45), m(578.8), p(1.3669)], OK) } },
    { why: '恰差末位的一半', sheets: { 表: quarters([m(1000), m(500.05), p(0.5)], OK) } },
  ],
  found: [
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
