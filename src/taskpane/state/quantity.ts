import { cellReader, type CellRef, type Review, type Snapshot, type UsedOperand } from '../../core';
import { moneyFactor } from '../../core/snapshot/units';
import { canonicalName, isRateName } from '../../core/standards/names';
import { moneyUnit } from './money';

/** How a number is to be shown: as the cell it belongs to shows it. */
export type Form = Readonly<{ kind: 'percent' } | { kind: 'number'; unit: string }>;

const PLAIN: Form = { kind: 'number', unit: '' };
const PERCENT: Form = { kind: 'percent' };

/** What a form is found out from. */
type Known = Readonly<{ snapshot: Snapshot; review: Review }>;

/** The form of the numbers that are said about a cell: percent, an amount in the unit printed there, or plain. */
export function formOfCell(ref: CellRef, { snapshot, review }: Known): Form {
  if (showsPercent(ref, snapshot)) return PERCENT;
  const isHere = (one: CellRef): boolean => one.sheet === ref.sheet && one.cell === ref.cell;
  const unit = review.facts.find(isHere)?.unit ?? null;
  return moneyFactor(unit) === null ? PLAIN : { kind: 'number', unit: unit ?? '' };
}

/**
 * The form of a number that went into a score. What was computed on the way or supplied has no cell: there the name says
 * whether it is a rate. Amounts are in the workbook's unit of money, whatever their own cell is printed in.
 */
export function formOfOperand({ name, unit, ref }: UsedOperand, known: Known): Form {
  const isRate = isRateName(canonicalName(name));
  if (!ref) return isRate ? PERCENT : { kind: 'number', unit: unit ?? '' };
  const form = formOfCell(ref, known);
  if (form.kind === 'percent' || (isRate && form.unit === '')) return PERCENT;
  return moneyFactor(form.unit) === null
    ? { kind: 'number', unit: unit ?? '' }
    : { kind: 'number', unit: moneyUnit(known.review) };
}

function showsPercent(ref: CellRef, snapshot: Snapshot): boolean {
  const cell = cellReader(snapshot)(ref);
  if (typeof cell?.value === 'string') return /[%％]\s*$/.test(cell.value);
  return cell?.format?.includes('%') ?? false;
}
