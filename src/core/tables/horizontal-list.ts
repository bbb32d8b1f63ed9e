import { rowLabel } from './row-labels';
import { isRateLabel, mostlyQuantities, unitBehind, type ReadRow } from './amount-block';
import { placed } from './amount-rows';
import { headingOf } from './headings';
import { numberAt, rawText, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountTable } from './table';

/** Fewer headers are the fields of a form. */
const FEWEST = 3;
const LONGEST_LABEL = 30;

/**
 * Reads a list that lies on its side: a line of quantities' names with one line of their values right under them and no
 * labels at the left. `null` for anything else, as where a second line of numbers shows that they are columns of a table.
 */
export function horizontalListAt(view: SheetView, start: number, above: readonly Line[]): AmountTable | null {
  const [names, values, next] = view.lines.slice(start, start + 3);
  if (!names?.words || !values || names.pieces.length < FEWEST || !isUnder(values, names)) return null;
  if (next && isUnder(next, names)) return null;
  const rows = names.pieces.map((piece) => readRow(view, piece, values));
  if (!mostlyQuantities(rows)) return null;
  const heading = headingOf(view, above);
  const last = names.pieces[names.pieces.length - 1];
  return {
    kind: 'data-list',
    title: heading.title,
    sheet: view.name,
    range: {
      top: names.row,
      left: names.pieces[0]?.column ?? 0,
      bottom: values.row,
      right: last?.right ?? 0,
    },
    unit: heading.unit,
    year: heading.year,
    columns: [
      {
        header: { text: '', ref: view.ref(values.row, names.pieces[0]?.column ?? 0) },
        under: [],
        meaning: 'value',
        year: null,
        unit: null,
      },
    ],
    rows: placed(view, rows, 'data-list'),
  };
}

/** Whether a line holds numbers right under the names of the line above, most of them filled, and nothing else. */
const isUnder = ({ pieces }: Line, { pieces: names }: Line): boolean =>
  pieces.length * 2 > names.length &&
  names.every(({ text }) => text.length <= LONGEST_LABEL) &&
  pieces.every(({ kind, column }) => kind !== 'text' && names.some((name) => name.column === column));

function readRow(view: SheetView, piece: Piece, values: Line): ReadRow {
  const unit = unitBehind(piece.text);
  const rate = unit === '%' ? 'figures' : isRateLabel(piece.text);
  return {
    piece,
    label: rowLabel(rawText(piece)),
    cells: [numberAt(view, values.row, piece.column, { rate })],
    unit,
    measured: unit !== null,
    note: null,
  };
}
