import { perReview } from '../remember';
import { yearIn } from './headings';
import { aimBehind, holdsAims, typedOverScore } from './header-gaps';
import { saysPoints } from './indicator-groups';
import { headerKey, indicatorColumn, type IndicatorColumn } from './indicator-words';
import type { Line, Piece, SheetView } from './sheet-view';

/** Columns a header word covers; the body is read in the first of them that is filled. */
export type Span = Readonly<{ from: number; to: number }>;

/** A level of the tree of indicators and the column of its points, where it has one. */
export type LevelColumn = Readonly<{ level: number; span: Span; points: Span | null }>;

type Named =
  | 'score'
  | 'deducted'
  | 'standard'
  | 'definition'
  | 'target'
  | 'adjusted'
  | 'actual'
  | 'completion'
  | 'sign'
  | 'measure'
  | 'reason';

/** The columns of an indicator table, found by what its header means. */
export type IndicatorHeader = Readonly<{
  /** Rows of the header. */
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Index of the first line behind the header. */
  next: number;
  /** Whether the header names levels (一级指标); a flat table names its indicators only. */
  named: boolean;
  /** Outermost first; the innermost is the column of the indicators' names. Never empty. */
  levels: readonly [LevelColumn, ...LevelColumn[]];
  points: Span | null;
  columns: Readonly<Partial<Record<Named, Span>>>;
  /** `null` in a form that compares target and actual value and gives no scores. */
  score: Span | null;
  /** Words of all header cells, by which a repeated header is known. */
  signature: string;
}>;

/** Number of a goal over its own indicators: 年度绩效目标1. */
const GOAL_NUMBER = /(?<=目标)[\d一二三四五六七八九十]+$/;

/** A header has at most this many rows; department tables print three. */
const MOST_HEADER_LINES = 6;

/** Finds the header of an indicator table that begins at a line; `null` when none does. */
export function indicatorHeaderAt(view: SheetView, start: number): IndicatorHeader | null {
  const first = view.lines[start];
  if (!first || first.pieces.length < 2 || !(first.words || typedOverScore(first)) || !opensHeader(first))
    return null;
  const known = headersOf(view);
  const found = known.get(start);
  if (found !== undefined) return found;
  const header = readHeader(view, start);
  known.set(start, header);
  return header;
}

/** Headers of a view by their first lines: several readers ask whether one begins at a line. */
const headersOf = perReview((_view: SheetView) => new Map<number, IndicatorHeader | null>());

function readHeader(view: SheetView, start: number): IndicatorHeader | null {
  let end = start + 1;
  while (end < view.lines.length && end - start < MOST_HEADER_LINES && continuesHeader(view, start, end))
    end += 1;
  const lines = view.lines.slice(start, end);
  return headerOf(lines, end, view);
}

/** Whether the innermost names below print their points (`相关性（5分）`): such a table needs no column for them. */
function namesCarryPoints({ lines }: SheetView, from: number, levels: readonly LevelColumn[]): boolean {
  const names = levels.length > 1 ? levels.at(-1)?.span : undefined;
  return lines
    .slice(from, from + MOST_HEADER_LINES)
    .some(({ pieces }) => pieces.some(({ column, text }) => column === names?.from && saysPoints(text)));
}

/** Names of levels or indicators beside what is said of them; a line of levels alone may be refined by the next. */
function opensHeader(line: Line): boolean {
  let levels = 0;
  let named = false;
  let described = false;
  let known = 0;
  for (const { text, kind } of line.pieces) {
    const role = kind === 'text' ? indicatorColumn(text)?.role : undefined;
    if (role === undefined || role === 'other') continue;
    known += 1;
    if (role === 'level') levels += 1;
    if (role === 'level' || role === 'name') named = true;
    if (DESCRIBING.has(role)) described = true;
  }
  return named && (described || levels > 1) && known >= 2;
}

const DESCRIBING: ReadonlySet<string> = new Set(['score', 'points', 'standard', 'target', 'actual']);

