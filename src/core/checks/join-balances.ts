import { exact, type Exact } from '../scoring/number';
import { keyOf } from './check-context';
import type { Balance, Draft } from './define-check';
import type { Severity } from './finding';

const RANK: Readonly<Record<Severity, number>> = { error: 2, verify: 1, hint: 0 };

/** Severity as a number: an error never becomes the consequence of a milder finding. */
export const rank = (draft: Draft): number => RANK[draft.finding.severity];

/** Two sums speak of one error when it has the same size up to rounding. */
const CLOSE = exact(1).div(20);

type Group = Readonly<{ cell: string; head: Draft; members: readonly Draft[]; order: number }>;

/**
 * Joins sums of one family that one wrong cell explains, the cell that explains most first, and with them the rates that
 * would be right without its error. `heads` receives, for each draft that is told with another, that other.
 * Returns the cells that are shown to be wrong, with the finding that tells it.
 */
export function joinBalances(drafts: readonly Draft[], heads: Map<Draft, Draft>): ReadonlyMap<string, Draft> {
  const wrong = new Map<string, Draft>();
  for (;;) {
    const open = drafts.filter((draft) => !heads.has(draft));
    const groups = cellsInSums(open).flatMap(({ cell, family }, order) => groupAt(cell, family, open, order));
    const best = groups.sort((a, b) => b.members.length - a.members.length || a.order - b.order)[0];
    if (!best) return wrong;
    wrong.set(best.cell, best.head);
    for (const member of best.members) if (member !== best.head) heads.set(member, best.head);
  }
}

type Place = Readonly<{ cell: string; family: Balance['family'] }>;

/** Cells to try: suspects first, then totals, then parts, each in reading order. */
function cellsInSums(drafts: readonly Draft[]): readonly Place[] {
  const balances = drafts.flatMap(({ problem }) => problem.balance ?? []);
  const suspects = drafts.flatMap(({ problem }) => (problem.suspect ? [keyOf(problem.suspect.cell)] : []));
  const places: Place[] = [
    ...suspects.flatMap((cell): Place[] => [
      { cell, family: 'scores' },
      { cell, family: 'amounts' },
    ]),
    ...balances.map(({ total, family }) => ({ cell: keyOf(total), family })),
    ...balances.flatMap(({ parts, less = [], family }) =>
      [...parts, ...less].map((part) => ({ cell: keyOf(part), family })),
    ),
  ];
  return [...new Map(places.map((place) => [`${place.family} ${place.cell}`, place])).values()];
}

/** By how much a cell would be wrong, if it alone made the draft's sum fail; `null` when it has no part in it. */
function errorAt({ problem: { balance } }: Draft, cell: string): Exact | null {
  if (!balance) return null;
  const has = (refs: readonly { sheet: string; cell: string }[] | undefined): boolean =>
    refs?.some((ref) => keyOf(ref) === cell) === true;
  if (keyOf(balance.total) === cell || has(balance.less)) return balance.off;
  return has(balance.parts) ? balance.off.neg() : null;
}

function groupAt(
  cell: string,
  family: Balance['family'],
  drafts: readonly Draft[],
  order: number,
): readonly Group[] {
  const sums = drafts.filter(
    (draft) => draft.problem.balance?.family === family && errorAt(draft, cell) !== null,
  );
  const size = sums[0] && errorAt(sums[0], cell);
  if (!size) return [];
  const alike = sums.filter((draft) => isClose(errorAt(draft, cell), size));
  const suspect = drafts.find((draft) => isSuspectedOf(draft, cell, size));
  const head = suspect ?? headOf(cell, alike);
  const rates = drafts.filter((draft) => draft.problem.holdsWithout?.(cell, size) === true);
  const members = [...new Set([head, ...alike, ...rates])].filter((member) => rank(member) <= rank(head));
  return members.length > 1 ? [{ cell, head, members, order }] : [];
}

function isClose(a: Exact | null, b: Exact): boolean {
  return a !== null && a.sub(b).abs().compare(b.abs().mul(CLOSE)) <= 0;
}

/** Whether a finding says of the cell itself that it is wrong, and the sums agree with what it says. */
function isSuspectedOf({ problem, finding }: Draft, cell: string, size: Exact): boolean {
  const { suspect } = problem;
  if (!suspect || keyOf(suspect.cell) !== cell || finding.severity !== 'error') return false;
  const right = suspect.value.sub(size);
  return right.compare(suspect.low) >= 0 && right.compare(suspect.high) <= 0;
}

/** The sum whose total the cell is; where it is a part of all, the sum with the fewest parts. */
function headOf(cell: string, sums: readonly Draft[]): Draft {
  const weight = ({ problem: { balance } }: Draft): number =>
    !balance || keyOf(balance.total) === cell ? 0 : balance.parts.length;
  return [...sums].sort((a, b) => rank(b) - rank(a) || weight(a) - weight(b))[0] as Draft;
}
