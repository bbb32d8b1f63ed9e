import { exe002 } from '../../../src/core/checks/exe-002-final-spending';
import { functions, inYuan, list, m, p, quarters, uses } from './grids';
import { testCheck } from './test-check';

const YEAR = (spent: number) =>
  quarters([m(25), m(25), p(1)], [m(50), m(50), p(1)], [m(75), m(75), p(1)], [m(100), m(spent), p(0.99)]);

testCheck(exe002, {
  clean: [
    {
      why: '季度表用万元，决算支出用元',
      sheets: {
        表: YEAR(99.13),
        数据: list(['决算支出', m(991250), '元'], ['调整预算总规模', m(1000000), '元']),
      },
    },
    {
      why: '决算支出在两张表中，一张用元，一张用万元',
      sheets: {
        表: YEAR(99.13),
        表2: [...inYuan(functions(['甲支出', m(991250)], ['总计', m(991250)]))].map((row, index) =>
          index === 2 ? ['支出功能分类', '决算数'] : row,
        ),
        表3: uses(['一、基本支出', m(99.13)], ['总计', m(99.13)]).map((row, index) =>
          index === 2 ? ['支出用途', '决算数'] : row,
        ),
      },
    },

    {
      why: '四季度累计等于决算支出',
      sheets: { 表: YEAR(99), 数据: list(['决算支出', m(99), '万元'], ['调整预算总规模', m(100), '万元']) },
    },
    {
      why: '加上备用金后相等',
      sheets: {
        表: YEAR(99),
        数据: list(['决算支出', m(109), '万元'], ['信访备用金实际支出', m(10), '万元', '不计入执行进度']),
      },
    },
  ],
  found: [
    {
      why: '季度表用万元，决算支出用元，超出万元的末位',
      sheets: {
        表: YEAR(99.13),
        数据: list(['决算支出', m(999250), '元'], ['调整预算总规模', m(1000000), '元']),
      },
      findings: [
        {
          at: '表!C7',
          messageId: 'off',
          left: 99.13,
          right: 99.925,
          message: '四季度累计99.13万元，决算支出999250.00元，差额7950.00元。',
        },
      ],
    },
    {
      why: '不到万元末位的两倍，是四舍五入差',
      sheets: {
        表: YEAR(99.13),
        数据: list(['决算支出', m(991240), '元'], ['调整预算总规模', m(1000000), '元']),
      },
      findings: [{ at: '表!C7', messageId: 'rounding', severity: 'hint' }],
    },

    {
      why: '差额是结转增加额；另有一张季度表也不符',
      sheets: {
        表: YEAR(99),
        表乙: [['下属单位各季度预算执行情况表'], ...YEAR(95).slice(1)],
        数据: list(
          ['决算支出', m(98.53), '万元'],
          ['年末财政拨款结转和结余决算数', m(0.7), '万元'],
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
        ),
      },
      findings: [
        {
          at: '表!C7',
          messageId: 'off',
          left: 99,
          right: 98.53,
          severity: 'verify',
          message: '四季度累计99.00，决算支出98.53，差额0.47。',
          cause: '差额恰好等于结转增加额（0.70－0.23），季度累计可能按拨款口径填列，决算按支出口径填列。',
        },
        { at: '表乙!C7', messageId: 'off', left: 95, right: 98.53 },
      ],
    },
    {
      why: '相差0.01是四舍五入差',
      sheets: {
        表: YEAR(99),
        数据: list(['决算支出', m(99.01), '万元'], ['调整预算总规模', m(100), '万元']),
      },
      findings: [{ at: '表!C7', messageId: 'rounding', severity: 'hint' }],
    },
  ],
  skipped: [
    { why: '没有决算支出', sheets: { 表: YEAR(99) }, reason: '未找到“决算支出”' },
    {
      why: '决算支出有两个数',
      sheets: { 表: YEAR(99), 数据: list(['决算支出', m(99), '万元'], ['本年决算支出', m(98), '万元']) },
      reason: '“决算支出”有几个不同的数，未作比较',
    },
  ],
});
