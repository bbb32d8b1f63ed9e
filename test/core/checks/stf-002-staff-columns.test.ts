import { stf002 } from '../../../src/core/checks/stf-002-staff-columns';
import { m, staff, uses } from './grids';
import { testCheck } from './test-check';

testCheck(stf002, {
  clean: [
    {
      why: '各级相符，—不计入',
      sheets: {
        表: staff(
          ['一、在职人员（人）', 16, 16],
          ['（一）在编人员', 16, 15],
          ['1.行政人员', 9, 8],
          ['2.事业人员', 7, 7],
          ['（二）编外人员', null, 1],
          ['二、离退休人员（人）', '—', '—'],
          ['（一）离休人员', '—', '—'],
        ),
      },
    },
  ],
  found: [
    {
      why: '编制栏和实有栏各错一处',
      sheets: {
        表: staff(
          ['一、在职人员（人）', 16, 16],
          ['（一）在编人员', 16, 15],
          ['1.行政人员', 9, 8],
          ['2.事业人员', 8, 8],
          ['（二）编外人员', null, 1],
        ),
      },
      findings: [
        { at: '表!B4', messageId: 'off', left: 16, right: 17 },
        {
          at: '表!C4',
          messageId: 'off',
          left: 15,
          right: 16,
          message: '表1-6“在编人员”（年末实有人数）人员分项合计16≠15，相差1人。',
        },
      ],
    },
  ],
  skipped: [
    {
      why: '没有人员表',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到人员情况表',
    },
  ],
});
