import { sum004 } from '../../../src/core/checks/sum-004-project-money';
import { form, fourScores, m } from './grids';
import { testCheck } from './test-check';

type Three = readonly (number | null)[];
const row = (label: string, values: Three, ...rest: readonly (string | number)[]) => [
  label,
  ...values.map((value) => (value === null ? null : m(value))),
  ...rest,
];
const money = (total: Three, first: Three, second: Three) =>
  form(
    [
      row('年度资金总额', total, 10, '', 10),
      row('其中：当年财政拨款', first, '—', '', '—'),
      row('其他资金', second, '—', '', '—'),
    ],
    ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
    ['总分', null, null, null, null, 100, 100],
  );

testCheck(sum004, {
  clean: [
    {
      why: '单元格自己写明了单位',
      sheets: {
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(87.48), 10, '', 10],
            ['其中：当年财政拨款', '800000元', '800000元', '774812元', '—', '', '—'],
            ['其他资金', m(10), m(10), m(10), '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
    },

    { why: '总额等于分项之和', sheets: { 项目: money([90, 90, 87.48], [80, 80, 77.48], [10, 10, 10]) } },
    { why: '没有的来源留空', sheets: { 项目: money([90, 90, 90], [90, 90, 90], [null, null, null]) } },
  ],
  found: [
    {
      why: '总额填0而分项不为零',
      sheets: { 项目: money([0, 0, 0], [90, 89.97, 89.97], [null, null, null]) },
      findings: [
        {
          at: '项目!D5:F5',
          messageId: 'off',
          left: 0,
          right: 90,
          severity: 'error',
          message: '资金总额0.00、0.00、0.00与分项之和90.00、89.97、89.97不一致，差额90.00、89.97、89.97。',
        },
      ],
    },
    {
      why: '数按文本填写，总额填“0”：分项照原样写出',
      sheets: {
        项目: form(
          [
            ['年度资金总额', '0', '0', '0', 10, '', 10],
            ['其中：当年财政拨款', '90', '89.975', '89.975', '—', '', '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 100],
        ),
      },
      findings: [
        {
          at: '项目!D5:F5',
          messageId: 'off',
          message: '资金总额0、0.000、0.000与分项之和90、89.975、89.975不一致，差额90、89.975、89.975。',
        },
      ],
    },
    {
      why: '两个项目各有一栏不符',
      sheets: {
        项目: money([90, 95, 90], [80, 80, 80], [10, 10, 10]),
        项目2: money([90, 90, 78], [80, 80, 80], [10, 10, 10]),
      },
      findings: [
        { at: '项目!E5', messageId: 'off', left: 95, right: 90 },
        { at: '项目2!F5', messageId: 'off', left: 78, right: 90 },
      ],
    },
    {
      why: '相差0.01是四舍五入差',
      sheets: { 项目: money([90.01, 90, 90], [80, 80, 80], [10, 10, 10]) },
      findings: [{ at: '项目!D5', messageId: 'rounding', severity: 'hint', left: 90.01, right: 90 }],
    },
  ],
  skipped: [
    {
      why: '没有资金栏',
      sheets: { 项目: fourScores('1、甲项目', [50, 10, 30, 8], 98) },
      reason: '未找到项目资金（预算数、执行数）栏',
    },
  ],
});
