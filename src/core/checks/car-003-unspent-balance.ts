import { sum } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './car-003-unspent-balance.md';
import { lookUp, lookUpAll } from './known-quantities';
import { shownAmounts } from './shown-amounts';
import { compareSum } from './tolerance';

export const car003 = defineCheck({
  meta: {
    id: 'CAR-003',
    name: 'unspent-balance',
    title: '未执行的预算与年末结转相符',
    severity: 'verify',
    needs: ['amounts'],
    why: '预算没有用完的部分，要么结转到下年，要么被收回或核减，去向须说得清。',
    messages: {
      off: {
        what: '未执行{unspent}与年末结转{left}相差{difference}，请说明收回或核减。',
        todo: '核对预算数、决算支出和年末结转；无误的，说明财政收回或指标核减的数额。',
      },
    },
  },
  page,

  run(context, report) {
    const { found, reasons } = lookUpAll(context, ['adjustedBudget', 'finalSpending', 'yearEnd']);
    reasons.forEach((reason) => {
      report.skip(reason);
    });
    if (!found) return;
    const { adjustedBudget, finalSpending, yearEnd } = found;
    const terms = [adjustedBudget.value, finalSpending.value.neg()];
    const places = [adjustedBudget.entry, finalSpending.entry];
    const { grain, show } = shownAmounts(yearEnd.entry, places);
    const opening = lookUp(context, 'yearBegin').found;
    // A budget that leaves out what was carried over at the beginning leaves it over at the end as well.
    const added = opening ? [[...terms, opening.value]] : [];
    if ([terms, ...added].some((sides) => compareSum(yearEnd.value, sides, grain) !== 'different')) return;
    const unspent = show(sum(terms), places);
    report({
      messageId: 'off',
      at: yearEnd.entry.cell.ref,
      left: show(yearEnd.value, [yearEnd.entry]),
      right: unspent,
      data: { unspent },
      related: [
        { ...finalSpending.entry.cell.ref, role: '决算支出' },
        { ...adjustedBudget.entry.cell.ref, role: '调整预算' },
      ],
    });
  },
});
