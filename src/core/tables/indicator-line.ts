import { BLANK, readText, type NumberContext } from '../snapshot/read-number';
import { moneyFactor } from '../snapshot/units';
import { squeeze } from '../snapshot/width';
import { pieceIn, pointsInName, withoutPoints } from './indicator-groups';
import type { IndicatorHeader, Span } from './indicator-header';
import { isSubtotalWord } from './indicator-words';
import { labelOf, numberAt, numberOf, proseOf, type Line, type SheetView } from './sheet-view';
import type { Indicator, IndicatorSubtotal, IndicatorTotal, NumberCell, TextCell } from './table';
import { targetInName } from './target-in-name';
import { asPoints } from './weights';

/** The line that adds up the points and scores above it. */
export function totalOf(view: SheetView, header: IndicatorHeader, line: Line): IndicatorTotal {
  const columns = [...header.levels.map(({ points }) => points), header.points].filter(
    (span) => span !== null,
  );
  const distinct = columns.filter(
    (span, index) => columns.findIndex((other) => other.from === span.from) === index,
  );
  const points = distinct
    .map((span) => asPoints(numberIn(view, line.row, span)))
    .filter(({ reading }) => reading.kind === 'number');
  const taken = header.columns.deducted;
  const deducted = taken ? numberIn(view, line.row, taken) : null;
  if (!header.score) return { ref: view.ref(line.row, header.left), points, score: null, deducted };
  const own = numberIn(view, line.row, header.score);
  const others = taken ? [...distinct, taken] : distinct;
  const score = own.reading.kind === 'blank' ? (numberBeside(view, line, others) ?? own) : own;
  return { ref: score.ref, points, score, deducted };
}

/** A line that adds up a part of the indicators; `after` is the number of those above it. */
export function subtotalOf(
  view: SheetView,
  header: IndicatorHeader,
  line: Line,
  after: number,
): IndicatorSubtotal {
  const piece = line.pieces.find(({ text }) => isSubtotalWord(text)) ?? line.pieces[0];
  const label = piece
    ? labelOf(view, piece)
    : { text: '小计', ref: view.ref(line.row, header.score?.from ?? header.right) };
  return { ...totalOf(view, header, line), label, after };
}

/** The only number of a total line that leaves its score cell empty (`自评总分 | 95`); `null` when there are none or several. */
function numberBeside(view: SheetView, { pieces }: Line, points: readonly Span[]): NumberCell | null {
  const numbers = pieces.filter(
    ({ kind, column }) => kind === 'number' && !points.some(({ from, to }) => column >= from && column <= to),
  );
  const [only, more] = numbers;
  return only && !more ? numberOf(view, only) : null;
}

function numberIn(view: SheetView, row: number, span: Span, context: NumberContext = {}): NumberCell {
  const piece = pieceIn(view, row, span);
  return piece ? numberOf(view, piece, context) : numberAt(view, row, span.from, context);
}

/** Reads the indicator of a line; `null` where the line only goes on with the one before. */
export function indicatorOf(
  view: SheetView,
  header: IndicatorHeader,
  line: Line,
  group: number | null,
  before: Indicator | undefined,
): Indicator | null {
  const { row } = line;
  const name = [...header.levels]
    .reverse()
    .map(({ span }) => pieceIn(view, row, span))
    .find((piece) => piece !== undefined && piece.kind !== 'dash');
  if (!name) return null;
  const score = scoreIn(view, header, row);
  // A second row under one merged name and one merged score continues its standard.
  if (before && before.score.ref.cell === score.ref.cell) return null;
  const { columns } = header;
  const label = labelOf(view, name);
  const target = targetIn(view, header, row) ?? namedTarget(header, label);
  const measure = columns.measure ? textIn(view, row, columns.measure) : null;
  return {
    name: withoutPoints(label.text),
    ref: label.ref,
    group,
    points: (header.points ? asPoints(numberIn(view, row, header.points)) : null) ?? pointsInName(view, name),
    sharedPoints: null,
    standard: columns.standard ? textIn(view, row, columns.standard) : null,
    definition: columns.definition ? textIn(view, row, columns.definition) : null,
    score,
    deducted: columns.deducted ? numberIn(view, row, columns.deducted) : null,
    reason: columns.reason ? textIn(view, row, columns.reason) : null,
    target,
    actual: columns.actual ? actualIn(view, row, columns.actual, target, measure, label.text) : null,
    completion: columns.completion ? numberIn(view, row, columns.completion, { rate: true }) : null,
    sign: columns.sign ? textIn(view, row, columns.sign) : null,
    measure,
  };
}

