import { append } from '../lists';
import { reportYear } from '../facts/year';
import { tablePart } from '../facts/table-part';
import { amountMeaning } from '../tables/amount-words';
import { ZERO, type Exact } from '../scoring/number';
import { amountEntries, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { typingCause } from './cause';
import { defineCheck } from './define-check';
import page from './exp-002-same-expense.md';
import { shownAmounts } from './shown-amounts';
import { formOf, tableName } from './table-words';
import { sameQuantity, stepsOf } from './tolerance';
import { mostAgreed } from './votes';

const NAME =
  /^(?:日常)?公用(?:经费|支出)(年初预算|调整后?预算|预算安排|预算|决算|实际支出|支出决算)?(?:数|金额)?$/;

/** What a name or a column says the amount is. */
const KINDS: Readonly<Record<string, string>> = {
  'initial-budget': '年初预算',
  'adjusted-budget': '调整预算',
  final: '决算',
  年初预算: '年初预算',
  调整预算: '调整预算',
  调整后预算: '调整预算',
  决算: '决算',
  实际支出: '决算',
  支出决算: '决算',
};

export const exp002 = defineCheck({
  meta: {
    id: 'EXP-002',
    name: 'same-expense',
    title: '公用经费在各表中一致',
    severity: 'error',
    needs: ['amounts'],
    why: '同一笔公用经费出现在几张表中，数不同则控制率没有依据。',
    messages: {
      off: {
        what: '公用经费{left}与{right}不一致（{kind}数）：前者在{t1}，后者在{t2}，差额{difference}。',
        todo: '与预算批复或决算报表核对，改正填错的一处。',
      },
    },
  },
  page,

  run(context, report) {
    const groups = [...expensesByKind(context)];
    if (!groups.some(([, entries]) => entries.length > 1)) report.skip('公用经费没有在两处以上出现');
    for (const [kind, entries] of groups) {
      // What most places agree on; else the table of uses, which is the budget itself.
      const base = mostAgreed(entries, ({ table }) => (table.kind === 'use' ? 0.5 : 0));
      for (const entry of entries) {
        if (!base || entry === base || same(entry, base)) continue;
        const { grain, show, typed } = shownAmounts(entry, [base]);
        const [left, right] = [valueOf(entry), valueOf(base)];
        report({
          messageId: 'off',
          at: entry.cell.ref,
          left: show(left, [entry]),
          right: show(right, [base]),
          data: { kind: kind.split(' ')[0] ?? kind, t1: tableName(entry.table), t2: tableName(base.table) },
          related: [{ ...base.cell.ref, role: tableName(base.table) }],
          cause: typingCause(typed(left), typed(right), grain.decimals),
          balance: {
            family: 'expense',
            total: entry.cell.ref,
            parts: [base.cell.ref],
            off: left.sub(right),
          },
        });
      }
    }
  },
});

/**
 * Every amount of 公用经费 by what it is (年初预算, 调整预算, 决算), its year, where that is not the report's, and the funds it
 * is paid from. One form filled in twice is that of two offices: whose 公用经费 the others repeat nobody can tell.
 */
export function expensesByKind(context: CheckContext): ReadonlyMap<string, readonly AmountEntry[]> {
  const report = reportYear(context.recognition);
  const copies = new Map<string, number>();
  for (const table of context.amountTables) copies.set(formOf(table), (copies.get(formOf(table)) ?? 0) + 1);
  const groups = new Map<string, AmountEntry[]>();
  for (const entry of amountEntries(context)) {
    const match = NAME.exec(entry.label);
    const kind = match && KINDS[match[1] ?? entry.meaning];
    if (!kind || entry.value === null || copies.get(formOf(entry.table)) !== 1) continue;
    // Where the label says what the amount is, the column says of which year; 增减额 and a bare 上年数 are not compared.
    if (amountMeaning(entry.column.header.text, null) === 'other') continue;
    const year = entry.year ?? report;
    const key = `${kind} ${year === report ? '' : String(year)} ${tablePart(entry.table).funds ?? ''}`;
    append(groups, key, entry);
  }
  return groups;
}

function same(a: AmountEntry, b: AmountEntry): boolean {
  return sameQuantity(valueOf(a), valueOf(b), stepsOf(a, b));
}

const valueOf = ({ value }: AmountEntry): Exact => value ?? ZERO;
