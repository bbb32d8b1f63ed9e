import type { CellContent } from '../../../core/patches/patch';
import type { Position } from '../../../core/snapshot/address';

/** What becomes of a cell: new content, or for a formula that stays, another computed value (`null` for none). */
export type CellEdit = Position &
  (
    | Readonly<{ content: CellContent; computed?: never }>
    | Readonly<{ computed: number | null; content?: never }>
  );
