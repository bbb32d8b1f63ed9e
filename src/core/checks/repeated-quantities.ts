import { tablePart } from '../facts/table-part';
import { ZERO, type Exact } from '../scoring/number';
import type { AmountTable } from '../tables/table';
import { entriesIn, entryAt, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { sameQuantity, stepsOf } from './tolerance';
import { mostAgreed } from './votes';

/** A cell of a quantity that stands in several tables, by the name that all of them mean. */
export type Repeated = AmountEntry & Readonly<{ value: Exact }>;

/** Quantities that the tables of the year print and lists of data repeat under other names: 合计 of 公开07, 在编 of 表1-6. */
const REPEATED: readonly string[] = [
  '年初结转和结余',
  '年末结转和结余',
  '编制数',
  '在编人数',
  '在职人数',
  '编外人数',
  ...['三公经费', '因公出国费', '公务用车费', '公务用车购置费', '公务用车运行费', '公务接待费'].flatMap(
    (name) => [`${name}预算数`, `${name}决算数`],
  ),
];

/** Totals of the tables that split all the money; whether these tables agree with each other is another check's (SUM-003). */
const BUDGETS: readonly string[] = ['年初预算总规模', '调整预算总规模'];

/** The places of each repeated quantity; first the one that most others agree with. */
export function repeatedQuantities(context: CheckContext): readonly (readonly Repeated[])[] {
  return [
    ...REPEATED.map((label) => placesOf(context, label)),
    ...BUDGETS.flatMap((label) => listedBudgets(placesOf(context, label))),
  ].map(mostAgreedFirst);
}

/** A table that says a quantity with several numbers splits it by years or funds and says none. */
function placesOf(context: CheckContext, label: string): readonly Repeated[] {
  const places = context.facts.meant(label).flatMap(({ ref }): readonly Repeated[] => {
    const entry = entryAt(context, ref);
    return entry?.value && isOfAll(entry.table) ? [{ ...entry, label, value: entry.value }] : [];
  });
  const values = new Map<AmountTable, Set<string>>();
  for (const { table, value } of places)
    values.set(table, (values.get(table) ?? new Set<string>()).add(value.toFraction()));
  return places.filter(({ table }) => values.get(table)?.size === 1);
}

/** Whether a table is about the whole department, or about 三公经费, which is all paid from fiscal funds. */
function isOfAll(table: AmountTable): boolean {
  const { whole, subject, funds } = tablePart(table);
  return subject === '三公经费' || (whole && funds === null);
}

/**
 * A budget that a list repeats, beside the table it repeats. A list may leave out the money carried over, as 本年收入合计
 * does: what any total of the column says is no contradiction.
 */
function listedBudgets(places: readonly Repeated[]): readonly (readonly Repeated[])[] {
  const tables = places.filter(({ table }) => table.kind !== 'data-list');
  const [total] = tables;
  if (!total || !tables.every((other) => agree(total, other))) return [];
  const said = tables.flatMap(({ table, column }) =>
    entriesIn(table).filter((entry) => entry.column === column && entry.row.role !== 'item'),
  );
  return places
    .filter((place) => place.table.kind === 'data-list' && !said.some((other) => agree(place, other)))
    .map((place) => [total, place]);
}

function mostAgreedFirst(places: readonly Repeated[]): readonly Repeated[] {
  const base = mostAgreed(places);
  const first = places.find((place) => place === base);
  return first ? [first, ...places.filter((place) => place !== first)] : places;
}

function agree(a: AmountEntry, b: AmountEntry): boolean {
  return sameQuantity(a.value ?? ZERO, b.value ?? ZERO, stepsOf(a, b));
}
