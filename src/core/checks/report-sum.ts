import { toNumber } from '../scoring/number';
import { contentOf } from '../patches/score-patches';
import type { AmountSum } from './amount-sums';
import { sumCause } from './cause';
import type { CheckContext } from './check-context';
import type { Problem } from './define-check';
import type { Fix } from './finding';
import { amount } from './quantity';
import { columnName, labelOf, tableName } from './table-words';

/** What every check of a sum of amounts reports alike; the check adds its message. */
export function sumProblem(context: CheckContext, found: AmountSum): Omit<Problem, 'messageId'> {
  const { total, parts, left, right, decimals } = found;
  const named = parts.map((part) => ({
    name: labelOf(part.row.label.text),
    value: (part.value ?? left).div(total.scale),
  }));
  return {
    at: total.cell.ref,
    left: amount(left, decimals),
    right: amount(right, decimals),
    data: {
      t: tableName(total.table),
      row: labelOf(total.row.label.text),
      column: columnName(total.table, total.column),
    },
    related: parts.map((part) => ({ ...part.cell.ref, role: labelOf(part.row.label.text) })),
    cause: found.verdict === 'different' ? sumCause(left, named, decimals) : null,
    fix: found.verdict === 'different' ? totalFix(context, found) : null,
    balance: {
      family: 'amounts',
      total: total.cell.ref,
      parts: parts.map((part) => part.cell.ref),
      off: left.sub(right).mul(total.scale),
    },
  };
}

/** A typed total can be replaced by the sum; a formula is left to its author. */
export function totalFix(context: CheckContext, { total, right }: AmountSum): Fix | null {
  const cell = context.cellAt(total.cell.ref);
  if (cell?.formula !== undefined) return null;
  return {
    kind: 'suggested',
    patches: [{ ...total.cell.ref, before: contentOf(cell), after: toNumber(right) }],
  };
}
