import { parseRange, toA1, type CellRef } from '../snapshot/address';
import { keyOf, type CheckContext } from './check-context';
import type { Draft } from './define-check';
import type { Finding, Related } from './finding';
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
  const ordered = [...drafts].sort((a, b) => orderOf(a, b, context));
  const heads = new Map<Draft, Draft>();
  for (const draft of ordered) {
    const head = ordered.find((other) => other !== draft && absorbs(other, draft));
    if (head) heads.set(draft, head);
  }
  const wrong = joinBalances(
    ordered.filter((draft) => !heads.has(draft)),
    heads,
  );
  // A score recomputed from a number that is shown to be wrong says nothing about the score.
  for (const draft of ordered.filter(({ finding }) => finding.id === 'SCR-007')) {
    const source = draft.finding.related
      .map((ref) => wrong.get(keyOf(ref)))
      .find((head) => head !== undefined);
    if (source && source !== draft && !heads.has(draft) && rank(source) >= rank(draft))
      heads.set(draft, source);
  }
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
