import { exact, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import { keyOf } from './check-context';
import type { Balance, Draft } from './define-check';
import type { Severity } from './finding';

const RANK: Readonly<Record<Severity, number>> = { error: 2, verify: 1, hint: 0 };

/** Severity as a number: an error never becomes the consequence of a milder finding. */
export const rank = (draft: Draft): number => RANK[draft.finding.severity];

/** Two sums speak of one error when it has the same size up to rounding. */
const CLOSE = exact(1).div(20);

type Family = Balance['family'];
type Group = Readonly<{ cell: string; head: Draft; members: readonly Draft[] }>;

/**
 * Joins sums of one family that one wrong cell explains, the cell that explains most first, and with them the rates that
 * would be right without its error. `heads` receives, for each draft that is told with another, that other. Returns the
 * cells that are shown to be wrong, with the finding that tells it.
 */
export function joinBalances(drafts: readonly Draft[], heads: Map<Draft, Draft>): ReadonlyMap<string, Draft> {
  const index = indexOf(drafts);
  const groupOf = (place: Place): Group | null => groupAt(place, index, (draft) => !heads.has(draft));
  const candidates = placesOf(drafts).flatMap((place, order) => {
    const size = groupOf(place)?.members.length ?? 0;
    return size > 0 ? [{ place, size, order }] : [];
  });
  const wrong = new Map<string, Draft>();
  for (const { place } of candidates.sort((a, b) => b.size - a.size || a.order - b.order)) {
    // Members may have been told with another cell meanwhile.
    const group = groupOf(place);
    if (!group) continue;
    wrong.set(group.cell, group.head);
    for (const member of group.members) if (member !== group.head) heads.set(member, group.head);
  }
  return wrong;
}

type Place = Readonly<{ cell: string; family: Family }>;

/** Cells to try: suspects first, then totals, then parts, each in reading order. */
function placesOf(drafts: readonly Draft[]): readonly Place[] {
  const balances = drafts.flatMap(({ problem }) => problem.balance ?? []);
  const suspects = drafts.flatMap(({ problem }) => (problem.suspect ? [keyOf(problem.suspect.cell)] : []));
  const places: Place[] = [
    ...suspects.flatMap((cell): Place[] => [
      { cell, family: 'scores' },
      { cell, family: 'amounts' },
    ]),
    ...balances.map(({ total, family }) => ({ cell: keyOf(total), family })),
    ...balances.flatMap((balance) =>
      partsOf(balance).map((part) => ({ cell: keyOf(part), family: balance.family })),
    ),
  ];
  return [...new Map(places.map((place) => [`${place.family} ${place.cell}`, place])).values()];
}

function partsOf({ parts, less = [] }: Balance): readonly CellRef[] {
  return [...parts, ...less];
}

/** Who speaks of a cell: sums by family and cell, findings that suspect it, rates worked out from it. */
type Index = Readonly<{ sums: Lists; suspects: Lists; rates: Lists }>;
type Lists = ReadonlyMap<string, readonly Draft[]>;

function indexOf(drafts: readonly Draft[]): Index {
  const sums = new Map<string, Draft[]>();
  const suspects = new Map<string, Draft[]>();
  const rates = new Map<string, Draft[]>();
  const add = (lists: Map<string, Draft[]>, key: string, draft: Draft): void => {
    const list = lists.get(key);
    if (list) list.push(draft);
    else lists.set(key, [draft]);
  };
  for (const draft of drafts) {
    const { balance, suspect, holdsWithout } = draft.problem;
    if (balance)
      for (const ref of [balance.total, ...partsOf(balance)])
        add(sums, `${balance.family} ${keyOf(ref)}`, draft);
    if (suspect) add(suspects, keyOf(suspect.cell), draft);
    if (holdsWithout) for (const ref of draft.finding.related) add(rates, keyOf(ref), draft);
  }
  return { sums, suspects, rates };
}

/** By how much a cell would be wrong, if it alone made the draft's sum fail; `null` when it has no part in it. */
function errorAt({ problem: { balance } }: Draft, cell: string): Exact | null {
  if (!balance) return null;
  const has = (refs: readonly CellRef[] = []): boolean => refs.some((ref) => keyOf(ref) === cell);
  if (keyOf(balance.total) === cell || has(balance.less)) return balance.off;
  return has(balance.parts) ? balance.off.neg() : null;
}

function groupAt({ cell, family }: Place, index: Index, isOpen: (draft: Draft) => boolean): Group | null {
  const at = (lists: Lists, key: string): readonly Draft[] => (lists.get(key) ?? []).filter(isOpen);
  const sums = at(index.sums, `${family} ${cell}`);
  const size = sums[0] && errorAt(sums[0], cell);
  if (!size) return null;
  const alike = sums.filter((draft) => isClose(errorAt(draft, cell), size));
  const suspect = at(index.suspects, cell).find((draft) => isSuspectedOf(draft, size));
  const head = suspect ?? headOf(cell, alike);
  const rates = at(index.rates, cell).filter((draft) => draft.problem.holdsWithout?.(cell, size) === true);
  const members = [...new Set([head, ...alike, ...rates])].filter((member) => rank(member) <= rank(head));
  return members.length > 1 ? { cell, head, members } : null;
}

function isClose(a: Exact | null, b: Exact): boolean {
  return a !== null && a.sub(b).abs().compare(b.abs().mul(CLOSE)) <= 0;
}

/** Whether a finding says of the cell itself that it is wrong, and the sums agree with what it says. */
function isSuspectedOf({ problem: { suspect }, finding }: Draft, size: Exact): boolean {
  if (!suspect || finding.severity !== 'error') return false;
  const right = suspect.value.sub(size);
  return right.compare(suspect.low) >= 0 && right.compare(suspect.high) <= 0;
}

/** The sum whose total the cell is; where it is a part of all, the sum with the fewest parts. */
function headOf(cell: string, sums: readonly Draft[]): Draft {
  const weight = ({ problem: { balance } }: Draft): number =>
    !balance || keyOf(balance.total) === cell ? 0 : balance.parts.length;
  return [...sums].sort((a, b) => rank(b) - rank(a) || weight(a) - weight(b))[0] as Draft;
}
