import { squeeze } from '../snapshot/width';
import {
  amountMeaning,
  headerYear,
  isRowHeader,
  namesCount,
  namesMoney,
  namesShare,
  numbersRows,
  sideColumn,
} from './amount-words';
import { saysPercent, unitInText, yearIn } from './headings';
import { headerKey, indicatorColumn } from './indicator-words';
import { labelOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountColumn, ColumnMeaning } from './table';

/** A column of amounts with its place. */
export type PlacedColumn = AmountColumn & Readonly<{ at: number; to: number }>;

/** The header of an amount table. */
export type AmountHeader = Readonly<{
  top: number;
  bottom: number;
  left: number;
  right: number;
  next: number;
  /** Piece over the labels, or beside the headers of a band. */
  label: Piece;
  /** Columns where labels may stand, left to right. */
  labelColumns: readonly number[];
  columns: readonly PlacedColumn[];
  unitColumn: number | null;
  noteColumn: number | null;
  /** Columns of budget codes (201, 20101; or 类, 款, 项 apart), left to right. */
  codeColumns: readonly number[];
  /** Year that the header's own columns give. */
  year: number | null;
  signature: string;
}>;

/** Longest header text; a sentence is none. */
const LONGEST_HEADER = 30;
const MOST_HEADER_LINES = 3;

/** Whether a line could be part of a header of amounts: short texts and nothing else. */
export function isHeaderLike(line: Line): boolean {
  return (
    line.words &&
    line.pieces.every(
      ({ kind, text }) => kind === 'text' && text.length <= LONGEST_HEADER && !/[。;；!?]/.test(text),
    )
  );
}

/** Reads the header of amounts that begins at a line; `null` when none does. */
export function amountHeaderAt(
  view: SheetView,
  start: number,
  tableYear: number | null,
): AmountHeader | null {
  const first = view.lines[start];
  if (!first || first.pieces.length < 2 || !isHeaderLike(first)) return null;
  const outer =
    first.pieces.find(namesRows) ??
    unnamedLabel(view, start, first) ??
    first.pieces.find((piece) => !numbersRows(piece));
  if (!outer) return null;
  let end = start + 1;
  while (end < view.lines.length && end - start < MOST_HEADER_LINES && refines(view.lines[end], outer, first))
    end += 1;
  const lines = view.lines.slice(start, end);
  const label = finestLabel(lines, outer);
  const year = tableYear ?? latestYear(lines);
  const columns: PlacedColumn[] = [];
  let unitColumn: number | null = null;
  let noteColumn: number | null = null;
  const codeColumns: number[] = [];
  const codeLevels = codeLevelsOn(lines);
  const labelColumns = [label.column];
  let amountsFrom: number | null = null;
  for (const { piece, uppers } of lowestPieces(lines)) {
    if (piece === label || label.text === piece.text || MARKS.has(indicatorColumn(piece.text)?.role))
      continue;
    const side = sideColumn(piece.text);
    if (side === 'unit') unitColumn ??= piece.column;
    else if (side === 'note') noteColumn ??= piece.column;
    else if (side === 'code' || codeLevels.has(piece)) codeColumns.push(...columnsOf(piece));
    else if (side === null) {
      const column = placedColumn(view, piece, uppers, year);
      if (column) columns.push(column);
      else if (piece.column < (amountsFrom ??= firstAmount(lines, label)) && !holdsNumbers(view, end, piece))
        labelColumns.push(piece.column);
      else columns.push({ ...plainColumn(view, piece, uppers), meaning: 'other' });
    }
  }
  if (columns.length === 0) return null;
  const all = lines.flatMap(({ pieces }) => pieces);
  return {
    top: first.row,
    bottom: lines.at(-1)?.row ?? first.row,
    left: Math.min(...all.map(({ column }) => column)),
    right: Math.max(...all.map(({ right }) => right)),
    next: end,
    label,
    labelColumns: labelColumns.sort((a, b) => a - b),
    columns,
    unitColumn,
    noteColumn,
    codeColumns,
    year,
    signature: all.map(({ text }) => text).join('|'),
  };
}

/** 科目名称 under 项目: the lowest word over the labels that is no code. */
function finestLabel([first, ...below]: readonly Line[], outer: Piece): Piece {
  const amounts = first?.pieces.filter((piece) => piece !== outer && tellsColumn(piece)) ?? [];
  const edge = Math.min(...amounts.map(({ column }) => column));
  const finer = below.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.column < edge && namesRows(piece) && sideColumn(piece.text) === null),
  );
  return finer.at(-1) ?? outer;
}

