import { exe003 } from '../../../src/core/checks/exe-003-over-budget';
import { flat, form, list, m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(exe003, {
  clean: [
    {
      why: '支出用元，预算用万元，多出的不到万元的末位',
      sheets: { 数据: list(['决算支出', m(1000049), '元'], ['调整预算总规模', 100, '万元']) },
    },

    {
      why: '季度可以超前，全年不超',
      sheets: {
        表: quarters(
          [m(25), m(30), p(1.2)],
          [m(50), m(55), p(1.1)],
          [m(75), m(80), p(1.0667)],
          [m(100), m(100), p(1)],
        ),
      },
    },
  ],
  found: [
    {
      why: '支出用元，预算用万元，多出万元的末位',
      sheets: { 数据: list(['决算支出', m(1000151), '元'], ['调整预算总规模', 100, '万元']) },
      findings: [
        {
          at: '数据!B4',
          messageId: 'over',
          left: 1000151,
          right: 1000000,
          message: '部门年度支出1000151.00元大于预算100.00万元，执行率100.02%。',
        },
      ],
    },

    {
      why: '全年超支，超0.01也算；项目同样',
      sheets: {
        表: quarters(
          [m(25), m(25), p(1)],
          [m(50), m(50), p(1)],
          [m(75), m(75), p(1)],
          [m(100), m(100.01), p(1)],
        ),
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(95), 10, p(1.0556), 10],
            ['其中：当年财政拨款', m(90), m(90), m(95), '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
      findings: [
        {
          at: '表!C7',
          messageId: 'over',
          left: 100.01,
          right: 100,
          message: '表1-4年度支出100.01大于预算100.00，执行率100.01%。',
        },
        { at: '项目!F5', messageId: 'over', left: 95, right: 90 },
      ],
    },
    {
      why: '没有季度表时，用决算支出与调整预算比较',
      sheets: { 数据: list(['决算支出', m(109), '万元'], ['调整预算总规模', m(100), '万元']) },
      findings: [{ at: '数据!B4', messageId: 'over', left: 109, right: 100 }],
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
