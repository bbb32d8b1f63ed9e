import { scr014 } from '../../../src/core/checks/scr-014-qualitative-band';
import { flat, form, m, p } from './grids';
import { testCheck } from './test-check';

const MONEY = [
  ['年度资金总额', m(90), m(90), m(90), 10, p(1), 10],
  ['其中：当年财政拨款', m(80), m(80), m(80), '—', p(1), '—'],
  ['其他资金', m(10), m(10), m(10), '—', p(1), '—'],
];
const END = ['总分', null, null, null, null, 100, 90];

testCheck(scr014, {
  clean: [
    {
      why: '部分达成得七成',
      sheets: {
        项目: form(
          MONEY,
          ['效益指标（30分）', '社会效益指标', '能力提升', '效果明显', '部分达成预期指标', 30, 21, ''],
          END,
        ),
      },
    },
    {
      why: '恰在区间上界：各地做法不同，不判错',
      sheets: {
        项目: form(
          MONEY,
          ['效益指标（30分）', '社会效益指标', '能力提升', '效果明显', '部分达成预期指标', 30, 24, ''],
          END,
        ),
      },
    },
    {
      why: '长篇文字不猜是哪一档',
      sheets: {
        项目: form(
          MONEY,
          [
            '效益指标（30分）',
            '社会效益指标',
            '能力提升',
            '效果明显',
            '通过项目实施，社区服务能力有了明显提高，群众反映良好，基本达到了年初的设想',
            30,
            10,
            '',
          ],
          END,
        ),
      },
    },
  ],
  found: [
    {
      why: '部分达成得分过高，达成得分过低',
      sheets: {
        项目: form(
          MONEY,
          ['效益指标（12分）', '社会效益指标', '能力提升', '效果明显', '部分达成预期指标', 6, 5.5, ''],
          [null, '社会效益指标', '长效机制', '机制健全', '达成预期指标', 6, 4.7, ''],
          END,
        ),
      },
      findings: [
        {
          at: '项目!H9',
          messageId: 'outside',
          left: 5.5,
          right: 4.8,
          message: '“能力提升”完成情况为部分达成，得分区间应为3.6—4.8，填报5.5分。',
        },
        { at: '项目!H10', messageId: 'outside', left: 4.7, right: 4.8 },
      ],
    },
    {
      why: '湖北的部分达成下限是五成',
      profile: { qualitativeBands: [{ outcome: 'partly', low: 50, high: 80 }] },
      sheets: {
        项目: form(
          MONEY,
          ['效益指标（30分）', '社会效益指标', '能力提升', '效果明显', '部分达成预期指标', 30, 14, ''],
          END,
        ),
      },
      findings: [{ at: '项目!H9', messageId: 'outside', left: 14, right: 15 }],
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
