import { BLANK } from '../snapshot/read-number';
import { isUnit } from '../snapshot/units';
import { isRateLabel, unitBehind, type ReadRow } from './amount-block';
import { placed } from './amount-rows';
import { headingOf } from './headings';
import { isClosingText, isTotalWord } from './indicator-words';
import { rowLabel } from './row-labels';
import { numberOf, proseOf, rawText, refOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountTable } from './table';

/** Lists without a header that stand at one place, with the first line behind them. */
export type FoundBareLists = Readonly<{ tables: readonly AmountTable[]; next: number }>;

/** One quantity on a line: `编制数 | 40 | 人`. */
type Pair = Readonly<{ label: Piece; value: Piece; unit: Piece | null; note: Piece | null }>;
/** A line of a list; a heading inside it has no value. */
type Entry = Pair | Readonly<{ label: Piece; value: null }>;

/** Fewer lines are a field of a form and no list. */
const FEWEST = 3;
/** Part of the labels that must name a quantity; a list of names with numbers beside them is none. */
const LEAST_QUANTITIES = 0.7;
const LONGEST_LABEL = 30;
const QUANTITY =
  /(?:数|数量|额|率|比|占比|比重|比例|经费|支出|收入|预算|决算|资金|拨款|面积|编制|人员|满意度|净值|原值|结余|结转|资产|负债|费)$/;
/** Words above a list that say its numbers are marks and no quantities. */
const MARKS = /得分|评分|分值|分数|权重|排名|名次/;

/**
 * Reads lists of quantities that print no header: label, value, unit or remark under each other in the same columns, also
 * several such lists side by side. `null` unless nearly all labels name quantities, because a wrong fact is worse than none.
 */
export function bareListsAt(view: SheetView, start: number, above: readonly Line[]): FoundBareLists | null {
  const first = view.lines[start];
  const opening = first && pairsOf(first);
  if (!opening || saysMarks(above)) return null;
  const lists: Entry[][] = opening.map((pair) => [pair]);
  let next = start + 1;
  while (next < view.lines.length) {
    const heading = opening.length === 1 ? headingAt(view.lines[next]) : null;
    const line = view.lines[heading ? next + 1 : next];
    const pairs = line && pairsOf(line);
    if (!pairs || !continues(pairs, opening)) break;
    if (heading) lists[0]?.push({ label: heading, value: null });
    for (const pair of pairs) {
      const at = opening.findIndex(({ label }) => label.column === pair.label.column);
      lists[at]?.push(pair);
    }
    next += heading ? 2 : 1;
  }
  if (!lists.every(isList)) return null;
  return { tables: lists.map((pairs) => tableOf(view, pairs, above)), next };
}

/** The quantities of a line; `null` when anything else stands on it. */
function pairsOf({ pieces }: Line): readonly Pair[] | null {
  const [first, second] = pieces;
  // A number before the first label is its sequence number.
  let at = first?.kind === 'number' && second?.kind === 'text' ? 1 : 0;
  const pairs: Pair[] = [];
  while (at < pieces.length) {
    const label = pieces[at];
    const value = pieces[at + 1];
    if (!label || !value || !isLabel(label) || value.kind === 'text') return null;
    at += 2;
    const behind = pieces[at];
    const unit = behind?.kind === 'text' && isUnit(behind.text) ? behind : null;
    if (unit) at += 1;
    const last = pieces[at];
    const note = last?.kind === 'text' && at === pieces.length - 1 ? last : null;
    if (note) at += 1;
    pairs.push({ label, value, unit, note });
  }
  return pairs;
}

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
    opening.some(
      ({ label, value }) => label.column === pair.label.column && value.column === pair.value.column,
    ),
  );

const isPair = (entry: Entry): entry is Pair => entry.value !== null;

function isList(entries: readonly Entry[]): boolean {
  const pairs = entries.filter(isPair);
  const quantities = pairs.filter(
    ({ label, unit }) =>
      unit !== null || unitBehind(label.text) !== null || QUANTITY.test(rowLabel(label.text).name),
  );
  return quantities.length >= FEWEST && quantities.length >= pairs.length * LEAST_QUANTITIES;
}

const saysMarks = (above: readonly Line[]): boolean =>
  above.some(
    ({ pieces }) =>
      !isClosingText(pieces[0]?.text ?? '') &&
      pieces.some(({ text }) => text.length <= LONGEST_LABEL && MARKS.test(text)),
  );

function tableOf(view: SheetView, entries: readonly Entry[], above: readonly Line[]): AmountTable {
  const pairs = entries.filter(isPair);
  const heading = headingOf(view, above);
  const values = pairs.map(({ value }) => value);
  const [top] = values;
  const last = pairs.at(-1);
  const columns = pairs.flatMap(({ label, value, unit, note }) =>
    [label, value, unit, note].flatMap((piece) => piece ?? []),
  );
  return {
    kind: 'data-list',
    title: heading.title,
    sheet: view.name,
    range: {
      top: top?.row ?? 0,
      left: Math.min(...columns.map(({ column }) => column)),
      bottom: last?.label.bottom ?? 0,
      right: Math.max(...columns.map(({ right }) => right)),
    },
    unit: heading.unit,
    year: heading.year,
    columns: top
      ? [{ header: { text: '', ref: refOf(view, top) }, meaning: 'value', year: null, unit: null }]
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
  const { value, unit, note } = entry;
  const rate = unit?.text === '%' ? 'figures' : isRateLabel(label.text);
  return {
    piece: label,
    label: read,
    cells: [numberOf(view, value, { rate })],
    unit: unit?.text ?? unitBehind(label.text),
    measured: unit !== null,
    note: note && proseOf(view, note),
  };
}
