import type { FactBook } from '../facts/fact';
import { FIELD_DEFINITIONS, type FieldDefinition } from '../standards/field-definitions';
import { canonicalName } from '../standards/names';
import type { NumberCell } from '../tables/table';
import { amountEntries, plainLabel, sameColumn } from './amount-entries';
import { keyOf, type CheckContext } from './check-context';
import { namedTerm, type Term } from './formula-terms';
import { rateCases } from './rates';
import { labelOf } from './table-words';

/** A printed rate whose fraction no text of the workbook gives, beside the numerator that the field's framework names. */
export type FieldRate = Readonly<{
  name: string;
  printed: NumberCell;
  numerator: Term;
  /** `null` where the workbook does not surely say it: offices divide by different sums. */
  denominator: Term | null;
  definition: FieldDefinition;
}>;

const OWNER = /^(?:\d{4}年度?|本?年度?|全年|年末|部门|单位|整体|财政拨款|资金)+/;

/** Rates in lists and among the actual values of indicators that only the framework defines (财预〔2013〕53号). */
export function fieldRates(context: CheckContext): readonly FieldRate[] {
  const defined = new Set(rateCases(context).map(({ printed }) => keyOf(printed.ref)));
  const listed = amountEntries(context)
    .filter(({ table }) => table.kind === 'data-list')
    .map((entry) => ({ label: entry.label, name: labelOf(entry.row.label.text), cell: entry.cell, entry }));
  const filled = context.indicatorTables.flatMap(({ indicators }) =>
    indicators.flatMap(({ name, actual, definition }) =>
      // A definition that is printed but not understood may divide something else.
      actual && (definition?.text ?? '') === ''
        ? [{ label: plainLabel(name), name: labelOf(name), cell: actual, entry: null }]
        : [],
    ),
  );
  return [...listed, ...filled].flatMap(({ label, name, cell, entry }): readonly FieldRate[] => {
    const definition = defined.has(keyOf(cell.ref)) ? null : definitionOf(label);
    const numerator = definition && firstFound(definition.left, context.facts);
    if (!definition || !numerator || numerator.refs.some((ref) => keyOf(ref) === keyOf(cell.ref))) return [];
    if (entry && !sameColumn(entry, numerator.refs)) return [];
    const denominator = firstFound(definition.right, context.facts);
    return [{ name, printed: cell, numerator, denominator, definition }];
  });
}

function definitionOf(label: string): FieldDefinition | null {
  const name = canonicalName(label);
  const bare = name.replace(OWNER, '');
  const found = FIELD_DEFINITIONS.find(({ names }) => names.includes(name) || names.includes(bare));
  return found?.kind === 'quotient' && !found.doubtful ? found : null;
}

function firstFound(names: readonly string[], facts: FactBook): Term | null {
  for (const name of names) {
    const term = namedTerm(name, facts);
    if (term) return term;
  }
  return null;
}
