import { scr011 } from '../../../src/core/checks/scr-011-partial-completion';
import { flat, form, m, p } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];
const END = ['总分', null, null, null, null, 100, 90];

testCheck(scr011, {
  clean: [
    {
      why: '按比例得分',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46人次', 90, 82.8, ''], END),
      },
    },
    {
      why: '相差0.01分以内',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46人次', 90, 82.81, ''], END),
      },
    },
    {
      why: '≤型指标的两种算法都接受',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '成本指标', '总成本', '≤30万元', '40万元', 45, 33.75, ''],
          [null, '成本指标', '单价', '≤30万元', '40万元', 45, 30, ''],
          END,
        ),
      },
    },
    {
      why: '不足六成得0分：及格门槛',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '20人次', 90, 0, ''], END),
      },
    },
  ],
  found: [
    {
      why: '固定扣两分，不是比例',
      sheets: {
        项目: form(MONEY, ['满意度指标（10分）', '满意度指标', '群众满意度', '100%', '98%', 10, 8, ''], END),
      },
      findings: [
        {
          at: '项目!H9',
          messageId: 'off',
          left: 8,
          right: 9.8,
          message: '“群众满意度”完成比例98%对应9.80分，填报8分。',
          severity: 'verify',
        },
      ],
    },
    {
      why: '相差0.02分即提示，两处',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46人次', 45, 41.42, ''],
          [null, '数量指标', '场次', '≥50场', '25场', 45, 20, ''],
          END,
        ),
      },
      findings: [
        { at: '项目!H9', messageId: 'off', left: 41.42, right: 41.4 },
        { at: '项目!H10', messageId: 'off', left: 20, right: 22.5 },
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
