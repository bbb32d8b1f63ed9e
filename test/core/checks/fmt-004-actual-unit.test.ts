import { fmt004 } from '../../../src/core/checks/fmt-004-actual-unit';
import { flat, form, m, p } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(90), m(90), m(90), '—', '', '—'],
];

testCheck(fmt004, {
  clean: [
    {
      why: '没有写单位不算不一致',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50个', '50', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
    },
    {
      why: '百分比与%是同一单位，日期不比较',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '质量指标', '合格率', '≥90百分比', '95%', 45, 45, ''],
          [null, '时效指标', '完成时间', '2023年11月底前', '2023年11月20日', 45, 45, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
    },
  ],
  found: [
    {
      why: '单位不同、写法不同、完成值带≥',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '甲', '≥50人次', '46个', 30, 30, ''],
          [null, '质量指标', '乙', '≥90%', '95个', 30, 30, ''],
          [null, '质量指标', '丙', '≥90%', '≥95%', 30, 30, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
      findings: [
        {
          at: '项目!F8',
          messageId: 'unit',
          severity: 'error',
          message: '完成值单位与指标值不一致：“甲”指标值为“≥50人次”，完成值为“46个”。',
        },
        { at: '项目!F9', messageId: 'form' },
        { at: '项目!F10', messageId: 'sign', message: '完成值应是实际的数：“丙”完成值填为“≥95%”。' },
      ],
    },
  ],
  skipped: [
    {
      why: '没有指标值栏',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到指标值与完成值',
    },
  ],
});
