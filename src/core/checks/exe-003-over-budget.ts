import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './exe-003-over-budget.md';
import type { Related } from './finding';
import { rate } from './quantity';
import { shownAmounts } from './shown-amounts';
import { exceedsAmount } from './tolerance';
import { yearlyExecutions, type YearlyExecution } from './yearly-execution';

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

  run(context, report) {
    const years = yearlyExecutions(context);
    if (years.length === 0) report.skip('未找到全年预算数和支出数');
    for (const year of years) {
      const { spent, budget, spentAt, budgetAt } = year;
      if (budget.equals(0) || !exceedsAmount(spent, budget, [...spentAt, ...budgetAt])) continue;
      const { grain, show, typed } = shownAmounts(spentAt[0], [...spentAt.slice(1), ...budgetAt]);
      report({
        messageId: 'over',
        at: spentAt[0].cell.ref,
        left: show(spent, spentAt),
        right: show(budget, budgetAt),
        data: { name: year.name, r: rate(spent.div(budget)) },
        related: relatedCells(year),
        cause: typingCause(typed(spent), typed(budget), grain.decimals),
        ...(year.subject === undefined ? {} : { subject: year.subject }),
      });
    }
  },
});

function relatedCells({ budgetAt, rateCell }: YearlyExecution): readonly Related[] {
  return [
    ...budgetAt.map(({ cell }) => ({ ...cell.ref, role: '预算' })),
    ...(rateCell ? [{ ...rateCell.ref, role: '执行率' }] : []),
  ];
}
