import { append } from '../lists';
import { parseRange, toA1, type CellRef } from '../snapshot/address';
import { perReview } from '../remember';
import { keyOf, type CheckContext } from './check-context';
import type { Draft } from './define-check';
import type { Finding } from './finding';
import { joinBalances, rank } from './join-balances';
import { SAME_FACT, type SameFact } from './same-fact';

/** A range wider than this is a block, not a list of cells to compare. */
const MAX_CELLS = 200;

/**
 * Brings together what different checks say about one fact. First the table of same facts (a total seen by two checks),
 * then arithmetic: one wrong cell that breaks several sums is one finding, and the other sums are its consequences.
 * An error never becomes the consequence of a milder finding.
 */
export function tellOnce(drafts: readonly Draft[], context: CheckContext): readonly Finding[] {
  const ordered = inReadingOrder(drafts, context);
  const heads = sameFacts(ordered);
  const wrong = joinBalances(
    ordered.filter((draft) => !heads.has(draft)),
    heads,
  );
  // A score recomputed from a number that is shown to be wrong says nothing about the score.
  for (const draft of ordered) {
    if (draft.finding.id !== 'SCR-007' || heads.has(draft)) continue;
    const source = draft.finding.related
      .map((ref) => wrong.get(keyOf(ref)))
      .find((head) => head !== undefined);
    if (source && source !== draft && rank(source) >= rank(draft)) heads.set(draft, source);
  }
  return withConsequences(ordered, heads);
}

/** By sheet, row, column, then check: the order in which a reader meets the cells. */
function inReadingOrder(drafts: readonly Draft[], context: CheckContext): readonly Draft[] {
  const placed = drafts.map((draft) => {
    const { sheet, cell, id, message } = draft.finding;
    const range = parseRange(cell);
    return {
      draft,
      id,
      message,
      sheet: context.sheetOrder(sheet),
      row: range?.top ?? 0,
      column: range?.left ?? 0,
    };
  });
  placed.sort(
    (a, b) =>
      a.sheet - b.sheet ||
      a.row - b.row ||
      a.column - b.column ||
      compare(a.id, b.id) ||
      compare(a.message, b.message),
  );
  return placed.map(({ draft }) => draft);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For each draft that the table of same facts absorbs, the draft that tells it: the first in reading order. */
function sameFacts(ordered: readonly Draft[]): Map<Draft, Draft> {
  const byId = new Map<string, Draft[]>();
  for (const draft of ordered) append(byId, draft.finding.id, draft);
  const heads = new Map<Draft, Draft>();
  for (const rule of SAME_FACT) {
    const keeps = byId.get(rule.keep);
    const drops = rule.drop.flatMap((id) => byId.get(id) ?? []);
    if (!keeps || drops.length === 0) continue;
    const open = drops.filter((drop) => !heads.has(drop));
    if (open.length === 0) continue;
    const meeting = meetingOf(rule, open);
    for (const keep of keeps)
      for (const drop of meeting(keep))
        if (!heads.has(drop) && rank(keep) >= rank(drop)) heads.set(drop, keep);
  }
  return heads;
}

/** Which of the findings that a rule may drop speak of the same fact as one that it keeps. */
function meetingOf({ where }: SameFact, drops: readonly Draft[]): (keep: Draft) => readonly Draft[] {
  switch (where) {
    case 'cell': {
      const places = indexed(drops, placeOf);
      return (keep) => placeOf(keep).flatMap((cell) => places.get(cell) ?? []);
    }
    case 'touch': {
      const places = indexed(drops, placeOf);
      const touched = indexed(drops, touchedBy);
      return (keep) => [
        ...touchedBy(keep).flatMap((cell) => places.get(cell) ?? []),
        ...placeOf(keep).flatMap((cell) => touched.get(cell) ?? []),
      ];
    }
    case 'subject': {
      const subjects = indexed(drops, subjectsOf);
      return (keep) => subjectsOf(keep).flatMap((subject) => subjects.get(subject) ?? []);
    }
  }
}

function indexed(
  drafts: readonly Draft[],
  keysOf: (draft: Draft) => readonly string[],
): Map<string, Draft[]> {
  const index = new Map<string, Draft[]>();
  for (const draft of drafts) for (const key of keysOf(draft)) append(index, key, draft);
  return index;
}

const subjectsOf = ({ problem: { subject } }: Draft): readonly string[] =>
  subject === undefined ? [] : [subject];
const placeOf = perReview((draft: Draft): readonly string[] => cellsOf(draft.finding));
const touchedBy = perReview((draft: Draft): readonly string[] =>
  [draft.finding, ...draft.finding.related].flatMap(cellsOf),
);

function cellsOf({ sheet, cell }: CellRef): readonly string[] {
  const range = cell.includes(':') ? parseRange(cell) : null;
  if (!range) return [keyOf({ sheet, cell })];
  const keys: string[] = [];
  for (let row = range.top; row <= range.bottom && keys.length < MAX_CELLS; row += 1) {
    for (let column = range.left; column <= range.right && keys.length < MAX_CELLS; column += 1) {
      keys.push(keyOf({ sheet, cell: toA1({ row, column }) }));
    }
  }
  return keys;
}

function withConsequences(ordered: readonly Draft[], heads: ReadonlyMap<Draft, Draft>): readonly Finding[] {
  const followers = new Map<Draft, Draft[]>();
  for (const draft of ordered) {
    if (!heads.has(draft)) continue;
    const root = rootOf(draft, heads);
    append(followers, root, draft);
  }
  return ordered
    .filter((draft) => !heads.has(draft))
    .map((draft) => ({
      ...draft.finding,
      consequences: (followers.get(draft) ?? []).map(({ finding }) => ({
        sheet: finding.sheet,
        cell: finding.cell,
        role: `${finding.id} ${finding.message}`,
      })),
    }));
}

/** The table of same facts leads from a milder or more general check to a sharper one and never back. */
function rootOf(draft: Draft, heads: ReadonlyMap<Draft, Draft>): Draft {
  let root = draft;
  for (let head = heads.get(root); head; head = heads.get(root)) root = head;
  return root;
}
