import { sum003 } from '../../../src/core/checks/sum-003-same-money';
import { functions, income, inYuan, m, uses } from './grids';
import { testCheck } from './test-check';

const tables = (a: number, b: number, c: number) => ({
  表1: income(
    ['一、一般公共预算财政拨款收入', m(90), m(a)],
    ['年初结转和结余', m(10), null],
    ['总计', m(100), m(a)],
  ),
  表2: functions(['甲支出', m(60), m(b)], ['乙支出', m(40), null], ['总计', m(100), m(b)]),
  表3: uses(['一、基本支出', m(60), m(c)], ['二、项目支出', m(40), null], ['总计', m(100), m(c)]),
});

testCheck(sum003, {
  clean: [
    {
      why: '一张表用元，四舍五入到万元后一致',
      sheets: {
        ...tables(100, 100, 100),
        表2: inYuan(
          functions(
            ['甲支出', m(600000), m(600012)],
            ['乙支出', m(400049), m(400012)],
            ['总计', m(1000049), m(1000024)],
          ),
        ),
      },
    },

    { why: '三表总计一致', sheets: tables(100, 100, 100) },
    {
      why: '基本支出表的合计不是部门总计',
      sheets: {
        ...tables(100, 100, 100),
        表3: [
          ['2020年基本支出情况表'],
          ['单位：万元'],
          ['支出用途', '年初预算数', '调整预算数'],
          ['人员经费', m(50), m(50)],
          ['公用经费', m(10), m(10)],
          ['合计', m(60), m(60)],
        ],
      },
    },
    {
      why: '财政拨款支出表只含一部分资金',
      sheets: {
        ...tables(100, 100, 100),
        表2: [
          ['一般公共预算财政拨款支出表'],
          ['单位：万元'],
          ['支出功能分类', '年初预算数', '调整预算数'],
          ['甲支出', m(60), m(60)],
          ['乙支出', m(30), m(30)],
          ['合计', m(90), m(90)],
        ],
      },
    },
    {
      why: '单位不同，换算后一致',
      sheets: {
        ...tables(100, 100, 100),
        表2: [
          ['表1-2 支出构成（按支出功能分类）'],
          ['单位：元'],
          ['支出功能分类', '年初预算数', '调整预算数'],
          ['甲支出', m(600000), m(600000)],
          ['乙支出', m(400000), m(400000)],
          ['总计', m(1000000), m(1000000)],
        ],
      },
    },
  ],
  found: [
    {
      why: '一张表用元，超出万元的末位',
      sheets: {
        ...tables(100, 100, 100),
        表2: inYuan(
          functions(
            ['甲支出', m(600000), m(600062)],
            ['乙支出', m(400000), m(401012)],
            ['总计', m(1000000), m(1001074)],
          ),
        ),
      },
      findings: [
        {
          at: '表2!C6',
          messageId: 'off',
          left: 1001074,
          right: 1000000,
          message: '表1-2总计1001074.00元与表1-1总计100.00万元不一致（调整预算数），差额1074.00元。',
        },
      ],
    },
    {
      why: '一张表用元，差额在两个末位的一半之内',
      sheets: {
        ...tables(100, 100, 100),
        表2: inYuan(
          functions(
            ['甲支出', m(600000), m(600062)],
            ['乙支出', m(400000), m(400012)],
            ['总计', m(1000000), m(1000074)],
          ),
        ),
      },
      findings: [{ at: '表2!C6', messageId: 'rounding', severity: 'hint' }],
    },

    {
      why: '功能分类与另两表不符，以多数为准',
      sheets: tables(100, 109, 100),
      findings: [
        {
          at: '表2!C6',
          messageId: 'off',
          left: 109,
          right: 100,
          severity: 'error',
          message: '表1-2总计109.00与表1-1总计100.00不一致（调整预算数），差额9.00。',
        },
      ],
    },
    {
      why: '相差0.01是四舍五入差',
      sheets: tables(100, 100.01, 100),
      findings: [{ at: '表2!C6', messageId: 'rounding', left: 100.01, right: 100, severity: 'hint' }],
    },
    {
      why: '三表各不相同，相差0.02即错误',
      sheets: tables(100, 100.02, 103),
      findings: [
        { at: '表2!C6', messageId: 'off', left: 100.02, right: 100, severity: 'error' },
        { at: '表3!C6', messageId: 'off', left: 103, right: 100 },
      ],
    },
  ],
  skipped: [
    {
      why: '只有一张表',
      sheets: { 表1: tables(100, 100, 100).表1 },
      reason: '没有两张以上按资金来源、功能分类或支出用途分列的总计',
    },
  ],
});
