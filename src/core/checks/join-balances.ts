import { append } from '../lists';
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
 * Joins sums of one family that one wrong cell explains, the cell that explains most first, and with them the rates and
 * comparisons of amounts that would be right without its error. `heads` receives, for each draft that is told with another, that other. Returns the
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

/** By how much a cell would be wrong, if it alone made a draft's sum fail. */
type Part = Readonly<{ draft: Draft; error: Exact }>;

/** Who speaks of a cell: sums by family and cell, findings that suspect it, comparisons that it would bring right. */
type Index = Readonly<{
  sums: ReadonlyMap<string, readonly Part[]>;
  suspects: ReadonlyMap<string, readonly Draft[]>;
  others: ReadonlyMap<string, readonly Draft[]>;
}>;

function indexOf(drafts: readonly Draft[]): Index {
  const sums = new Map<string, Part[]>();
  const suspects = new Map<string, Draft[]>();
  const others = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { balance, suspect, holdsWithout } = draft.problem;
    if (balance) {
      const { family, total, parts, less = [], off } = balance;
      for (const ref of [total, ...less]) append(sums, `${family} ${keyOf(ref)}`, { draft, error: off });
      for (const ref of parts) append(sums, `${family} ${keyOf(ref)}`, { draft, error: off.neg() });
    }
    if (suspect) append(suspects, keyOf(suspect.cell), draft);
    if (!holdsWithout) continue;
    const cells = new Set([draft.finding, ...draft.finding.related].map(keyOf));
    for (const cell of cells) append(others, cell, draft);
  }
  return { sums, suspects, others };
}

function groupAt({ cell, family }: Place, index: Index, isOpen: (draft: Draft) => boolean): Group | null {
  const sums = (index.sums.get(`${family} ${cell}`) ?? []).filter(({ draft }) => isOpen(draft));
  const size = sums[0]?.error;
  if (!size) return null;
  const alike = sums.filter(({ error }) => isClose(error, size)).map(({ draft }) => draft);
  const suspect = index.suspects.get(cell)?.find((draft) => isOpen(draft) && isSuspectedOf(draft, size));
  const head = suspect ?? headOf(cell, alike);
  const others = (index.others.get(cell) ?? []).filter(
    (draft) => isOpen(draft) && draft.problem.holdsWithout?.(cell, size),
  );
  const members = [...new Set([head, ...alike, ...others])].filter((member) => rank(member) <= rank(head));
  return members.length > 1 ? { cell, head, members } : null;
}

function isClose(a: Exact, b: Exact): boolean {
  return a.sub(b).abs().compare(b.abs().mul(CLOSE)) <= 0;
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
