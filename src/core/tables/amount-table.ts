import type { Range } from '../snapshot/address';
import type { Exact } from '../scoring/number';
import { BLANK } from '../snapshot/read-number';
import {
  columnsOfView,
  rawText,
  labelOf,
  numberAt,
  proseOf,
  type Line,
  type Piece,
  type SheetView,
} from './sheet-view';
import {
  amountHeaderAt,
  bandHeaderAt,
  isHeaderLike,
  isIndicatorLine,
  namesRows,
  rowHeaderKey,
  tellsAmounts,
  type AmountHeader,
} from './amount-header';
import { amountKind } from './amount-kinds';
import { amountMeaning, sideColumn } from './amount-words';
import { headingOf, isFrameLine, isTitleLine, unitLine, type Heading } from './headings';
import { indicatorHeaderAt } from './indicator-header';
import { isClosingText } from './indicator-words';
import { rowLabel } from './row-labels';
import { placeRows, type UnplacedRow } from './row-structure';
import { moneyBlockAt } from './money-block';
import type { AmountColumn, AmountRow, AmountTable, AmountTableKind, NumberCell, TextCell } from './table';

/** A row as it was read, before its place among the others is known. */
type ReadRow = Readonly<{
  piece: Piece;
  cells: readonly NumberCell[];
  unit: string | null;
  note: TextCell | null;
}>;

/** A header with its rows. A band prints values right under its headers and no labels of its own. */
type Block = Readonly<{
  header: AmountHeader;
  rows: readonly ReadRow[];
  band: boolean;
  next: number;
  bottom: number;
}>;

const RATE_LABEL = /(?:率|占比|比重|比例|满意度)$/;

/** Tables of amounts found at one place, with the first line behind them. */
export type FoundAmounts = Readonly<{ tables: readonly ReadAmounts[]; next: number }>;

type ReadAmounts = Readonly<{ table: AmountTable; signature: string }>;

/**
 * Reads the tables of amounts whose header begins at a line; `null` when none does. Two tables stand side by side under one
 * header when it names rows a second time (收入 beside 支出).
 */
