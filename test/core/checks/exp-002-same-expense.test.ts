import { exp002 } from '../../../src/core/checks/exp-002-same-expense';
import { list, m, uses } from './grids';
import { testCheck } from './test-check';

const TABLE = uses(
  ['一、基本支出', m(592), m(649.75)],
  ['人员经费', m(548), m(613.08)],
  ['公用经费', m(44), m(36.67)],
  ['二、项目支出', m(100), m(100)],
  ['总计', m(692), m(749.75)],
);

testCheck(exp002, {
  clean: [
    {
      why: '两处相同',
      sheets: {
        表: TABLE,
        数据: list(['日常公用经费年初预算数', m(44), '万元'], ['日常公用经费调整预算数', m(36.67), '万元']),
      },
    },
    {
      why: '位数不同，按较粗一处的末位',
      sheets: {
        表: TABLE,
        数据: list(
          ['日常公用经费调整预算数', { value: 36.7, format: '0.0' }, '万元'],
          ['决算支出', m(1), '万元'],
        ),
      },
    },
  ],
  found: [
    {
      why: '年初和调整两个数都不同，差0.01也算',
      sheets: {
        表: TABLE,
        数据: list(
          ['日常公用经费年初预算数', m(44.01), '万元'],
          ['日常公用经费调整预算数', m(36.76), '万元'],
        ),
      },
      findings: [
        { at: '数据!B4', messageId: 'off', left: 44.01, right: 44 },
        {
          at: '数据!B5',
          messageId: 'off',
          left: 36.76,
          right: 36.67,
          message: '公用经费36.76与36.67不一致（调整预算数）：前者在“数据”表，后者在表1-3，差额0.09。',
          cause: '36.76与36.67相邻两位数字对调，可能是录入时数字颠倒。',
        },
      ],
    },
  ],
  skipped: [{ why: '只出现一处', sheets: { 表: TABLE }, reason: '公用经费没有在两处以上出现' }],
});
