import { scr013 } from '../../../src/core/checks/scr-013-target-exceeded';
import { flat, form, m, p } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];
const END = ['总分', null, null, null, null, 100, 90];

testCheck(scr013, {
  clean: [
    {
      why: '完成值不足130%',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '64人次', 90, 90, ''], END),
      },
    },
    {
      why: '超过而写了原因',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '70人次', 90, 90, '新增两期培训。'],
          END,
        ),
      },
    },
    {
      why: '≤型指标不存在超额完成',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '成本指标', '总成本', '≤90万元', '60万元', 90, 90, ''], END),
      },
    },
  ],
  found: [
    {
      why: '恰为130%即提示；数量指标没有写≥也提示',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '65人次', 45, 45, ''],
          [null, '数量指标', '场次', '10场', '14场', 45, 45, ''],
          END,
        ),
      },
      findings: [
        {
          at: '项目!F9',
          messageId: 'exceeded',
          left: 1.3,
          right: 1.3,
          message: '“人次”完成值为指标值的130%，请说明指标值是否偏低。',
        },
        {
          at: '项目!F10',
          messageId: 'exceeded',
          left: 1.4,
          message: '“场次”完成值为指标值的140%，请说明指标值是否偏低。',
        },
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
