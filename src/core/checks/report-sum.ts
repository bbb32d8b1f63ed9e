import { sum, toNumber, ZERO, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { IndicatorTable } from '../tables/table';
import { contentOf } from '../patches/score-patches';
import type { AmountEntry } from './amount-entries';
import type { AmountSum } from './amount-sums';
import { sumCause, typingCause } from './cause';
import type { CheckContext } from './check-context';
import type { Problem } from './define-check';
import type { Fix } from './finding';
import type { SubtotalGap } from './indicator-subtotals';
import { points } from './quantity';
import { columnName, labelOf, tableName } from './table-words';

const rowOf = ({ row }: AmountEntry): string => labelOf(row.label.text);

/** What every check of a sum of amounts reports alike; the check adds its message. `nameOf` calls the parts. */
export function sumProblem(
  context: CheckContext,
  found: AmountSum,
  nameOf: (part: AmountEntry) => string = rowOf,
): Omit<Problem, 'messageId'> {
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
    related: parts.map((part) => ({ ...part.cell.ref, role: nameOf(part) })),
    cause: found.verdict === 'different' ? causeOf(found, nameOf) : null,
    fix: found.verdict === 'different' ? totalFix(context, found) : null,
    balance: {
      family: 'amounts',
      total: total.cell.ref,
      parts: parts.map((part) => part.cell.ref),
      off: left.sub(right),
    },
  };
}

function causeOf(
  { parts, left, right, shown: { grain, typed } }: AmountSum,
  nameOf: (part: AmountEntry) => string,
): string | null {
  // Parts that were rounded to another unit tell nothing by what they leave over.
  if (grain.mixed) return typingCause(typed(left), typed(right), grain.decimals);
  const named = parts.map((part) => ({
    name: nameOf(part),
    value: typed(part.value ?? ZERO),
  }));
  return sumCause(typed(left), named, grain.decimals);
}

/** The same for a 小计 of a table of indicators. */
export function subtotalProblem(
  context: CheckContext,
  table: IndicatorTable,
  { label, column, cell, printed, parts }: SubtotalGap,
): Omit<Problem, 'messageId'> {
  const right = sum(parts.map(({ value }) => value));
  return {
    at: cell.ref,
    left: points(printed),
    right: points(right),
    data: { t: tableName(table), row: label, column: `（${column}）` },
    related: parts.map((part) => ({ ...part.cell.ref, role: part.name })),
    cause: sumCause(printed, parts, 'score'),
    fix: column === '得分' ? typedFix(context, cell.ref, right) : null,
    balance: {
      family: column === '得分' ? 'scores' : 'points',
      total: cell.ref,
      parts: parts.map((part) => part.cell.ref),
      off: printed.sub(right),
    },
  };
}

/** A typed total can be replaced by the sum; a formula is left to its author. */
export const totalFix = (context: CheckContext, { total, right }: AmountSum): Fix | null =>
  typedFix(context, total.cell.ref, right.div(total.scale));

function typedFix(context: CheckContext, ref: CellRef, after: Exact): Fix | null {
  const cell = context.cellAt(ref);
  if (cell?.formula !== undefined) return null;
  return { kind: 'suggested', patches: [{ ...ref, before: contentOf(cell), after: toNumber(after) }] };
}
