import { stf001 } from '../../../src/core/checks/stf-001-staff-on-duty';
import { list, m, staff, uses } from './grids';
import { testCheck } from './test-check';

testCheck(stf001, {
  clean: [
    {
      why: '在职之外另列编外和离退休人员',
      sheets: {
        表: staff(
          ['在职人员合计', 50, 48],
          ['其中：行政编制', 30, 29],
          ['事业编制', 20, 19],
          ['编外聘用人员', null, 5],
          ['离休人员', null, 1],
          ['退休人员', null, 12],
        ),
      },
    },

    {
      why: '在职等于在编与编外之和',
      sheets: {
        表: staff(['一、在职人员（人）', 16, 16], ['（一）在编人员', 16, 15], ['（二）编外人员', null, 1]),
      },
    },
    {
      why: '基础数据表同样',
      sheets: {
        数据: list(
          ['在职人员', 16, '人'],
          ['其中：在编人员', 15, '人'],
          ['编外人员', 1, '人'],
          ['核定编制数', 16, '人'],
        ),
      },
    },
  ],
  found: [
    {
      why: '表和基础数据各错一处，人数不四舍五入',
      sheets: {
        表: staff(['一、在职人员（人）', 16, 17], ['（一）在编人员', 16, 15], ['（二）编外人员', null, 1]),
        数据: list(
          ['在职人员', 15, '人'],
          ['其中：在编人员', 15, '人'],
          ['编外人员', 1, '人'],
          ['核定编制数', 16, '人'],
        ),
      },
      findings: [
        {
          at: '表!C3',
          messageId: 'off',
          left: 17,
          right: 16,
          message: '在职人数17不等于在编与编外之和16（年末实有人数），相差1人。',
        },
        { at: '数据!B4', messageId: 'off', left: 15, right: 16 },
      ],
    },
  ],
  skipped: [
    {
      why: '没有人数',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到在职、在编和编外人数',
    },
  ],
});
