import { rat001 } from '../../../src/core/checks/rat-001-zero-or-full-rate';
import { list, m, p, p0, quarters } from './grids';
import { testCheck } from './test-check';

const OK = [m(2000), m(1000), p(0.5)];
const NOTE = '控制率=实际支出数/预算安排数×100%';
const RATE = (spent: number, budget: number) => [
  ['实际支出数', m(spent), '万元'],
  ['预算安排数', m(budget), '万元'],
];

testCheck(rat001, {
  clean: [
    { why: '分子为零，填0%', sheets: { 数据: list(...RATE(0, 25), ['控制率', p0(0), '%', NOTE]) } },
    { why: '分子等于分母，填100%', sheets: { 数据: list(...RATE(25, 25), ['控制率', p0(1), '%', NOTE]) } },
    { why: '两位小数仍显示0.00%', sheets: { 数据: list(...RATE(0.01, 1000), ['控制率', p(0), '%', NOTE]) } },
    {
      why: '公式算出的比率只是显示为0%',
      sheets: {
        数据: list(...RATE(0.7, 2163.25), [
          '控制率',
          { value: 0.000323587195, format: '0%', formula: 'B4/B5' },
          '%',
          NOTE,
        ]),
      },
    },
  ],
  found: [
    {
      why: '不为零却填0%',
      sheets: { 数据: list(...RATE(0.7, 2163.25), ['控制率', p0(0), '%', NOTE]) },
      findings: [
        {
          at: '数据!B6',
          messageId: 'zero',
          left: 0,
          message: '控制率的分子为0.70万元，不为零，却填报0%；应为0.03%。',
          severity: 'error',
        },
      ],
    },
    {
      why: '不相等却填100%；季度执行率同样',
      sheets: {
        数据: list(...RATE(24, 25), ['控制率', p0(1), '%', NOTE]),
        表: quarters([m(25), m(20), p(1)], OK),
      },
      findings: [
        { at: '表!D4', messageId: 'full', left: 1, right: 0.8 },
        {
          at: '数据!B6',
          messageId: 'full',
          left: 1,
          right: 0.96,
          message: '控制率的分子24.00万元与分母25.00万元不相等，却填报100%；应为96.00%。',
        },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
