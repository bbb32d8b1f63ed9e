import { amountMeaning, isRowHeader, sideColumn } from './amount-words';
import { indicatorColumn } from './indicator-words';
import { rowLabel } from './row-labels';
import { partOfView, type Line, type Piece, type SheetView } from './sheet-view';

/** Longer texts without a number are sentences and no labels. */
const LONGEST_LABEL = 24;
const LONGEST_HEADER = 20;
/** Reports of more columns than this beside a table are tables themselves. */
const MOST_COLUMNS = 2;
/** More short texts beside a table could be one of its columns. */
const MOST_NOTES = 5;

/** A numbered heading of a report. */
const HEADING = /^[((]?[一二三四五六七八九十\d]{1,3}[、.))]/;

/** What stands in one column, cells that reach into the next one left out. */
type Column = { pieces: number; sentences: number; headings: number; numbers: number };

/**
 * A sheet without the columns of report text and notes that stand beside its tables, and those columns by themselves. Such a
 * column is the first or last of the sheet, holds no numbers but mostly sentences, or a few words apart from the tables, and
 * no header names it.
 */
export function withoutProse(view: SheetView): { main: SheetView; prose: readonly SheetView[] } {
  const columns = columnsOf(view.lines);
  const filled = [...columns.keys()].filter((at) => columns[at] !== undefined);
  if (filled.length <= MOST_COLUMNS) return { main: view, prose: [] };
  const fromRight = [...filled].reverse();
  const taken = [
    ...takenFrom(view, columns, filled, apart(filled) ? isTextBeside : isReport),
    ...takenFrom(view, columns, fromRight, apart(fromRight) ? isNoteBeside(view) : isTextBeside),
  ];
  if (taken.length === 0) return { main: view, prose: [] };
  const isProse = (piece: Piece): boolean => taken.includes(piece.column) && !reachesOut(piece, columns);
  return {
    main: partOfView(view, (piece) => !isProse(piece)),
    prose: taken.map((at) => partOfView(view, (piece) => piece.column === at && isProse(piece))),
  };
}

/** Columns of prose at one edge, from the outside in. */
function takenFrom(
  view: SheetView,
  columns: readonly (Column | undefined)[],
  inwards: readonly number[],
  isProse: (column: Column) => boolean,
): readonly number[] {
  const taken: number[] = [];
  for (const at of inwards.slice(0, MOST_COLUMNS)) {
    const column = columns[at];
    if (!column || column.numbers > 0 || !isProse(column)) break;
    if (view.lines.some((line) => isHeaderOver(line, at))) break;
    taken.push(at);
  }
  return taken;
}

function columnsOf(lines: readonly Line[]): readonly (Column | undefined)[] {
  const columns: (Column | undefined)[] = [];
  for (const { pieces } of lines) {
    for (const piece of pieces) {
      if (pieces.length === 1 && piece.right > piece.column) continue;
      const column = (columns[piece.column] ??= { pieces: 0, sentences: 0, headings: 0, numbers: 0 });
      column.pieces += 1;
      if (piece.kind !== 'text') column.numbers += 1;
      else if (piece.text.length > LONGEST_LABEL || /[。;]/.test(piece.text)) column.sentences += 1;
      else if (HEADING.test(piece.text)) column.headings += 1;
    }
  }
  return columns;
}

/** Whether an empty column stands between the outermost and the next one: what stands in it belongs to no table. */
const apart = ([first = 0, second = 0]: readonly number[]): boolean => Math.abs(second - first) > 1;

/** Labels stand at the left edge; a few sentences under them make no report of them. */
const isReport = ({ pieces, sentences }: Column): boolean => sentences > 0 && sentences * 2 >= pieces;

/** Apart from a table, paragraphs with the headings between them. */
const isTextBeside = ({ pieces, sentences, headings }: Column): boolean =>
  sentences * 3 >= pieces && (sentences + headings) * 2 >= pieces;

/** Text at the right, or a few words that somebody wrote there (请核对); a column of a table has words on most lines. */
const isNoteBeside =
  ({ lines }: SheetView) =>
  (column: Column): boolean =>
    isTextBeside(column) || column.pieces <= Math.min(MOST_NOTES, lines.length / 3);

/** Whether a piece covers another filled column, too: a title across the sheet. */
const reachesOut = (piece: Piece, columns: readonly (Column | undefined)[]): boolean => {
  for (let at = piece.column + 1; at <= piece.right; at += 1) if (columns[at]) return true;
  return false;
};

/** Whether a line is a header that names the column; numbers of another table may stand beside it. */
function isHeaderOver({ pieces }: Line, at: number): boolean {
  if (pieces.length < 2) return false;
  const own = pieces.find(({ column }) => column === at);
  return (
    own !== undefined &&
    isHeaderWord(own) &&
    rowLabel(own.text).rank === null &&
    pieces.some((piece) => piece !== own && isHeaderWord(piece))
  );
}

const isHeaderWord = ({ text }: Piece): boolean =>
  text.length <= LONGEST_HEADER &&
  (indicatorColumn(text) !== null ||
    amountMeaning(text, null) !== null ||
    sideColumn(text) !== null ||
    isRowHeader(text));
