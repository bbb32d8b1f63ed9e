import { exe001 } from '../../../src/core/checks/exe-001-cumulative-falls';
import { flat, m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(exe001, {
  clean: [
    {
      why: '逐季增加或持平，执行率可超过100%',
      sheets: {
        表: quarters(
          [m(25), m(30), p(1.2)],
          [m(50), m(50), p(1)],
          [m(75), m(50), p(0.6667)],
          [m(100), m(99), p(0.99)],
        ),
      },
    },
    {
      why: '空白的季度跳过',
      sheets: {
        表: quarters(
          [m(25), m(30), p(1.2)],
          [m(50), null, null],
          [m(75), m(50), p(0.6667)],
          [m(100), m(99), p(0.99)],
        ),
      },
    },
  ],
  found: [
    {
      why: '第三季度回落，少0.01也算',
      sheets: {
        表: quarters(
          [m(25), m(30), p(1.2)],
          [m(50), m(50), p(1)],
          [m(75), m(49.99), p(0.6665)],
          [m(100), m(99), p(0.99)],
        ),
      },
      findings: [
        {
          at: '表!C6',
          messageId: 'falls',
          left: 49.99,
          right: 50,
          message: '第3季度累计支出49.99小于上季度50.00，减少0.01。',
        },
      ],
    },
    {
      why: '填成了当季数，两处回落',
      sheets: {
        表: quarters(
          [m(25), m(30), p(1.2)],
          [m(50), m(20), p(0.4)],
          [m(75), m(25), p(0.3333)],
          [m(100), m(24), p(0.24)],
        ),
      },
      findings: [
        { at: '表!C5', messageId: 'falls', left: 20, right: 30 },
        { at: '表!C7', messageId: 'falls', left: 24, right: 25 },
      ],
    },
  ],
  skipped: [
    {
      why: '累计支出不足两个季度',
      sheets: { 表: quarters([m(25), m(30), p(1.2)], [m(50), null, null]) },
      reason: '表1-4的累计支出不足两个季度',
    },
    {
      why: '工作簿没有金额表',
      sheets: { 评分表: flat(['甲', 5, '酌情。', 5], ['总分', 5, null, 5]) },
      reason: '未找到各季度预算执行情况表',
    },
  ],
});
