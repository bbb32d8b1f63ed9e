import { scr009 } from '../../../src/core/checks/scr-009-met-but-deducted';
import { flat, form, m, p, p0 } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];
const END = ['总分', null, null, null, null, 100, 90];

testCheck(scr009, {
  clean: [
    {
      why: '完成目标得满分',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''], END),
      },
    },
    {
      why: '扣分而写了原因',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 80, '台账不全。'],
          END,
        ),
      },
    },
    {
      why: '成本类没有写≤，不判断',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '成本指标', '总成本', '90万元', '95万元', 90, 80, ''], END),
      },
    },
    {
      why: '有评分标准的不在此检查',
      sheets: {
        评分表: [
          ['自评评分表'],
          ['指标名称', '分值', '评分标准', '指标值', '完成值', '自评得分'],
          ['满意度', 10, '酌情扣分。', p0(0.9), p0(0.95), 8],
          ['总分', 10, null, null, null, 8],
        ],
      },
    },
  ],
  found: [
    {
      why: '完成目标却扣分，没有原因',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 88, ''], END),
      },
      findings: [
        {
          at: '项目!H9',
          messageId: 'deducted',
          left: 88,
          right: 90,
          message: '“人次”目标已完成但得分88低于分值90，请说明扣分原因。',
          severity: 'verify',
        },
      ],
    },
    {
      why: '恰好等于指标值也是完成，≤型同样，两处',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '比率', '≥90%', '90%', 40, 39, ''],
          [null, '成本指标', '总成本', '≤90万元', '90万元', 50, 49, ''],
          END,
        ),
      },
      findings: [
        { at: '项目!H9', messageId: 'deducted', left: 39, right: 40 },
        { at: '项目!H10', messageId: 'deducted', left: 49, right: 50 },
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
