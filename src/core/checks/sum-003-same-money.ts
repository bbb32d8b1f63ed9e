import type { AmountEntry } from './amount-entries';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import { shownAmounts } from './shown-amounts';
import { splitTotals } from './split-totals';
import page from './sum-003-same-money.md';
import { labelOf, tableName } from './table-words';
import { compareSum } from './tolerance';

export const sum003 = defineCheck({
  meta: {
    id: 'SUM-003',
    name: 'same-money',
    title: '资金来源、功能分类、支出用途三表总计一致',
    severity: 'error',
    needs: ['amounts'],
    why: '三张表是同一笔资金的三种分法，总计必须相同。',
    messages: {
      off: {
        what: '{t1}总计{left}与{t2}总计{right}不一致{column}，差额{difference}。',
        todo: '核对两张表的总计和分项，改正填错的一张。',
      },
      rounding: {
        severity: 'hint',
        what: '{t1}总计{left}与{t2}总计{right}相差{difference}{column}，属于四舍五入差。',
        todo: '一般可以保留；需要完全相符的，统一两张表的尾数。',
      },
    },
  },
  page,

  run(context, report) {
    const groups = splitTotals(context);
    if (![...groups.values()].some((totals) => totals.length > 1)) {
      report.skip('没有两张以上按资金来源、功能分类或支出用途分列的总计');
    }
    for (const totals of groups.values()) {
      const base = reference(totals);
      for (const total of totals) {
        if (!base || total === base || total.value === null || base.value === null) continue;
        const [left, right] = [total.value, base.value];
        const { grain, show, typed } = shownAmounts(total, [base]);
        const verdict = compareSum(left, [right], grain);
        if (verdict === 'same') continue;
        report({
          messageId: verdict === 'rounding' ? 'rounding' : 'off',
          at: total.cell.ref,
          left: show(left, [total]),
          right: show(right, [base]),
          data: {
            t1: tableName(total.table),
            t2: tableName(base.table),
            column: `（${labelOf(total.column.header.text)}）`,
          },
          related: [{ ...base.cell.ref, role: `${tableName(base.table)}总计` }],
          cause: verdict === 'different' ? typingCause(typed(left), typed(right), grain.decimals) : null,
          balance: {
            family: 'amounts',
            total: total.cell.ref,
            parts: [base.cell.ref],
            off: left.sub(right),
          },
        });
      }
    }
  },
});

/** The total that most tables agree on; the first where none do. */
function reference(totals: readonly AmountEntry[]): AmountEntry | null {
  const votes = new Map<string, number>();
  const keyOf = ({ value }: AmountEntry): string => value?.toFraction() ?? '';
  for (const total of totals) votes.set(keyOf(total), (votes.get(keyOf(total)) ?? 0) + 1);
  const votesOf = (total: AmountEntry): number => votes.get(keyOf(total)) ?? 0;
  const [first = null] = totals;
  return totals.reduce((best, total) => (best && votesOf(total) > votesOf(best) ? total : best), first);
}
