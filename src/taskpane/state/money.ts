import type { CellRef, Review } from '../../core';
import { moneyUnitOf } from '../../core/facts/money-unit';
import { moneyFactor } from '../../core/snapshot/units';

/** Unit in which amounts are typed and shown: the one that most of the workbook is printed in. */
export function moneyUnit(review: Review): string {
  return moneyUnitOf(review).name;
}

/**
 * What a number in a unit is multiplied by to stand in the workbook's unit of money; 1 for what is no money. A budget in
 * yuan beside a workbook in ten thousands must not count ten thousand times.
 */
export function toWorkbookUnit(review: Review, unit: string | null): number {
  return toUnit(review, unit, null);
}

/** The same for a number that is asked in a unit of money of its own; else the workbook's counts. */
export function toUnit(review: Review, unit: string | null, asked: string | null): number {
  const factor = moneyFactor(unit);
  return factor === null ? 1 : factor / (moneyFactor(asked) ?? moneyUnitOf(review).factor.valueOf());
}

/** The factor for the number of a cell, by the unit that was recognised there. */
export function scaleOf(review: Review, { sheet, cell }: CellRef): number {
  const fact = review.facts.find((one) => one.sheet === sheet && one.cell === cell);
  return fact ? toWorkbookUnit(review, fact.unit) : 1;
}
