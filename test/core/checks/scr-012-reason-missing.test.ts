import { scr012 } from '../../../src/core/checks/scr-012-reason-missing';
import { flat, withReasons } from './grids';
import { testCheck } from './test-check';

testCheck(scr012, {
  clean: [
    {
      why: '扣分写了原因',
      sheets: { 评分表: withReasons(['甲', 5, '酌情。', 4, '资料不全。'], ['总分', 5, null, 4, null]) },
    },
    {
      why: '满分不必写',
      sheets: {
        评分表: withReasons(
          ['甲', 5, '酌情。', 5, null],
          ['乙', 5, '酌情。', 4, '资料不全。'],
          ['总分', 10, null, 9, null],
        ),
      },
    },
    {
      why: '没有得分，谈不上扣分',
      sheets: {
        评分表: withReasons(
          ['甲', 5, '酌情。', null, null],
          ['乙', 5, '酌情。', 5, '无'],
          ['总分', 10, null, null, null],
        ),
      },
    },
  ],
  found: [
    {
      why: '扣分而原因空白，扣得再少也要写，两处',
      sheets: {
        评分表: withReasons(
          ['甲', 5, '酌情。', 3, null],
          ['乙', 5, '酌情。', 4.99, '  '],
          ['总分', 10, null, 7.99, null],
        ),
      },
      findings: [
        {
          at: '评分表!E3',
          messageId: 'blank',
          left: 3,
          right: 5,
          message: '“甲”已扣2分未填写原因。',
          severity: 'verify',
        },
        { at: '评分表!E4', messageId: 'blank', left: 4.99, right: 5, message: '“乙”已扣0.01分未填写原因。' },
      ],
    },
  ],
  skipped: [
    {
      why: '没有原因栏',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 3], ['总分', 5, null, 3]) },
      reason: '未找到扣分原因（偏差原因）栏',
    },
  ],
});
