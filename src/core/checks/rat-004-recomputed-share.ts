import { defineCheck } from './define-check';
import page from './rat-004-recomputed-share.md';
import { rateCases } from './rates';
import { misprints } from './report-rate';

export const rat004 = defineCheck({
  meta: {
    id: 'RAT-004',
    name: 'recomputed-share',
    title: '填报的占比等于重算的占比',
    severity: 'error',
    needs: ['tables'],
    why: '占比由部分除以总体算出，常直接写进报告文字。',
    messages: {
      off: {
        what: '{name}占比重算为{right}，填报{left}。',
        todo: '核对部分和总体两个数；无误的，把占比改为{right}。',
      },
    },
  },
  page,

  run(context, report) {
    const cases = rateCases(context).filter((found) => found.kind === 'share');
    if (cases.length === 0) report.skip('未找到写明部分与总体的占比');
    for (const { found, problem } of misprints(context, cases))
      report({ messageId: 'off', ...problem, data: { name: found.name.replace(/(?:占比|比重)$/, '') } });
  },
});