/** Whether a line only refines the header above it: nothing but header words, and no new header of its own kind. */
function continuesHeader(view: SheetView, start: number, at: number): boolean {
  const line = view.lines[at];
  if (!line) return false;
  const words = line.pieces.filter((piece) => piece.kind === 'text' && indicatorColumn(piece.text) !== null);
  // Under headers that are merged over several columns a word may be unknown; a line of its own has known words only.
  const unknown = line.pieces.length - words.length;
  if (unknown > 0 && !(unknown < words.length && line.words && isUnder(view, start, at))) return false;
  // A merged first line that reaches down here keeps its header together whatever stands in it.
  const reaches =
    view.lines[start]?.pieces.some(
      (piece) => piece.bottom >= line.row && indicatorColumn(piece.text) !== null,
    ) ?? false;
  const refines = line.pieces.every(
    (piece) => indicatorColumn(piece.text)?.role !== 'other' || stands(view.lines[start], piece),
  );
  return reaches || refines;
}

/** Whether the same word stands above in its column: a header that was merged downwards and taken apart. */
const stands = (line: Line | undefined, { column, text }: Piece): boolean =>
  line?.pieces.some((piece) => piece.column === column && piece.text === text) ?? false;

/** Whether every piece of a line stands under a header that is merged over several columns. */
function isUnder({ lines }: SheetView, start: number, at: number): boolean {
  const wide = (lines[at - 1]?.pieces ?? []).filter(({ column, right }) => right > column);
  return (
    at === start + 1 &&
    (lines[at]?.pieces ?? []).every((piece) =>
      wide.some(({ column, right }) => piece.column >= column && piece.right <= right),
    )
  );
}

type Placed = Readonly<{
  piece: Piece;
  column: IndicatorColumn;
  level: number | null;
  /** Words of the header that is merged over the piece and its neighbours; '' for none. */
  over: string;
}>;

function headerOf(lines: readonly Line[], next: number, view: SheetView): IndicatorHeader | null {
  const bottom = withLevelPoints(ofLatestYear(lowestWords(lines)));
  const levels: { level: number; span: Span; points: Span | null }[] = [];
  const points: { span: Span; level: number | null }[] = [];
  const columns: Partial<Record<Named, Span>> = {};
  const names: Piece[] = [];
  let score: Placed | null = null;
  // 分数 is the points beside a column of scores, and the score where there is none.
  const onlyCount = !bottom.some(({ column }) => column.role === 'score');
  for (const placed of bottom) {
    const { piece, column } = placed;
    const span = { from: piece.column, to: piece.right };
    if (column.role === 'level' || (column.role === 'label' && placed.level !== null)) {
      const level = column.role === 'level' ? column.level : (placed.level ?? 1);
      if (!levels.some((known) => known.level === level)) levels.push({ level, span, points: null });
    } else if (column.role === 'name' || column.role === 'label') {
      names.push(piece);
    } else if (column.role === 'points' || (column.role === 'count' && !onlyCount)) {
      points.push({ span, level: placed.level });
    } else if (column.role === 'score' || column.role === 'count') {
      score = betterScore(score, placed);
    } else if (column.role === 'target' && columns.target && /调整/.test(piece.text)) {
      columns.adjusted ??= span;
    } else if (column.role !== 'other') {
      columns[column.role] ??= span;
    }
  }
  const named = levels.length > 0;
  const below = Math.max(...lines.map(({ row }) => row));
  if (named) levels.push(...namesBehind(levels, names, below));
  else levels.push(...levelsOf(names, below));
  levels.sort((a, b) => a.level - b.level);
  const own = assignPoints(levels, points);
  const typed = score ? null : ((lines[0] && typedOverScore(lines[0])) ?? null);
  score ??= typed && { piece: typed, column: { role: 'score' }, level: null, over: '' };
  if (columns.actual && !columns.target) takeAims(view, next, lines, levels, columns);
  const [first, ...rest] = levels;
  const described = columns.standard ?? columns.target ?? columns.actual ?? own;
  const readable = score
    ? described || namesCarryPoints(view, next, levels)
    : isUnscored(levels, own, columns) || isDeducted(own, columns);
  if (!first || !readable) return null;
  const all = lines.flatMap(({ pieces }) => pieces);
  return {
    top: lines[0]?.row ?? 0,
    bottom: Math.max(...lines.map(({ row }) => row)),
    left: Math.min(...all.map(({ column }) => column)),
    right: Math.max(...all.map(({ right }) => right)),
    next,
    levels: [first, ...rest],
    named,
    points: own,
    columns,
    score: score && { from: score.piece.column, to: score.piece.right },
    signature: all.map(({ text }) => headerKey(text).replace(GOAL_NUMBER, '')).join('|'),
  };
}

