import { exe006 } from '../../../src/core/checks/exe-006-quarter-budget';
import { m, p, quarters } from './grids';
import { testCheck } from './test-check';

const plan = (a: number, b: number, c: number) =>
  quarters([m(a), m(1), p(0.1)], [m(b), m(2), p(0.1)], [m(c), m(3), p(0.1)], [m(1693.79), m(4), p(0.1)]);

testCheck(exe006, {
  clean: [{ why: '按序时进度四舍五入', sheets: { 表: plan(423.45, 846.9, 1270.34) } }],
  found: [
    {
      why: '恰差末位的一半，应进位',
      sheets: { 表: plan(423.45, 846.89, 1270.34) },
      findings: [
        {
          at: '表!B5',
          messageId: 'off',
          left: 846.89,
          right: 846.9,
          severity: 'hint',
          message: '第2季度预算846.89，按序时应为846.90，相差0.01。',
        },
      ],
    },
    {
      why: '一个季度填错，另一个差在末位',
      sheets: { 表: plan(423.44, 846.9, 1207.34) },
      findings: [
        { at: '表!B4', messageId: 'off', left: 423.44, right: 423.45 },
        { at: '表!B6', messageId: 'off', left: 1207.34, right: 1270.34 },
      ],
    },
  ],
  skipped: [
    {
      why: '不按序时进度编列',
      sheets: { 表: plan(100, 500, 1500) },
      reason: '表1-4的季度预算不是按序时进度填列',
    },
    {
      why: '季度预算不全',
      sheets: { 表: quarters([m(25), m(25), p(1)], [m(50), m(50), p(1)]) },
      reason: '表1-4的季度预算不全',
    },
  ],
});
