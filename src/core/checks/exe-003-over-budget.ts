import type { Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { NumberCell } from '../tables/table';
import { typingCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './exe-003-over-budget.md';
import { amount, rate } from './quantity';
import { yearlyExecutions } from './yearly-execution';
import { exceeds, printedDecimals } from './tolerance';

export const exe003 = defineCheck({
  meta: {
    id: 'EXE-003',
    name: 'over-budget',
    title: '年度支出不大于预算',
    severity: 'error',
    needs: ['tables'],
    why: '年度支出不得超过批准的预算，执行率最高为100%；季度可以提前支出，全年不可以。',
    messages: {
      over: {
        what: '{name}年度支出{left}大于预算{right}，执行率{r}。',
        todo: '核对支出和预算；预算调整过的，改填调整后的预算数。',
      },
    },
  },
  page,

  run(context: CheckContext, report) {
    const years = yearlyExecutions(context);
    if (years.length === 0) report.skip('未找到全年预算数和支出数');
    for (const year of years) {
      if (!exceeds(year.spent, year.budget) || year.budget.equals(0)) continue;
      const decimals = printedDecimals([year.spentCell, year.budgetCell]);
      const [spent, budget] = [year.spent.div(year.scale), year.budget.div(year.scale)];
      report({
        messageId: 'over',
        at: year.spentCell.ref,
        left: amount(spent, decimals),
        right: amount(budget, decimals),
        data: { name: year.name, r: rate(spent.div(budget)) },
        related: relatedCells(year),
        cause: typingCause(spent, budget, decimals),
        ...(year.subject === undefined ? {} : { subject: year.subject }),
      });
    }
  },
});

function relatedCells({
  budgetCell,
  rateCell,
}: {
  budgetCell: NumberCell;
  rateCell: NumberCell | null;
  spent: Exact;
}): readonly (CellRef & { role: string })[] {
  return [{ ...budgetCell.ref, role: '预算' }, ...(rateCell ? [{ ...rateCell.ref, role: '执行率' }] : [])];
}
