import { tablePart } from '../facts/table-part';
import type { Exact } from '../scoring/number';
import type { AmountTable } from '../tables/table';
import { entryAt, type AmountEntry } from './amount-entries';
import { keyOf, type CheckContext } from './check-context';

/** A cell of a quantity that stands in several tables, by the name that all of them mean. */
export type Repeated = AmountEntry & Readonly<{ value: Exact }>;

/** Quantities that the accounts of the year print and lists of data repeat. */
const REPEATED: readonly string[] = [
  '年初结转和结余',
  '年末结转和结余',
  ...['三公经费', '因公出国费', '公务用车费', '公务用车购置费', '公务用车运行费', '公务接待费'].flatMap(
    (name) => [`${name}预算数`, `${name}决算数`],
  ),
];

/**
 * The places of each quantity that lists of data repeat from the accounts, which call it otherwise: 合计 of 公开07. A table
 * that has it several times splits it by years or funds and says none.
 */
export const repeatedQuantities = (context: CheckContext): readonly (readonly Repeated[])[] =>
  REPEATED.map((label) => {
    const places = context.facts.meant(label).flatMap(({ ref }): readonly Repeated[] => {
      const entry = entryAt(context, ref);
      return entry?.value && isOfAll(entry.table) ? [{ ...entry, label, value: entry.value }] : [];
    });
    const tables = new Map<AmountTable, Set<string>>();
    for (const { table, cell } of places)
      tables.set(table, (tables.get(table) ?? new Set<string>()).add(keyOf(cell.ref)));
    return places.filter(({ table }) => tables.get(table)?.size === 1);
  });

/** Whether a table is about the whole department, or about 三公经费, which is all paid from fiscal funds. */
function isOfAll(table: AmountTable): boolean {
  const { whole, subject, funds } = tablePart(table);
  return subject === '三公经费' || (whole && funds === null);
}
