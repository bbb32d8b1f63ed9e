import { wgt001 } from '../../../src/core/checks/wgt-001-indicator-points';
import { flat, levels } from './grids';
import { testCheck } from './test-check';

const table = (a: number, b: number | null, second: number, first: number) =>
  levels(
    ['投入', first, '预算编制', second, '合理性', a, '酌情。', 30],
    [null, null, null, null, '规范性', b, '酌情。', 30],
    ['产出', 40, '履职', 40, '完成率', 40, '酌情。', 40],
    ['总分', 100, null, 100, null, 100, null, 100],
  );

testCheck(wgt001, {
  clean: [
    { why: '下级合计等于二级', sheets: { 评分表: table(30, 30, 60, 60) } },
    { why: '有一项没有分值，不比较', sheets: { 评分表: table(30, null, 60, 60) } },
  ],
  found: [
    {
      why: '一项多填10分',
      sheets: { 评分表: table(30, 40, 60, 60) },
      findings: [
        {
          at: '评分表!D3',
          messageId: 'off',
          left: 60,
          right: 70,
          message: '二级指标“预算编制”下级分值合计70≠60，差额10。',
        },
      ],
    },
    {
      why: '半分也算，两个二级指标',
      sheets: {
        评分表: levels(
          ['投入', 60, '预算编制', 60, '合理性', 59.5, '酌情。', 30],
          ['产出', 40, '履职', 40, '完成率', 41, '酌情。', 40],
          ['总分', 100, null, 100, null, 100, null, 70],
        ),
      },
      findings: [
        { at: '评分表!D3', messageId: 'off', left: 60, right: 59.5 },
        { at: '评分表!D4', messageId: 'off', left: 40, right: 41 },
      ],
    },
  ],
  skipped: [
    {
      why: '表中没有二级指标的分值',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到带分值的一级、二级指标',
    },
  ],
});
