import { fmt005 } from '../../../src/core/checks/fmt-005-display';
import { functions, m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(fmt005, {
  clean: [
    {
      why: '显示位数以内的舍入',
      sheets: {
        表: quarters([m(25), m(34.1717), { value: 1.366867, format: '0.00%' }], [m(50), m(55), p(1.1)]),
      },
    },
    {
      why: '列宽不够显示为####',
      sheets: {
        表: functions(
          ['甲支出', { value: 60, text: '####' }, m(1)],
          ['乙支出', m(40), m(1)],
          ['总计', m(100), m(2)],
        ),
      },
    },
  ],
  found: [
    {
      why: '格式以千为单位；主机显示的文字是另一个数',
      sheets: {
        表: functions(
          ['甲支出', { value: 60000, format: '#,##0,' }, m(1)],
          ['乙支出', { value: 40, text: '41.00' }, m(1)],
          ['总计', m(60040), m(2)],
        ),
      },
      findings: [
        { at: '表!B4', messageId: 'other', severity: 'hint', message: '显示值“60”与实际值60000不同。' },
        { at: '表!B5', messageId: 'other', message: '显示值“41.00”与实际值40不同。' },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
