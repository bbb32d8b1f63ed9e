import { BLANK } from '../snapshot/read-number';
import { isUnit } from '../snapshot/units';
import { squeeze } from '../snapshot/width';
import {
  amountHeaderAt,
  bandHeaderAt,
  isHeaderLike,
  opensAims,
  rowHeaderKey,
  tellsAmounts,
  tellsColumn,
  type AmountHeader,
} from './amount-header';
import { amountKind } from './amount-kinds';
import { isFrameLine, isTitleLine, saysPercent, unitLine } from './headings';
import { indicatorHeaderAt } from './indicator-header';
import { isClosingText } from './indicator-words';
import { moneyBlockAt } from './money-block';
import { withPercentFigures } from './percent-figures';
import { isRosterLine } from './roster';
import { isPageBreak } from './page-break';
import { rowLabel, type RowLabel } from './row-labels';
import { numberBefore } from './row-numbers';
import { numberAt, proseOf, rawText, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountColumn, AmountTableKind, NumberCell, TextCell } from './table';

/** A row as it was read, before its place among the others is known. */
export type ReadRow = Readonly<{
  piece: Piece;
  label: RowLabel;
  cells: readonly NumberCell[];
  /** Unit in its own column or in brackets behind the label. */
  unit: string | null;
  /** The unit stands in a column of its own, so that the row is one of values even where they are blank. */
  measured: boolean;
  note: TextCell | null;
  /** Number before the label, by which formulas call the row. */
  number?: number | null;
}>;

/** A header with its rows. A band prints values right under its headers and no labels of its own. */
export type Block = Readonly<{
  header: AmountHeader;
  rows: readonly ReadRow[];
  band: boolean;
  next: number;
  bottom: number;
}>;

/** 办事效率 is how well something is done and no rate. */
const RATE_LABEL = /(?:(?<!效)率|占比|比重|比例|满意度)$/;
const QUANTITY =
  /(?:数|数量|额|率|比|占比|比重|比例|经费|支出|收入|预算|决算|资金|拨款|面积|编制|人员|满意度|净值|原值|结余|结转|资产|负债|费)$/;
/** Part of the labels that must name a quantity; a list of names with numbers beside them is none. */
const LEAST_QUANTITIES = 0.7;

/** Reads a header of amounts with the rows under it; `null` when none begins at the line. `above` are the lines before it. */
export function blockAt(
  view: SheetView,
  start: number,
  year: number | null,
  above: readonly Line[],
): Block | null {
  if (moneyBlockAt(view, start)?.isList === false) return null;
  return bandAt(view, start, year) ?? tableBlockAt(view, start, year, above);
}

function bandAt(view: SheetView, start: number, year: number | null): Block | null {
  const header = bandHeaderAt(view, start, year);
  const values = header && view.lines[header.next];
  if (!values || !isBandValues(values, header)) return null;
  const cells = header.columns.map((column) =>
    cellIn(view, values.row, column, rateIn(column, isRateLabel(column.header.text)), null),
  );
  return {
    header,
    rows: [
      {
        piece: header.label,
        label: rowLabel(rawText(header.label)),
        cells,
        unit: null,
        measured: false,
        note: null,
      },
    ],
    band: true,
    next: header.next + 1,
    bottom: values.row,
  };
}

function tableBlockAt(
  view: SheetView,
  start: number,
  year: number | null,
  above: readonly Line[],
): Block | null {
  const header = amountHeaderAt(view, start, year);
  if (!header || !tellsAmounts(header)) return null;
  const { rows: read, next, bottom } = rowsUnder(view, header, start, above);
  const rows = withPercentFigures(read, header.columns);
  const filled = rows.some(({ cells }) =>
    cells.some(({ reading }) => reading.kind === 'number' || reading.kind === 'not-applicable'),
  );
  return filled || isTemplate(header, rows) ? { header, rows, band: false, next, bottom } : null;
}

/** Whether rows without any number are a form to be filled in: of a known kind, or a list of what are clearly quantities. */
function isTemplate(header: AmountHeader, rows: readonly ReadRow[]): boolean {
  if (rows.length < 2) return false;
  return (
    kindOf(header, rows, '') !== 'data-list' ||
    (header.columns.some(({ meaning }) => meaning === 'value') && mostlyQuantities(rows))
  );
}

/** Whether a column holds rates, on its own account or by what stands at the left or above. */
const rateIn = (
  { header, meaning }: Pick<AmountColumn, 'header' | 'meaning'>,
  otherwise: boolean | 'figures',
): boolean | 'figures' =>
  meaning !== 'rate' ? otherwise : saysPercent(squeeze(header.text)) ? 'figures' : otherwise || true;