/** Gives a table that says what was reached, and not under a usual word what was aimed at, its column of targets. */
function takeAims(
  view: SheetView,
  next: number,
  lines: readonly Line[],
  levels: readonly LevelColumn[],
  columns: Partial<Record<Named, Span>>,
): void {
  const { standard } = columns;
  const aim = aimBehind(lines, levels.at(-1)?.span.to ?? 0);
  if (aim) columns.target = aim;
  else if (standard && holdsAims(view, next, standard)) {
    columns.target = standard;
    delete columns.standard;
  }
}

/** The forms of transfer payments print what was aimed at beside what was reached, and neither points nor scores. */
const isUnscored = (
  levels: readonly unknown[],
  points: Span | null,
  { target, actual }: IndicatorHeader['columns'],
): boolean => levels.length > 1 && points === null && !!target && !!actual;

/** A form that prints what was taken off the points in place of the score. */
const isDeducted = (
  points: Span | null,
  { deducted, standard, target, actual }: IndicatorHeader['columns'],
): boolean => !!points && !!deducted && !!(standard ?? (target && actual));

/**
 * Levels of a table that numbers none. Of several columns of names (考核内容 beside 考核指标) each is a level; what stands
 * right of the indicators says more about them. A cell that reaches down beside the rows names the whole block.
 */
function levelsOf(
  names: readonly Piece[],
  bottom: number,
): { level: number; span: Span; points: Span | null }[] {
  const beside = names.filter((piece) => piece.bottom <= bottom);
  const columns = beside.length > 0 ? beside : names;
  const [first] = columns;
  if (!first) return [];
  if (columns.length === 1) return levelsUnder({ from: first.column, to: first.right });
  const [outer, inner] = columns.map(({ text }) => headerKey(text));
  const content = /^(?:绩效|评价)?指标$/.test(outer ?? '') && CONTENT.test(inner ?? '');
  const indicators = columns.map(
    ({ text }, index) => INDICATORS.test(headerKey(text)) || (content && index === 1),
  );
  const last = indicators.includes(true) ? indicators.lastIndexOf(true) : columns.length - 1;
  return columns.slice(0, last + 1).map(({ column, right }, index) => ({
    level: index + 1,
    span: { from: column, to: right },
    points: null,
  }));
}

/** 指标名称 behind 二级指标 is the level below it. */
function namesBehind(
  levels: readonly Pick<LevelColumn, 'level' | 'span'>[],
  names: readonly Piece[],
  bottom: number,
): { level: number; span: Span; points: Span | null }[] {
  const right = Math.max(...levels.map(({ span }) => span.to));
  const name = names.find(
    (piece) => piece.column > right && piece.bottom <= bottom && INDICATORS.test(headerKey(piece.text)),
  );
  if (!name) return [];
  const level = Math.max(...levels.map((known) => known.level)) + 1;
  return [{ level, span: { from: name.column, to: name.right }, points: null }];
}

/** 指标内容 behind 指标: the first names the groups. */
const CONTENT = /^(?:具体|三级)?指标内容$/;
const INDICATORS = /指标(?:名称|项)?$/;

/** One header over several columns (评价指标 over A to C) stands for as many levels. */
const levelsUnder = ({ from, to }: Span): { level: number; span: Span; points: Span | null }[] =>
  Array.from({ length: Math.min(to - from + 1, MOST_LEVELS) }, (_, index) => ({
    level: index + 1,
    span: { from: from + index, to: from + index },
    points: null,
  }));

/** More columns than this under one header are a wide cell and no levels. */
const MOST_LEVELS = 4;

