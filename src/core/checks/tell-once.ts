import { parseRange, toA1, type CellRef } from '../snapshot/address';
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

function inReadingOrder(drafts: readonly Draft[], context: CheckContext): readonly Draft[] {
  const keyed = drafts.map((draft) => {
    const { sheet, cell, id, message } = draft.finding;
    const range = parseRange(cell);
    const numbers = [context.sheetOrder(sheet), range?.top ?? 0, range?.left ?? 0];
    return {
      draft,
      key: [...numbers.map((number) => String(number).padStart(8, '0')), id, message].join(' '),
    };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ draft }) => draft);
}

/** For each draft that the table of same facts absorbs, the draft that tells it. */
function sameFacts(ordered: readonly Draft[]): Map<Draft, Draft> {
  const byId = new Map<string, Draft[]>();
  for (const draft of ordered) {
    const list = byId.get(draft.finding.id);
    if (list) list.push(draft);
    else byId.set(draft.finding.id, [draft]);
  }
  const marks = new Map<Draft, Marks>();
  const marksOf = (draft: Draft): Marks => {
    const known = marks.get(draft) ?? { place: placeOf(draft), touched: touchedBy(draft) };
    marks.set(draft, known);
    return known;
  };
  const heads = new Map<Draft, Draft>();
  for (const rule of SAME_FACT) {
    for (const drop of rule.drop.flatMap((id) => byId.get(id) ?? [])) {
      const keep = (byId.get(rule.keep) ?? []).find(
        (other) => rank(other) >= rank(drop) && meets(rule, other, drop, marksOf),
      );
      if (keep && !heads.has(drop)) heads.set(drop, keep);
    }
  }
  return heads;
}

type Marks = Readonly<{ place: ReadonlySet<string>; touched: ReadonlySet<string> }>;

function meets({ where }: SameFact, keep: Draft, drop: Draft, marksOf: (draft: Draft) => Marks): boolean {
  const [a, b] = [marksOf(keep), marksOf(drop)];
  switch (where) {
    case 'cell':
      return overlap(a.place, b.place);
    case 'touch':
      return overlap(a.place, b.touched) || overlap(b.place, a.touched);
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

function withConsequences(ordered: readonly Draft[], heads: ReadonlyMap<Draft, Draft>): readonly Finding[] {
  const followers = new Map<Draft, Draft[]>();
  for (const draft of ordered) {
    if (!heads.has(draft)) continue;
    const root = rootOf(draft, heads);
    const list = followers.get(root);
    if (list) list.push(draft);
    else followers.set(root, [draft]);
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