const CODE_LEVELS = ['类', '款', '项'];

/** The headers 类, 款 and 项 of a code in three columns; one of them alone could be anything. */
function codeLevelsOn(lines: readonly Line[]): ReadonlySet<Piece> {
  for (const { pieces } of lines) {
    const found = pieces.filter(({ text }) => CODE_LEVELS.includes(text));
    if (found.map(({ text }) => text).join() === CODE_LEVELS.join()) return new Set(found);
  }
  return NONE;
}

const NONE: ReadonlySet<Piece> = new Set();

const columnsOf = ({ column, right }: Piece): readonly number[] =>
  Array.from({ length: right - column + 1 }, (_, step) => column + step);

/**
 * Reads a header whose values stand right under it, with the label of the whole band at the left: every other piece is a
 * quantity of its own, whatever its words.
 */
export function bandHeaderAt(view: SheetView, start: number, tableYear: number | null): AmountHeader | null {
  const line = view.lines[start];
  const [label, ...rest] = line?.pieces ?? [];
  if (!line || !label || rest.length === 0 || !isHeaderLike(line)) return null;
  const columns = rest.map((piece): PlacedColumn => ({
    ...plainColumn(view, piece, []),
    meaning: amountMeaning(piece.text, tableYear) ?? 'value',
  }));
  return {
    top: line.row,
    bottom: line.row,
    left: label.column,
    right: Math.max(...rest.map(({ right }) => right)),
    next: start + 1,
    label,
    labelColumns: [label.column],
    columns,
    unitColumn: null,
    noteColumn: null,
    codeColumns: [],
    year: tableYear ?? latestYear([line]),
    signature: line.pieces.map(({ text }) => text).join('|'),
  };
}

/** Place of the labels where the header leaves it empty: left of the amounts, as the lines below show. */
function unnamedLabel(view: SheetView, start: number, first: Line): Piece | null {
  const [amount] = first.pieces;
  if (!amount || amountMeaning(amount.text, null) === null) return null;
  for (const line of view.lines.slice(start + 1, start + 1 + MOST_HEADER_LINES)) {
    const label = line.pieces.find((piece) => piece.kind === 'text' && piece.column < amount.column);
    if (label) return { ...amount, column: label.column, right: label.column, text: '' };
  }
  return null;
}

/** A header over the labels, wherever its column stands: 支出预算资金来源 names rows although it speaks of 预算. */
export function namesRows({ text }: Pick<Piece, 'text'>): boolean {
  return (
    isRowHeader(text) &&
    (amountMeaning(text, null) === null || /(?:来源|分类|用途|季度|类别|科目|名称)$/.test(headerKey(text)))
  );
}

/** Whether a header tells of amounts at all; a band under values may do without. */
export function tellsAmounts({ columns }: AmountHeader): boolean {
  return (
    columns.some(({ meaning }) => meaning !== 'other') ||
    columns.filter(({ header }) => namesShare(header.text)).length >= FEWEST_SHARES ||
    addsScores(columns) ||
    splitsMoney(columns) ||
    tellsMoney(columns)
  );
}

/** Whether a sum of money stands beside the kinds of money in it, which the header calls by names of its own. */
const splitsMoney = (columns: readonly PlacedColumn[]): boolean =>
  columns.some(({ header }) =>
    /(?:收入|支出|经费|资金|资产)(?:合计|总计|总额)$|^资产总额$/.test(headerKey(squeeze(header.text))),
  ) && columns.filter(({ header }) => namesMoney(header.text)).length >= FEWEST_SHARES;

/** Money that goes from one hand to the next. */
const FLOW = /^(?:已|实际)?(?:下达|拨付|到位|分配|使用|支付|结余)(?:数|额|金额|资金)?$/;

/** Whether headers of the office's own name several sums of money, or one beside those it is counted by (学生人数). */
function tellsMoney(columns: readonly PlacedColumn[]): boolean {
  const headers = columns.map(({ header }) => squeeze(header.text));
  const money = headers.filter((text) => namesMoney(text) || FLOW.test(headerKey(text))).length;
  return money > 0 && money + headers.filter(namesCount).length >= FEWEST_SHARES;
}

/** Whether a header is over scores: 产出得分, or 产出（30分）. */
const namesScore = (text: string): boolean => /得分$/.test(headerKey(text)) || /[(]\d+分[)]$/.test(text);

