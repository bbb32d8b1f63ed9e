import { greatest } from '../lists';
import { BLANK } from '../snapshot/read-number';
import { isUnit } from '../snapshot/units';
import { isQuantity, isRateLabel, mostly, unitBehind, type ReadRow } from './amount-block';
import { placed } from './amount-rows';
import { headingOf } from './headings';
import { isClosingText, isTotalWord } from './indicator-words';
import { namesOffice } from './roster';
import { rowLabel } from './row-labels';
import { numberAt, proseOf, rawText, refOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountTable } from './table';

/** Lists without a header that stand at one place, with the first line behind them. */
export type FoundBareLists = Readonly<{ tables: readonly AmountTable[]; next: number }>;

/** One quantity on a line: `编制数 | 40 | 人`; `at` is the column of its value, which may be blank. */
type Pair = Readonly<{ label: Piece; at: number; unit: Piece | null; note: Piece | null }>;
/** A line of a list; a heading inside it has no value. */
type Entry = Pair | Readonly<{ label: Piece; at: null }>;

/** Fewer lines are a field of a form and no list. */
const FEWEST = 3;
const LONGEST_LABEL = 30;
/** Words above a list that say its numbers are marks and no quantities. */
const MARKS = /得分|评分|分值|分数|权重|排名|名次/;

/**
 * Reads lists of quantities that print no header: label, value, unit or remark under each other in the same columns, also
 * several such lists side by side. `null` unless nearly all labels name quantities, because a wrong fact is worse than none.
 */
export function bareListsAt(view: SheetView, start: number, above: readonly Line[]): FoundBareLists | null {
  const first = view.lines[start];
  const opening = first && pairsOf(first);
  if (!opening || opening.length === 0 || saysMarks(above)) return null;
  const lists = new Map(opening.map((pair) => [pair.label.column, new OpenList(pair)]));
  const listOf = ({ label }: Pair): OpenList | undefined => lists.get(label.column);
  let next = start + 1;
  while (next < view.lines.length) {
    const heading = opening.length === 1 ? headingAt(view.lines[next]) : null;
    const line = view.lines[heading ? next + 1 : next];
    const pairs = line && pairsOf(line);
    if (!pairs || !continues(pairs, opening) || !pairs.every((pair) => listOf(pair)?.takes(pair))) break;
    for (const pair of pairs) listOf(pair)?.add(pair, heading);
    next += heading ? 2 : 1;
  }
  const read = [...lists.values()];
  const lines = read.map(({ entries }) => entries);
  const across = inLines(lines);
  if (across && isListAcross(read)) return { tables: [tableOf(view, across, above)], next };
  if (!read.every((list) => list.isList())) return null;
  return { tables: lines.map((entries) => tableOf(view, entries, above)), next };
}

/**
 * The lists side by side as one that is read line by line, as the fields of a form are: 年初预算 | 1000 | 调整预算 | 1100 |.
 * `null` where sums or numbers show that each goes down by itself.
 */
function inLines(lists: readonly (readonly Entry[])[]): readonly Entry[] | null {
  const entries = lists.flat();
  const goesDown = ({ label: { text } }: Entry): boolean =>
    rowLabel(text).rank !== null || /(?:合计|总计|小计)$/.test(text);
  const [first, ...others] = lists;
  const even = others.every((list) => (first?.length ?? 0) - list.length <= 1);
  if (lists.length < 2 || !even || entries.some(goesDown)) return null;
  return entries.sort((a, b) => a.label.row - b.label.row || a.label.column - b.label.column);
}

/** Whether lists that are read line by line name quantities: a single line is one of fields. */
const isListAcross = (lists: readonly OpenList[]): boolean =>
  lists.some(({ entries }) => entries.length > 1) &&
  mostly(
    lists.reduce((sum, list) => sum + list.named, 0),
    lists.reduce((sum, { entries }) => sum + entries.length, 0),
  );

/** A list that is being read, with a count of the lines that name quantities. */
class OpenList {
  readonly entries: Entry[] = [];
  private pairs = 0;
  private quantities = 0;

  constructor(first: Pair) {
    this.add(first, null);
  }

  add(pair: Pair, heading: Piece | null): void {
    if (heading) this.entries.push({ label: heading, at: null });
    this.entries.push(pair);
    this.pairs += 1;
    this.quantities += Number(namesQuantity(pair));
  }

  /** Whether it may go on with a line: names with numbers beside them can fill a sheet, and each could begin a list. */
  takes(pair: Pair): boolean {
    return this.pairs < ENOUGH_PAIRS || mostly(this.quantities + Number(namesQuantity(pair)), this.pairs + 1);
  }

