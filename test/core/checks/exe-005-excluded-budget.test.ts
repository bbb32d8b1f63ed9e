import { exe005 } from '../../../src/core/checks/exe-005-excluded-budget';
import { list, m, p, quarters, quartersWith } from './grids';
import { testCheck } from './test-check';

const YEAR = quarters(
  [m(25), m(25), p(1)],
  [m(50), m(50), p(1)],
  [m(75), m(75), p(1)],
  [m(100), m(99), p(0.99)],
);

testCheck(exe005, {
  clean: [
    {
      why: '各季预算相加等于全部预算',
      sheets: {
        表: quartersWith(
          ['预算数', '支出数'],
          ['一季度', m(82.5), m(90)],
          ['二季度', m(82.5), m(80)],
          ['三季度', m(82.5), m(70)],
          ['四季度', m(82.5), m(83)],
        ),
        数据: list(['决算支出', m(323), '万元'], ['调整预算总规模', m(330), '万元']),
      },
    },

    {
      why: '全部预算都在执行口径内',
      sheets: { 表: YEAR, 数据: list(['调整预算总规模', m(100), '万元'], ['决算支出', m(99), '万元']) },
    },
    {
      why: '剔除恰为5%',
      sheets: {
        表: quarters(
          [m(23.75), m(20), p(0.8)],
          [m(95), m(90), p(0.9)],
          [m(95), m(90), p(0.9)],
          [m(95), m(95), p(1)],
        ),
        数据: list(['调整预算总规模', m(100), '万元'], ['决算支出', m(95), '万元']),
      },
    },
  ],
  found: [
    {
      why: '季度表用万元，预算用元',
      sheets: { 表: YEAR, 数据: list(['调整预算总规模', m(1200000), '元'], ['决算支出', m(990000), '元']) },
      findings: [
        {
          at: '表!B7',
          messageId: 'excluded',
          left: 1000000,
          right: 1200000,
          message: '预算执行口径剔除200000.00元，占预算16.67%，请提供依据。',
        },
      ],
    },

    {
      why: '剔除的备用金超过5%，看备用金预算',
      sheets: {
        表: YEAR,
        数据: list(
          ['调整预算总规模', m(200), '万元'],
          ['应急备用金预算金额', m(100), '万元'],
          ['决算支出', m(99), '万元'],
        ),
      },
      findings: [
        {
          at: '数据!B5',
          messageId: 'excluded',
          left: 100,
          right: 200,
          message: '预算执行口径剔除100.00万元，占预算50.00%，请提供依据。',
          severity: 'verify',
        },
      ],
    },
    {
      why: '没有备用金一行，看全年预算数，两张季度表',
      sheets: {
        表: YEAR,
        表乙: [['下属单位各季度预算执行情况表'], ...YEAR.slice(1)],
        数据: list(['调整预算总规模', m(106), '万元'], ['决算支出', m(99), '万元']),
      },
      findings: [
        { at: '表!B7', messageId: 'excluded', left: 100, right: 106 },
        { at: '表乙!B7', messageId: 'excluded' },
      ],
    },
  ],
  skipped: [{ why: '没有调整预算总额', sheets: { 表: YEAR }, reason: '未找到“调整预算总额”' }],
});
