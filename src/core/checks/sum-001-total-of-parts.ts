import type { AmountEntry } from './amount-entries';
import { amountSums } from './amount-sums';
import { deductionGaps, deductionTotalGap } from './deductions';
import { defineCheck } from './define-check';
import { periodSums } from './period-sums';
import { quarterTables } from './quarters';
import { subtotalGaps } from './indicator-subtotals';
import { sumProblem, subtotalProblem } from './report-sum';
import { rowSums } from './row-sums';
import { workedProblem, workedRows } from './worked-rows';
import { labelOf } from './table-words';
import page from './sum-001-total-of-parts.md';

export const sum001 = defineCheck({
  meta: {
    id: 'SUM-001',
    name: 'total-of-parts',
    title: '合计等于分项之和',
    severity: 'error',
    needs: ['sums'],
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
      worked: {
        what: '{t}“{row}”填{left}，按“{formula}”计算为{right}，差额{difference}。',
        todo: '核对公式中各行的数；各行无误的，改为{right}。',
      },
      deducted: {
        what: '“{row}”得分与扣分之和为{right}，分值为{left}，差额{difference}。',
        todo: '核对“{row}”的得分和扣分，两者之和应等于分值。',
      },
    },
  },
  page,

  run(context, report) {
    // People are counted, not rounded: STF-001 and STF-002. Cumulative quarters do not add up.
    const tables = context.amountTables.filter(({ kind }) => kind !== 'staff' && kind !== 'quarters');
    const periods = quarterTables(context).flatMap(({ table, spending }) => periodSums(table, spending));
    for (const found of [...tables.flatMap(amountSums), ...periods]) {
      if (found.verdict === 'same') continue;
      report({
        messageId: found.verdict === 'rounding' ? 'rounding' : 'off',
        ...sumProblem(context, found),
      });
    }
    for (const found of context.amountTables.flatMap(rowSums))
      report({ messageId: 'off', ...sumProblem(context, found, columnOf) });
    for (const { above, text, ...worked } of tables.flatMap(workedRows))
      report({ messageId: 'worked', ...workedProblem(worked, above, text) });
    for (const table of context.indicatorTables) {
      for (const gap of subtotalGaps(table))
        report({ messageId: 'off', ...subtotalProblem(context, table, gap) });
      for (const gap of deductionGaps(table)) report(gap);
      const gap = deductionTotalGap(table);
      if (gap) report(gap);
    }
  },
});

/** The parts of a sum across a row are called by their columns. */
const columnOf = ({ column }: AmountEntry): string => labelOf(column.header.text);
