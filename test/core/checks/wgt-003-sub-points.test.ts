import { wgt003 } from '../../../src/core/checks/wgt-003-sub-points';
import { flat, fourScores } from './grids';
import { testCheck } from './test-check';

testCheck(wgt003, {
  clean: [
    {
      why: '小项合计等于分值',
      sheets: {
        评分表: flat(['甲', 3, '1. 制定了制度（1分）； 2. 制度得到执行（2分）。', 3], ['总分', 3, null, 3]),
      },
    },
    {
      why: '分档的分值不相加',
      sheets: {
        评分表: flat(
          ['甲', 6, '1. 满意度≥95%的，得6分； 2. 90%≤满意度<95%的，得4分； 3. 满意度<90%的，得1分。', 6],
          ['总分', 6, null, 6],
        ),
      },
    },
    {
      why: '满分与扣分不相加',
      sheets: {
        评分表: flat(
          ['甲', 5, '1. 编制符合要求（5分）； 2. 发现一项不符合的扣1分，扣完为止。', 5],
          ['总分', 5, null, 5],
        ),
      },
    },
    {
      why: '每一档都是满分的是几种情形',
      sheets: { 评分表: flat(['甲', 5, '①全部公开,5分; ②涉密不公开,5分。', 5], ['总分', 5, null, 5]) },
    },
  ],
  found: [
    {
      why: '小项合计多出1分；圈码小项少1分',
      sheets: {
        评分表: flat(
          ['甲', 2, '1. 按规定报批（1分）； 2. 严格执行制度（2分）。', 2],
          ['乙', 4, '①符合法规，得1分；②与任务对应，得1分；③可衡量，得1分。', 3],
          ['总分', 6, null, 5],
        ),
      },
      findings: [
        {
          at: '评分表!C3',
          messageId: 'off',
          left: 3,
          right: 2,
          message: '“甲”评分标准中各小项分值合计3≠分值2，差额1。',
          severity: 'verify',
        },
        { at: '评分表!C4', messageId: 'off', left: 3, right: 4 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有评分标准栏',
      sheets: { 项目: fourScores('1、甲项目', [50, 10, 30, 8], 98) },
      reason: '未找到评分标准栏',
    },
  ],
});
