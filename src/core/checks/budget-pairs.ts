import { perReview } from '../remember';
import { append } from '../lists';
import { amountEntries, isCount, isRate, type AmountEntry } from './amount-entries';
import type { AmountRow } from '../tables/table';
import type { CheckContext } from './check-context';

/** A budget and the spending from it, of the same item and year. */
export type BudgetPair = Readonly<{ name: string; budget: AmountEntry; spent: AmountEntry }>;

/** Columns of budgets, the one that spending is measured against first. */
const BUDGETS = ['adjusted-budget', 'budget', 'initial-budget'] as const;

const BUDGET_NAME = /^(.{2,}?)(?:财政拨款)?(调整后?预算|年初预算|预算安排|预算)(?:数|金额|总额)?$/;
const SPENT_NAME = /^(.{2,}?)(?:财政拨款)?(?:实际支出|决算支出|支出决算|决算|支出)(?:数|金额|总额)?$/;

/** What is left over is not spent, whatever the column is called. */
const BALANCE = /(?:结转|结余)/;

/** Every pair of budget and spending that tables or lists print; income is not spent and is left out. */
export const budgetPairs = perReview((context: CheckContext): readonly BudgetPair[] => {
  return [...inColumns(context), ...inLists(context)];
});

function inColumns(context: CheckContext): readonly BudgetPair[] {
  const rows = new Map<AmountRow, AmountEntry[]>();
  for (const entry of amountEntries(context)) {
    if (entry.table.kind === 'income' || entry.table.kind === 'quarters' || entry.value === null) continue;
    if (isRate(entry) || isCount(entry) || BALANCE.test(entry.label)) continue;
    append(rows, entry.row, entry);
  }
  return [...rows.values()].flatMap((row) => {
    const spent = row.find(({ meaning }) => meaning === 'final');
    const budget = BUDGETS.map((meaning) =>
      row.find((entry) => entry.meaning === meaning && entry.column.year === spent?.column.year),
    ).find(Boolean);
    return spent && budget ? [{ name: spent.label, budget, spent }] : [];
  });
}

function inLists(context: CheckContext): readonly BudgetPair[] {
  const budgets = new Map<string, { entry: AmountEntry; adjusted: boolean }>();
  const spent: { stem: string; entry: AmountEntry }[] = [];
  for (const entry of amountEntries(context)) {
    if (entry.table.kind !== 'data-list' || entry.meaning !== 'value' || entry.value === null) continue;
    const budget = BUDGET_NAME.exec(entry.label);
    const stem = SPENT_NAME.exec(entry.label)?.[1];
    if (budget?.[1]) {
      const adjusted = budget[2]?.startsWith('调整') === true;
      if (adjusted || !budgets.has(budget[1])) budgets.set(budget[1], { entry, adjusted });
    } else if (stem) spent.push({ stem, entry });
  }
  return spent.flatMap(({ stem, entry }) => {
    const budget = budgets.get(stem)?.entry;
    return budget ? [{ name: stem, budget, spent: entry }] : [];
  });
}
