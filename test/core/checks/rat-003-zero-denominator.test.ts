import { rat003 } from '../../../src/core/checks/rat-003-zero-denominator';
import { m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(rat003, {
  clean: [
    { why: '没有发生的一行填0%', sheets: { 表: quarters([m(0), m(0), p(0)], [m(10), m(5), p(0.5)]) } },
    { why: '算不出的填—', sheets: { 表: quarters([m(0), m(5), '—'], [m(10), m(5), p(0.5)]) } },
  ],
  found: [
    {
      why: '分母为零；分母空白',
      sheets: { 表: quarters([m(0), m(5), p(0.5)], [null, m(5), p(0.5)]) },
      findings: [
        {
          at: '表!D4',
          messageId: 'zero',
          left: 0.5,
          message: '第1季度执行率的分母为零，无法计算，填报50.00%。',
          severity: 'verify',
        },
        { at: '表!D5', messageId: 'blank', left: 0.5 },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
