import { amountEntries, type AmountEntry } from './amount-entries';
import { compareParts } from './amount-sums';
import { budgetPairs } from './budget-pairs';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { lookUp } from './known-quantities';
import page from './prc-001-purchases.md';
import { sumProblem } from './report-sum';
import { shownAmounts } from './shown-amounts';
import { exceeds, exceedsAmount } from './tolerance';

export const prc001 = defineCheck({
  meta: {
    id: 'PRC-001',
    name: 'purchases',
    title: '采购金额分类相加相符，实际不超计划',
    severity: 'error',
    needs: ['amounts'],
    why: '实际采购超过计划的，政府采购执行率一般记0分；分类合计不符则采购金额不可信。',
    messages: {
      above: {
        what: '实际采购{left}超计划{right}，超出{difference}。',
        todo: '核对采购计划（含追加）和实际采购金额；计划追加过的，改填追加后的数。',
      },
      parts: {
        what: '实际采购{left}，货物、工程、服务合计{right}，差额{difference}。',
        todo: '核对各类采购金额，改正填错的一个，或补列缺少的一类。',
      },
      listed: {
        severity: 'hint',
        what: '实际采购{left}，表中只列出{row}{right}，差额{difference}。',
        todo: '差额属于没有列出的类别的，可以保留；否则改正填错的一个。',
      },
    },
  },
  page,

  run(context, report) {
    const pairs = purchases(context);
    if (pairs.length === 0) report.skip('未找到采购计划金额和实际采购金额');
    const above = pairs.filter(
      ({ planned, actual }) =>
        planned.value && actual.value && exceedsAmount(actual.value, planned.value, [actual, planned]),
    );
    for (const { planned, actual } of above) {
      if (!planned.value || !actual.value) continue;
      const { show } = shownAmounts(actual, [planned]);
      report({
        messageId: 'above',
        at: actual.cell.ref,
        left: show(actual.value, [actual]),
        right: show(planned.value, [planned]),
        related: [{ ...planned.cell.ref, role: '采购计划' }],
      });
    }
    const actual = lookUp(context, 'actualPurchase').found?.entry;
    const parts = actual ? categories(context, actual) : [];
    if (!actual || parts.length === 0 || above.some((pair) => pair.actual === actual)) return;
    const found = compareParts(actual, parts);
    if (found.verdict !== 'different') return;
    const problem = sumProblem(context, found);
    const isSome = parts.length < CATEGORIES && exceeds(found.left, found.right) && problem.cause === null;
    if (!isSome) report({ messageId: 'parts', ...problem });
    else
      report({
        messageId: 'listed',
        ...problem,
        fix: null,
        data: { row: parts.map(({ label }) => label).join('、') },
      });
  },
});

/** 货物, 工程, 服务: a list that prints fewer may leave the others out, unless the numbers look mistyped. */
const CATEGORIES = 3;

/** Plan and actual as two named quantities, or as two columns of a row 政府采购金额. */
function purchases(
  context: CheckContext,
): readonly Readonly<{ planned: AmountEntry; actual: AmountEntry }>[] {
  const planned = lookUp(context, 'plannedPurchase').found?.entry;
  const actual = lookUp(context, 'actualPurchase').found?.entry;
  const columns = budgetPairs(context)
    .filter(({ name }) => /^(?:政府)?采购(?:金额|支出|预算)?$/.test(name))
    .map(({ budget, spent }) => ({ planned: budget, actual: spent }));
  return planned && actual ? [{ planned, actual }, ...columns] : columns;
}

/** 货物, 工程, 服务 printed in the list where the actual purchases stand. */
function categories(context: CheckContext, actual: AmountEntry): readonly AmountEntry[] {
  return amountEntries(context).filter(
    (entry) =>
      entry.table === actual.table &&
      entry.column === actual.column &&
      entry.value !== null &&
      /^(?:货物|工程|服务)(?:类)?(?:采购)?(?:金额|支出)?$/.test(entry.label),
  );
}
