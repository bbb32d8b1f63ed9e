import { scr003 } from '../../../src/core/checks/scr-003-negative-score';
import { flat, m, uses } from './grids';
import { testCheck } from './test-check';

testCheck(scr003, {
  clean: [
    { why: '零分不是负数', sheets: { 评分表: flat(['甲', 5, '酌情。', 0], ['总分', 5, null, 0]) } },
    {
      why: '扣分项可以为负',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['违规扣分', 5, '酌情。', -2], ['总分', 5, null, 3]) },
    },
    {
      why: '标准写明倒扣、可负分的',
      sheets: {
        评分表: flat(
          ['安全', 2, '未发生事故得2分；发生重大事故的不得分，倒扣10分。', -10],
          ['廉政', 3, '无违纪得3分，每起扣2分，该项可负分。', -1],
          ['总分', 5, null, -11],
        ),
      },
    },
  ],
  found: [
    {
      why: '标准写明不倒扣的',
      sheets: {
        评分表: flat(
          ['甲', 5, '每起扣1分，扣完为止，不倒扣。', -1],
          ['乙', 5, '酌情。', 5],
          ['总分', 10, null, 4],
        ),
      },
      findings: [{ at: '评分表!D3', messageId: 'negative', left: -1 }],
    },
    {
      why: '只填了扣减的分数，两处',
      sheets: { 评分表: flat(['甲', 5, '酌情。', -1], ['乙', 5, '酌情。', -0.5], ['总分', 10, null, 8.5]) },
      findings: [
        { at: '评分表!D3', messageId: 'negative', left: -1, message: '“甲”得分为负数（-1）。' },
        { at: '评分表!D4', messageId: 'negative', left: -0.5 },
      ],
    },
  ],
  skipped: [
    {
      why: '工作簿没有评分表',
      sheets: { 表1: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到评分表（有得分栏的指标表）',
    },
  ],
});
