import { append } from '../lists';
import { ZERO, type Exact } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { fixesDecimals, sameQuantity, stepsOf } from './tolerance';

/** Entries that hold one value and print it alike, counted once. */
type Alike = Readonly<{ entry: AmountEntry; value: Exact; count: number }>;

/**
 * The entry that most others agree with as one quantity, the first of these; `bonus` breaks ties. Entries are grouped and
 * sorted, because in a workbook of many tables thousands of them are one quantity.
 */
export function mostAgreed(
  entries: readonly AmountEntry[],
  bonus: (entry: AmountEntry) => number = () => 0,
): AmountEntry | null {
  const kinds = [...byKind(entries).values()].map(sorted);
  const votes = new Map<string, number>();
  let best: { entry: AmountEntry; votes: number } | null = null;
  for (const entry of entries) {
    const key = keyOf(entry);
    const own = votes.get(key) ?? kinds.reduce((sum, kind) => sum + agreeing(kind, entry), 0);
    votes.set(key, own);
    const all = own + bonus(entry);
    if (best === null || all > best.votes) best = { entry, votes: all };
  }
  return best?.entry ?? null;
}

const valueOf = ({ value }: AmountEntry): Exact => value ?? ZERO;

/** What decides how two places are compared: the unit, and the last digit alone and beside another unit. */
function kindOf({ cell, scale }: AmountEntry): string {
  const decimals = cell.reading.kind === 'number' ? cell.reading.decimals : 0;
  return `${scale.toFraction()} ${decimals} ${String(fixesDecimals(cell))}`;
}

const keyOf = (entry: AmountEntry): string => `${valueOf(entry).toFraction()} ${kindOf(entry)}`;

function byKind(entries: readonly AmountEntry[]): ReadonlyMap<string, readonly AmountEntry[]> {
  const kinds = new Map<string, AmountEntry[]>();
  for (const entry of entries) append(kinds, kindOf(entry), entry);
  return kinds;
}

/** Distinct values in ascending order; `count` is that of all up to and including this one. */
function sorted(entries: readonly AmountEntry[]): readonly Alike[] {
  const ascending = [...entries].sort((a, b) => valueOf(a).compare(valueOf(b)));
  const groups: Alike[] = [];
  ascending.forEach((entry, index) => {
    const value = valueOf(entry);
    if (groups.at(-1)?.value.equals(value)) groups.pop();
    groups.push({ entry, value, count: index + 1 });
  });
  return groups;
}

/** How many entries of a kind agree with one: those agree whose values are near, so that they stand side by side. */
function agreeing(kind: readonly Alike[], entry: AmountEntry): number {
  const [like] = kind;
  if (!like) return 0;
  const value = valueOf(entry);
  const steps = stepsOf(entry, like.entry);
  const same = ({ value: other }: Alike): boolean => sameQuantity(value, other, steps);
  const at = firstWhere(kind, (group) => group.value.compare(value) >= 0 || same(group));
  const end = firstWhere(kind, (group) => group.value.compare(value) > 0 && !same(group));
  return (kind[end - 1]?.count ?? 0) - (kind[at - 1]?.count ?? 0);
}

/** Index of the first item for which something holds that holds for all behind it; the length where it holds for none. */
export function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
