import { exe007 } from '../../../src/core/checks/exe-007-budget-deviation';
import { flat, list, m } from './grids';
import { testCheck } from './test-check';

const NAME = '预算编制合理性';
const STANDARD = '未出现因年中调剂导致部门预决算差异过大问题（5分）。';
const DATA = (spent: number) => list(['调整预算总规模', m(100), '万元'], ['决算支出', m(spent), '万元']);

testCheck(exe007, {
  clean: [
    {
      why: '差异恰为20%',
      sheets: { 数据: DATA(80), 评分表: flat([NAME, 5, STANDARD, 5], ['总分', 5, null, 5]) },
    },
    {
      why: '差异大而已扣分',
      sheets: { 数据: DATA(60), 评分表: flat([NAME, 5, STANDARD, 4], ['总分', 5, null, 4]) },
    },
  ],
  found: [
    {
      why: '差异超过20%而得满分，两项',
      sheets: {
        数据: DATA(79.99),
        评分表: flat(
          [NAME, 5, STANDARD, 5],
          ['预算编制规范性', 3, '预决算差异不大。', 3],
          ['总分', 8, null, 8],
        ),
      },
      findings: [
        {
          at: '评分表!D3',
          messageId: 'full',
          left: 0.2001,
          message: '预决算差异率20.01%，却未扣分：“预算编制合理性”得满分5分。',
          severity: 'verify',
        },
        { at: '评分表!D4', messageId: 'full' },
      ],
    },
  ],
  skipped: [
    {
      why: '没有决算支出',
      sheets: { 评分表: flat([NAME, 5, STANDARD, 5], ['总分', 5, null, 5]) },
      reason: '未找到“决算支出”',
    },
    {
      why: '标准没有提预决算差异',
      sheets: { 数据: DATA(60), 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '评分标准中没有关于预决算差异的要求',
    },
  ],
});
