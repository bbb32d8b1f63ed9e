import { exe004 } from '../../../src/core/checks/exe-004-low-execution';
import { flat, form, list, m, p, quarters, quartersWith } from './grids';
import { testCheck } from './test-check';

const YEAR = (spent: number) =>
  quarters([m(25), m(25), p(1)], [m(50), m(50), p(1)], [m(75), m(75), p(1)], [m(100), m(spent), p(0.9)]);

testCheck(exe004, {
  clean: [
    {
      why: '当季数相加再除以年度预算',
      sheets: {
        表: quartersWith(
          ['年度预算数', '支出数'],
          ['一季度', m(330), m(90)],
          ['二季度', m(330), m(80)],
          ['三季度', m(330), m(70)],
          ['四季度', m(330), m(83)],
        ),
        数据: list(['决算支出', m(323), '万元'], ['调整预算总规模', m(330), '万元']),
      },
    },

    { why: '恰为90%', sheets: { 表: YEAR(90) } },
    {
      why: '资金栏没有写原因的单元格，原因写在指标的偏差原因栏',
      sheets: {
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(45), 10, p(0.5), 5],
            ['其中：当年财政拨款', m(90), m(90), m(45), '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, '因招标流标，资金未能支付'],
          ['总分', null, null, null, null, 100, 95],
        ),
      },
    },
    {
      why: '全年预算为零，无从计算',
      sheets: { 数据: list(['决算支出', m(0), '万元'], ['调整预算总规模', m(0), '万元']) },
    },
  ],
  found: [
    {
      why: '89.99%即提示；项目同样',
      sheets: {
        表: YEAR(89.99),
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(45), 10, p(0.5), 5],
            ['其中：当年财政拨款', m(90), m(90), m(45), '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 95],
        ),
      },
      findings: [
        {
          at: '表!D7',
          messageId: 'low',
          left: 0.8999,
          right: 0.9,
          message: '表1-4执行率89.99%未达90%，须说明原因。',
          severity: 'verify',
        },
        { at: '项目!H5', messageId: 'low', left: 0.5 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有预算和支出',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到全年预算数和支出数',
    },
  ],
});
