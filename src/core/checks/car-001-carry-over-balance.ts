import { sum, toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './car-001-carry-over-balance.md';
import { lookUp, lookUpAll } from './known-quantities';
import { shownAmounts } from './shown-amounts';
import { compareSum } from './tolerance';

export const car001 = defineCheck({
  meta: {
    id: 'CAR-001',
    name: 'carry-over-balance',
    title: '年初结转＋收入－支出＝年末结转',
    severity: 'error',
    needs: ['amounts'],
    why: '结转结余是上年转来的钱加本年收入减本年支出，三者勾稽不平说明有一个数填错或口径不同。',
    messages: {
      off: {
        what: '结转结余勾稽不平，差额{difference}：年初结转{begin}＋收入{income}－支出{spending}＝{right}，年末结转填报{left}。',
        todo: '核对年初结转、收入、支出和年末结转四个数是否同一口径，改正填错的一个。',
      },
      rounding: {
        severity: 'hint',
        what: '结转结余相差{difference}，属于四舍五入差：年初结转{begin}＋收入{income}－支出{spending}＝{right}，年末结转填报{left}。',
        todo: '一般可以保留；需要完全相符的，调整尾数。',
      },
    },
  },
  page,

  run(context, report) {
    const { found, reasons } = lookUpAll(context, ['yearBegin', 'generalIncome', 'finalSpending', 'yearEnd']);
    if (!found) {
      reasons.forEach((reason) => {
        report.skip(reason);
      });
      return;
    }
    const others = [lookUp(context, 'fundIncome').found, lookUp(context, 'capitalIncome').found].filter(
      (other) => other !== null,
    );
    const incomes = [found.generalIncome, ...others];
    const { yearBegin, finalSpending, yearEnd } = found;
    const terms = [yearBegin.value, ...incomes.map((income) => income.value), finalSpending.value.neg()];
    const [left, right] = [yearEnd.value, sum(terms)];
    const used = [yearBegin, ...incomes, finalSpending];
    const places = used.map(({ entry }) => entry);
    const { grain, show, typed } = shownAmounts(yearEnd.entry, places);
    const verdict = compareSum(left, terms, grain);
    if (verdict === 'same') return;
    const at = yearEnd.entry.cell.ref;
    report({
      messageId: verdict === 'rounding' ? 'rounding' : 'off',
      at,
      left: show(left, [yearEnd.entry]),
      right: show(right, places),
      data: {
        begin: show(yearBegin.value, [yearBegin.entry]),
        income: show(
          sum(incomes.map((income) => income.value)),
          incomes.map(({ entry }) => entry),
        ),
        spending: show(finalSpending.value, [finalSpending.entry]),
      },
      related: used.map(({ entry }) => ({ ...entry.cell.ref, role: entry.label })),
      balance: {
        family: 'carry-over',
        total: at,
        parts: [yearBegin, ...incomes].map(({ entry }) => entry.cell.ref),
        less: [finalSpending.entry.cell.ref],
        off: left.sub(right),
      },
      cause: verdict === 'different' ? typingCause(typed(left), typed(right), grain.decimals) : null,
      fix:
        verdict === 'different' && right.compare(0) >= 0
          ? {
              kind: 'suggested',
              patches: [
                {
                  ...at,
                  before: contentOf(context.cellAt(at)),
                  after: toNumber(right.div(yearEnd.entry.scale)),
                },
              ],
            }
          : null,
    });
  },
});
