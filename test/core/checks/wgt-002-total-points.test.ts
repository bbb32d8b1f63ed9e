import { wgt002 } from '../../../src/core/checks/wgt-002-total-points';
import { flat, levels } from './grids';
import { testCheck } from './test-check';

const table = (first: number, second: number, total: number) =>
  levels(
    ['投入', first, '预算编制', second, '合理性', 30, '酌情。', 30],
    [null, null, null, null, '规范性', 30, '酌情。', 30],
    ['产出', 40, '履职', 40, '完成率', 40, '酌情。', 40],
    ['总分', 100, null, 100, null, total, null, 100],
  );

testCheck(wgt002, {
  clean: [
    { why: '逐级相符，合计100', sheets: { 评分表: table(60, 60, 100) } },
    {
      why: '标题写明满分31分',
      sheets: {
        评分表: [
          ['评分表（节选，满分31分）'],
          ['指标名称', '分值', '评分标准', '自评得分'],
          ['甲', 21, '酌情。', 21],
          ['乙', 10, '酌情。', 10],
          ['总分', 31, null, 31],
        ],
      },
    },
    {
      why: '总分行印着整十数的满分',
      sheets: { 评分表: flat(['甲', 80, '酌情。', 80], ['乙', 30, '酌情。', 10], ['总分', 110, null, 90]) },
    },
  ],
  found: [
    {
      why: '一级与二级不符',
      sheets: { 评分表: table(60, 50, 100) },
      findings: [
        {
          at: '评分表!B3',
          messageId: 'level',
          left: 60,
          right: 50,
          message: '一级指标“投入”下级分值合计为50，应为60，差额10。',
        },
        { at: '评分表!D6', messageId: 'column', left: 100, right: 90 },
      ],
    },
    {
      why: '合计不是满分',
      sheets: { 评分表: table(61, 61, 100) },
      findings: [
        {
          at: '评分表!B6',
          messageId: 'full',
          left: 101,
          right: 100,
          message: '“评分表”分值合计为101，应为100，差额1。',
        },
        { at: '评分表!D6', messageId: 'column', left: 100, right: 101 },
      ],
    },
    {
      why: '总分行的分值填错',
      sheets: { 评分表: table(60, 60, 99) },
      findings: [{ at: '评分表!F6', messageId: 'column', left: 99, right: 100 }],
    },
  ],
  skipped: [
    {
      why: '分值不全',
      sheets: { 评分表: flat(['甲', 50, '酌情。', 5], ['乙', null, '酌情。', 5], ['总分', 100, null, 10]) },
      reason: '“评分表”的分值不全，未比较满分',
    },
  ],
});
