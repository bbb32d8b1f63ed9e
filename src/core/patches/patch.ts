import type { CellRef } from '../snapshot/address';

/** Content of a cell as a patch names it: a value, or a live formula with its leading `=`; `null` is an empty cell. */
export type CellContent = string | number | boolean | null | Readonly<{ formula: string }>;

/**
 * A proposed change of one cell. `before` is what the cell held when the workbook was read: a host refuses the patch
 * when the cell has changed since. A string is always text, also one that begins with `=`.
 */
export type CellPatch = CellRef & Readonly<{ before: CellContent; after: CellContent }>;

/** Whether a content is a live formula. */
export function isFormula(content: CellContent): content is Readonly<{ formula: string }> {
  return typeof content === 'object' && content !== null;
}

/** Whether two contents are the same. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  return isFormula(a) && isFormula(b) ? a.formula === b.formula : a === b;
}

/** The patch that takes another one back. */
export function inverse(patch: CellPatch): CellPatch {
  return { sheet: patch.sheet, cell: patch.cell, before: patch.after, after: patch.before };
}
