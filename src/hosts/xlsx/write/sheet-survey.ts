import { append } from '../../../core/lists';
import { contains, parseRange, toA1, type Position, type Range } from '../../../core/snapshot/address';
import { FileFault } from '../file-fault';
import type { CellSpot, FormulaSpot } from '../read/cell-scanner';
import { scanSheet, type RowSpot } from '../read/sheet-scanner';

/** A cell of a sheet part that may have to be changed. */
export type KnownCell = Readonly<{
  row: number;
  column: number;
  start: number;
  end: number;
  style: number;
  formula: FormulaSpot | null;
}>;

export type KnownRow = Readonly<RowSpot & { cells: readonly KnownCell[] }>;

/** What must be known of a sheet part to change single cells in it. */
export type SheetSurvey = Readonly<{
  prefix: string;
  /** Rows in which cells are to be changed, with all their cells. */
  rows: ReadonlyMap<number, KnownRow>;
  /** Offset before the first row behind a given one, or of the end of the data. */
  rowAfter: (row: number) => number;
  /** Cells of shared formulas by their number, first cell first. */
  shared: ReadonlyMap<string, readonly KnownCell[]>;
  /** Areas of array formulas and data tables. */
  arrays: readonly Range[];
  styleAt: (position: Position) => number;
  parts: readonly SheetPart[];
}>;

/** A direct child of the sheet: its name without prefix (empty for a foreign one) and its offsets. */
export type SheetPart = Readonly<{ name: string; start: number; tagEnd: number; end: number }>;

/** Reads a sheet part through and keeps what is needed to change cells in the given rows. */
export function surveySheet(xml: string, path: string, wanted: ReadonlySet<number>): SheetSurvey {
  const rows = new Map<number, KnownRow>();
  const order: { row: number; start: number }[] = [];
  const shared = new Map<string, KnownCell[]>();
  const arrays: Range[] = [];
  const parts: SheetPart[] = [];
  const columnStyles: { first: number; last: number; style: number }[] = [];
  let cells: KnownCell[] = [];
  const prefix = scanSheet(xml, path, {
    cell: (spot) => {
      const cell = keep(spot);
      if (wanted.has(spot.row)) cells.push(cell);
      if (!spot.formula) return;
      const { type, shared: number, area } = spot.formula;
      if (type === 'shared' && number !== undefined) append(shared, number, cell);
      else if (type !== 'normal') arrays.push(parseRange(area ?? toA1(spot)) ?? pointOf(spot));
    },
    row: (spot) => {
      order.push({ row: spot.row, start: spot.start });
      if (wanted.has(spot.row)) rows.set(spot.row, { ...spot, cells });
      cells = [];
    },
    columns: (first, last, _hidden, style) => {
      if (style > 0) columnStyles.push({ first, last, style });
    },
    part: (name, start, tagEnd, end) => parts.push({ name, start, tagEnd, end }),
  });
  const data = parts.find(({ name }) => name === 'sheetData');
  if (!data) throw new FileFault('damaged', `“${path}”没有数据区`);
  const dataEnd = xml.lastIndexOf('<', data.end - 1);
  return {
    prefix,
    rows,
    rowAfter: (row) => order.find((known) => known.row > row)?.start ?? dataEnd,
    shared,
    arrays,
    styleAt: ({ row, column }) => {
      const own = rows.get(row)?.style ?? -1;
      if (own >= 0) return own;
      return columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
    },
    parts,
  };
}

function keep({ row, column, start, end, style, formula }: CellSpot): KnownCell {
  return { row, column, start, end, style, formula };
}

function pointOf({ row, column }: Position): Range {
  return { top: row, left: column, bottom: row, right: column };
}

/** Whether a cell belongs to an array formula or data table of several cells, which only change together. */
export function isInArray({ arrays }: Pick<SheetSurvey, 'arrays'>, position: Position): boolean {
  return arrays.some(
    (area) => contains(area, position) && (area.top !== area.bottom || area.left !== area.right),
  );
}
