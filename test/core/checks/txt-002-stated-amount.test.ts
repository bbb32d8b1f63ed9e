import { txt002 } from '../../../src/core/checks/txt-002-stated-amount';
import { flat, list, m } from './grids';
import { testCheck } from './test-check';

const DATA = list(['决算支出', m(2162.54), '万元'], ['调整预算总规模', m(3421.49), '万元']);

testCheck(txt002, {
  clean: [
    { why: '文字与表一致', sheets: { 说明: [['2020年，决算支出为2,162.54万元。']], 数据: DATA } },
    { why: '换成亿元，按文字的位数相符', sheets: { 说明: [['决算支出0.22亿元。']], 数据: DATA } },
    {
      why: '增减数、约数和他年的数不比较',
      sheets: { 说明: [['比上年决算支出增加100万元。2019年决算支出2000万元。约为2100万元。']], 数据: DATA },
    },
  ],
  found: [
    {
      why: '数字颠倒；另一个数差在末位',
      sheets: { 说明: [['2020年决算支出为2126.54万元，调整预算总规模为3421.48万元。']], 数据: DATA },
      findings: [
        {
          at: '说明!A1',
          messageId: 'off',
          left: 2126.54,
          right: 2162.54,
          message: '文字“决算支出”2126.54万元与“数据”表2162.54万元不一致，差额36.00万元。',
          cause: '2126.54与2162.54相邻两位数字对调，可能是录入时数字颠倒。',
        },
        { at: '说明!A1', messageId: 'off', left: 3421.48, right: 3421.49 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有项目自评表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到金额表',
    },
  ],
});
