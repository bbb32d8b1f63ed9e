import { exact } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './exe-004-low-execution.md';
import { rate } from './quantity';
import { yearlyExecutions } from './yearly-execution';

export const exe004 = defineCheck({
  meta: {
    id: 'EXE-004',
    name: 'low-execution',
    title: '全年执行率低的，须说明原因',
    severity: 'verify',
    needs: ['tables'],
    why: '全年执行率偏低，说明预算编制不准或执行缓慢，复核时必问原因。',
    messages: {
      low: {
        what: '{name}执行率{left}未达{right}，须说明原因。',
        todo: '核对预算和支出；无误的，写明未执行的原因和改进措施。',
      },
    },
  },
  page,

  run(context, report) {
    const floor = exact(context.profile.thresholds.executionFloor);
    const years = yearlyExecutions(context);
    if (years.length === 0) report.skip('未找到全年预算数和支出数');
    for (const year of years) {
      if (year.budget.compare(0) <= 0 || (year.reason && year.reason.text.trim() !== '')) continue;
      const reached = year.spent.div(year.budget);
      if (reached.compare(floor) >= 0) continue;
      report({
        messageId: 'low',
        at: (year.rateCell ?? year.spentAt[0].cell).ref,
        left: rate(reached),
        right: { ...rate(floor), trim: true },
        data: { name: year.name },
        related: [
          ...year.spentAt.map(({ cell }) => ({ ...cell.ref, role: '支出' })),
          ...year.budgetAt.map(({ cell }) => ({ ...cell.ref, role: '预算' })),
        ],
        ...(year.subject === undefined ? {} : { subject: year.subject }),
      });
    }
  },
});
