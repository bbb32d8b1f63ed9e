import type { Exact } from '../scoring/number';
import type { AmountTable } from '../tables/table';
import { addUp, amountSums } from './amount-sums';
import { keyOf } from './check-context';
import type { Problem } from './define-check';
import { rowFormulas, valueOfTerms, type RowFormula } from './row-formulas';
import { shownAmounts, type Shown } from './shown-amounts';
import { labelOf, tableName } from './table-words';
import { compareSum } from './tolerance';

/** A row that is not what its own formula gives; amounts in 元. */
type Worked = Omit<RowFormula, 'below'> & Readonly<{ left: Exact; right: Exact; shown: Shown }>;

/** The rows of a list that their formulas (4=1+2+3) refute. A row that adds up its parts is left to these. */
export function workedRows(table: AmountTable): readonly Worked[] {
  const formulas = rowFormulas(table).filter(({ below }) => below.length === 0);
  if (formulas.length === 0) return [];
  const summed = new Set(amountSums(table).map(({ total }) => keyOf(total.cell.ref)));
  return formulas.flatMap(({ entry, text, above }): readonly Worked[] => {
    const [left, right] = [entry.value, valueOfTerms(above)];
    const places = above.map((term) => term.entry);
    if (!left || !right || summed.has(keyOf(entry.cell.ref)) || !addUp([entry, ...places])) return [];
    const shown = shownAmounts(entry, places);
    const values = above.map((term) => valueOfTerms([term]) ?? right);
    return compareSum(left, values, shown.grain) === 'different'
      ? [{ entry, text, above, left, right, shown }]
      : [];
  });
}

/** What is told of such a row. */
export function workedProblem(
  { entry, left, right, shown }: Omit<Worked, 'above' | 'text'>,
  above: Worked['above'],
  formula: string,
): Omit<Problem, 'messageId'> {
  return {
    at: entry.cell.ref,
    left: shown.show(left, [entry]),
    right: shown.show(
      right,
      above.map((term) => term.entry),
    ),
    data: { t: tableName(entry.table), row: labelOf(entry.row.label.text), formula },
    balance: {
      family: 'amounts',
      total: entry.cell.ref,
      parts: above.flatMap((term) => (term.less ? [] : [term.entry.cell.ref])),
      off: left.sub(right),
    },
    related: above.map((term) => ({ ...term.entry.cell.ref, role: labelOf(term.entry.row.label.text) })),
  };
}
