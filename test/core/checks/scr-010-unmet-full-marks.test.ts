import { scr010 } from '../../../src/core/checks/scr-010-unmet-full-marks';
import { flat, form, m, p } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];
const END = ['总分', null, null, null, null, 100, 90];

testCheck(scr010, {
  clean: [
    {
      why: '未完成而按比例得分',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46人次', 90, 82.8, ''], END),
      },
    },
    {
      why: '单位不同，不比较',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46个', 90, 90, ''], END),
      },
    },
  ],
  found: [
    {
      why: '完成值写在文字里，与评分读法相同',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '数量指标', '受益人数', '≥50人', '已完成46人', 40, 40, ''],
          [null, '质量指标', '收入增长', '同比增长≥5%', '同比增长4%', 30, 30, ''],
          [null, '数量指标', '巡护长度', '≥30株次', '28株次', 20, 20, ''],
          END,
        ),
      },
      findings: [
        { at: '项目!H9', messageId: 'full', left: 40, right: 36.8 },
        { at: '项目!H10', messageId: 'full', left: 30, right: 24 },
        { at: '项目!H11', messageId: 'full', left: 20, right: 18.67 },
      ],
    },
    {
      why: '未完成却得满分',
      sheets: {
        项目: form(MONEY, ['产出指标（90分）', '数量指标', '人次', '≥50人次', '46人次', 90, 90, ''], END),
      },
      findings: [
        {
          at: '项目!H9',
          messageId: 'full',
          left: 90,
          right: 82.8,
          message: '“人次”未完成指标值却得满分90分；完成46人次，指标值50人次。',
        },
      ],
    },
    {
      why: '只差一点也是未完成；成本超过上限，两处',
      sheets: {
        项目: form(
          MONEY,
          ['产出指标（90分）', '质量指标', '合格率', '≥90%', '89.99%', 40, 40, ''],
          [null, '成本指标', '总成本', '≤90万元', '100万元', 50, 50, ''],
          END,
        ),
      },
      findings: [
        {
          at: '项目!H9',
          messageId: 'full',
          left: 40,
          message: '“合格率”未完成指标值却得满分40分；完成89.99%，指标值90%。',
        },
        { at: '项目!H10', messageId: 'full', left: 50, right: 45 },
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
