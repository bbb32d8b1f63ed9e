import { defineCheck } from './define-check';
import page from './rat-004-recomputed-share.md';
import { rate } from './quantity';
import { rateCases, recomputed } from './rates';
import { holdsWithout, operandsOf, rateFix } from './report-rate';
import { numberIn } from './table-words';
import { sameRate } from './tolerance';

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
    for (const found of cases) {
      const printed = numberIn(found.printed);
      const value = recomputed(found);
      const { reading } = found.printed;
      if (printed === null || value === null || reading.kind !== 'number') continue;
      if (sameRate(printed, value, reading.decimals)) continue;
      report({
        messageId: 'off',
        at: found.printed.ref,
        left: rate(printed, reading.decimals),
        right: rate(value, reading.decimals),
        data: { name: found.name.replace(/(?:占比|比重)$/, '') },
        related: operandsOf(found),
        holdsWithout: holdsWithout(found),
        fix: rateFix(context, found, value, reading.decimals),
      });
    }
  },
});
