import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './car-002-opening-balance.md';
import { lookUp } from './known-quantities';
import { shownAmounts } from './shown-amounts';
import { sameQuantity, stepsOf } from './tolerance';

export const car002 = defineCheck({
  meta: {
    id: 'CAR-002',
    name: 'opening-balance',
    title: '预算与决算的年初结转一致',
    severity: 'verify',
    needs: ['amounts'],
    why: '年初结转是上年决算的结果，预算和决算中应是同一个数。',
    messages: {
      off: {
        what: '年初结转{left}与{right}不一致：前者为决算口径，后者为预算口径，相差{difference}。',
        todo: '以上年决算批复数为准核对；预算编制时尚未确定的，予以说明。',
      },
    },
  },
  page,

  run(context, report) {
    const final = lookUp(context, 'yearBegin');
    const budget = lookUp(context, 'yearBeginBudget');
    for (const { found, reason } of [final, budget]) if (!found) report.skip(reason);
    if (!final.found || !budget.found) return;
    const [a, b] = [final.found.entry, budget.found.entry];
    const [left, right] = [final.found.value, budget.found.value];
    if (sameQuantity(left, right, stepsOf(a, b))) return;
    const { grain, show, typed } = shownAmounts(a, [b]);
    report({
      messageId: 'off',
      at: a.cell.ref,
      left: show(left, [a]),
      right: show(right, [b]),
      related: budget.found.all.map((entry) => ({ ...entry.cell.ref, role: '预算口径的年初结转' })),
      cause: typingCause(typed(left), typed(right), grain.decimals),
    });
  },
});
