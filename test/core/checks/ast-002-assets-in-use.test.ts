import { ast002 } from '../../../src/core/checks/ast-002-assets-in-use';
import { assets, m, p0, uses } from './grids';
import { testCheck } from './test-check';

testCheck(ast002, {
  clean: [
    {
      why: '在用等于净值，利用率100%',
      sheets: {
        表: assets(
          ['合计', '—', m(116.89), m(116.89), p0(1)],
          ['一、通用设备', 183, m(116.89), m(116.89), p0(1)],
        ),
      },
    },
    {
      why: '利用率四舍五入到整数',
      sheets: {
        表: assets(['合计', '—', m(100), m(89.6), p0(0.9)], ['一、通用设备', 183, m(100), m(89.6), p0(0.9)]),
      },
    },
    {
      why: '没有净值的行不检查',
      sheets: {
        表: assets(
          ['合计', '—', m(10), m(10), p0(1)],
          ['一、通用设备', 183, m(10), m(10), p0(1)],
          ['二、图书', 5, null, null, null],
        ),
      },
    },
  ],
  found: [
    {
      why: '在用大于净值；利用率填成100%',
      sheets: {
        表: assets(
          ['合计', '—', m(216.89), m(216.9), p0(1)],
          ['一、通用设备', 183, m(116.89), m(118.69), p0(1)],
          ['二、家具', 20, m(100), m(98.21), p0(1)],
        ),
      },
      findings: [
        { at: '表!D4', messageId: 'above', left: 216.9, right: 216.89 },
        {
          at: '表!D5',
          messageId: 'above',
          left: 118.69,
          right: 116.89,
          message: '“通用设备”在用118.69大于账面净值116.89。',
        },
        {
          at: '表!E6',
          messageId: 'rate',
          left: 1,
          right: 0.9821,
          message: '“家具”利用率重算为98.21%，填报100%。',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '没有固定资产表',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到固定资产情况表',
    },
  ],
});
