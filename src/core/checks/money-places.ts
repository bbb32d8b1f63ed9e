import { exact, type Exact } from '../scoring/number';
import { moneyFactor } from '../snapshot/units';
import type { IndicatorTable, NumberCell } from '../tables/table';
import type { PrintedPlace } from './shown-amounts';

/** An amount of a project form's money in 元, with its place. */
export type MoneyPlace = PrintedPlace & Readonly<{ value: Exact }>;

/** The amount in a cell of a form's money; its own unit goes before the form's. `null` where it holds no number. */
export function moneyPlace(table: IndicatorTable, cell: NumberCell | null | undefined): MoneyPlace | null {
  if (cell?.reading.kind !== 'number') return null;
  const unit = cell.reading.unit ?? table.unit;
  const scale = exact(moneyFactor(unit) ?? 1);
  return { cell, scale, unit, value: cell.reading.value.mul(scale) };
}