/** The lowest header word over each column, with the level that stands above it. */
function lowestWords(lines: readonly Line[]): Placed[] {
  const placed: Placed[] = [];
  lines.forEach((line, index) => {
    for (const piece of line.pieces) {
      const column = indicatorColumn(piece.text);
      if (!column) continue;
      const below = lines
        .slice(index + 1)
        .some(({ pieces }) =>
          pieces.some(
            (other) =>
              other.column >= piece.column &&
              other.column <= piece.right &&
              indicatorColumn(other.text) !== null,
          ),
        );
      if (below) continue;
      const over = wideAbove(lines[index - 1], piece);
      if (over !== '' && SOMEBODY_ELSE.test(over)) continue;
      placed.push({ piece, column, level: levelAbove(lines.slice(0, index), piece.column), over });
    }
  });
  return placed.sort((a, b) => a.piece.column - b.piece.column);
}

/** Of 2022年得分 and 2023年得分 the later is the report's; columns without a year are, too. */
function ofLatestYear(placed: readonly Placed[]): readonly Placed[] {
  const yearOf = ({ piece, over }: Placed): number | null => yearIn(piece.text) ?? yearIn(over);
  const latest = Math.max(...placed.map((one) => yearOf(one) ?? 0));
  return placed.filter((one) => (yearOf(one) ?? latest) === latest);
}

/**
 * 得分 behind every level, and once more behind the standards: what stands behind the levels is what they can earn. A table
 * that has a column of points says so itself.
 */
function withLevelPoints(placed: readonly Placed[]): readonly Placed[] {
  const scores = placed.filter(({ column }) => column.role === 'score');
  const earned = scores.at(-1);
  if (scores.length < 2 || placed.some(({ column }) => column.role === 'points')) return placed;
  const isWeight = (one: Placed, index: number): boolean =>
    one.column.role === 'score' && one !== earned && placed[index - 1]?.column.role === 'level';
  if (!scores.every((one) => one === earned || isWeight(one, placed.indexOf(one)))) return placed;
  return placed.map((one, index) => (isWeight(one, index) ? { ...one, column: { role: 'points' } } : one));
}

/** Whose columns these are when it is not the office itself: 财政复核 over 得分 and 理由. */
const SOMEBODY_ELSE = /复核|复评|核查|审核|抽查|核定|财政|第三方|专家|评价组|主管部门|上级|上年/;

const wideAbove = (line: Line | undefined, { column, right }: Piece): string =>
  line?.pieces.find((piece) => piece.right > piece.column && piece.column <= column && piece.right >= right)
    ?.text ?? '';

/** Level named by the words above a column: the piece that covers it or, without merges, the next one to the left. */
function levelAbove(lines: readonly Line[], column: number): number | null {
  for (const line of [...lines].reverse()) {
    const left = line.pieces.filter((piece) => piece.column <= column).at(-1);
    const word = left && indicatorColumn(left.text);
    if (word?.role === 'level') return word.level;
  }
  return null;
}

/** 自评得分 wins over a plain 得分, what was weighted over what is of a hundred, and the first over the later. */
function betterScore(known: Placed | null, other: Placed): Placed {
  if (!known) return other;
  return rankOf(other) > rankOf(known) ? other : known;
}

function rankOf({ piece, over }: Placed): number {
  const text = piece.text + over;
  return (/加权|折算|折后|[×*xX]权重/.test(piece.text) ? 2 : 0) + (/自评|自我/.test(text) ? 1 : 0);
}

/**
 * Gives each points column to its level: the level above it, or the level column next to the left when there are several
 * points columns. Returns the column of the indicators' own points.
 */
function assignPoints(
  levels: { level: number; span: Span; points: Span | null }[],
  points: readonly { span: Span; level: number | null }[],
): Span | null {
  const [only, second] = points;
  if (only && !second) {
    const above = levels.find(({ level }) => level === only.level);
    if (above && above !== levels.at(-1)) above.points = only.span;
    return above && above !== levels.at(-1) ? null : only.span;
  }
  for (const { span, level } of points) {
    const owner =
      levels.find((known) => known.level === level) ??
      levels.filter((known) => known.span.from < span.from).sort((a, b) => b.span.from - a.span.from)[0];
    if (owner) owner.points ??= span;
  }
  return levels.at(-1)?.points ?? null;
}