/** Whether the scores of many projects stand beside each other with what they add up to. */
const addsScores = (columns: readonly PlacedColumn[]): boolean =>
  columns.filter(({ header }) => namesScore(squeeze(header.text))).length >= FEWEST_SHARES &&
  columns.some(({ header }) => /^(?:总分|总得分|合计)$/.test(headerKey(squeeze(header.text))));

/** Fewer shares of a whole beside each other are no table of them. */
const FEWEST_SHARES = 2;

/**
 * A further header line: over the labels nothing but finer words for them (科目编码 and 科目名称 under 项目), and words for
 * amounts under the words above.
 */
function refines(line: Line | undefined, label: Piece, first: Line): boolean {
  if (!line || !isHeaderLike(line)) return false;
  // What stands over the labels is there again when a merged header was taken apart and filled.
  const again = ({ column, text }: Piece): boolean =>
    first.pieces.some((piece) => piece.column === column && piece.text === text);
  const over = line.pieces.filter(
    (piece) => piece.column <= label.column && piece.text !== label.text && !again(piece),
  );
  if (over.length > 0) return over.every(namesLabels) && refinesLabels(line, label, first);
  const inside = line.pieces.filter(({ column }) => column > label.column);
  return (
    inside.some(({ text }) => amountMeaning(text, null) !== null) ||
    inside.filter(({ text }) => namesShare(text)).length >= FEWEST_SHARES ||
    splitsHeaders(line, first)
  );
}

/**
 * Whether a line holds nothing but the parts of headers that are merged over several columns of the line above: 总额, 财政拨款
 * and 其他资金 under 全年预算数.
 */
export const splitsHeaders = ({ row, words, pieces }: Line, above: Line): boolean =>
  words &&
  above.row === row - 1 &&
  pieces.length >= FEWEST_SHARES &&
  pieces.every((piece) =>
    above.pieces.some(
      ({ column, right, bottom }) =>
        right > column && bottom < row && piece.column >= column && piece.right <= right,
    ),
  );

/** Whether a line says more closely what the labels are, under a header that says what the amounts are. */
function refinesLabels({ pieces }: Line, label: Piece, { pieces: above }: Line): boolean {
  const amounts = above.filter((piece) => piece !== label && tellsColumn(piece));
  const first = Math.min(...amounts.map(({ column }) => column));
  const inside = pieces.filter(({ column }) => column >= first);
  return (
    amounts.length > 0 &&
    above.every((piece) => piece === label || piece.column >= first) &&
    pieces.every((piece) => piece.column >= first || namesLabels(piece)) &&
    inside.every(tellsColumn) &&
    inside.every(({ column }) => above.every((piece) => piece.column !== column || piece.right > column))
  );
}

/** Whether a header says what the amounts under it are. */
export const tellsColumn = ({ text }: Pick<Piece, 'text'>): boolean =>
  amountMeaning(text, null) !== null || namesShare(text);

const namesLabels = (piece: Piece): boolean => sideColumn(piece.text) === 'code' || namesRows(piece);

function latestYear(lines: readonly Line[]): number | null {
  const years = lines
    .flatMap(({ pieces }) => pieces.map(({ text }) => yearIn(text) ?? headerYear(text).year))
    .filter((year) => year !== null);
  return years.length === 0 ? null : Math.max(...years);
}

/** The lowest header piece over each column with the pieces above it, from the outermost. */
export function lowestPieces(lines: readonly Line[]): readonly { piece: Piece; uppers: readonly Piece[] }[] {
  const found: { piece: Piece; uppers: readonly Piece[] }[] = [];
  lines.forEach((line, index) => {
    for (const piece of line.pieces) {
      const covered = lines
        .slice(index + 1)
        .some(({ pieces }) =>
          pieces.some((other) => other.column >= piece.column && other.column <= piece.right),
        );
      if (covered) continue;
      const uppers = lines.slice(0, index).flatMap(({ pieces }) => {
        const upper = pieces.filter((other) => other.column <= piece.column).at(-1);
        return upper && upper.text !== piece.text ? [upper] : [];
      });
      found.push({ piece, uppers });
    }
  });
  return found.sort((a, b) => a.piece.column - b.piece.column);
}

/** Lines below a header that show what a column holds whose words say nothing. */
const SHOWN_LINES = 3;
/** A label column of two numbers may hold the numbers of the lines. */
const FEWEST_NUMBERS = 2;

/** Whether the lines below a header have numbers in a column, and no word. */
function holdsNumbers(view: SheetView, next: number, { column, right, text }: Piece): boolean {
  const below = view.lines
    .slice(next, next + SHOWN_LINES)
    .flatMap(({ pieces }) => pieces.filter((piece) => piece.column >= column && piece.column <= right));
  const least = namesMoney(text) ? 1 : FEWEST_NUMBERS;
  return below.length >= least && below.every(({ kind }) => kind !== 'text');
}

