import { exp001 } from '../../../src/core/checks/exp-001-three-public';
import { list, m, uses } from './grids';
import { testCheck } from './test-check';

const three = (budget: number, total: number, visits: number) => [
  ['经费情况表'],
  ['单位：万元'],
  ['项目', '2020年预算数', '2020年决算数'],
  ['三公经费', m(budget), m(total)],
  ['1、公务用车购置和维护经费', m(budget - 20), m(11.86)],
  ['2、因公出国（境）费', m(0), m(0)],
  ['3、公务接待费', m(20), m(visits)],
  ['公用经费', m(10), m(10)],
];

testCheck(exp001, {
  clean: [
    {
      why: '决算用元，预算用万元，多出的不到万元的末位',
      sheets: {
        数据: list(['“三公”经费预算安排数', m(25), '万元'], ['“三公”经费实际支出数', m(250049), '元']),
      },
    },

    { why: '三项相加相符，决算不超预算', sheets: { 表: three(61.8, 29.08, 17.22) } },
    { why: '相差0.01是四舍五入差，不在此报错', sheets: { 表: three(61.8, 29.09, 17.22) } },
  ],
  found: [
    {
      why: '分项相加不符',
      sheets: { 表: three(61.8, 29.08, 12.72) },
      findings: [
        {
          at: '表!C4',
          messageId: 'parts',
          left: 29.08,
          right: 24.58,
          message: '《经费情况表》三公经费（2020年决算数）29.08，出国、公车、接待合计24.58，差额4.50。',
        },
      ],
    },
    {
      why: '决算超预算；另一处基础数据也超',
      sheets: {
        表: [
          ['经费情况表'],
          ['单位：万元'],
          ['项目', '2020年预算数', '2020年决算数'],
          ['三公经费', m(25), m(25.01)],
          ['公用经费', m(10), m(10)],
        ],
        数据: list(['“三公”经费预算安排数', m(25), '万元'], ['“三公”经费实际支出数', m(31.3), '万元']),
      },
      findings: [
        {
          at: '表!C4',
          messageId: 'above',
          left: 25.01,
          right: 25,
          message: '三公经费决算25.01超预算25.00，超出0.01。',
        },
        { at: '数据!B5', messageId: 'above', left: 31.3, right: 25 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有三公经费',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到三公经费的分项或预算、决算数',
    },
  ],
});