/** Whether a label names a rate. */
export const isRateLabel = (text: string): boolean => RATE_LABEL.test(rowLabel(text).name);

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
  start: number,
  above: readonly Line[],
): { rows: readonly ReadRow[]; next: number; bottom: number } {
  const rows: ReadRow[] = [];
  let next = header.next;
  let bottom = header.bottom;
  let kept = 0;
  let keptNext = next;
  let filled = false;
  for (; next < view.lines.length && (filled || next < header.next + MOST_BLANK_LINES); next += 1) {
    const line = view.lines[next];
    if (!line) break;
    const resumed = behindPageBreak(view, next, header, start, above, rows);
    if (resumed !== null) {
      next = resumed - 1;
      continue;
    }
    if (startsOther(view, next, line, header)) break;
    const row = rowOf(view, line, header);
    if (row === 'end' && !goesOn(view, next + 1, header)) break;
    if (row === 'end' || row === null) continue;
    rows.push(row);
    filled ||= row.cells.some(({ reading }) => reading.kind !== 'blank');
    // A heading at the very end is the title of what follows.
    if (belongs(row, line) && !namesNext(view, next, line, header)) {
      kept = rows.length;
      keptNext = next + 1;
      bottom = line.row;
    }
  }
  return { rows: rows.slice(0, kept), next: keptNext, bottom };
}

/** Whether a line behind a remark is still a row of the table: its amounts stand in most of the columns, under no header of their own. */
function goesOn(view: SheetView, at: number, header: AmountHeader): boolean {
  const line = view.lines[at];
  if (!line || startsOther(view, at, line, header)) return false;
  const row = rowOf(view, line, header);
  if (row === null || row === 'end') return false;
  const filled = row.cells.filter(({ reading }) => reading.kind === 'number').length;
  return filled * 2 > row.cells.length;
}

/**
 * Lines of an empty form that are looked at. Texts without any number can go on to the end of a sheet, and every one of them
 * could be a header.
 */
const MOST_BLANK_LINES = 100;

/** Lines that a page break may print before it repeats the header. */
const MOST_FRAME_LINES = 4;

/**
 * Index of the first row behind a page break at a line, which repeats the header and perhaps the title; `null` when there is
 * none. The table goes on when the row has not been listed and no total behind the first row has closed it; else it is a table of its own.
 */
function behindPageBreak(
  view: SheetView,
  at: number,
  header: AmountHeader,
  start: number,
  above: readonly Line[],
  rows: readonly ReadRow[],
): number | null {
  const { lines } = view;
  const height = header.next - start;
  const opening = lines[start]?.pieces ?? [];
  const ahead = lines
    .slice(at, at + MOST_FRAME_LINES + 1)
    .findIndex(({ pieces }) => sameWords(pieces, opening));
  if (ahead < 0) return null;
  const again = at + ahead;
  const frame = lines.slice(at, again);
  if (frame.some(({ pieces }) => pieces.length > 2) || !isPageBreak(frame, above)) return null;
  const first = lines[again + height];
  if (!first || wordsOf(lines.slice(again, again + height)) !== header.signature) return null;
  const row = rowOf(view, first, header);
  if (row === null || row === 'end' || rows.slice(1).some(({ label }) => label.totals === 'total'))
    return null;
  const known = rows.some(({ label }) => label.name === row.label.name);
  return known || startsAgain(rows[0], row) ? null : again + height;
}

const sameWords = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);

const wordsOf = (lines: readonly Line[]): string =>
  lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('|');

/** A list that begins with 一、 or 1. like the one before it is a list of its own. */
const startsAgain = (first: ReadRow | undefined, row: ReadRow): boolean =>
  first !== undefined && row.label.rank !== null && numberOf(first) === numberOf(row);

