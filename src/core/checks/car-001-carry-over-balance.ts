import { sum, toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './car-001-carry-over-balance.md';
import { lookUp, lookUpAll } from './known-quantities';
import { amount } from './quantity';
import { compareSum, printedDecimals } from './tolerance';

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
    const scale = yearEnd.entry.scale;
    const terms = [yearBegin.value, ...incomes.map((income) => income.value), finalSpending.value.neg()].map(
      (term) => term.div(scale),
    );
    const left = yearEnd.value.div(scale);
    const used = [yearBegin, ...incomes, finalSpending];
    const decimals = printedDecimals([yearEnd, ...used].map(({ entry }) => entry.cell));
    const verdict = compareSum(left, terms, decimals);
    if (verdict === 'same') return;
    const at = yearEnd.entry.cell.ref;
    const show = (value: typeof left) => amount(value.div(scale), decimals);
    report({
      messageId: verdict === 'rounding' ? 'rounding' : 'off',
      at,
      left: amount(left, decimals),
      right: amount(sum(terms), decimals),
      data: {
        begin: show(yearBegin.value),
        income: show(sum(incomes.map((income) => income.value))),
        spending: show(finalSpending.value),
      },
      related: used.map(({ entry }) => ({ ...entry.cell.ref, role: entry.label })),
      balance: {
        family: 'carry-over',
        total: at,
        parts: [yearBegin, ...incomes].map(({ entry }) => entry.cell.ref),
        less: [finalSpending.entry.cell.ref],
        off: left.sub(sum(terms)).mul(scale),
      },
      cause: verdict === 'different' ? typingCause(left, sum(terms), decimals) : null,
      fix:
        verdict === 'different' && sum(terms).compare(0) >= 0
          ? {
              kind: 'suggested',
              patches: [{ ...at, before: contentOf(context.cellAt(at)), after: toNumber(sum(terms)) }],
            }
          : null,
    });
  },
});
