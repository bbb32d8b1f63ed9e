import { scr007 } from '../../../src/core/checks/scr-007-recomputed-score';
import { flat, form, list, m, p } from './grids';
import { testCheck } from './test-check';

const NAME = '政府采购执行率';
const STANDARD = '本指标得分=政府采购执行率×6分。政府采购执行率=（实际采购金额/采购计划金额）×100%';
const DATA = list(['采购计划金额', m(100), '万元'], ['实际采购金额', m(90), '万元']);

testCheck(scr007, {
  clean: [
    {
      why: '得分按标准算出',
      sheets: { 数据: DATA, 评分表: flat([NAME, 6, STANDARD, 5.4], ['总分', 6, null, 5.4]) },
    },
    {
      why: '相差一分在第二位小数上：四舍五入',
      sheets: { 数据: DATA, 评分表: flat([NAME, 6, STANDARD, 5.41], ['总分', 6, null, 5.41]) },
    },
    {
      why: '项目资金一行按执行率计分',
      sheets: {
        项目: form(
          [
            ['年度资金总额', m(90), m(90), m(81), 10, p(0.9), 9],
            ['其中：当年财政拨款', m(90), m(90), m(81), '—', p(0.9), '—'],
          ],
          ['产出指标（90分）', '数量指标', '人次', '≥50人次', '50人次', 90, 90, ''],
          ['总分', null, null, null, null, 100, 99],
        ),
      },
    },
  ],
  found: [
    {
      why: '填报得分与重算不同',
      sheets: { 数据: DATA, 评分表: flat([NAME, 6, STANDARD, 6], ['总分', 6, null, 6]) },
      findings: [
        {
          at: '评分表!D3',
          messageId: 'off',
          left: 6,
          right: 5.4,
          message: '“政府采购执行率”按评分标准应得5.4分，填报6分。',
          severity: 'error',
        },
      ],
    },
    {
      why: '两数相差一百倍',
      sheets: {
        数据: DATA,
        评分表: flat(
          [
            NAME,
            100,
            '本指标得分=政府采购执行率×100分。政府采购执行率=（实际采购金额/采购计划金额）×100%',
            0.9,
          ],
          ['总分', 100, null, 0.9],
        ),
      },
      findings: [
        {
          at: '评分表!D3',
          messageId: 'off',
          left: 0.9,
          right: 90,
          cause: '填报的数恰好是比率本身，可能把比率填成了得分。',
        },
      ],
    },
    {
      why: '两项都算错',
      sheets: {
        数据: DATA,
        评分表: flat([NAME, 6, STANDARD, 6], [NAME, 6, STANDARD, 3], ['总分', 12, null, 9]),
      },
      findings: [
        { at: '评分表!D3', messageId: 'off', left: 6, right: 5.4 },
        { at: '评分表!D4', messageId: 'off', left: 3, right: 5.4 },
      ],
    },
  ],
  skipped: [
    {
      why: '数据不在工作簿中',
      sheets: { 评分表: flat([NAME, 6, STANDARD, 6], ['总分', 6, null, 6]) },
      reason: '部分指标的得分需要补充数据或人工判断，未能重算',
    },
  ],
});
