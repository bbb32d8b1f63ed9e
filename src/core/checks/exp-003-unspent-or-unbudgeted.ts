import { ZERO } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { budgetPairs, type BudgetPair } from './budget-pairs';
import { keyOf } from './check-context';
import { defineCheck, type HoldsWithout } from './define-check';
import page from './exp-003-unspent-or-unbudgeted.md';
import { shownAmounts } from './shown-amounts';
import { labelOf } from './table-words';

export const exp003 = defineCheck({
  meta: {
    id: 'EXP-003',
    name: 'unspent-or-unbudgeted',
    title: '有预算应有支出，有支出应有预算',
    severity: 'error',
    needs: ['amounts'],
    why: '没有预算不得支出；有预算而全未支出，说明预算编制不准。',
    messages: {
      unspent: {
        severity: 'hint',
        what: '“{i}”有预算未支出：预算{right}，支出{left}。',
        todo: '核对支出数；确实没有支出的，可在报告中说明。',
      },
      unbudgeted: {
        what: '“{i}”无预算支出：预算{right}，支出{left}。',
        todo: '核对预算数；预算调整过的，改填调整后的预算数，没有预算的说明依据。',
      },
    },
  },
  page,

  run(context, report) {
    const pairs = budgetPairs(context);
    if (pairs.length === 0) report.skip('未找到成对的预算数和支出数');
    const found = pairs.flatMap((pair) => (kindOf(pair) ? [pair] : []));
    for (const pair of found) {
      const { budget, spent, name } = pair;
      const messageId = kindOf(pair);
      // What holds for a whole holds for its parts; only the outermost line is told.
      if (!messageId || found.some((other) => isAbove(other.spent, spent) && kindOf(other) === messageId))
        continue;
      const { show } = shownAmounts(spent, [budget]);
      report({
        messageId,
        at: spent.cell.ref,
        left: show(spent.value ?? ZERO, [spent]),
        right: show(budget.value ?? ZERO, [budget]),
        data: { i: labelOf(name) },
        related: [{ ...budget.cell.ref, role: '预算数' }],
        holdsWithout: holdsWithout(pair),
        ...(messageId === 'unbudgeted' && spent.value
          ? {
              suspect: {
                cell: budget.cell.ref,
                value: ZERO,
                low: spent.value.div(2),
                high: spent.value.mul(2),
              },
            }
          : {}),
      });
    }
  },
});

/** Only a printed 0 counts: an empty cell is unknown. */
function kindOf({ budget, spent }: BudgetPair): 'unspent' | 'unbudgeted' | null {
  if (!budget.value || !spent.value) return null;
  if (spent.value.equals(0) && budget.value.compare(0) > 0) return 'unspent';
  return budget.value.equals(0) && spent.value.compare(0) > 0 ? 'unbudgeted' : null;
}

/** Whether a pair is in order when one of its numbers loses an error that sums show: a 0 that was overwritten. */
const holdsWithout =
  (pair: BudgetPair): HoldsWithout =>
  (cell, error) => {
    const without = (entry: AmountEntry): AmountEntry =>
      entry.value && keyOf(entry.cell.ref) === cell ? { ...entry, value: entry.value.sub(error) } : entry;
    return kindOf({ ...pair, budget: without(pair.budget), spent: without(pair.spent) }) === null;
  };

function isAbove(upper: AmountEntry, lower: AmountEntry): boolean {
  if (upper.table !== lower.table) return false;
  for (let parent = lower.row.parent; parent !== null; parent = lower.table.rows[parent]?.parent ?? null) {
    if (parent === upper.rowIndex) return true;
  }
  return false;
}
