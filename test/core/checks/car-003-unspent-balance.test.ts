import { car003 } from '../../../src/core/checks/car-003-unspent-balance';
import { list, m } from './grids';
import { testCheck } from './test-check';

const rows = (end: number) => [
  ['调整预算总规模', m(1693.79), '万元'],
  ['决算支出', m(1693.57), '万元'],
  ['年末财政拨款结转和结余决算数', m(end), '万元'],
];

testCheck(car003, {
  clean: [
    {
      why: '年末结转用万元，预算和支出用元',
      sheets: {
        数据: list(
          ['调整预算总规模', m(16937949), '元'],
          ['决算支出', m(16935700), '元'],
          ['年末财政拨款结转和结余决算数', m(0.22), '万元'],
        ),
      },
    },

    { why: '未执行数等于年末结转', sheets: { 数据: list(...rows(0.22)) } },
    {
      why: '预算不含年初结转：年初结转也留到年末',
      sheets: {
        数据: list(...rows(10.22), ['年初财政拨款结转和结余决算数', m(10), '万元']),
      },
    },
    { why: '容差之内不提示', sheets: { 数据: list(...rows(0.23)) } },
  ],
  found: [
    {
      why: '年末结转用万元，预算和支出用元，超出容差',
      sheets: {
        数据: list(
          ['调整预算总规模', m(16937949), '元'],
          ['决算支出', m(16935700), '元'],
          ['年末财政拨款结转和结余决算数', m(0.27), '万元'],
        ),
      },
      findings: [
        {
          at: '数据!B6',
          messageId: 'off',
          left: 0.27,
          right: 0.2249,
          message: '未执行2249.00元与年末结转0.27万元相差451.00元，请说明收回或核减。',
        },
      ],
    },

    {
      why: '超出容差须说明去向',
      sheets: { 数据: list(...rows(0.24)) },
      findings: [
        {
          at: '数据!B6',
          messageId: 'off',
          left: 0.24,
          right: 0.22,
          severity: 'verify',
          message: '未执行0.22与年末结转0.24相差0.02，请说明收回或核减。',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '没有年末结转',
      sheets: { 数据: list(...rows(0.22).slice(0, 2)) },
      reason: '未找到“年末结转和结余”',
    },
  ],
});
