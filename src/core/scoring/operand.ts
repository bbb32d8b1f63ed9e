import type { Answer } from '../answers';
import type { CellRef } from '../snapshot/address';
import type { Exact } from './number';

/** One place a name may stand for, offered when a lookup cannot decide. */
export type OperandCandidate = Readonly<{ label: string; cell?: CellRef; value: Exact }>;

/**
 * What a name of the standard stands for. `value` is in the unit the standard speaks (a rate is a fraction);
 * `unit` is its unit of measure, where one is known;
 * `scale` is what the cell's own number is multiplied by to get there (10000 for 万元 → 元), and `formula` is an
 * Excel expression without `=` for a value that no single cell holds.
 */
export type Operand =
  | Readonly<{
      kind: 'known';
      value: Exact;
      unit?: string;
      label?: string;
      cell?: CellRef;
      scale?: Exact;
      decimals?: number;
      formula?: string;
      derivedFrom?: readonly CellRef[];
    }>
  | Readonly<{ kind: 'ambiguous'; candidates: readonly OperandCandidate[] }>;

/** Everything a standard may ask for. */
export type ScoringInputs = Readonly<{
  lookup: (name: string) => Operand | null;
  answers: readonly Answer[];
  otherwise?: 'met';
  /** Unit in which amounts of money without a unit stand; without it they are in the unit the standard speaks. */
  moneyUnit?: string;
}>;
