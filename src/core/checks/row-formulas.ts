import { squeeze } from '../snapshot/width';
import type { AmountTable } from '../tables/table';
import { sum, ZERO, type Exact } from '../scoring/number';
import { perReview } from '../remember';
import { entriesIn, type AmountEntry } from './amount-entries';

/** A row that a formula adds, or takes off. */
export type FormulaTerm = Readonly<{ entry: AmountEntry; less: boolean }>;

/** What a list says a row is worked out from, by the numbers of other rows: 4=1+2+3, 6=5/4×100%. */
export type RowFormula = Readonly<{
  entry: AmountEntry;
  text: string;
  above: readonly FormulaTerm[];
  /** Empty for a sum. */
  below: readonly FormulaTerm[];
}>;

/** Nothing but row numbers and signs: 1+2-3, (5-4)/4×100%. */
const SIDE = /^[(]?\d{1,3}(?:[+-]\d{1,3})*[)]?$/;

/** The formulas of a list whose rows are numbered, in the column of remarks; only where every number is that of one row. */
export const rowFormulas = perReview((table: AmountTable): readonly RowFormula[] => {
  const [column, another] = table.columns;
  if (table.kind !== 'data-list' || !column || another) return [];
  const numbered = new Map<number, AmountEntry | null>();
  for (const entry of entriesIn(table)) {
    const number = entry.row.number ?? null;
    if (number !== null) numbered.set(number, numbered.has(number) ? null : entry);
  }
  return numbered.size === 0 ? [] : [...numbered.values()].flatMap((entry) => formulaOf(entry, numbered));
});

function formulaOf(
  entry: AmountEntry | null,
  numbered: ReadonlyMap<number, AmountEntry | null>,
): readonly RowFormula[] {
  if (!entry?.row.note) return [];
  const text = squeeze(entry.row.note.text)
    .replace(/^\d{0,3}=/, '')
    .replace(/[×xX*]100%?$/, '');
  const [above, below, more] = text.split(/[/÷]/).map((side) => termsOf(side, numbered));
  if (!above || below === null || more !== undefined) return [];
  if (below === undefined && above.length < 2) return [];
  if ([...above, ...(below ?? [])].some((term) => term.entry === entry)) return [];
  return [{ entry, text: entry.row.note.text, above, below: below ?? [] }];
}

/** The rows that one side of a formula names; `null` where it is anything else. */
function termsOf(
  side: string,
  numbered: ReadonlyMap<number, AmountEntry | null>,
): readonly FormulaTerm[] | null {
  if (!SIDE.test(side)) return null;
  const terms = [...side.matchAll(/([+-]?)(\d+)/g)].map(([, sign, digits]) => ({
    entry: numbered.get(Number(digits)) ?? null,
    less: sign === '-',
  }));
  return terms.every((term): term is FormulaTerm => term.entry !== null) ? terms : null;
}

/** What the rows of one side come to, in 元 for money; `null` where one of them holds no number. */
export function valueOfTerms(terms: readonly FormulaTerm[]): Exact | null {
  if (terms.some(({ entry }) => entry.value === null)) return null;
  return sum(terms.map(({ entry: { value }, less }) => (less ? (value ?? ZERO).neg() : (value ?? ZERO))));
}
