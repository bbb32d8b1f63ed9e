import type { Exact } from '../scoring/number';
import type { Range } from '../snapshot/address';
import { moneyFactor } from '../snapshot/units';
import type { ReadRow } from './amount-block';
import type { AmountHeader } from './amount-header';
import { namesMoney } from './amount-words';
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
  const units = rows.map(({ unit }) => unit);
  return rows.map(({ piece, cells, note, number = null }, index): AmountRow => {
    const place = places[index] ?? { role: 'item' as const, depth: 0, parent: null };
    const above = place.parent === null ? null : (units[place.parent] ?? null);
    // The lines below 车辆数合计（辆） count vehicles, too, unless they name money; 其中 is counted as its whole is.
    const counted = above !== null && moneyFactor(above) === null && !namesMoney(piece.text);
    if (counted || place.role === 'of-which') units[index] ??= above;
    return { label: labelOf(view, piece), ...place, unit: units[index] ?? null, note, number, cells };
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
