import { isHeaderLike, isIndicatorLine, namesRows, opensAims, type AmountHeader } from './amount-header';
import { blockAt, headsNext, kindOf, type Block } from './amount-block';
import { squeeze } from '../snapshot/width';
import { bandedList } from './amount-bands';
import { placed, tableBase } from './amount-rows';
import { amountMeaning, numbersRows, sideColumn } from './amount-words';
import { headingOf, titleWords, type Heading } from './headings';
import { joinedHalves } from './joined-halves';
import { isRosterLine } from './roster';
import { partOfView, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountTable, ColumnMeaning } from './table';

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
  // What stands above the next table stands at its left edge, which only the first half would see.
  const ahead = view.lines.slice(start + 1, start + MOST_LINES).findIndex(headsNext);
  const end = ahead < 0 ? undefined : start + 1 + ahead;
  const halves = starts.flatMap((from, index) => {
    const to = (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const half = partOfView(view, ({ column }) => column >= from && column <= to, start, end);
    const found = amountTableAt(half, 0, above);
    return found ? [{ ...found, from, to }] : [];
  });
  const tables = joinedHalves(view, halves);
  const bottom = Math.max(...tables.map(({ table }) => table.range.bottom));
  if (tables.length === 0) return null;
  let next = start + 1;
  while ((view.lines[next]?.row ?? Number.POSITIVE_INFINITY) <= bottom) next += 1;
  return { tables, next };
}

/** First columns of the tables that one header line holds: where it names rows again behind columns of amounts. */
function halvesOf(line: Line | undefined): readonly number[] {
  if (!line || !isHeaderLike(line)) return [];
  const sides = sidesOf(line);
  if (sides.length > 0) return sides;
  const starts: number[] = [];
  let amounts = 0;
  for (const piece of line.pieces) {
    const names = namesRows(piece) && sideColumn(piece.text) === null;
    if (names && (starts.length === 0 || amounts > 0)) {
      starts.push(startOf(line.pieces, piece));
      amounts = 0;
    } else if (amountMeaning(piece.text, null) !== null) {
      amounts += 1;
    }
  }
  const begun = amounts > 0 ? starts : starts.slice(0, -1);
  return begun.length > MOST_BESIDE ? [] : begun;
}

/** Behind so many lines the next table is not looked for; every table of a long sheet would look through all of it. */
const MOST_LINES = 1000;

/** The two sides of an account, which are called by what they list. */
const SIDE = /^(?:资产|收入|来源|资金来源|负债|支出|运用|资金运用|净资产|负债[和及与]净资产)$/;

/** First columns of the sides of an account (资产 beside 负债和净资产), each with the same words behind it. */
function sidesOf({ pieces }: Line): readonly number[] {
  const named = pieces.filter((piece) => !numbersRows(piece));
  const at = named.flatMap(({ text }, index) => (SIDE.test(text) ? [index] : []));
  if (at.length < 2 || at[0] !== 0) return [];
  const words = at.map((start, index) => named.slice(start + 1, at[index + 1]).map(({ text }) => text));
  const [first = []] = words;
  const alike = words.every((own) => own.join('|') === first.join('|'));
  const tells = first.some((text) => amountMeaning(text, null) !== null);
  return alike && tells
    ? named.flatMap((piece, index) => (at.includes(index) ? [startOf(pieces, piece)] : []))
    : [];
}

/** First column of a table whose labels a header names: that of the numbers or codes before them, where there are any. */
export function startOf(pieces: readonly Piece[], label: Piece): number {
  const before = pieces[pieces.indexOf(label) - 1];
  return before && numbersRows(before) ? before.column : label.column;
}

/** More tables never stand side by side; a line that names rows more often is no header at all. */
const MOST_BESIDE = 40;

function amountTableAt(
  view: SheetView,
  start: number,
  above: readonly Line[],
): { table: AmountTable; signature: string; next: number } | null {
  const line = view.lines[start];
  if (!line || line.pieces.length < 2 || !isHeaderLike(line) || isIndicatorLine(line) || isRosterLine(line))
    return null;
  if (opensAims(view, start)) return null;
  const heading = headingOf(view, above);
  const first = blockAt(view, start, heading.year, above);
  if (!first) return null;
  const blocks = [first];
  for (let last = first; ;) {
    const following = blockAt(view, last.next, heading.year, []);
    if (!following || !(following.band || blocks.some(({ band }) => band))) break;
    blocks.push(following);
    last = following;
  }
  const table = blocks.some(({ band }) => band)
    ? bandedList(view, blocks, heading)
    : plainTable(view, first, heading);
  return { table, signature: first.header.signature, next: blocks.at(-1)?.next ?? first.next };
}

/** 数量 over the only numbers of a list that prints their units holds its values. */
const isOnlyCount = (kind: AmountTable['kind'], { columns, unitColumn }: AmountHeader): boolean =>
  kind === 'data-list' && columns.length === 1 && unitColumn !== null && columns[0]?.meaning === 'quantity';

/** 金额 and 本年支出合计 in the accounts of a year are what their title says: 决算 or 预算. */
function stageByTitle(
  kind: AmountTable['kind'],
  header: string,
  meaning: ColumnMeaning,
  heading: Heading,
): ColumnMeaning | null {
  const account = kind === 'function' || kind === 'use' ? /支出合计$/.test(squeeze(header)) : false;
  const only = meaning === 'value' && (kind === 'function' || kind === 'income');
  if (!account && !only) return null;
  const [planned, done] = [/预算/, /决算/].map((word) => word.test(titleWords(heading)));
  return planned === done ? null : done ? 'final' : 'budget';
}

function plainTable(view: SheetView, { header, rows, bottom }: Block, heading: Heading): AmountTable {
  const kind = kindOf(header, rows, titleWords(heading));
  return {
    ...tableBase(view, heading, header, bottom, header.right),
    kind,
    columns: header.columns.map(({ header: text, under, meaning, year, unit }) => ({
      header: text,
      under,
      meaning: isOnlyCount(kind, header)
        ? 'value'
        : (stageByTitle(kind, text.text, meaning, heading) ?? meaning),
      year,
      unit,
    })),
    rows: placed(view, rows, kind),
  };
}
