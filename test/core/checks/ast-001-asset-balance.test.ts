import { ast001 } from '../../../src/core/checks/ast-001-asset-balance';
import { list, m } from './grids';
import { testCheck } from './test-check';

const sheet = (total: number, current: number, other: number, debts: number, net: number) => [
  ['资产合计', m(total), '万元'],
  ['其中：流动资产', m(current), '万元'],
  ['非流动资产', m(other), '万元'],
  ['负债合计', m(debts), '万元'],
  ['净资产合计', m(net), '万元'],
];

testCheck(ast001, {
  clean: [
    {
      why: '流动资产用元，其余用万元',
      sheets: {
        数据: list(
          ...sheet(282.02, 0.79, 281.23, 1.34, 280.68).map((row) =>
            row[0] === '其中：流动资产' ? [row[0], m(7949), '元'] : row,
          ),
        ),
      },
    },
    { why: '三个等式都相平', sheets: { 数据: list(...sheet(282.02, 0.79, 281.23, 1.34, 280.68)) } },
  ],
  found: [
    {
      why: '相差0.01是四舍五入差',
      sheets: { 数据: list(...sheet(282.03, 0.79, 281.23, 1.34, 280.69)) },
      findings: [{ at: '数据!B4', messageId: 'rounding', left: 282.03, right: 282.02, severity: 'hint' }],
    },
    {
      why: '资产和净资产各错一处，相差0.02超出容差',
      sheets: { 数据: list(...sheet(282.04, 0.79, 281.23, 1.34, 208.7)) },
      findings: [
        {
          at: '数据!B4',
          messageId: 'off',
          left: 282.04,
          right: 282.02,
          severity: 'error',
          message: '资产勾稽不平，差额0.02：资产＝流动资产＋非流动资产，“资产合计”填报282.04，应为282.02。',
        },
        {
          at: '数据!B8',
          messageId: 'off',
          left: 208.7,
          right: 280.7,
          message: '资产勾稽不平，差额72.00：净资产＝资产－负债，“净资产合计”填报208.70，应为280.70。',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '没有非流动资产',
      sheets: {
        数据: list(['资产合计', m(10), '万元'], ['其中：流动资产', m(1), '万元'], ['决算支出', m(1), '万元']),
      },
      reason: '未找到“非流动资产”',
    },
  ],
});
