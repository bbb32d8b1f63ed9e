import { appendAll } from '../lists';
import { GroupTracker, pieceIn } from './indicator-groups';
import { indicatorHeaderAt, type IndicatorHeader, type Span } from './indicator-header';
import { indicatorOf, subtotalOf, totalOf } from './indicator-line';
import { rowLabel } from './row-labels';
import { indicatorColumn, isClosingText, isSubtotalWord, isTotalWord } from './indicator-words';
import { rawText, type Line, type Piece, type SheetView } from './sheet-view';
import { withSharedPoints } from './shared-points';
import type { Indicator, IndicatorGroup, IndicatorSubtotal, IndicatorTotal, TextCell } from './table';

/** What stands under a header, up to the total line or the next table. */
export type IndicatorBody = Readonly<{
  groups: readonly IndicatorGroup[];
  indicators: readonly Indicator[];
  subtotals: readonly IndicatorSubtotal[];
  total: IndicatorTotal | null;
  /** Line of the total. */
  totalLine: Line | null;
  /** Index of the first line behind the body. */
  next: number;
  bottom: number;
  right: number;
  /** Lines inside the body that are neither indicators nor headers. */
  loose: readonly Line[];
}>;

/** Whether the lines between two headers of the same words belong to a page break and not to a new table. */
export type PageBreak = (between: readonly Line[], header: IndicatorHeader) => boolean;

/** Whether another table begins at a line. */
type Opens = (line: number, afterGap: boolean) => boolean;

/**
 * Reads the indicators under a header. In a template that nobody has filled in, every line that names an indicator is one;
 * in any other, a name alone is left over from the template.
 */
export function indicatorBody(
  view: SheetView,
  header: IndicatorHeader,
  opens: Opens,
  isPageBreak: PageBreak,
): IndicatorBody {
  const filled = readBody(view, header, opens, isPageBreak, carriesValues);
  return filled.indicators.length > 0 ? filled : readBody(view, header, opens, isPageBreak, isNamed);
}

/** Whether a line says anything of an indicator, and not only of the groups above it. */
type IsIndicator = (view: SheetView, header: IndicatorHeader, row: number) => boolean;

function readBody(
  view: SheetView,
  header: IndicatorHeader,
  opens: Opens,
  isPageBreak: PageBreak,
  isIndicator: IsIndicator,
): IndicatorBody {
  const tracker = new GroupTracker(header);
  const indicators: Indicator[] = [];
  const subtotals: IndicatorSubtotal[] = [];
  let current = header;
  let total: IndicatorTotal | null = null;
  let totalLine: Line | null = null;
  let at = header.next;
  let last = header.bottom;
  let pending: Line[] = [];
  const loose: Line[] = [];
  while (at < view.lines.length) {
    const line = view.lines[at];
    if (!line) break;
    const repeated = indicatorHeaderAt(view, at);
    if (repeated) {
      const sameTable =
        repeated.signature === header.signature && (total === null || indicators.length === 0);
      if (!sameTable || !isPageBreak(pending, repeated)) break;
      appendAll(loose, pending);
      pending = [];
      current = repeated;
      last = repeated.bottom;
      at = repeated.next;
      continue;
    }
    if (opens(at, pending.length > 0)) break;
    const kind = lineKind(view, current, line, isIndicator);
    if (kind === 'total' && total === null) {
      total = totalOf(view, current, line);
      totalLine = line;
      last = line.row;
      appendAll(loose, pending);
      pending = [];
      if (indicators.length > 0) {
        at += 1;
        break;
      }
    } else if (kind === 'indicator') {
      const group = tracker.enter(view, line.row);
      const before = indicators.at(-1);
      const indicator = indicatorOf(view, current, line, group, before);
      if (indicator) indicators.push(indicator);
      else if (before) indicators[indicators.length - 1] = withMoreText(view, current, line, before);
      last = line.row;
      appendAll(loose, pending);
      pending = [];
    } else if (kind === 'band' && line.pieces[0]) {
      tracker.enterBand(view, line.pieces[0]);
      last = line.row;
      appendAll(loose, pending);
      pending = [];
    } else if (kind === 'text' && pending.length === 0 && indicators.length > 0) {
      const before = indicators[indicators.length - 1];
      if (before) indicators[indicators.length - 1] = withMoreText(view, current, line, before);
      last = line.row;
    } else {
      if (kind === 'levels') tracker.enter(view, line.row);
      if (kind === 'subtotal') subtotals.push(subtotalOf(view, current, line, indicators.length));
      pending.push(line);
    }
    at += 1;
  }
  return {
    ...withNumberedGroups(
      withSharedPoints(withGroupPoints(indicators, tracker.groups), total),
      tracker.groups,
      header,
    ),
    subtotals,
    total,
    totalLine,
    next: at - (pending.length > 0 ? pending.length : 0),
    bottom: last,
    right: header.right,
    loose,
  };
}