  /** How many of its lines name quantities. */
  get named(): number {
    return this.quantities;
  }

  isList(): boolean {
    return this.quantities >= FEWEST && mostly(this.quantities, this.pairs);
  }
}

/** So many lines show whether they name quantities. */
const ENOUGH_PAIRS = 50;

/** The quantities of a line; `null` when anything else stands on it. */
function pairsOf({ pieces }: Line): readonly Pair[] | null {
  const [first, second] = pieces;
  // A number before the first label is its sequence number.
  let next = first?.kind === 'number' && second?.kind === 'text' ? 1 : 0;
  const pairs: Pair[] = [];
  while (next < pieces.length) {
    const label = pieces[next];
    const behind = pieces[next + 1];
    if (!label || !behind || !isLabel(label)) return null;
    const blank = behind.kind === 'text';
    // A value that is still to be filled in leaves one cell free between its label and its unit.
    if (blank && !(isUnit(behind.text) && behind.column === label.right + 2)) return null;
    next += blank ? 1 : 2;
    const unit = unitPiece(pieces[next]);
    if (unit) next += 1;
    const last = pieces[next];
    const note = last?.kind === 'text' && next === pieces.length - 1 ? last : null;
    if (note) next += 1;
    pairs.push({ label, at: blank ? label.right + 1 : behind.column, unit, note });
  }
  return pairs;
}

const unitPiece = (piece: Piece | undefined): Piece | null =>
  piece?.kind === 'text' && isUnit(piece.text) ? piece : null;

/** A line inside a list that names what follows: `二、经费情况`. */
function headingAt(line: Line | undefined): Piece | null {
  const [only, more] = line?.pieces ?? [];
  return only && !more && isLabel(only) && rowLabel(only.text).rank !== null ? only : null;
}

const isLabel = ({ kind, text }: Piece): boolean =>
  kind === 'text' &&
  text.length <= LONGEST_LABEL &&
  !/[。;；:]$/.test(text) &&
  !isClosingText(text) &&
  !isTotalWord(text);

const continues = (pairs: readonly Pair[], opening: readonly Pair[]): boolean =>
  pairs.every((pair) =>
    opening.some(({ label, at }) => label.column === pair.label.column && at === pair.at),
  );

const isPair = (entry: Entry): entry is Pair => entry.at !== null;

const namesQuantity = ({ label, unit }: Pair): boolean =>
  isQuantity({
    label: rowLabel(label.text),
    unit: namesOffice(label.text) ? null : (unit?.text ?? unitBehind(label.text)),
  });

const saysMarks = (above: readonly Line[]): boolean =>
  above.some(
    ({ pieces }) =>
      !isClosingText(pieces[0]?.text ?? '') &&
      pieces.some(({ text }) => text.length <= LONGEST_LABEL && MARKS.test(text)),
  );

function tableOf(view: SheetView, entries: readonly Entry[], above: readonly Line[]): AmountTable {
  const pairs = entries.filter(isPair);
  const heading = headingOf(view, above);
  const [top] = pairs;
  const last = pairs.at(-1);
  const sides = pairs.flatMap(({ label, unit, note }) => [label, unit, note].flatMap((piece) => piece ?? []));
  const at = top?.at ?? 0;
  return {
    kind: 'data-list',
    title: heading.title,
    sheet: view.name,
    range: {
      top: top?.label.row ?? 0,
      left: sides.reduce((left, { column }) => Math.min(left, column), Number.POSITIVE_INFINITY),
      bottom: last?.label.bottom ?? 0,
      right: greatest(
        sides.map(({ right }) => right),
        at,
      ),
    },
    unit: heading.unit,
    year: heading.year,
    columns: top
      ? [
          {
            header: { text: '', ref: view.ref(top.label.row, at) },
            under: [],
            meaning: 'value',
            year: null,
            unit: null,
          },
        ]
      : [],
    rows: placed(
      view,
      entries.map((entry) => readRow(view, entry)),
      'data-list',
    ),
  };
}

function readRow(view: SheetView, entry: Entry): ReadRow {
  const { label } = entry;
  const read = rowLabel(rawText(label), label.cell.indent ?? 0);
  if (!isPair(entry)) {
    const blank = { ref: refOf(view, label), reading: BLANK, cell: undefined };
    return { piece: label, label: read, cells: [blank], unit: null, measured: false, note: null };
  }
  const { at, unit, note } = entry;
  const rate = unit?.text === '%' ? 'figures' : isRateLabel(label.text);
  return {
    piece: label,
    label: read,
    cells: [numberAt(view, label.row, at, { rate })],
    unit: unit?.text ?? unitBehind(label.text),
    measured: unit !== null,
    note: note && proseOf(view, note),
  };
}