function firstAmount(lines: readonly Line[], label: Piece): number {
  const amounts = lines.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece !== label && amountMeaning(piece.text, null) !== null),
  );
  return Math.min(...amounts.map(({ column }) => column));
}

const OWN_SUM = /^(?:小计|合计)$/;

function placedColumn(
  view: SheetView,
  piece: Piece,
  uppers: readonly Piece[],
  year: number | null,
): PlacedColumn | null {
  // 其中 over the parts of a sum says nothing about them.
  const above = uppers.filter(({ text }) => headerKey(text) !== '其中').at(-1);
  const plain = plainColumn(view, piece, uppers);
  if (namesShare(piece.text)) return { ...plain, meaning: 'other' };
  // 增减（%） is no amount, whatever it is the percentage of.
  const said = amountMeaning(piece.text, year);
  const own = said !== null && saysPercent(piece.text) ? 'rate' : said;
  // 小计 under 政府性基金预算 is a share of the row, whatever stands in that name.
  const upper = above && (namesShare(above.text) ? 'other' : amountMeaning(above.text, year));
  if (above && upper === null && OWN_SUM.test(piece.text)) {
    // 小计 under 固定资产 is the whole of that, and not of the row.
    const text = `${labelOf(view, above).text}${plain.header.text}`;
    return { ...plain, header: { ...plain.header, text }, meaning: 'other' };
  }
  // 账面数 over 数量 and 净值 is only a frame; 2017年 over 预算数 and 决算数 is not.
  const meaning: ColumnMeaning | null = own === null || own === 'value' ? (upper ?? own) : own;
  if (meaning === null) return null;
  const prior = above && own !== null ? amountMeaning(`${above.text}${piece.text}`, year) : null;
  // 总额 stands under 预算数 and again under 执行数: only both words together name the column.
  const header =
    above && upper !== null && (own === null || own === 'value')
      ? { ...plain.header, text: `${labelOf(view, above).text}${plain.header.text}` }
      : plain.header;
  return { ...plain, header, meaning: prior?.startsWith('prior') ? prior : meaning };
}

function plainColumn(view: SheetView, piece: Piece, uppers: readonly Piece[]): Omit<PlacedColumn, 'meaning'> {
  const above = uppers.at(-1);
  return {
    header: labelOf(view, piece),
    under: uppers.map((upper) => labelOf(view, upper)),
    year: headerYear(piece.text).year ?? (above ? headerYear(above.text).year : null),
    unit: unitInText(piece.text) ?? (above ? unitInText(above.text) : null),
    at: piece.column,
    to: piece.right,
  };
}

/** Whether a line is the header of a scored table and therefore none of plain amounts. */
export function isIndicatorLine(line: Line): boolean {
  const roles = line.pieces.map(({ text }) => indicatorColumn(text)?.role);
  return (roles.includes('score') && !isSummary(line, roles)) || namesLevels(line);
}

/** 一级指标 beside 二级指标, under 绩效指标 or alone: aims and how far they were reached, which are no amounts. */
export const opensAims = ({ lines }: SheetView, at: number): boolean =>
  lines[at]?.words === true && (namesLevels(lines[at]) || namesLevels(lines[at + 1]));

const namesLevels = (line: Line | undefined): boolean =>
  line?.words === true &&
  line.pieces.filter(({ text }) => indicatorColumn(text)?.role === 'level').length > 1;

/** Whether a header lists projects or kinds of spending with their money; the score beside it was given elsewhere. */
function isSummary({ pieces }: Line, roles: readonly (string | undefined)[]): boolean {
  const amounts = pieces.filter(({ text }) => MONEY.has(amountMeaning(text, null) ?? 'other'));
  return (
    amounts.length >= 2 &&
    pieces.some(({ text }) => /(?:名称|来源|类型|类别|性质|构成)$/.test(headerKey(text))) &&
    !roles.some((role) => role === 'level' || role === 'standard' || role === 'target' || role === 'actual')
  );
}

const MONEY: ReadonlySet<ColumnMeaning> = new Set(['initial-budget', 'adjusted-budget', 'budget', 'final']);
/** Columns of marks: they are no amounts. */
const MARKS: ReadonlySet<string | undefined> = new Set(['score', 'points']);

/** Text of a row header without brackets. */
export const rowHeaderKey = (label: Piece): string => headerKey(label.text);
