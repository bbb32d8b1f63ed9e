import { exp003 } from '../../../src/core/checks/exp-003-unspent-or-unbudgeted';
import { accounts, list, m, p, uses } from './grids';
import { testCheck } from './test-check';

testCheck(exp003, {
  clean: [
    {
      why: '预算和支出都为零',
      sheets: {
        表: accounts(['一、基本支出', m(10), m(10)], ['二、项目支出', m(0), m(0)], ['总计', m(10), m(10)]),
      },
    },
    {
      why: '支出空白不算零',
      sheets: {
        表: accounts(['一、基本支出', m(10), m(10)], ['二、项目支出', m(5), null], ['总计', m(15), m(10)]),
      },
    },
    {
      why: '结余、比率和人数不是支出，分列在预算、决算两栏里也不是',
      sheets: {
        数据: [
          ['2020年度部门整体支出绩效自评基础数据表'],
          ['单位：万元'],
          ['项目', '年初预算', '决算数'],
          ['年末结转结余', m(0), m(0.7)],
          ['支出合计', m(1000), m(999)],
          ['结转结余率', p(0), p(0.0007)],
          ['编外人员数（人）', 0, 3],
        ],
      },
    },
  ],
  found: [
    {
      why: '有预算未支出是提示，无预算支出是错误，0.01也算',
      sheets: {
        数据: list(
          ['“三公”经费预算安排数', m(25), '万元'],
          ['“三公”经费实际支出数', m(0), '万元'],
          ['会议费预算数', m(0), '万元'],
          ['会议费支出数', m(0.01), '万元'],
        ),
      },
      findings: [
        {
          at: '数据!B5',
          messageId: 'unspent',
          left: 0,
          right: 25,
          severity: 'hint',
          message: '“三公经费”有预算未支出：预算25.00，支出0.00。',
        },
        {
          at: '数据!B7',
          messageId: 'unbudgeted',
          left: 0.01,
          right: 0,
          severity: 'error',
          message: '“会议费”无预算支出：预算0.00，支出0.01。',
        },
      ],
    },
    {
      why: '上级一行已说明，下级不重复',
      sheets: {
        表: accounts(
          ['一、基本支出', m(10), m(0)],
          ['人员经费', m(8), m(0)],
          ['公用经费', m(2), m(0)],
          ['二、项目支出', m(5), m(5)],
          ['总计', m(15), m(5)],
        ),
      },
      findings: [{ at: '表!C4', messageId: 'unspent' }],
    },
  ],
  skipped: [
    {
      why: '没有成对的预算和支出',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到成对的预算数和支出数',
    },
  ],
});
