import { fmt003 } from '../../../src/core/checks/fmt-003-required-cell';
import { flat, form, m, p, uses } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(90), m(90), m(90), '—', '', '—'],
];

testCheck(fmt003, {
  clean: [
    {
      why: '原因栏可以空白',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
    },
    {
      why: '整栏没有填，尚未开始',
      sheets: {
        评分表: flat(['甲', 5, '酌情。', null], ['乙', 5, '酌情。', null], ['总分', 10, null, null]),
      },
    },
  ],
  found: [
    {
      why: '完成值和分值各缺一处',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（60分）', '数量指标', '甲', '=8个', null, 20, 20, ''],
          [null, '数量指标', '乙', '≥50人次', '50人次', null, 20, ''],
          [null, '质量指标', '丙', '≥90%', '95%', 20, 20, ''],
          ['效益指标（30分）', '社会效益指标', '丁', '≥90%', '95%', 30, 30, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
      findings: [
        { at: '项目!G9', messageId: 'blank', severity: 'error', message: '“乙”的分值为必填，此处空白。' },
        { at: '项目!F8', messageId: 'blank', message: '“甲”的完成值为必填，此处空白。' },
      ],
    },
    {
      why: '各项都有得分而总分空白',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['乙', 5, '酌情。', '—'], ['总分', 10, null, null]) },
      findings: [{ at: '评分表!D5', messageId: 'blank', message: '总分为必填，此处空白。' }],
    },
  ],
  skipped: [
    {
      why: '没有评分表',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到评分表（有得分栏的指标表）',
    },
  ],
});
