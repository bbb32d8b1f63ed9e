import type { Answer } from '../../../../src/core';

/** What is known in a case: quantities, answers, and whether the rest counts as in order. */
export type Given = Readonly<{
  q?: Readonly<Record<string, number>>;
  a?: readonly Answer[];
  otherwise?: 'met';
  perPoint?: 'whole' | 'linear';
}>;

/** A score, a range, or why there is none. */
export type Expected = number | readonly [number, number] | 'needs-input' | 'manual';

/** One way of wording a standard, why it is read as it is, and cases: given, expected, other readings. */
export type Phrasing = Readonly<{
  kind: string;
  reason: string;
  indicator: string;
  points: number;
  text: string;
  formula?: string;
  cases: readonly (readonly [Given, Expected, (readonly number[])?])[];
}>;
