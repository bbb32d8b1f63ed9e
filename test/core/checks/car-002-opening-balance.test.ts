import { car002 } from '../../../src/core/checks/car-002-opening-balance';
import { income, list, m } from './grids';
import { testCheck } from './test-check';

testCheck(car002, {
  clean: [
    {
      why: '两个口径相同',
      sheets: {
        数据: list(
          ['年初财政拨款结转和结余（调整预算数）', m(0.23), '万元'],
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
        ),
      },
    },
    {
      why: '位数不同，按较粗一处的末位',
      sheets: {
        数据: list(
          ['年初财政拨款结转和结余（调整预算数）', { value: 0.2, format: '0.0' }, '万元'],
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
        ),
      },
    },
  ],
  found: [
    {
      why: '预算为零，决算不为零',
      sheets: {
        数据: list(
          ['年初财政拨款结转和结余（调整预算数）', m(0), '万元'],
          ['年初财政拨款结转和结余决算数', m(0.23), '万元'],
        ),
      },
      findings: [
        {
          at: '数据!B5',
          messageId: 'off',
          left: 0.23,
          right: 0,
          severity: 'verify',
          message: '年初结转0.23与0.00不一致：前者为决算口径，后者为预算口径，相差0.23。',
        },
      ],
    },
    {
      why: '资金来源表的年初结转，位数相同差0.01也不同',
      sheets: {
        表: income(
          ['一、一般公共预算财政拨款收入', m(10), m(10)],
          ['年初结转和结余', m(0.22), m(0.22)],
          ['总计', m(10.22), m(10.22)],
        ),
        数据: list(['年初财政拨款结转和结余决算数', m(0.23), '万元'], ['决算支出', m(9), '万元']),
      },
      findings: [{ at: '数据!B4', messageId: 'off', left: 0.23, right: 0.22 }],
    },
  ],
  skipped: [
    {
      why: '没有预算口径的年初结转',
      sheets: { 数据: list(['年初财政拨款结转和结余决算数', m(0.23), '万元'], ['决算支出', m(9), '万元']) },
      reason: '未找到“年初结转和结余（预算）”',
    },
  ],
});
