import type { CellContent } from '../../../core/patches/patch';
import type { Position } from '../../../core/snapshot/address';
import type { CellValue } from '../../../core/snapshot/snapshot';

/**
 * What becomes of a cell: new content, or a formula that stays and comes to something else (`content` left out).
 * `computed` is the result of the formula, `null` where it is left to whoever opens the file.
 */
export type CellEdit = Position & Readonly<{ content?: CellContent; computed: CellValue | null }>;
