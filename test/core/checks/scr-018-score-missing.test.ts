import { scr018 } from '../../../src/core/checks/scr-018-score-missing';
import { flat, m, uses } from './grids';
import { testCheck } from './test-check';

testCheck(scr018, {
  clean: [
    {
      why: '整栏空白：尚未评分',
      sheets: {
        评分表: flat(['甲', 5, '酌情。', null], ['乙', 5, '酌情。', null], ['总分', 10, null, null]),
      },
    },
    {
      why: '不涉及的填—',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', '—'], ['总分', 10, null, 5]) },
    },
    {
      why: '加分项可以空着',
      sheets: {
        评分表: flat(['甲', 5, '酌情。', 5], ['工作创新加分', 5, '酌情。', null], ['总分', 10, null, 5]),
      },
    },
  ],
  found: [
    {
      why: '漏填一项，另一项不是数字',
      sheets: {
        评分表: flat(
          ['甲', 5, '酌情。', 5],
          ['乙', 5, '酌情。', null],
          ['丙', 5, '酌情。', '待定'],
          ['总分', 15, null, 5],
        ),
      },
      findings: [
        { at: '评分表!D4', messageId: 'blank', message: '“乙”未填自评得分。' },
        { at: '评分表!D5', messageId: 'text', message: '“丙”的自评得分“待定”不是数字。' },
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
