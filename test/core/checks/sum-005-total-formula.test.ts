import { sum005 } from '../../../src/core/checks/sum-005-total-formula';
import { flat, functions, m, uses } from './grids';
import { testCheck } from './test-check';

const f = (value: number, formula: string) => ({ value, formula, format: '#,##0.00' });

testCheck(sum005, {
  clean: [
    {
      why: '公式包含全部行',
      sheets: {
        表: functions(
          ['甲支出', m(1), m(1)],
          ['乙支出', m(2), m(2)],
          ['总计', f(3, 'SUM(B4:B5)'), f(3, 'SUM(C4:C5)')],
        ),
      },
    },
    {
      why: '逐项相加，下级已含在上级中',
      sheets: {
        表: uses(
          ['一、基本支出', m(3), m(3)],
          ['人员经费', m(2), m(2)],
          ['公用经费', m(1), m(1)],
          ['二、项目支出', m(4), m(4)],
          ['总计', f(7, 'B4+B7'), f(7, 'SUM(C5:C7)')],
        ),
      },
    },
    {
      why: '含有条件的公式不判断',
      sheets: {
        表: functions(
          ['甲支出', m(1), m(1)],
          ['乙支出', m(2), m(2)],
          ['总计', f(3, 'SUMIF(A4:A5,"甲*",B4:B5)'), f(3, '其他表!C9')],
        ),
      },
    },
  ],
  found: [
    {
      why: '漏了一行；另一栏手工填写',
      sheets: {
        表: [
          ['表1-2 支出构成（按支出功能分类）'],
          ['单位：万元'],
          ['支出功能分类', '年初预算数', '调整预算数', '决算数'],
          ['甲支出', m(1), m(1), m(1)],
          ['乙支出', m(2), m(2), m(2)],
          ['总计', f(1, 'SUM(B4:B4)'), f(3, 'SUM(C4:C5)'), m(3)],
        ],
      },
      findings: [
        {
          at: '表!B6',
          messageId: 'short',
          message: '表1-2“总计”（年初预算数）合计公式未包含第5行。',
          severity: 'verify',
        },
        {
          at: '表!D6',
          messageId: 'typed',
          message: '表1-2“总计”（决算数）合计是手工填写的数，同一行其他栏是公式。',
        },
      ],
    },
    {
      why: '总分公式漏了最后一项，没有保存计算结果',
      sheets: {
        评分表: flat(
          ['甲', 5, '酌情。', 5],
          ['乙', 5, '酌情。', 4],
          ['丙', 5, '酌情。', 4],
          ['总分', 15, null, { value: '', formula: 'SUM(D3:D4)' }],
        ),
      },
      findings: [{ at: '评分表!D6', messageId: 'short', message: '“评分表”“总分”合计公式未包含第5行。' }],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
