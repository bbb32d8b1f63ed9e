import { amountMeaning } from '../tables/amount-words';
import type { AmountTable, ColumnMeaning } from '../tables/table';
import { perReview } from '../remember';
import { entriesIn, isRate, type AmountEntry } from './amount-entries';
import { numberIn } from './table-words';
import { sameRate } from './tolerance';

/** A rate at the end of a line of fields, with the amounts of the same line that it is worked out from. */
export type LineRate = Readonly<{ above: AmountEntry; below: AmountEntry }>;

const EXECUTION = /^(?:预算|支出|资金)*(?:执行|支出)(?:率|进度)$/;
const USE = /(?:利用|使用)率$/;
/** Budgets that spending is compared with, the latest first. */
const BUDGETS: readonly ColumnMeaning[] = ['adjusted-budget', 'budget', 'initial-budget'];

/**
 * The amounts of a rate in a list that is read line by line: 调整预算 | 1100 | 决算支出 | 1050 | 执行率 | 95.45%, or 其中：在用
 * behind its whole. Of several budgets on the line the one that the rate fits is meant, else the latest. `null` for any other rate.
 */
export function lineRate(entry: AmountEntry): LineRate | null {
  const line = linesOf(entry.table).get(rowOf(entry)) ?? [];
  const at = line.indexOf(entry);
  const before = line.slice(0, at);
  const last = before.at(-1);
  if (!last || isRate(last)) return null;
  if (USE.test(entry.label)) {
    const whole = before.find(({ rowIndex }) => rowIndex === last.row.parent);
    return last.row.role === 'of-which' && whole ? { above: last, below: whole } : null;
  }
  if (!EXECUTION.test(entry.label) || meaningOf(last) !== 'final') return null;
  const budgets = BUDGETS.flatMap((meaning) => before.filter((other) => meaningOf(other) === meaning));
  const rates = budgets.map((below): LineRate => ({ above: last, below }));
  return rates.find((rate) => fits(entry, rate)) ?? rates[0] ?? null;
}

const meaningOf = ({ row }: AmountEntry): ColumnMeaning | null => amountMeaning(row.label.text, null);

const rowOf = ({ cell }: AmountEntry): string => cell.ref.cell.replace(/^[A-Z]+/, '');

/** The entries of a list by the rows of the sheet they stand on. */
const linesOf = perReview((table: AmountTable): ReadonlyMap<string, readonly AmountEntry[]> => {
  const lines = new Map<string, AmountEntry[]>();
  if (table.kind !== 'data-list' || table.columns.length !== 1) return lines;
  for (const entry of entriesIn(table)) {
    const line = lines.get(rowOf(entry)) ?? [];
    lines.set(rowOf(entry), line);
    line.push(entry);
  }
  return lines;
});

function fits({ cell }: AmountEntry, { above, below }: LineRate): boolean {
  const rate = numberIn(cell);
  if (rate === null || !above.value || !below.value || below.value.equals(0)) return false;
  return (
    cell.reading.kind === 'number' && sameRate(rate, above.value.div(below.value), cell.reading.decimals)
  );
}
