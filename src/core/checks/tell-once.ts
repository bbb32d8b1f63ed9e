import { exact, type Exact } from '../scoring/number';
import { parseRange, toA1, type CellRef } from '../snapshot/address';
import { keyOf, type CheckContext } from './check-context';
import type { Draft } from './define-check';
import type { Finding, Related, Severity } from './finding';
import { SAME_FACT, type SameFact } from './same-fact';

const RANK: Readonly<Record<Severity, number>> = { error: 2, verify: 1, hint: 0 };

/** A range wider than this is a block, not a list of cells to compare. */
const MAX_CELLS = 200;

/** Two findings speak of one error when it has the same size up to rounding. */
const CLOSE = exact(1).div(20);

/**
 * Brings together what different checks say about one fact. First the table of same facts (a total seen by two checks),
 * then arithmetic: one wrong cell that breaks several sums is one finding, and the other sums are its consequences.
 * An error never becomes the consequence of a milder finding.
 */
export function tellOnce(drafts: readonly Draft[], context: CheckContext): readonly Finding[] {
  const ordered = [...drafts].sort((a, b) => orderOf(a, b, context));
  const heads = new Map<Draft, Draft>();
  for (const draft of ordered) {
    const head = ordered.find((other) => other !== draft && absorbs(other, draft));
    if (head) heads.set(draft, head);
  }
  joinBalances(
    ordered.filter((draft) => !heads.has(draft)),
    heads,
  );
  return ordered.filter((draft) => !heads.has(draft)).map((draft) => withConsequences(draft, ordered, heads));
}

function orderOf(a: Draft, b: Draft, context: CheckContext): number {
  const key = ({ finding }: Draft): string => {
    const range = parseRange(finding.cell);
    const numbers = [context.sheetOrder(finding.sheet), range?.top ?? 0, range?.left ?? 0];
    return [...numbers.map((number) => String(number).padStart(8, '0')), finding.id, finding.message].join(
      ' ',
    );
  };
  return key(a) < key(b) ? -1 : 1;
}

function withConsequences(draft: Draft, all: readonly Draft[], heads: ReadonlyMap<Draft, Draft>): Finding {
  const followers = all.filter((other) => other !== draft && rootOf(other, heads) === draft);
  const consequences: readonly Related[] = followers.map(({ finding }) => ({
    sheet: finding.sheet,
    cell: finding.cell,
    role: `${finding.id} ${finding.message}`,
  }));
  return { ...draft.finding, consequences };
}

function rootOf(draft: Draft, heads: ReadonlyMap<Draft, Draft>): Draft {
  let root = draft;
  for (let head = heads.get(root); head; head = heads.get(root)) root = head;
  return root;
}

const rank = (draft: Draft): number => RANK[draft.finding.severity];

/** Whether the table of same facts says that `keep` tells what `drop` says. */
function absorbs(keep: Draft, drop: Draft): boolean {
  if (rank(keep) < rank(drop)) return false;
  return SAME_FACT.some(
    (rule) => rule.keep === keep.finding.id && rule.drop.includes(drop.finding.id) && meets(rule, keep, drop),
  );
}

function meets({ where }: SameFact, keep: Draft, drop: Draft): boolean {
  switch (where) {
    case 'cell':
      return overlap(placeOf(keep), placeOf(drop));
    case 'touch':
      return overlap(placeOf(keep), touchedBy(drop)) || overlap(touchedBy(keep), placeOf(drop));
    case 'subject':
      return keep.problem.subject !== undefined && keep.problem.subject === drop.problem.subject;
  }
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

function placeOf(draft: Draft): ReadonlySet<string> {
  return new Set(cellsOf(draft.finding));
}

function touchedBy(draft: Draft): ReadonlySet<string> {
  return new Set([draft.finding, ...draft.finding.related].flatMap(cellsOf));
}

function cellsOf({ sheet, cell }: CellRef): readonly string[] {
  const range = parseRange(cell);
  if (!range) return [`${sheet}!${cell}`];
  const keys: string[] = [];
  for (let row = range.top; row <= range.bottom && keys.length < MAX_CELLS; row += 1) {
    for (let column = range.left; column <= range.right && keys.length < MAX_CELLS; column += 1) {
      keys.push(keyOf({ sheet, cell: toA1({ row, column }) }));
    }
  }
  return keys;
}

/** By how much a cell would be wrong, if it alone made the draft's sum fail; `null` when it has no part in it. */
function errorAt(draft: Draft, cell: string): Exact | null {
  const { balance } = draft.problem;
  if (!balance) return null;
  if (keyOf(balance.total) === cell) return balance.off;
  return balance.parts.some((part) => keyOf(part) === cell) ? balance.off.neg() : null;
}

type Group = Readonly<{ cell: string; head: Draft; members: readonly Draft[]; order: number }>;

/** Joins sums that one wrong cell explains, the cell that explains most first. */
function joinBalances(drafts: readonly Draft[], heads: Map<Draft, Draft>): void {
  for (;;) {
    const open = drafts.filter((draft) => !heads.has(draft));
    const groups = cellsInSums(open).flatMap((cell, order) => groupAt(cell, open, order));
    const best = groups.sort((a, b) => b.members.length - a.members.length || a.order - b.order)[0];
    if (!best) return;
    for (const member of best.members) if (member !== best.head) heads.set(member, best.head);
  }
}

/** Cells to try: suspects first, then totals, then parts, each in reading order. */
function cellsInSums(drafts: readonly Draft[]): readonly string[] {
  const suspects = drafts.flatMap(({ problem }) => (problem.suspect ? [keyOf(problem.suspect.cell)] : []));
  const totals = drafts.flatMap(({ problem }) => (problem.balance ? [keyOf(problem.balance.total)] : []));
  const parts = drafts.flatMap(({ problem }) => problem.balance?.parts.map(keyOf) ?? []);
  return [...new Set([...suspects, ...totals, ...parts])];
}

function groupAt(cell: string, drafts: readonly Draft[], order: number): readonly Group[] {
  const sums = drafts.filter((draft) => errorAt(draft, cell) !== null);
  const first = sums[0];
  const size = first && errorAt(first, cell);
  if (!size) return [];
  const alike = sums.filter((draft) => close(errorAt(draft, cell), size));
  const suspect = drafts.find((draft) => isSuspectedOf(draft, cell, size));
  const members = suspect ? [suspect, ...alike.filter((draft) => draft !== suspect)] : alike;
  const head = suspect ?? headOf(cell, alike);
  const joined = members.filter((member) => rank(member) <= rank(head));
  return joined.length > 1 && joined.includes(head) ? [{ cell, head, members: joined, order }] : [];
}

function close(a: Exact | null, b: Exact): boolean {
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
  const weight = (draft: Draft): number => {
    const { balance } = draft.problem;
    if (!balance || keyOf(balance.total) === cell) return 0;
    return balance.parts.length;
  };
  return [...sums].sort((a, b) => rank(b) - rank(a) || weight(a) - weight(b))[0] as Draft;
}