type LineKind = 'indicator' | 'total' | 'subtotal' | 'levels' | 'band' | 'text' | 'other';

function lineKind(view: SheetView, header: IndicatorHeader, line: Line, isIndicator: IsIndicator): LineKind {
  const [first] = line.pieces;
  if (!first) return 'other';
  const sum = sumKind(header, line);
  if (sum) return sum;
  const acrossTable = line.pieces.some((piece) => isAcross(header, piece));
  if (line.pieces.length === 1 && isBand(header, first)) return 'band';
  if (acrossTable || (line.pieces.length === 1 && (isClosingText(first.text) || first.text.length > 30)))
    return 'other';
  if (isClosingText(first.text) && !hasMarks(view, header, line.row)) return 'other';
  if (!hasName(view, header, line.row)) return isMoreText(header, line) ? 'text' : 'other';
  return isIndicator(view, header, line.row) ? 'indicator' : 'levels';
}

/** Whether a text stretches from the names to the scores: a heading, or the goal that the indicators below belong to. */
const isAcross = (header: IndicatorHeader, { kind, column, right }: Piece): boolean =>
  kind === 'text' &&
  column <= (header.levels.at(-1) ?? header.levels[0]).span.to &&
  right >= lastColumn(header);

/** Whether nothing but texts about the indicator above stands on a line: a standard cut into several rows. */
function isMoreText({ columns }: IndicatorHeader, { pieces }: Line): boolean {
  const spans = [columns.standard, columns.definition];
  return pieces.every(
    ({ kind, column }) =>
      kind === 'text' && spans.some((span) => span && column >= span.from && column <= span.to),
  );
}

/** The indicator with what a further row adds to its standard and definition; a rule read in part gives a wrong score. */
function withMoreText(
  view: SheetView,
  { columns }: IndicatorHeader,
  { row }: Line,
  indicator: Indicator,
): Indicator {
  const longer = (text: TextCell | null, span: Span | undefined): TextCell | null => {
    const piece = span && pieceIn(view, row, span);
    if (!text || piece?.row !== row || piece.kind !== 'text') return text;
    return { ...text, text: [text.text, rawText(piece)].filter((part) => part !== '').join('\n') };
  };
  return {
    ...indicator,
    standard: longer(indicator.standard, columns.standard),
    definition: longer(indicator.definition, columns.definition),
  };
}

/** Whether a line is the total, or a sum on the way to it. */
function sumKind(header: IndicatorHeader, line: Line): 'total' | 'subtotal' | null {
  let subtotal = false;
  for (const piece of line.pieces) {
    if (piece.kind !== 'text' || piece.column > lastColumn(header)) continue;
    if (saysTotal(piece.text) && startsRow(line, piece, header.levels[0].span.from)) return 'total';
    subtotal ||= isSubtotalWord(piece.text);
  }
  return subtotal ? 'subtotal' : null;
}

/** Where the line of an indicator ends: its score, or the edge of a form without scores. */
const lastColumn = ({ score, right }: IndicatorHeader): number => score?.from ?? right;

/** Below the indicators, 自评得分 is no header but the sum of them. */
const saysTotal = (text: string): boolean => isTotalWord(text) || indicatorColumn(text)?.role === 'score';

function hasName(view: SheetView, { levels }: IndicatorHeader, row: number): boolean {
  for (const { span } of levels) {
    const piece = pieceIn(view, row, span);
    if (piece && piece.kind !== 'dash' && (piece.row === row || piece.bottom >= row)) return true;
  }
  return false;
}

/**
 * A line of its own that names a group with its points (`一、投入（15分）`) in a table that prints no first level. Without
 * points it could be the title of what follows.
 */
const isBand = ({ levels, named }: IndicatorHeader, { text }: Piece): boolean =>
  (!named || levels[0].level > 1) && text.length <= 30 && /\d分[)】\]]?$/.test(text) && !isClosingText(text);

/** A total's word is the first text of its row; what stands left of the levels is the label of the whole block (绩效指标). */
const startsRow = (line: Line, piece: Piece, firstLevel: number): boolean =>
  line.pieces.every(
    (other) =>
      other.kind !== 'text' ||
      other.column >= piece.column ||
      other.column < firstLevel ||
      other.bottom > other.row,
  );

