import { scr015 } from '../../../src/core/checks/scr-015-outcome-versus-execution';
import { flat, form, fourScores, m, p } from './grids';
import { testCheck } from './test-check';

const money = (score: number) => [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), score],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];

testCheck(scr015, {
  clean: [
    {
      why: '绩效得分率与执行得分率相当',
      sheets: {
        项目: form(
          money(9.6),
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 99.6],
        ),
      },
    },
    {
      why: '有得分超过分值，得分率虚高，另有检查',
      sheets: {
        项目: form(
          money(9.6),
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 95, ''],
          ['总分', null, null, null, null, 100, 104.6],
        ),
      },
    },
    {
      why: '恰好相差5%',
      sheets: {
        项目: form(
          money(9.5),
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 99.5],
        ),
      },
    },
  ],
  found: [
    {
      why: '相差超过5%',
      sheets: {
        项目: form(
          money(9.4),
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 99.4],
        ),
      },
      findings: [
        {
          at: '项目!I5',
          messageId: 'apart',
          left: 1,
          right: 0.94,
          severity: 'verify',
          message:
            '“居家养老服务项目”自评表绩效得分与预算执行明显不匹配：绩效得分率100.00%，预算执行得分率94.00%。',
        },
      ],
    },
    {
      why: '两个项目',
      sheets: {
        一: fourScores('1、甲项目', [50, 8, 30, 10], 98),
        二: fourScores('2、乙项目', [50, 7, 30, 10], 97),
      },
      findings: [
        { at: '一!G5', messageId: 'apart', right: 0.8 },
        { at: '二!G5', messageId: 'apart', right: 0.7 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有单独的预算执行得分',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '“评分表”没有单独的预算执行得分，或得分不全',
    },
  ],
});
