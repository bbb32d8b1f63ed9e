import { scr002 } from '../../../src/core/checks/scr-002-score-above-points';
import { flat } from './grids';
import { testCheck } from './test-check';

testCheck(scr002, {
  clean: [
    { why: '得分等于分值', sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) } },
    {
      why: '加分项可以超过分值',
      sheets: { 评分表: flat(['工作创新加分', 2, '酌情。', 3], ['总分', 2, null, 3]) },
    },
    {
      why: '不适用不是零',
      sheets: { 评分表: flat(['甲', '—', '酌情。', 3], ['乙', 5, '酌情。', 5], ['总分', 5, null, 8]) },
    },
  ],
  found: [
    {
      why: '小数点错位',
      sheets: { 评分表: flat(['甲', 2, '酌情。', 20], ['乙', 5, '酌情。', 5], ['总分', 7, null, 7]) },
      findings: [
        {
          at: '评分表!D3',
          messageId: 'above',
          left: 20,
          right: 2,
          message: '“甲”得分20大于分值2。',
          cause: '两数恰好相差10倍，可能是小数点错位。',
        },
      ],
    },
    {
      why: '超出末位也算，两处各报一次',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5.01], ['乙', 5, '酌情。', 6], ['总分', 10, null, 11.01]) },
      findings: [
        { at: '评分表!D3', messageId: 'above', left: 5.01, right: 5 },
        { at: '评分表!D4', messageId: 'above', left: 6, right: 5 },
      ],
    },
  ],
  skipped: [
    {
      why: '评分表没有分值栏',
      sheets: {
        评分表: [
          ['自评评分表'],
          ['指标名称', '评分标准', '自评得分'],
          ['甲', '酌情。', 5],
          ['乙', '酌情。', 4],
          ['总分', null, 9],
        ],
      },
      reason: '未找到评分表的分值',
    },
  ],
});