/** Whether a row has a number for points or score; lines of signatures and notes have none. */
const hasMarks = (view: SheetView, { points, score }: IndicatorHeader, row: number): boolean =>
  [points, score].some((span) => span && pieceIn(view, row, span)?.kind === 'number');

/** What a template prints where an indicator may be named: 指标2：, 3., …… */
const UNNAMED = /^(?:指标)?[\d一二三四五六七八九十]*[::、.．]*$|^[.…·。]+$/;

/** Whether a row has anything to score or to score by. */
function carriesValues(view: SheetView, header: IndicatorHeader, row: number): boolean {
  const { standard, target, actual } = header.columns;
  const name = pieceIn(view, row, (header.levels.at(-1) ?? header.levels[0]).span);
  if (name?.kind === 'text' && UNNAMED.test(name.text) && !hasMarks(view, header, row)) return false;
  const begins = (span: Span | null | undefined): boolean => !!span && pieceIn(view, row, span)?.row === row;
  return (
    begins(header.score) ||
    begins(header.points) ||
    begins(standard) ||
    begins(target) ||
    begins(actual) ||
    isUnscored(view, header, row)
  );
}

/** Whether a row names an indicator whose points stand in a cell over several, and whose score is still blank. */
const isUnscored = (view: SheetView, header: IndicatorHeader, row: number): boolean =>
  header.score !== null &&
  header.levels.length > 1 &&
  isNamed(view, header, row) &&
  (header.points === null || pieceIn(view, row, header.points)?.kind === 'number');

/** Whether the column of the indicators names one on a row: words, and not the dots that stand for further ones. */
function isNamed(view: SheetView, { levels }: IndicatorHeader, row: number): boolean {
  const innermost = levels[levels.length - 1] ?? levels[0];
  const piece = pieceIn(view, row, innermost.span);
  return piece?.row === row && piece.kind === 'text' && !/^[.…·。]+$/.test(piece.text);
}

/** Where no indicator has points of its own, a group with a single indicator gives it the points of the group. */
function withGroupPoints(
  indicators: readonly Indicator[],
  groups: readonly IndicatorGroup[],
): readonly Indicator[] {
  if (indicators.some(({ points }) => points?.reading.kind === 'number')) return indicators;
  const inside = groups.map(() => 0);
  for (const { group } of indicators) {
    for (let at = group; at !== null; at = groups[at]?.parent ?? null) inside[at] = (inside[at] ?? 0) + 1;
  }
  return indicators.map((indicator) => {
    for (let at = indicator.group; at !== null && inside[at] === 1; at = groups[at]?.parent ?? null) {
      const points = groups[at]?.points;
      if (points) return { ...indicator, points };
    }
    return indicator;
  });
}

/**
 * In a flat table the numbering may show the levels (`一、投入` above `1. 预算完成率`): a line that is only named and weighted,
 * above lines numbered one step deeper, is their group and no indicator.
 */
function withNumberedGroups(
  indicators: readonly Indicator[],
  groups: readonly IndicatorGroup[],
  header: IndicatorHeader,
): Pick<IndicatorBody, 'groups' | 'indicators'> {
  if (header.levels.length > 1 || groups.length > 0) return { groups, indicators };
  const ranks = indicators.map(({ name }) => rowLabel(name).rank);
  const isGroup = (index: number): boolean => {
    const [own, next] = [ranks[index], ranks[index + 1]];
    const one = indicators[index];
    if (own === undefined || own === null || next === undefined || next === null || next <= own || !one)
      return false;
    return (
      (one.standard?.text ?? '') === '' &&
      (one.target?.reading.kind ?? 'blank') === 'blank' &&
      (one.actual?.reading.kind ?? 'blank') === 'blank'
    );
  };
  if (!indicators.some((_, index) => isGroup(index))) return { groups, indicators };
  const found: IndicatorGroup[] = [];
  const open: { rank: number; index: number }[] = [];
  const kept: Indicator[] = [];
  indicators.forEach((one, index) => {
    const rank = ranks[index] ?? Number.POSITIVE_INFINITY;
    while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
    const parent = open.at(-1)?.index ?? null;
    if (!isGroup(index)) {
      kept.push({ ...one, group: parent });
      return;
    }
    found.push({ name: one.name, ref: one.ref, level: open.length + 1, points: one.points, parent });
    open.push({ rank, index: found.length - 1 });
  });
  return { groups: found, indicators: kept };
}
