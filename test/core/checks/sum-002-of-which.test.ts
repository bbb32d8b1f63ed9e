import { sum002 } from '../../../src/core/checks/sum-002-of-which';
import { flat, list, m, uses } from './grids';
import { testCheck } from './test-check';

testCheck(sum002, {
  clean: [
    {
      why: '其中数等于上级数',
      sheets: {
        表: uses(
          ['一、基本支出', m(10), m(10)],
          ['二、项目支出', m(85.98), m(85.98)],
          ['其中：基本建设类项目', m(85.98), m(85.98)],
          ['总计', m(95.98), m(95.98)],
        ),
      },
    },
    {
      why: '上级空白，不比较',
      sheets: {
        表: uses(
          ['一、基本支出', m(10), m(10)],
          ['二、项目支出', null, null],
          ['其中：基本建设类项目', m(5), m(5)],
          ['总计', m(10), m(10)],
        ),
      },
    },
  ],
  found: [
    {
      why: '两栏的其中数都大于上级数，多0.01也算',
      sheets: {
        表: uses(
          ['一、基本支出', m(10), m(10)],
          ['二、项目支出', m(80), m(80)],
          ['其中：基本建设类项目', m(80.01), m(800)],
          ['总计', m(90), m(90)],
        ),
      },
      findings: [
        {
          at: '表!B6',
          messageId: 'above',
          left: 80.01,
          right: 80,
          message: '表1-3“其中”数“基本建设类项目”（年初预算数）80.01大于上级数“项目支出”80.00。',
        },
        { at: '表!C6', messageId: 'above', left: 800, right: 80 },
      ],
    },
    {
      why: '其中各项合计大于上级数',
      sheets: {
        数据: list(
          ['资产合计', m(10), '万元'],
          ['其中：流动资产', m(6), '万元'],
          ['非流动资产', m(6), '万元'],
          ['负债合计', m(1), '万元'],
        ),
      },
      findings: [{ at: '数据!B4', messageId: 'together', left: 12, right: 10 }],
    },
  ],
  skipped: [
    {
      why: '工作簿没有金额表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到金额表',
    },
  ],
});