const numberOf = ({ piece }: ReadRow): string | undefined =>
  /^[((]?[一二三四五六七八九十\d]+/.exec(piece.text)?.[0];

/** Whether a line is the name of the next table: a text alone right above another header. */
function namesNext(view: SheetView, at: number, line: Line, header: AmountHeader): boolean {
  const next = view.lines[at + 1];
  return (
    line.pieces.length === 1 && next !== undefined && next.words && startsOther(view, at + 1, next, header)
  );
}

const belongs = (row: ReadRow, line: Line): boolean =>
  row.piece.right === row.piece.column ||
  row.cells.some(({ reading }) => reading.kind !== 'blank') ||
  line.pieces.length > 1;

/** Whether a line opens something else: another header, the next title, a unit line. */
function startsOther(view: SheetView, at: number, line: Line, header: AmountHeader): boolean {
  if (line.pieces.some(({ kind }) => kind === 'number')) return false;
  if (headsNext(line)) return true;
  if (line.pieces.length === 1) return false;
  if (!isHeaderLike(line)) return false;
  if (isRosterLine(line) || opensAims(view, at)) return true;
  if (indicatorHeaderAt(view, at) ?? moneyBlockAt(view, at)) return true;
  const other = amountHeaderAt(view, at, header.year);
  return (
    (other !== null && tellsAmounts(other) && isOwnHeader(line, header)) ||
    bandAt(view, at, header.year) !== null
  );
}

/**
 * A header names amounts in the columns where this table has them; a row does not whose amount is still blank: its unit and
 * its note, which may speak of 预算 too, stand in columns of their own.
 */
function isOwnHeader(line: Line, { label, columns, unitColumn, noteColumn }: AmountHeader): boolean {
  const amounts = line.pieces.filter(
    ({ column }) => column > label.right && column !== unitColumn && column !== noteColumn,
  );
  return amounts.length >= Math.min(2, columns.length) && amounts.some(tellsColumn);
}

/** Whether a line stands above another table: its title, its unit, or what the office fills in there. */
export const headsNext = (line: Line): boolean =>
  isFrameLine(line) ||
  line.pieces.some(({ text }) => unitLine(text) !== null && text.length < 12) ||
  (isTitleLine(line) && isNextTitle(line.pieces[0]?.text ?? ''));

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
  const ownUnit =
    unitPiece && unitPiece.kind === 'text' && unitPiece.text !== label.text ? unitPiece.text : null;
  const unit = ownUnit ?? unitBehind(label.text);
  const notePiece = header.noteColumn === null ? undefined : view.at(line.row, header.noteColumn);
  const named = rowLabel(rawText(label), label.cell.indent ?? 0);
  const code = codeOn(line, header);
  const read = code === 0 ? named : { ...named, code };
  const rate = unit === '%' ? 'figures' : RATE_LABEL.test(read.name);
  return {
    piece: label,
    label: read,
    cells: header.columns.map((column) => cellIn(view, line.row, column, rateIn(column, rate), label)),
    unit,
    measured: ownUnit !== null,
    number: numberBefore(line, label),
    note: notePiece && notePiece.text !== label.text ? proseOf(view, notePiece) : null,
  };
}

/** Length of the budget code on a line: 201 in one column, or 201, 03 and 01 in three for 类、款、项; 0 for none. */
function codeOn({ pieces }: Line, { codeColumns }: AmountHeader): number {
  if (codeColumns.length === 0) return 0;
  const code = pieces
    .filter(({ column }) => codeColumns.includes(column))
    .map(({ cell: { value } }) => (typeof value === 'object' ? '' : squeeze(String(value))))
    .join('');
  return /^\d{3}(?:\d{2}){0,2}$/.test(code) ? code.length : 0;
}

/** Unit in brackets behind a label (`项目支出（万元）`); other remarks there are none. */
export function unitBehind(label: string): string | null {
  const inside = /[(]([^()]{1,8})[)]$/.exec(label)?.[1]?.replace(/^单位:?/, '');
  return inside !== undefined && isUnit(inside) ? inside : null;
}

/** What tells a quantity from any other line: its words, or a unit. */
type Measured = Readonly<{ label: RowLabel; unit: string | null }>;

/** Whether a line names a quantity. */
export const isQuantity = ({ label, unit }: Measured): boolean =>
  (unit !== null && isUnit(unit)) || QUANTITY.test(label.name);

/** Whether nearly all lines name quantities. */
export const mostlyQuantities = (rows: readonly Measured[]): boolean =>
  mostly(rows.filter(isQuantity).length, rows.length);

/** Whether nearly all of some lines name quantities, because a wrong fact is worse than none. */
export const mostly = (quantities: number, lines: number): boolean => quantities >= lines * LEAST_QUANTITIES;

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
          piece.column !== header.unitColumn &&
          piece.column !== header.noteColumn)),
  );
  if (named.length > 0) return named.at(-1);
  const merged = view.at(line.row, header.label.column);
  // 合计 stands at the edge, in the column of the sequence numbers.
  const [edge] = line.pieces;
  if (!merged && edge?.kind === 'text' && rowLabel(edge.text).totals !== null) return edge;
  return merged && merged.kind === 'text' && merged.row > header.bottom ? merged : undefined;
}

/** The cell of a column on a row. A label merged or copied across the columns is no amount. */
function cellIn(
  view: SheetView,
  row: number,
  column: { at: number; to: number },
  rate: boolean | 'figures',
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

/** Kind of a table by its header and rows. */
export function kindOf(header: AmountHeader, rows: readonly ReadRow[], title: string): AmountTableKind {
  return amountKind({
    rowHeader: rowHeaderKey(header.label),
    title,
    labels: rows.map(({ label }) => label.name),
    meanings: header.columns.map(({ meaning }) => meaning),
  });
}
