import { parseA1, parseRange, toA1 } from '../../core';
import { addressLists } from './marks';
import { localAddress } from './sheet-data';

/** How a cell is filled; `null` is no fill. */
export type Fill = Readonly<{ pattern: Pattern; color: string; patternColor: string }> | null;

type Pattern = Exclude<Excel.CellPropertiesFill['pattern'], Excel.FillPattern | undefined>;

export type CellFill = Readonly<{ cell: string; fill: Fill }>;

export type LoadedFills = Readonly<{
  range: Excel.Range;
  properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}>;

const FILL_PARTS = { format: { fill: { color: true, pattern: true, patternColor: true } } } as const;

/** Queues the load of how each cell of a range is filled. */
export function loadFills(range: Excel.Range): LoadedFills {
  range.load('rowIndex,columnIndex');
  return { range, properties: range.getCellProperties(FILL_PARTS) };
}

/** Queues the load of how cells are filled, in as few ranges as they form. */
export function loadFillsOf(sheet: Excel.Worksheet, cells: readonly string[]): LoadedFills[] {
  const ranges = addressLists(cells).flatMap((list) => list.split(','));
  return ranges.map((address) => loadFills(sheet.getRange(address)));
}

/** The fills of cells that were loaded, in reading order. */
export function readFills({ range, properties }: LoadedFills): CellFill[] {
  return properties.value.flatMap((row, down) =>
    row.map(({ format }, right) => ({
      cell: toA1({ row: range.rowIndex + down, column: range.columnIndex + right }),
      fill: fillOf(format?.fill),
    })),
  );
}

function fillOf(fill: Excel.CellPropertiesFill = {}): Fill {
  const { pattern = 'None', color = '#FFFFFF', patternColor = '#000000' } = fill;
  return pattern === 'None' ? null : { pattern, color, patternColor };
}

/** Queues filling cells. */
export function queueFill(sheet: Excel.Worksheet, cells: readonly string[], fill: Fill): void {
  for (const addresses of addressLists(cells)) {
    const target = sheet.getRanges(addresses).format.fill;
    // Away with what was there: a pattern colour would stay under a plain fill.
    target.clear();
    if (!fill) continue;
    if (fill.pattern !== 'Solid') target.pattern = fill.pattern;
    target.color = fill.color;
    if (fill.pattern !== 'Solid') target.patternColor = fill.patternColor;
  }
}

/** Every cell of an address. */
export function cellsOf(address: string): string[] {
  const range = parseRange(localAddress(address));
  if (!range) return [];
  const cells: string[] = [];
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) cells.push(toA1({ row, column }));
  return cells;
}

/** For sorting cells row by row. */
export function inReadingOrder(a: string, b: string): number {
  const [one, other] = [parseA1(a), parseA1(b)];
  return one && other ? one.row - other.row || one.column - other.column : 0;
}
