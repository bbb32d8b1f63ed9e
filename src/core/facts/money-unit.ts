import { exact, ONE, type Exact } from '../scoring/number';
import type { Operand } from '../scoring/operand';
import { moneyFactor } from '../snapshot/units';
import type { FactBook } from './fact';

/** Anything that tells the printed units of amounts: a fact book, or the facts of a review. */
type PrintedUnits = Readonly<{ facts: readonly Readonly<{ unit: string | null }>[] }>;

/** The unit in which a workbook speaks of money, with its factor to 元. */
export type MoneyUnit = Readonly<{ name: string; factor: Exact }>;

/**
 * The unit that most of the workbook's amounts are printed in; 元 when none is printed. Working and questions use it, so
 * that a typed number stands beside the printed ones in one unit.
 */
export function moneyUnitOf(book: PrintedUnits): MoneyUnit {
  const uses = new Map<string, number>();
  for (const { unit } of book.facts) {
    if (unit !== null && moneyFactor(unit) !== null) uses.set(unit, (uses.get(unit) ?? 0) + 1);
  }
  const [most] = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const name = most?.[0] ?? '元';
  return { name, factor: exact(moneyFactor(name) ?? 1) };
}

/** Brings an amount that was read from a cell into the workbook's unit of money; other quantities stay as they are. */
export function operandIn(unit: MoneyUnit, book: FactBook): (operand: Operand) => Operand {
  const factors = new Map<string, number>();
  for (const { ref, unit: printed } of book.facts) {
    const factor = moneyFactor(printed);
    if (factor !== null) factors.set(`${ref.sheet}!${ref.cell}`, factor);
  }
  const isMoney = (cell: { sheet: string; cell: string } | undefined): boolean =>
    cell !== undefined && factors.has(`${cell.sheet}!${cell.cell}`);
  return (operand) => {
    if (operand.kind === 'ambiguous') {
      const candidates = operand.candidates.map((candidate) =>
        isMoney(candidate.cell) ? { ...candidate, value: candidate.value.div(unit.factor) } : candidate,
      );
      return { ...operand, candidates };
    }
    if (!isMoney(operand.cell)) return operand;
    if (unit.factor.equals(ONE)) return { ...operand, unit: unit.name };
    const { scale, formula } = operand;
    return {
      ...operand,
      unit: unit.name,
      value: operand.value.div(unit.factor),
      ...(scale === undefined ? {} : { scale: scale.div(unit.factor) }),
      ...(formula === undefined ? {} : { formula: `(${formula})/${unit.factor.toString()}` }),
    };
  };
}
