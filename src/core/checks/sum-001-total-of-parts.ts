import { amountSums } from './amount-sums';
import { defineCheck } from './define-check';
import { sumProblem } from './report-sum';
import page from './sum-001-total-of-parts.md';

export const sum001 = defineCheck({
  meta: {
    id: 'SUM-001',
    name: 'total-of-parts',
    title: '合计等于分项之和',
    severity: 'error',
    needs: ['amounts'],
    why: '合计与分项不符，说明分项漏填、重填或合计填错，后面引用合计的比率都会受影响。',
    messages: {
      off: {
        what: '{t}“{row}”{column}合计{left}，分项之和{right}，差额{difference}。',
        todo: '逐项核对分项；分项无误的，把合计改为{right}。',
      },
      rounding: {
        severity: 'hint',
        what: '{t}“{row}”{column}合计{left}，分项之和{right}，差额{difference}，属于四舍五入差。',
        todo: '一般可以保留；需要完全相符的，调整尾差最大的一项。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.amountTables) {
      // People are counted, not rounded: STF-001 and STF-002. Quarters are cumulative and do not add up.
      if (table.kind === 'staff' || table.kind === 'quarters') continue;
      for (const found of amountSums(table)) {
        if (found.verdict === 'same') continue;
        report({
          messageId: found.verdict === 'rounding' ? 'rounding' : 'off',
          ...sumProblem(context, found),
        });
      }
    }
  },
});
