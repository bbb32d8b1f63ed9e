import { txt003 } from '../../../src/core/checks/txt-003-two-values';
import { list, m } from './grids';
import { testCheck } from './test-check';

const DATA = list(['决算支出', m(2162.54), '万元'], ['采购计划金额', m(1), '万元']);

testCheck(txt003, {
  clean: [
    {
      why: '两处同一个数',
      sheets: { 说明: [['预算资金总额为3421.49万元。'], ['我局预算资金总额为3421.49万元。']], 数据: DATA },
    },
    {
      why: '另一个年度的数',
      sheets: {
        说明: [['2020年预算资金总额为3421.49万元。'], ['2019年预算资金总额为3000万元。']],
        数据: DATA,
      },
    },
    {
      why: '不指总数的名称',
      sheets: { 说明: [['用于培训的支出10万元。'], ['用于会议的支出5万元。']], 数据: DATA },
    },
  ],
  found: [
    {
      why: '预算资金总额有两个数',
      sheets: {
        说明: [
          ['2020年，我局财政拨款预算资金总额为3421.49万元。'],
          ['我局年度预算执行情况较好，预算资金总额为1693.79万元。'],
        ],
        数据: DATA,
      },
      findings: [
        {
          at: '说明!A2',
          messageId: 'two',
          left: 3421.49,
          right: 1693.79,
          severity: 'verify',
          message: '“预算资金总额”出现3421.49万元与1693.79万元两个口径，请说明。',
        },
      ],
    },
    {
      why: '基础数据表中同名的两行，文字也有两个数',
      sheets: {
        说明: [['收入总计10万元。'], ['收入总计11万元。']],
        数据: list(['决算支出', m(1), '万元'], ['预算总规模', m(2), '万元'], ['决算支出', m(1.01), '万元']),
      },
      findings: [
        { at: '说明!A2', messageId: 'two', left: 10, right: 11 },
        { at: '数据!B6', messageId: 'two', left: 1, right: 1.01 },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
