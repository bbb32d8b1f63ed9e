import { scr001 } from '../../../src/core/checks/scr-001-total-score';
import { flat, form, m, p, uses } from './grids';
import { testCheck } from './test-check';

testCheck(scr001, {
  clean: [
    {
      why: '总分等于各项之和',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', 4.5], ['总分', 10, null, 9.5]) },
    },
    {
      why: '不适用的指标不计入',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', '—'], ['总分', 10, null, 5]) },
    },
    {
      why: '未显示的小数位不算差额',
      sheets: {
        评分表: flat(
          ['甲', 5, '酌情。', { value: 4.996, format: '0.00' }],
          ['总分', 5, null, { value: 5, format: '0.00' }],
        ),
      },
    },
    {
      why: '项目资金一行的得分计入总分',
      sheets: {
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(81), 10, p(0.9), 9],
            ['其中：当年财政拨款', m(90), m(90), m(81), '—', p(0.9), '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 99],
        ),
      },
    },
  ],
  found: [
    {
      why: '总分多出恰好一项的得分',
      sheets: {
        评分表: flat(
          ['甲', 5, '酌情。', 5],
          ['乙', 5, '酌情。', 3],
          ['丙', 5, '酌情。', 2],
          ['总分', 15, null, 13],
        ),
      },
      findings: [
        {
          at: '评分表!D6',
          messageId: 'off',
          left: 13,
          right: 10,
          message: '各指标得分合计10与总分13不一致，差额3。',
          cause: '差额恰好等于“乙”3，可能是重复加了这一项。',
        },
      ],
    },
    {
      why: '差额在末位也是错误：得分不四舍五入',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', 4.92], ['总分', 10, null, 9.93]) },
      findings: [{ at: '评分表!D5', messageId: 'off', left: 9.93, right: 9.92, severity: 'error' }],
    },
    {
      why: '两张评分表各有差错',
      sheets: {
        表1: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 4]),
        表2: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 3]),
      },
      findings: [
        { at: '表1!D4', messageId: 'off', left: 4, right: 5 },
        { at: '表2!D4', messageId: 'off', left: 3, right: 5 },
      ],
    },
  ],
  skipped: [
    {
      why: '有指标未填得分',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', null], ['总分', 10, null, 5]) },
      reason: '“评分表”的“乙”没有得分，未比较总分',
    },
    {
      why: '总分空白',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, null]) },
      reason: '“评分表”没有填写总分',
    },
    {
      why: '工作簿没有评分表',
      sheets: { 表1: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到评分表（有得分栏的指标表）、评分表的总分行',
    },
  ],
});
