import {
  isIndicatorTable,
  type AmountTable,
  type IndicatorGroup,
  type IndicatorTable,
  type Table,
} from './table';
import { rowLabel } from './row-labels';

/** A table with the words of its header, by which its continuation is known. */
export type ReadTable = Readonly<{ table: Table; signature: string }>;

/**
 * Joins tables that go on from one sheet to the next: the first has no total yet, the next sheet begins with the same
 * header under no title of its own. The joined table stands where it begins; its cells keep their own sheets.
 */
export function joinContinued(sheets: readonly (readonly ReadTable[])[]): readonly Table[] {
  const joined: ReadTable[] = [];
  for (const tables of sheets) {
    for (const [index, next] of tables.entries()) {
      const last = joined.at(-1);
      const whole = index === 0 && last ? joinTwo(last, next) : null;
      if (whole) joined[joined.length - 1] = { ...next, table: whole };
      else joined.push(next);
    }
  }
  return joined.map(({ table }) => table);
}

function joinTwo(last: ReadTable, next: ReadTable): Table | null {
  const [a, b] = [last.table, next.table];
  if (last.signature !== next.signature || a.kind !== b.kind || a.sheet === b.sheet || !continues(a, b))
    return null;
  if (isIndicatorTable(a) && isIndicatorTable(b)) {
    const open = a.total === null && b.project === null;
    return open && !repeats(namesOf(a), namesOf(b)) ? joinIndicators(a, b) : null;
  }
  if (isIndicatorTable(a) || isIndicatorTable(b)) return null;
  const closed = a.rows.some(({ role }) => role === 'total');
  return closed || repeats(labelsOf(a), labelsOf(b)) || startsAgain(a, b) ? null : joinAmounts(a, b);
}

/** A second part lists what the first has not listed yet; two tables of the same lines are each complete. */
function repeats(first: readonly string[], second: readonly string[]): boolean {
  const known = new Set(first);
  return second.some((name) => known.has(name));
}

const namesOf = ({ indicators }: IndicatorTable): readonly string[] => indicators.map(({ name }) => name);

/** Labels of what stands at the top; 其中 and the like stand under many. */
const labelsOf = ({ rows }: AmountTable): readonly string[] =>
  rows
    .filter(({ depth, role }) => depth === 0 && role !== 'total')
    .map(({ label }) => rowLabel(label.text).name);

/** A second part that begins with 一、 or 1. like the first is a table of its own. */
function startsAgain(a: AmountTable, b: AmountTable): boolean {
  const number = (table: AmountTable): string | undefined =>
    /^[((]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、..))]/.exec(table.rows[0]?.label.text ?? '')?.[0];
  const first = number(a);
  return first !== undefined && first === number(b);
}

const continues = (a: Table, b: Table): boolean =>
  b.title === null || b.title.text === a.title?.text || /续/.test(b.title.text);

/** Indicators of the second part hang on the groups that are open at the end of the first. */
function joinIndicators(a: IndicatorTable, b: IndicatorTable): IndicatorTable {
  const groups: IndicatorGroup[] = [...a.groups];
  const place: number[] = [];
  for (const group of b.groups) {
    const parent =
      group.parent === null ? lastOfLevel(groups, group.level - 1) : (place[group.parent] ?? null);
    const open = lastChild(groups, parent);
    const same = open !== null && groups[open]?.name === group.name && groups[open].level === group.level;
    place.push(same ? open : groups.push({ ...group, parent }) - 1);
  }
  const lastGroup = a.indicators.at(-1)?.group ?? null;
  const moved = b.indicators.map((one) => ({
    ...one,
    group: one.group === null ? lastGroup : (place[one.group] ?? null),
  }));
  return {
    ...a,
    groups,
    indicators: [...a.indicators, ...moved],
    subtotals: [
      ...a.subtotals,
      ...b.subtotals.map((one) => ({ ...one, after: one.after + a.indicators.length })),
    ],
    total: b.total,
    grade: a.grade ?? b.grade,
    sentences: [...a.sentences, ...b.sentences],
  };
}

const lastOfLevel = (groups: readonly IndicatorGroup[], level: number): number | null =>
  lastWhere(groups, (group) => group.level === level);

const lastChild = (groups: readonly IndicatorGroup[], parent: number | null): number | null =>
  lastWhere(groups, (group) => group.parent === parent);

function lastWhere(
  groups: readonly IndicatorGroup[],
  fits: (group: IndicatorGroup) => boolean,
): number | null {
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = groups[index];
    if (group && fits(group)) return index;
  }
  return null;
}

function joinAmounts(a: AmountTable, b: AmountTable): AmountTable {
  const offset = a.rows.length;
  const moved = b.rows.map((row) => ({ ...row, parent: row.parent === null ? null : row.parent + offset }));
  return { ...a, rows: [...a.rows, ...moved] };
}