/** The score; a form without scores has none to fill in, which the table says of itself. */
function scoreIn(view: SheetView, { score, columns, right }: IndicatorHeader, row: number): NumberCell {
  if (score) return numberIn(view, row, score);
  const { ref } = numberIn(view, row, columns.actual ?? { from: right, to: right });
  return { ref, reading: BLANK, cell: undefined };
}

/** The target, as it was adjusted during the year where the form has a column for that and it is filled. */
function targetIn(view: SheetView, { columns }: IndicatorHeader, row: number): NumberCell | null {
  const { target, adjusted } = columns;
  if (!target) return null;
  const later = adjusted ? pieceIn(view, row, adjusted) : undefined;
  return later && later.kind !== 'dash'
    ? numberOf(view, later, { measured: true })
    : numberIn(view, row, target, { measured: true });
}

/** The bound that the name itself ends with (满意度≥90%), in a form that has a place for neither targets nor standards. */
function namedTarget({ columns }: IndicatorHeader, { text, ref }: TextCell): NumberCell | null {
  if (columns.target || columns.standard || !columns.actual) return null;
  const bound = targetInName(text);
  return bound === null ? null : { ref, reading: readText(bound, { measured: true }), cell: undefined };
}

const RATE_NAME = /(?:率|满意度|占比|比重|比例|进度|覆盖面|达标度)$/;

/**
 * The actual value. A plain 98 means 98% where the target is a percentage with its sign, the unit column says %, or there
 * is no target and the indicator is a rate by its name.
 */
function actualIn(
  view: SheetView,
  row: number,
  span: Span,
  target: NumberCell | null,
  measure: TextCell | null,
  name: string,
): NumberCell {
  const percentTarget =
    target?.reading.kind === 'number' && target.reading.percent && target.reading.unit === null;
  const rate =
    percentTarget || (target === null && RATE_NAME.test(name) && moneyFactor(measure?.text ?? null) === null);
  // A number typed as a number says nothing about being text; without a target column the text is worth a hint.
  const context = { rate, measured: target !== null };
  const cell = numberIn(view, row, span, context);
  return behindName(cell, name) ?? withoutReaching(cell, context);
}

/** 控制率39.94% of “三公”经费控制率: the last words of the rate's name and its value; `null` for any other text. */
function behindName(cell: NumberCell, name: string): NumberCell | null {
  if (cell.reading.kind !== 'text' || cell.reading.text.length > LONGEST_NAMED) return null;
  const [, own, value] = /^(\D*率)(?:[:=为是]|达到?)?(\d.*)$/.exec(squeeze(cell.reading.text)) ?? [];
  if (own === undefined || value === undefined || !squeeze(name).endsWith(own)) return null;
  const reading = readText(value, { measured: true, rate: true });
  return reading.kind === 'number' ? { ...cell, reading } : null;
}

const LONGEST_NAMED = 40;

/** 达到99%: a bound in a target, and what was reached in a result. */
function withoutReaching(cell: NumberCell, context: NumberContext): NumberCell {
  const { reading } = cell;
  const text = cell.cell?.value;
  if (reading.kind !== 'number' || reading.sign !== '>=' || typeof text !== 'string') return cell;
  const reached = /^\s*达到?(.*)$/s.exec(text)?.[1];
  const own = reached === undefined ? null : readText(reached, context);
  return own?.kind === 'number' ? { ...cell, reading: own } : cell;
}

function textIn(view: SheetView, row: number, span: Span): TextCell {
  const piece = pieceIn(view, row, span);
  return piece ? proseOf(view, piece) : { text: '', ref: view.ref(row, span.from) };
}
