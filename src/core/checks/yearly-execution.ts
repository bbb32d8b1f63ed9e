import { perReview } from '../remember';
import type { Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell, TextCell } from '../tables/table';
import { keyOf, type CheckContext } from './check-context';
import { lookUpAll } from './known-quantities';
import { moneyPlace } from './money-places';
import { quarterTables, yearBudget, yearSpending, type YearAmount } from './quarters';
import type { PrintedPlace } from './shown-amounts';
import { subjectOf, tableName } from './table-words';

/** Spending of a whole year beside the budget it was spent from; amounts in 元. */
export type YearlyExecution = Readonly<{
  /** What is executed: the department, or a project. */
  name: string;
  /** department: whole department. project: one project form. */
  kind: 'department' | 'project';
  spent: Exact;
  budget: Exact;
  /** Where they stand; the first is where a reader should look. */
  spentAt: readonly [PrintedPlace, ...PrintedPlace[]];
  budgetAt: readonly [PrintedPlace, ...PrintedPlace[]];
  rateCell: NumberCell | null;
  /** Where a reason would stand; `null` when the form has no such cell. */
  reason: TextCell | null;
  subject?: string;
}>;

/**
 * Every yearly execution that the workbook states: the fourth quarter's cumulative numbers; the total line of a project's
 * money; and, where there is no table of quarters, 决算支出 against the adjusted budget.
 */
export const yearlyExecutions = perReview((context: CheckContext): readonly YearlyExecution[] => {
  const quarters = ofQuarters(context);
  return [...quarters, ...(quarters.length === 0 ? ofAccounts(context) : []), ...ofProjects(context)];
});

function ofQuarters(context: CheckContext): readonly YearlyExecution[] {
  return quarterTables(context).flatMap((table): readonly YearlyExecution[] => {
    const [spent, budget] = [yearSpending(context, table), yearBudget(context, table)];
    if (!spent || !budget) return [];
    const last = table.quarters.find(({ number }) => number === 4);
    const isWhole = keyOf(spent.at.cell.ref) !== (last?.spent && keyOf(last.spent.ref));
    return [
      {
        name: table.name,
        kind: 'department',
        spent: spent.value,
        budget: budget.value,
        spentAt: placesOf(spent),
        budgetAt: placesOf(budget),
        rateCell: (isWhole ? table.whole?.rate : table.spending === 'cumulative' ? last?.rate : null) ?? null,
        reason: null,
      },
    ];
  });
}

const placesOf = ({ at, entries }: YearAmount): YearlyExecution['spentAt'] => [
  at,
  ...entries.filter((entry) => entry !== at),
];

function ofAccounts(context: CheckContext): readonly YearlyExecution[] {
  const { found } = lookUpAll(context, ['finalSpending', 'adjustedBudget']);
  if (!found) return [];
  const { finalSpending, adjustedBudget } = found;
  return [
    {
      name: '部门',
      kind: 'department',
      spent: finalSpending.value,
      budget: adjustedBudget.value,
      spentAt: [finalSpending.entry],
      budgetAt: [adjustedBudget.entry],
      rateCell: null,
      reason: null,
    },
  ];
}

function ofProjects(context: CheckContext): readonly YearlyExecution[] {
  return context.indicatorTables.flatMap((table) =>
    table.money.flatMap((row): readonly YearlyExecution[] => {
      const [spent, budget] = [moneyPlace(table, row.executed), moneyPlace(table, row.budget)];
      if (row.role !== 'total' || !spent || !budget) return [];
      return [
        {
          name: tableName(table),
          kind: 'project',
          spent: spent.value,
          budget: budget.value,
          spentAt: [spent],
          budgetAt: [budget],
          rateCell: row.rate,
          reason: row.reason?.text ? row.reason : statedElsewhere(table, row.reason),
          subject: subjectOf(table),
        },
      ];
    }),
  );
}

/** Words of a reason that speak of spending. */
const OF_SPENDING = /执行|支出|支付|拨付|资金|预算|结余|结转/;

/** The money block of the national form has no cell for reasons: why spending was low is told beside an indicator. */
function statedElsewhere(table: IndicatorTable, own: TextCell | null): TextCell | null {
  const told = table.indicators.find(({ reason }) => reason !== null && OF_SPENDING.test(reason.text));
  return told?.reason ?? own;
}
