import { perReview } from '../remember';
import { ONE, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { IndicatorTable, NumberCell, TextCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { lookUpAll } from './known-quantities';
import { quarterTables, spentEntry, yearOf } from './quarters';
import { numberIn, subjectOf, tableName } from './table-words';

/** Spending of a whole year beside the budget it was spent from; amounts in 元. */
export type YearlyExecution = Readonly<{
  /** What is executed: the department, or a project. */
  name: string;
  /** department: whole department. project: one project form. */
  kind: 'department' | 'project';
  spent: Exact;
  budget: Exact;
  /** Factor back to the printed unit. */
  scale: Exact;
  spentCell: NumberCell;
  budgetCell: NumberCell;
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
  return quarterTables(context).flatMap(({ name, quarters }): readonly YearlyExecution[] => {
    const year = yearOf(quarters);
    const at = (cell: NumberCell | null | undefined) =>
      cell ? spentEntry(context, cell.ref satisfies CellRef) : null;
    const [spent, budget] = [at(year?.quarter.spent), at(year?.quarter.budget)];
    if (!spent?.value || !budget?.value) return [];
    return [
      {
        name,
        kind: 'department',
        spent: spent.value,
        budget: budget.value,
        scale: spent.scale,
        spentCell: spent.cell,
        budgetCell: budget.cell,
        rateCell: year?.quarter.rate ?? null,
        reason: null,
      },
    ];
  });
}

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
      scale: finalSpending.entry.scale,
      spentCell: finalSpending.entry.cell,
      budgetCell: adjustedBudget.entry.cell,
      rateCell: null,
      reason: null,
    },
  ];
}

function ofProjects(context: CheckContext): readonly YearlyExecution[] {
  return context.indicatorTables.flatMap((table) =>
    table.money.flatMap((row): readonly YearlyExecution[] => {
      const [spent, budget] = [numberIn(row.executed), numberIn(row.budget)];
      if (row.role !== 'total' || !row.executed || !row.budget || spent === null || budget === null)
        return [];
      return [
        {
          name: tableName(table),
          kind: 'project',
          spent,
          budget,
          scale: ONE,
          spentCell: row.executed,
          budgetCell: row.budget,
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
