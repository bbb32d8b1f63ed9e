import { parseRange, type Range } from '../snapshot/address';

/** Functions that only add up what they are given. */
const ADDING = /\b(?:SUM|SUBTOTAL|ROUND|IFERROR|N|VALUE|AGGREGATE)\b/gi;

/** One range or cell of the same sheet; a reference to another sheet has a `!` before it. */
const REFERENCE = /(?<![!\w.])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(!.])/gi;

/**
 * The cells that a formula adds up on its own sheet; `null` when it does anything else (other sheets, products,
 * conditions), because then nothing can be said about what it leaves out.
 */
export function addedCells(formula: string): readonly Range[] | null {
  const references = formula.match(REFERENCE) ?? [];
  const rest = formula.replace(REFERENCE, '').replace(ADDING, '');
  if (references.length === 0 || !/^[\s+,();\d=.]*$/.test(rest)) return null;
  const ranges = references.map((reference) => parseRange(reference.replace(/\$/g, '')));
  return ranges.every((range) => range !== null) ? ranges : null;
}
