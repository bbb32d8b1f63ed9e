import { toNumber, ZERO } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import type { AmountSum } from './amount-sums';
import { sumCause, typingCause } from './cause';
import type { CheckContext } from './check-context';
import type { Problem } from './define-check';
import type { Fix } from './finding';
import { columnName, labelOf, tableName } from './table-words';

/** What every check of a sum of amounts reports alike; the check adds its message. */
export function sumProblem(context: CheckContext, found: AmountSum): Omit<Problem, 'messageId'> {
  const { total, parts, left, right, shown } = found;
  return {
    at: total.cell.ref,
    left: shown.show(left, [total]),
    right: shown.show(right, parts),
    data: {
      t: tableName(total.table),
      row: labelOf(total.row.label.text),
      column: columnName(total.table, total.column),
    },
    related: parts.map((part) => ({ ...part.cell.ref, role: labelOf(part.row.label.text) })),
    cause: found.verdict === 'different' ? causeOf(found) : null,
    fix: found.verdict === 'different' ? totalFix(context, found) : null,
    balance: {
      family: 'amounts',
      total: total.cell.ref,
      parts: parts.map((part) => part.cell.ref),
      off: left.sub(right),
    },
  };
}

function causeOf({ parts, left, right, shown: { grain, typed } }: AmountSum): string | null {
  // Parts that were rounded to another unit tell nothing by what they leave over.
  if (grain.mixed) return typingCause(typed(left), typed(right), grain.decimals);
  const named = parts.map((part) => ({
    name: labelOf(part.row.label.text),
    value: typed(part.value ?? ZERO),
  }));
  return sumCause(typed(left), named, grain.decimals);
}

/** A typed total can be replaced by the sum; a formula is left to its author. */
export function totalFix(context: CheckContext, { total, right }: AmountSum): Fix | null {
  const cell = context.cellAt(total.cell.ref);
  if (cell?.formula !== undefined) return null;
  return {
    kind: 'suggested',
    patches: [{ ...total.cell.ref, before: contentOf(cell), after: toNumber(right.div(total.scale)) }],
  };
}
