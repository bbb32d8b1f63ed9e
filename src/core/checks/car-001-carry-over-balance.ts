import { sum, toNumber, ZERO, type Exact } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import type { AmountEntry } from './amount-entries';
import { carryOversIn, withVerdict, type CarryOver } from './carry-over';
import { typingCause } from './cause';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck, type Report } from './define-check';
import page from './car-001-carry-over-balance.md';
import { lookUp, lookUpAll } from './known-quantities';
import { shownAmounts } from './shown-amounts';
import { labelOf } from './table-words';

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
    const rows = context.amountTables.flatMap(carryOversIn);
    const { found, reasons } = lookUpAll(context, ['yearBegin', 'generalIncome', 'finalSpending', 'yearEnd']);
    for (const row of rows) tell(context, report, row, 'amounts');
    if (!found) {
      if (rows.length === 0)
        reasons.forEach((reason) => {
          report.skip(reason);
        });
      return;
    }
    const { ref } = found.yearEnd.entry.cell;
    if (rows.some(({ end }) => keyOf(end.cell.ref) === keyOf(ref))) return;
    const others = [lookUp(context, 'fundIncome').found, lookUp(context, 'capitalIncome').found].filter(
      (other) => other !== null,
    );
    const whole = withVerdict({
      begin: found.yearBegin.entry,
      incomes: [found.generalIncome, ...others].map(({ entry }) => entry),
      spending: found.finalSpending.entry,
      end: found.yearEnd.entry,
    });
    tell(context, report, whole, 'carry-over');
  },
});

/** Reports a balance that does not hold. Rows of one table are joined with its sums. */
function tell(
  context: CheckContext,
  report: Report<'off' | 'rounding'>,
  { begin, incomes, spending, end, right, verdict }: CarryOver,
  family: 'amounts' | 'carry-over',
): void {
  if (verdict === 'same') return;
  const parts = [begin, ...incomes];
  const places = [...parts, spending];
  const { grain, show, typed } = shownAmounts(end, places);
  const at = end.cell.ref;
  const left = end.value ?? ZERO;
  const together = (entries: readonly AmountEntry[]): Exact =>
    sum(entries.flatMap(({ value }) => value ?? []));
  report({
    messageId: verdict === 'rounding' ? 'rounding' : 'off',
    at,
    left: show(left, [end]),
    right: show(right, places),
    data: {
      begin: show(together([begin]), [begin]),
      income: show(together(incomes), incomes),
      spending: show(together([spending]), [spending]),
    },
    related: places.map(({ cell, label, column }) => ({
      ...cell.ref,
      role: family === 'amounts' && column !== end.column ? labelOf(column.header.text) : label,
    })),
    balance: {
      family,
      total: at,
      parts: parts.map(({ cell }) => cell.ref),
      less: [spending.cell.ref],
      off: left.sub(right),
    },
    cause: verdict === 'different' ? typingCause(typed(left), typed(right), grain.decimals) : null,
    fix:
      verdict === 'different' && right.compare(0) >= 0
        ? {
            kind: 'suggested',
            patches: [
              { ...at, before: contentOf(context.cellAt(at)), after: toNumber(right.div(end.scale)) },
            ],
          }
        : null,
  });
}
