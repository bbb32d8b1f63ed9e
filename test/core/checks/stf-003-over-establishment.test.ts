import { stf003 } from '../../../src/core/checks/stf-003-over-establishment';
import { list, m, staff, uses } from './grids';
import { testCheck } from './test-check';

testCheck(stf003, {
  clean: [
    {
      why: '在编等于编制',
      sheets: {
        表: staff(['一、在职人员（人）', 16, 17], ['（一）在编人员', 16, 16], ['（二）编外人员', null, 1]),
      },
    },
  ],
  found: [
    {
      why: '人员表和基础数据都超编',
      sheets: {
        表: staff(['一、在职人员（人）', 16, 18], ['（一）在编人员', 16, 17], ['（二）编外人员', null, 1]),
        数据: list(['核定编制数', 16, '人'], ['在编人员', 18, '人']),
      },
      findings: [
        {
          at: '表!C4',
          messageId: 'above',
          left: 17,
          right: 16,
          message: '在编人数17超过编制数16，超出1人。',
          severity: 'verify',
        },
        { at: '数据!B5', messageId: 'above', left: 18, right: 16 },
      ],
    },
    {
      why: '没有在编人数的，比较在职人数',
      sheets: { 数据: list(['编制数', 143, '人'], ['2018年实际在职人数', 146, '人']) },
      findings: [{ at: '数据!B5', messageId: 'above', left: 146, right: 143 }],
    },
  ],
  skipped: [
    {
      why: '没有人数',
      sheets: { 表: uses(['一、基本支出', m(1), m(1)], ['总计', m(1), m(1)]) },
      reason: '未找到编制数和在编人数',
    },
  ],
});
