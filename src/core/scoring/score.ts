import type { CellRef } from '../snapshot/address';

export type ScoreStatus = 'scored' | 'range' | 'needs-input' | 'manual';

export type NeedKind = 'quantity' | 'count' | 'tick' | 'choice' | 'condition';

/** Something that must be supplied before a score can be given, in the words of the standard. */
export type Need = Readonly<{
  name: string;
  kind: NeedKind;
  /** The words of the standard that ask for it; an answer's `about` may quote any part of them. */
  about: string;
  /** How to fill it in, where the words do not say it themselves. */
  hint?: string;
  /** Several counts may be given, one a category. */
  several?: true;
  /** The bands to choose from (`choice`). */
  options?: readonly string[];
  /** Unit in which a quantity is asked (万元, 日), where the standard measures it in one. */
  unit?: string;
  /** Section of the standard the words stand in, where they stand more than once. */
  under?: string;
  /** Facts that fit equally well, when that is why it is asked (`quantity`). */
  candidates?: readonly (CellRef & Readonly<{ label: string; value: number }>)[];
}>;

/** The words that ask, with how to fill it in. */
export function askedFor({ about, hint }: Need): string {
  return hint === undefined ? about : `${about}（${hint}）`;
}

/** Another defensible reading of the same standard and the score it gives. */
export type Alternative = Readonly<{ reading: string; score: number }>;

/** A quantity that went into a score, with the cell it was read from. */
export type UsedOperand = Readonly<{
  name: string;
  value: number;
  unit: string | null;
  ref: CellRef | null;
  /** Cells of what was computed from others (支出进度), numerator first; absent for what stands in a cell of its own. */
  from?: readonly CellRef[];
}>;

/** A part of a standard as it was understood; offsets point into the original text. */
export type ClauseView = Readonly<{ kind: string; text: string; from: number; to: number }>;

/** The score of one indicator: the contract's element of `scores`. */
export type Score = Readonly<{
  indicator: string;
  /** Name of the project whose table the indicator stands in, `null` in a department table. */
  project: string | null;
  sheet: string;
  cell: string;
  points: number | null;
  reported: number | null;
  status: ScoreStatus;
  score: number | null;
  range: readonly [number, number] | null;
  needs: readonly Need[];
  alternatives: readonly Alternative[];
  trace: readonly string[];
  formula: string | null;
  operands: readonly UsedOperand[];
  /** Text of the standard, `null` where the table prints none. */
  standard: string | null;
  clauses: readonly ClauseView[];
  unparsed: readonly string[];
}>;
