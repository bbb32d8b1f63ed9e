import { fmt006 } from '../../../src/core/checks/fmt-006-error-value';
import { m, p, quarters } from './grids';
import { testCheck } from './test-check';

testCheck(fmt006, {
  clean: [
    { why: '没有错误值', sheets: { 表: quarters([m(25), m(20), p(0.8)], [m(50), m(40), p(0.8)]) } },
    {
      why: '表格以外的错误值',
      sheets: {
        表: [
          ...quarters([m(25), m(20), p(0.8)], [m(50), m(40), p(0.8)]),
          [],
          [],
          [null, null, null, null, null, { error: '#REF!' }],
        ],
      },
    },
  ],
  found: [
    {
      why: '两个错误值',
      sheets: {
        表: quarters(
          [m(0), m(20), { error: '#DIV/0!' }],
          [m(50), m(40), { error: '#REF!' }],
          [m(75), m(60), p(0.8)],
        ),
      },
      findings: [
        { at: '表!D4', messageId: 'error', severity: 'verify', message: '单元格为错误值#DIV/0!。' },
        { at: '表!D5', messageId: 'error' },
      ],
    },
  ],
  skipped: [{ why: '没有可识别的表格', sheets: { 表: [['说明']] }, reason: '未找到可识别的表格' }],
});