export function amountTablesAt(view: SheetView, start: number, above: readonly Line[]): FoundAmounts | null {
  const starts = halvesOf(view.lines[start]);
  if (starts.length < 2) {
    const found = amountTableAt(view, start, above);
    return found && { tables: [found], next: found.next };
  }
  const tables = starts.flatMap((from, index) => {
    const half = columnsOfView(view, start, from, (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1);
    return amountTableAt(half, 0, above) ?? [];
  });
  const bottom = Math.max(...tables.map(({ table }) => table.range.bottom));
  if (tables.length === 0) return null;
  let next = start + 1;
  while ((view.lines[next]?.row ?? Number.POSITIVE_INFINITY) <= bottom) next += 1;
  return { tables, next };
}

/** First columns of the tables that one header line holds: where it names rows again behind columns of amounts. */
function halvesOf(line: Line | undefined): readonly number[] {
  if (!line || !isHeaderLike(line)) return [];
  const starts: number[] = [];
  let amounts = 0;
  for (const piece of line.pieces) {
    const names = namesRows(piece) && sideColumn(piece.text) === null;
    if (names && (starts.length === 0 || amounts > 0)) {
      starts.push(piece.column);
      amounts = 0;
    } else if (amountMeaning(piece.text, null) !== null) {
      amounts += 1;
    }
  }
  return amounts > 0 ? starts : starts.slice(0, -1);
}

function amountTableAt(
  view: SheetView,
  start: number,
  above: readonly Line[],
): { table: AmountTable; signature: string; next: number } | null {
  const line = view.lines[start];
  if (!line || line.pieces.length < 2 || !isHeaderLike(line) || isIndicatorLine(line)) return null;
  const heading = headingOf(view, above);
  const first = blockAt(view, start, heading.year);
  if (!first) return null;
  const blocks = [first];
  for (let last = first; ;) {
    const following = blockAt(view, last.next, heading.year);
    if (!following || !(following.band || blocks.some(({ band }) => band))) break;
    blocks.push(following);
    last = following;
  }
  const table = blocks.some(({ band }) => band)
    ? bandedList(view, blocks, heading)
    : plainTable(view, first, heading);
  return { table, signature: first.header.signature, next: blocks.at(-1)?.next ?? first.next };
}

function blockAt(view: SheetView, start: number, year: number | null): Block | null {
  if (moneyBlockAt(view, start)) return null;
  return bandAt(view, start, year) ?? tableBlockAt(view, start, year);
}

function bandAt(view: SheetView, start: number, year: number | null): Block | null {
  const header = bandHeaderAt(view, start, year);
  const values = header && view.lines[header.next];
  if (!values || !isBandValues(values, header)) return null;
  const cells = header.columns.map((column) =>
    cellIn(view, values.row, column, column.meaning === 'rate' || isRateLabel(column.header.text), null),
  );
  return {
    header,
    rows: [{ piece: header.label, cells, unit: null, note: null }],
    band: true,
    next: header.next + 1,
    bottom: values.row,
  };
}

function tableBlockAt(view: SheetView, start: number, year: number | null): Block | null {
  const header = amountHeaderAt(view, start, year);
  if (!header || !tellsAmounts(header)) return null;
  const { rows, next, bottom } = rowsUnder(view, header);
  const filled = rows.some(({ cells }) =>
    cells.some(({ reading }) => reading.kind === 'number' || reading.kind === 'not-applicable'),
  );
  const kind = rows.length > 0 ? kindOf(header, rows, '') : 'data-list';
  return filled || (kind !== 'data-list' && rows.length >= 2)
    ? { header, rows, band: false, next, bottom }
    : null;
}

const isRateLabel = (text: string): boolean => RATE_LABEL.test(rowLabel(text).name);

/** Whether a line holds the values of the headers above it: numbers and no label but the header's own. */
function isBandValues(line: Line, header: AmountHeader): boolean {
  const own = line.pieces.filter((piece) => piece.text !== header.label.text);
  const values = own.filter((piece) => piece.kind !== 'text');
  const inColumns = own.every((piece) =>
    header.columns.some(({ at, to }) => piece.column >= at && piece.column <= to),
  );
  return (
    values.length > 0 && inColumns && values.length === own.length && header.columns.length >= values.length
  );
}

function rowsUnder(
  view: SheetView,
  header: AmountHeader,
): { rows: readonly ReadRow[]; next: number; bottom: number } {
  const rows: ReadRow[] = [];
  let next = header.next;
  let bottom = header.bottom;
  let kept = 0;
  let keptNext = next;
  for (; next < view.lines.length; next += 1) {
    const line = view.lines[next];
    if (!line || startsOther(view, next, line, header)) break;
    const row = rowOf(view, line, header);
    if (row === 'end') break;
    if (row === null) continue;
    rows.push(row);
    // A heading at the very end is the title of what follows.
    if (belongs(row, line)) {
      kept = rows.length;
      keptNext = next + 1;
      bottom = line.row;
    }
  }
  return { rows: rows.slice(0, kept), next: keptNext, bottom };
}

const belongs = (row: ReadRow, line: Line): boolean =>
  row.piece.right === row.piece.column ||
  row.cells.some(({ reading }) => reading.kind !== 'blank') ||
  line.pieces.length > 1;

/** Whether a line opens something else: another header, the next title, a unit line. */
function startsOther(view: SheetView, at: number, line: Line, header: AmountHeader): boolean {
  if (line.pieces.some(({ kind }) => kind === 'number')) return false;
  if (isFrameLine(line) || line.pieces.some(({ text }) => unitLine(text) !== null && text.length < 12))
    return true;
  if (line.pieces.length === 1) return isTitleLine(line) && isNextTitle(line.pieces[0]?.text ?? '');
  if (!isHeaderLike(line)) return false;
  if (indicatorHeaderAt(view, at) ?? moneyBlockAt(view, at)) return true;
  const other = amountHeaderAt(view, at, header.year);
  return (
    (other !== null && tellsAmounts(other) && isOwnHeader(line, header)) ||
    bandAt(view, at, header.year) !== null
  );
}

/** A header names amounts in the columns where this table has them; a row of texts does not. */
const isOwnHeader = (line: Line, header: AmountHeader): boolean =>
  line.pieces.filter((piece) => piece.column > header.label.right).length >=
  Math.min(2, header.columns.length);

const isNextTitle = (text: string): boolean =>
  /^(?:附?表|附件)[\d一二三四五六七八九十]/.test(text) || /(?:表|报告)(?:[((].*[))])?$/.test(text);

function rowOf(view: SheetView, line: Line, header: AmountHeader): ReadRow | 'end' | null {
  const label = labelPiece(view, line, header);
  const hasAmounts = header.columns.some(({ at, to }) =>
    line.pieces.some((piece) => piece.column >= at && piece.column <= to && piece.kind !== 'text'),
  );
  if (!label) return null;
  if (!hasAmounts && (isClosingText(label.text) || label.text.length > 60)) return 'end';
  const unitPiece = header.unitColumn === null ? undefined : view.at(line.row, header.unitColumn);
  const unit =
    unitPiece && unitPiece.kind === 'text' && unitPiece.text !== label.text ? unitPiece.text : null;
  const notePiece = header.noteColumn === null ? undefined : view.at(line.row, header.noteColumn);
  const rate = unit === '%' || isRateLabel(rawText(label));
  return {
    piece: label,
    cells: header.columns.map((column) =>
      cellIn(view, line.row, column, rate || column.meaning === 'rate', label),
    ),
    unit,
    note: notePiece && notePiece.text !== label.text ? proseOf(view, notePiece) : null,
  };
}

/** The label of a row: the innermost filled label column. */
function labelPiece(view: SheetView, line: Line, header: AmountHeader): Piece | undefined {
  const firstAmount = Math.min(...header.columns.map(({ at }) => at));
  const columns = new Set(header.labelColumns);
  const named = line.pieces.filter(
    (piece) =>
      piece.kind === 'text' &&
      (columns.has(piece.column) ||
        (piece.column > header.label.column &&
          piece.column < firstAmount &&
          piece.column !== header.unitColumn)),
  );
  if (named.length > 0) return named.at(-1);
  const merged = view.at(line.row, header.label.column);
  return merged && merged.kind === 'text' && merged.row > header.bottom ? merged : undefined;
}

/** The cell of a column on a row. A label merged or copied across the columns is no amount. */
function cellIn(
  view: SheetView,
  row: number,
  column: { at: number; to: number },
  rate: boolean,
  label: Piece | null,
): NumberCell {
  for (let at = column.at; at <= column.to; at += 1) {
    const piece = view.at(row, at);
    if (piece && (piece.column < column.at || piece.text === label?.text))
      return { ref: view.ref(row, column.at), reading: BLANK, cell: undefined };
    if (piece) return numberAt(view, row, at, { rate });
  }
  return numberAt(view, row, column.at, { rate });
}

function kindOf(header: AmountHeader, rows: readonly ReadRow[], title: string): AmountTableKind {
  return amountKind({
    rowHeader: rowHeaderKey(header.label),
    title,
    labels: rows.map(({ piece }) => rowLabel(rawText(piece)).name),
    meanings: header.columns.map(({ meaning }) => meaning),
  });
}

function plainTable(view: SheetView, { header, rows, bottom }: Block, heading: Heading): AmountTable {
  const kind = kindOf(header, rows, heading.title?.text ?? '');
  return {
    ...base(view, heading, header, bottom, header.right),
    kind,
    columns: header.columns.map(({ header: text, meaning, year, unit }) => ({
      header: text,
      meaning,
      year,
      unit,
    })),
    rows: placed(view, rows, kind),
  };
}

/** One list of several header bands: every value under a header of a band becomes a row of its own. */
function bandedList(view: SheetView, blocks: readonly Block[], heading: Heading): AmountTable {
  const [first] = blocks;
  const amounts = blocks.filter(({ band }) => !band).flatMap(({ header }) => header.columns);
  const columns: AmountColumn[] = [
    {
      header: first ? labelOf(view, first.header.label) : { text: '', ref: view.ref(0, 0) },
      meaning: 'value',
      year: null,
      unit: null,
    },
    ...amounts.map(({ header, meaning, year, unit }) => ({ header, meaning, year, unit })),
  ];
  const rows: AmountRow[] = [];
  let offset = 1;
  for (const block of blocks) {
    const section = rows.length;
    const label = labelOf(view, block.header.label);
    rows.push({
      label,
      role: 'section',
      depth: 0,
      parent: null,
      unit: unitOfLabel(label.text),
      note: null,
      cells: columns.map(() => absent(label)),
    });
    if (block.band) {
      block.header.columns.forEach((column, index) => {
        const cell = block.rows[0]?.cells[index];
        if (cell)
          rows.push(
            bandRow(
              column.header,
              cell,
              section,
              isRateLabel(column.header.text)
                ? null
                : (unitOfLabel(column.header.text) ?? unitOfLabel(label.text)),
              columns,
            ),
          );
      });
      continue;
    }
    for (const row of placed(view, block.rows, 'data-list')) {
      const cells = columns.map((_, index) => row.cells[index - offset] ?? absent(row.label));
      rows.push({
        ...row,
        unit: row.unit ?? unitOfLabel(label.text),
        depth: row.depth + 1,
        parent: row.parent === null ? section : row.parent + section + 1,
        cells,
      });
    }
    offset += block.header.columns.length;
  }
  const last = blocks.at(-1);
  const right = Math.max(...blocks.map(({ header }) => header.right));
  return {
    ...base(view, heading, first?.header, last?.bottom ?? 0, right),
    kind: 'data-list',
    columns,
    rows,
  };
}

const bandRow = (
  label: TextCell,
  cell: NumberCell,
  section: number,
  unit: string | null,
  columns: readonly AmountColumn[],
): AmountRow => ({
  label,
  role: 'item',
  depth: 1,
  parent: section,
  unit,
  note: null,
  cells: columns.map((_, index) => (index === 0 ? cell : absent(label))),
});

/** A column that a row of a banded list does not have. */
const absent = (label: TextCell): NumberCell => ({
  ref: label.ref,
  reading: { kind: 'not-applicable', text: '' },
  cell: undefined,
});

/** Unit in brackets behind a label: `计划数（项）` → 项. */
const unitOfLabel = (text: string): string | null => /[((（]([^()（）]{1,6})[))）]$/.exec(text)?.[1] ?? null;

function placed(view: SheetView, rows: readonly ReadRow[], kind: AmountTableKind): readonly AmountRow[] {
  const unplaced = rows.map(({ piece, cells, unit }): UnplacedRow => ({
    label: rowLabel(rawText(piece), piece.cell.indent ?? 0),
    unit,
    values: cells.map(
      (cell) => (): Exact | null => (cell.reading.kind === 'number' ? cell.reading.value : null),
    ),
    hasValues: cells.some(({ reading }) => reading.kind !== 'blank') || unit !== null,
  }));
  const places = placeRows(unplaced, kind);
  return rows.map(({ piece, cells, unit, note }, index): AmountRow => {
    const place = places[index] ?? { role: 'item' as const, depth: 0, parent: null };
    return { label: labelOf(view, piece), ...place, unit, note, cells };
  });
}

function base(
  view: SheetView,
  heading: Heading,
  header: AmountHeader | undefined,
  bottom: number,
  right: number,
): { title: TextCell | null; sheet: string; range: Range; unit: string | null; year: number | null } {
  const unit = heading.unit ?? header?.columns.find((column) => column.unit !== null)?.unit ?? null;
  return {
    title: heading.title,
    sheet: view.name,
    range: { top: header?.top ?? 0, left: header?.left ?? 0, bottom, right },
    unit,
    year: heading.year ?? header?.year ?? null,
  };
}
