import { sum, ZERO, type Exact } from '../scoring/number';
import type { AmountTable } from '../tables/table';
import { entriesIn, isRate, plainLabel, type AmountEntry } from './amount-entries';
import { addUp } from './amount-sums';
import { shownAmounts } from './shown-amounts';
import { compareSum, type Verdict } from './tolerance';

/** What was carried over at the beginning of a year, came in, was spent, and is carried over at its end. */
export type CarryOver = Readonly<{
  begin: AmountEntry;
  incomes: readonly AmountEntry[];
  spending: AmountEntry;
  end: AmountEntry;
  right: Exact;
  verdict: Verdict;
}>;

type Role = 'begin' | 'income' | 'spending' | 'end';

const HEADERS: readonly (readonly [Role, RegExp])[] = [
  ['begin', /^(?:年初|上年末?|期初)(?:财政拨款)?(?:累计)?(?:结转|结余)/],
  ['income', /^(?:本年|当年|本期)(?:度)?(?:财政拨款)?(?:收入|拨款)(?:合计|小计)?$/],
  ['spending', /^(?:本年|当年|本期)(?:度)?(?:实际)?支出(?:合计|小计)?$/],
  ['end', /^(?:年末|年终|期末|本年末?)(?:财政拨款)?(?:累计)?(?:结转|结余)/],
];
/** Money that leaves or enters between the beginning and the end without being spent or received. */
const OTHERS = /分配|收回|上缴|调整|调剂|核减|弥补|使用非财政/;

/**
 * The rows of a table that prints all four beside each other, or the columns of one that prints them below each other. One
 * row that fits shows that the table balances them; where most do not, it counts something else.
 */
export function carryOversIn(table: AmountTable): readonly CarryOver[] {
  const columns = rolesIn(table);
  if (!columns) return downIn(table, entriesIn(table));
  const rows = new Map<number, Map<Role, AmountEntry>>();
  for (const entry of entriesIn(table)) {
    const role = columns.get(entry.column.header.ref.cell);
    if (role === undefined || isRate(entry)) continue;
    const row = rows.get(entry.rowIndex) ?? new Map<Role, AmountEntry>();
    rows.set(entry.rowIndex, row.set(role, entry));
  }
  const found = [...rows.values()].flatMap(balanceOf);
  const fitting = found.filter(({ verdict }) => verdict !== 'different').length;
  return fitting > 0 && fitting * 2 >= found.length ? found : [];
}

/** The role of each column by the cell of its header; `null` unless every role has exactly one. */
function rolesIn({ columns }: AmountTable): ReadonlyMap<string, Role> | null {
  const roles = rolesOf(columns.map(({ header }) => header.text));
  return roles && new Map([...roles].map(([role, at]) => [columns[at]?.header.ref.cell ?? '', role]));
}

/** Which of some names has which role; `null` unless every role has exactly one. */
function rolesOf(names: readonly string[]): ReadonlyMap<Role, number> | null {
  const roles = new Map<Role, number>();
  const others: number[] = [];
  for (const [index, name] of names.entries()) {
    const text = name.replace(/\s+/g, '').replace(/[（(][^（）()]*[)）]/g, '');
    if (OTHERS.test(text)) others.push(index);
    const role = HEADERS.find(([, words]) => words.test(text))?.[0];
    if (role === undefined) continue;
    if (roles.has(role)) return null;
    roles.set(role, index);
  }
  const [first, last] = [Math.min(...roles.values()), Math.max(...roles.values())];
  const between = others.some((index) => index > first && index < last);
  return roles.size === HEADERS.length && !between ? roles : null;
}

/** The same below each other: a list that names the four in its lines, in each of its columns. */
function downIn({ rows, columns }: AmountTable, entries: readonly AmountEntry[]): readonly CarryOver[] {
  const outer = rows.flatMap((row, index) =>
    row.parent === null ? [{ index, name: plainLabel(row.label.text) }] : [],
  );
  const roles = rolesOf(outer.map(({ name }) => name));
  if (!roles) return [];
  const roleAt = new Map([...roles].map(([role, at]) => [outer[at]?.index, role]));
  return columns.flatMap((column) => {
    const own = entries.filter(
      (entry) => entry.column === column && !isRate(entry) && !BESIDE.test(column.header.text),
    );
    return balanceOf(
      new Map(
        own.flatMap((entry) => {
          const role = roleAt.get(entry.rowIndex);
          return role ? [[role, entry] as const] : [];
        }),
      ),
    );
  });
}

/** What lies between two amounts does not balance. */
const BESIDE = /增|减|差|比/;

/** Works one balance out; a row that leaves one of the four blank or has text there is none. */
function balanceOf(row: ReadonlyMap<Role, AmountEntry>): readonly CarryOver[] {
  const [begin, income, spending, end] = HEADERS.map(([role]) => row.get(role));
  if (!begin || !income || !spending || !end || !addUp([begin, income, spending, end])) return [];
  if (income.value === null || spending.value === null || end.value === null) return [];
  if (begin.value === null && begin.cell.reading.kind !== 'blank') return [];
  return [withVerdict({ begin, incomes: [income], spending, end })];
}

/** Compares the end with what the other amounts give; all must hold numbers, a blank beginning is none. */
export function withVerdict({
  begin,
  incomes,
  spending,
  end,
}: Omit<CarryOver, 'right' | 'verdict'>): CarryOver {
  const valueOf = ({ value }: AmountEntry): Exact => value ?? ZERO;
  const terms = [begin, ...incomes].map(valueOf);
  const all = [...terms, valueOf(spending).neg()];
  const { grain } = shownAmounts(end, [begin, ...incomes, spending]);
  return { begin, incomes, spending, end, right: sum(all), verdict: compareSum(valueOf(end), all, grain) };
}
