import { sum, ZERO, type Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell } from '../tables/table';
import { keyOf } from './check-context';
import type { Problem } from './define-check';
import { points } from './quantity';
import { labelOf, numberIn, tableName } from './table-words';
import { sameExactly } from './tolerance';

/** What a 扣分 cell takes off: −0.5 and 0.5 alike; `null` where nothing or no number stands. */
function takenOff(cell: NumberCell | null | undefined): Exact | null {
  const value = numberIn(cell ?? null);
  return value?.abs() ?? null;
}

/** Every line whose score and deduction do not make up its points. */
export function deductionGaps({ indicators }: IndicatorTable): readonly Problem<'deducted'>[] {
  return indicators.flatMap(({ name, points: limit, score, deducted }): readonly Problem<'deducted'>[] => {
    const [whole, earned, off] = [numberIn(limit), numberIn(score), takenOff(deducted)];
    if (!limit || !deducted || whole === null || earned === null || off === null) return [];
    const together = earned.add(off);
    if (sameExactly(together, whole)) return [];
    return [
      {
        messageId: 'deducted',
        at: deducted.ref,
        left: points(whole),
        right: points(together),
        data: { row: labelOf(name) },
        related: [
          { ...limit.ref, role: '分值' },
          { ...score.ref, role: '得分' },
        ],
        // Points that a sum of points shows to be wrong are told there.
        holdsWithout: (cell, error) => cell === keyOf(limit.ref) && sameExactly(whole.sub(error), together),
        balance: {
          family: 'scores',
          total: limit.ref,
          parts: [score.ref, deducted.ref],
          off: whole.sub(together),
        },
      },
    ];
  });
}

/**
 * The total of the 扣分 column where it is not the sum of what the lines take off; `null` where it is, and where one of them
 * says something else than a number. A blank takes nothing off.
 */
export function deductionTotalGap(table: IndicatorTable): Problem<'off'> | null {
  const total = table.total?.deducted ?? null;
  const printed = takenOff(total);
  const cells = table.indicators.flatMap(({ deducted }) => deducted ?? []);
  const isOpen = cells.some(({ reading }) => reading.kind === 'text' || reading.kind === 'error');
  if (!total || printed === null || cells.length === 0 || isOpen || table.money.length > 0) return null;
  const right = sum(cells.map((cell) => takenOff(cell) ?? ZERO));
  if (sameExactly(right, printed)) return null;
  return {
    messageId: 'off',
    at: total.ref,
    left: points(printed),
    right: points(right),
    data: { t: tableName(table), row: '总分', column: '（扣分）' },
    related: cells.map((cell) => ({ ...cell.ref, role: '扣分' })),
    balance: {
      family: 'scores',
      total: total.ref,
      parts: cells.map(({ ref }) => ref),
      off: printed.sub(right),
    },
  };
}
