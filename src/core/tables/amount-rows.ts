import type { Exact } from '../scoring/number';
import type { Range } from '../snapshot/address';
import type { ReadRow } from './amount-block';
import type { AmountHeader } from './amount-header';
import { unitInText, type Heading } from './headings';
import { placeRows, type UnplacedRow } from './row-structure';
import { labelOf, type SheetView } from './sheet-view';
import type { AmountRow, AmountTableKind, TextCell } from './table';

/** Rows with their place among the others. */
export function placed(
  view: SheetView,
  rows: readonly ReadRow[],
  kind: AmountTableKind,
): readonly AmountRow[] {
  const unplaced = rows.map(({ label, cells, unit, measured }): UnplacedRow => ({
    label,
    unit,
    values: cells.map(
      ({ reading }) =>
        (): Exact | null =>
          reading.kind === 'number' && !reading.percent ? reading.value : null,
    ),
    hasValues: cells.some(({ reading }) => reading.kind !== 'blank') || measured,
  }));
  const places = placeRows(unplaced, kind);
  return rows.map(({ piece, cells, unit, note }, index): AmountRow => {
    const place = places[index] ?? { role: 'item' as const, depth: 0, parent: null };
    return { label: labelOf(view, piece), ...place, unit, note, cells };
  });
}

/** What every table of amounts carries: title, place, unit, year. */
export function tableBase(
  view: SheetView,
  heading: Heading,
  header: AmountHeader | undefined,
  bottom: number,
  right: number,
): { title: TextCell | null; sheet: string; range: Range; unit: string | null; year: number | null } {
  const inHeader = header?.columns.find((column) => column.unit !== null)?.unit;
  const unit = heading.unit ?? inHeader ?? (header ? unitInText(header.label.text) : null);
  return {
    title: heading.title,
    sheet: view.name,
    range: { top: header?.top ?? 0, left: header?.left ?? 0, bottom, right },
    unit,
    year: heading.year ?? header?.year ?? null,
  };
}
