import { car001 } from '../../../src/core/checks/car-001-carry-over-balance';
import { flat, list, m } from './grids';
import { testCheck } from './test-check';

const carry = (begin: number, income: number, spent: number, end: number) => [
  ['年初财政拨款结转和结余决算数', m(begin), '万元'],
  ['一般公共预算财政拨款决算数', m(income), '万元'],
  ['决算支出', m(spent), '万元'],
  ['年末财政拨款结转和结余决算数', m(end), '万元'],
];

testCheck(car001, {
  clean: [
    {
      why: '支出用元，其余用万元',
      sheets: {
        数据: list(
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
          ['一般公共预算财政拨款决算数', m(2163.02), '万元'],
          ['决算支出', m(21625449), '元'],
          ['年末财政拨款结转和结余决算数', m(0.71), '万元'],
        ),
      },
    },
    { why: '四数相平', sheets: { 数据: list(...carry(0.23, 2163.02, 2162.54, 0.71)) } },
  ],
  found: [
    {
      why: '支出用元，其余用万元，超出万元的末位',
      sheets: {
        数据: list(
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
          ['一般公共预算财政拨款决算数', m(2163.02), '万元'],
          ['决算支出', m(21625449), '元'],
          ['年末财政拨款结转和结余决算数', m(0.78), '万元'],
        ),
      },
      findings: [
        {
          at: '数据!B7',
          messageId: 'off',
          left: 0.78,
          right: 0.7051,
          message:
            '结转结余勾稽不平，差额0.07万元：年初结转0.23万元＋收入2163.02万元－支出21625449.00元＝0.71万元，年末结转填报0.78万元。',
        },
      ],
    },

    {
      why: '容差内是提示',
      sheets: { 数据: list(...carry(0.23, 2163.02, 2162.54, 0.7)) },
      findings: [{ at: '数据!B7', messageId: 'rounding', left: 0.7, right: 0.71, severity: 'hint' }],
    },
    {
      why: '四个数可差(3+1)×0.005=0.02，差0.03是错误',
      sheets: { 数据: list(...carry(0.23, 2163.02, 2162.54, 0.68)) },
      findings: [
        {
          at: '数据!B7',
          messageId: 'off',
          left: 0.68,
          right: 0.71,
          severity: 'error',
          message:
            '结转结余勾稽不平，差额0.03：年初结转0.23＋收入2163.02－支出2162.54＝0.71，年末结转填报0.68。',
        },
      ],
    },
    {
      why: '正负号填反',
      sheets: { 数据: list(...carry(5, 100, 99, -6)) },
      findings: [
        { at: '数据!B7', messageId: 'off', left: -6, right: 6, cause: '两数仅正负号相反，可能是符号填错。' },
      ],
    },
  ],
  skipped: [
    {
      why: '没有年末结转',
      sheets: { 数据: list(...carry(0.23, 2163.02, 2162.54, 0.71).slice(0, 3)) },
      reason: '未找到“年末结转和结余”',
    },
    {
      why: '工作簿没有金额表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到金额表',
    },
  ],
});
