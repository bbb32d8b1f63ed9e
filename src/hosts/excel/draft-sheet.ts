import { columnLetters } from '../../core';
import type { DraftCell, SheetDraft } from '../ports';
import { toWrite } from './cell-writing';

/** Points of a column that is one character wide, and the space beside it, in Excel's default font. */
const POINTS_A_CHARACTER = 5.25;
const POINTS_BESIDE = 3.75;

type Style = NonNullable<DraftCell['style']>;

const BORDER = { style: 'Continuous', color: '#BFBFBF' } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const FRAMED: Excel.SettableCellProperties['format'] = {
  borders: BORDERS,
  wrapText: true,
  verticalAlignment: 'Top',
};

const STYLES: Readonly<Record<Style, Excel.SettableCellProperties['format']>> = {
  title: { font: { bold: true, size: 16 }, verticalAlignment: 'Center' },
  header: {
    ...FRAMED,
    font: { bold: true },
    fill: { color: '#E7EDF4' },
    horizontalAlignment: 'Center',
    verticalAlignment: 'Center',
  },
  text: FRAMED,
  number: { ...FRAMED, horizontalAlignment: 'Right' },
  error: { ...FRAMED, fill: { color: '#FFC8C8' } },
  verify: { ...FRAMED, fill: { color: '#FFEBC8' } },
  hint: { ...FRAMED, fill: { color: '#DCEBFA' } },
};

/** Queues the writing of a sheet of ours on a worksheet, whatever an earlier one left there. */
export function queueDraft(sheet: Excel.Worksheet, draft: SheetDraft): void {
  sheet.getRange().clear();
  const width = Math.max(1, ...draft.rows.map((row) => row.length));
  const rows = draft.rows.map((row) =>
    Array.from({ length: width }, (_, index): DraftCell => row[index] ?? { value: null }),
  );
  if (rows.length > 0) {
    const range = sheet.getRangeByIndexes(0, 0, rows.length, width);
    range.values = rows.map((row) => row.map(({ value }) => toWrite(value)));
    range.setCellProperties(rows.map((row) => row.map(cellProperties)));
  }
  for (const [index, characters] of draft.columns.entries()) {
    const column = columnLetters(index);
    sheet.getRange(`${column}:${column}`).format.columnWidth =
      characters * POINTS_A_CHARACTER + POINTS_BESIDE;
  }
  sheet.pageLayout.orientation = draft.landscape ? 'Landscape' : 'Portrait';
  sheet.pageLayout.paperSize = 'A4';
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
}

function cellProperties({ style, link }: DraftCell): Excel.SettableCellProperties {
  const format = style === undefined ? undefined : STYLES[style];
  return {
    ...(format === undefined ? {} : { format }),
    ...(link === undefined ? {} : { hyperlink: { documentReference: reference(link.sheet, link.cell) } }),
  };
}

const reference = (sheet: string, cell: string): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** Name for a sheet of ours: the wanted one, or the next free one when a person has a sheet of that name. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  return name;
}
