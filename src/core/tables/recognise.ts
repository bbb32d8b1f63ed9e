import { appendAll } from '../lists';
import { rangeToA1 } from '../snapshot/address';
import type { Sheet, Snapshot } from '../snapshot/snapshot';
import { withCommonUnit } from './common-unit';
import { joinContinued, type ReadTable } from './continuation';
import { joinParts } from './form-parts';
import { amountTablesAt, type FoundAmounts } from './amount-table';
import { bareListsAt } from './bare-list';
import { headingStart, isFieldLine, projectField, titlePiece } from './headings';
import { horizontalListAt } from './horizontal-list';
import { ignoredSheet } from './ignored-sheets';
import { indicatorBody } from './indicator-body';
import { indicatorHeaderAt } from './indicator-header';
import { lyingTableAt } from './lying-table';
import { stageRowsAt } from './stage-rows';
import { indicatorTable, sentencesOf } from './indicator-table';
import { moneyBlockAt, type MoneyBlock } from './money-block';
import { isOwnPaper } from './own-paper';
import { isPageBreak } from './page-break';

import { printedGrade } from './printed-grade';
import { isRosterLine } from './roster';
import { withoutProse } from './prose-beside';
import { viewsOf } from './side-by-side';
import { proseOf, viewOf, type Line, type SheetView } from './sheet-view';
import {
  isIndicatorTable,
  type IgnoredSheet,
  type IndicatorTable,
  type LooseText,
  type Recognition,
  type Table,
  type TextCell,
  type AmountTable,
} from './table';

/**
 * Finds every table of a workbook by what its headers mean, on any sheet and at any place, also on hidden sheets and rows.
 * What belongs to no table is kept as text, and a sheet without a table is named with the reason.
 */
export function recogniseTables(snapshot: Snapshot): Recognition {
  const sheets = snapshot.sheets.map(recogniseSheet);
  return {
    tables: withCommonUnit(joinContinued(sheets.map(({ tables }) => tables))),
    ignored: sheets.flatMap(({ ignored }) => ignored ?? []),
    texts: sheets.flatMap(({ texts }) => texts),
    cellsRead: sheets.reduce((sum, { cellsRead }) => sum + cellsRead, 0),
  };
}

type SheetRecognition = Readonly<{
  tables: readonly ReadTable[];
  ignored: IgnoredSheet | null;
  texts: readonly LooseText[];
  cellsRead: number;
}>;

function recogniseSheet(sheet: Sheet): SheetRecognition {
  if (isOwnPaper(sheet)) {
    const ignored = { sheet: sheet.name, reason: '本工具生成的底稿，不作为填报内容' };
    return { tables: [], ignored, texts: [], cellsRead: 0 };
  }
  const view = viewOf(sheet);
  const { main, prose } = withoutProse(view);
  const views = [...viewsOf(main, (part) => readerOf(part).tables), ...prose];
  const readers = views.map(readerOf);
  const tables = readers.flatMap((reader) => reader.tables);
  return {
    tables: readers.length === 1 ? joinParts(tables) : inReadingOrder(tables),
    ignored: tables.length === 0 ? ignoredSheet(sheet, view) : null,
    texts: oncePerCell(readers.flatMap((reader) => reader.texts())),
    cellsRead: readers.reduce((sum, { cellsRead }) => sum + cellsRead, 0),
  };
}

function readerOf(view: SheetView): SheetReader {
  const reader = new SheetReader(view);
  reader.read();
  return reader;
}

/** A title above two tables beside each other is read with both of them. */
const oncePerCell = (texts: readonly LooseText[]): readonly LooseText[] => [
  ...new Map(texts.map((text) => [text.ref.cell, text])).values(),
];

const inReadingOrder = (tables: readonly ReadTable[]): readonly ReadTable[] =>
  [...tables].sort(({ table: { range: a } }, { table: { range: b } }) => a.top - b.top || a.left - b.left);

/** Walks down a sheet once and opens a table wherever a header begins. */
class SheetReader {
  readonly tables: ReadTable[] = [];
  cellsRead = 0;
  private at = 0;
  /** First line that belongs to no table yet. */
  private gap = 0;
  private money: { block: MoneyBlock; start: number } | null = null;
  private readonly loose: Line[] = [];

  constructor(private readonly view: SheetView) {}

  read(): void {
    const { lines } = this.view;
    while (this.at < lines.length) {
      if (!this.readIndicators() && !this.readMoney() && !this.readAmounts()) this.at += 1;
    }
    this.giveToPrevious(lines.slice(this.gap));
  }

  texts(): LooseText[] {
    const loose = this.loose.sort((a, b) => a.row - b.row);
    return loose.flatMap(({ pieces }) =>
      pieces.filter(({ kind }) => kind === 'text').map((piece) => proseOf(this.view, piece)),
    );
  }

  private readIndicators(): boolean {
    const { view } = this;
    const header = indicatorHeaderAt(view, this.at);
    if (!header) return false;
    const gap = this.takeGap(this.at);
    if (!header.score && this.money === null && !namesForm(view, gap)) return false;
    const from = this.tables.length === 0 ? 0 : headingStart(gap);
    const above = gap.slice(from);
    const opens = (line: number, afterGap: boolean): boolean =>
      fieldsAt(view, line) ||
      moneyBlockAt(view, line) !== null ||
      (afterGap && (rosterAt(view, line) || amountTablesAt(view, line, []) !== null));
    const body = indicatorBody(view, header, opens, (between) => isPageBreak(between, above));
    if (body.indicators.length === 0 && body.groups.length < FEWEST_GROUPS) {
      appendAll(this.loose, gap);
      this.gap = this.at;
      // Behind the same header printed again and again, too: each of them would be read to the end once more.
      this.at = Math.max(header.next, body.next);
      return true;
    }
    const money = this.money?.block ?? null;
    const { table, owned } = indicatorTable({
      view,
      header,
      body,
      money,
      above,
      inherited: this.lastTitle(),
    });
    this.giveToPrevious(gap.slice(0, gap.length - owned.length));
    appendAll(this.loose, owned);
    this.close(table, header.signature, money === null ? this.at : (this.money?.start ?? this.at), body.next);
    this.money = null;
    return true;
  }

  private readMoney(): boolean {
    const block = moneyBlockAt(this.view, this.at);
    if (!block) return false;
    if (block.isList) this.readList();
    this.money = { block, start: this.at };
    this.at = block.next;
    return true;
  }

  /** The lines of a block that is a table of amounts, too; what stands above it still heads the form that it belongs to. */
  private readList(): void {
    const found = amountTablesAt(this.view, this.at, this.view.lines.slice(this.gap, this.at));
    if (found) appendAll(this.tables, found.tables);
  }

  private readAmounts(): boolean {
    if ((this.view.lines[this.at]?.pieces.length ?? 0) < 2) return false;
    const { lines } = this.view;
    const above = lines.slice(Math.max(this.gap, this.at - FARTHEST_HEADING), this.at);
    const found =
      this.alone(stageRowsAt(this.view, this.at, above)) ??
      amountTablesAt(this.view, this.at, above) ??
      this.bareLists(above) ??
      this.alone(horizontalListAt(this.view, this.at, above) ?? lyingTableAt(this.view, this.at, above));
    if (!found || this.swallowsForm(found.next)) return false;
    this.giveToPrevious(lines.slice(this.gap, this.at));
    const from = this.at;
    for (const { table, signature } of found.tables) this.tables.push({ table, signature });
    this.pass(from, found.next);
    return true;
  }

  /** Whether what looks like a table of amounts is the frame of a form, whose scores begin inside it. */
  private swallowsForm(next: number): boolean {
    const { view, at } = this;
    // 资金管理情况 between the money and the indicators is told in words.
    if (this.money && view.lines.slice(at, next).every(({ words }) => words)) return true;
    for (let line = at + 1; line < next; line += 1) {
      if (indicatorHeaderAt(view, line)?.score) return true;
      const block = line <= at + FRAME_LINES ? moneyBlockAt(view, line) : null;
      // Fields of money name their project; a table of amounts has none of them.
      if (block && (!view.lines[line]?.words || block.rows.some(({ score }) => score !== null))) return true;
    }
    return false;
  }

  private lastTitle(): TextCell | null {
    const last = this.tables.at(-1)?.table;
    return last && !isIndicatorTable(last) ? last.title : null;
  }

  /** A list without a header has no words by which another sheet could go on with it. */
  private bareLists(above: readonly Line[]): FoundAmounts | null {
    const found = bareListsAt(this.view, this.at, above);
    return (
      found && {
        tables: found.tables.map((table) => ({ table, signature: rangeToA1(table.range) + table.sheet })),
        next: found.next,
      }
    );
  }

  /** A table that nothing stands beside; its header has no words by which another sheet could go on with it. */
  private alone(table: AmountTable | null): FoundAmounts | null {
    const { view, at } = this;
    if (!table) return null;
    const below = view.lines.findIndex(({ row }, index) => index > at && row > table.range.bottom);
    return {
      tables: [{ table, signature: rangeToA1(table.range) + table.sheet }],
      next: below < 0 ? view.lines.length : below,
    };
  }

  /** Lines since the last table, without those of a money block; a line of fields may name the project beside its money. */
  private takeGap(end: number): readonly Line[] {
    const lines = this.view.lines.slice(this.gap, end);
    const block = this.money?.block;
    return block
      ? lines.filter((line) => line.row < block.top || line.row > block.bottom || isFieldLine(line))
      : lines;
  }

  private close(table: Table, signature: string, from: number, next: number): void {
    this.tables.push({ table, signature });
    this.pass(from, next);
  }

  private pass(from: number, next: number): void {
    for (const { pieces } of this.view.lines.slice(from, next)) this.cellsRead += pieces.length;
    this.at = next;
    this.gap = next;
  }

  /** Lines below a table that belong to no other: its grade, notes and sentences. */
  private giveToPrevious(lines: readonly Line[]): void {
    appendAll(this.loose, lines);
    const last = this.tables.at(-1);
    if (!last || !isIndicatorTable(last.table)) return;
    const previous = last.table;
    const sentences = sentencesOf(this.view, lines);
    const grade = previous.grade ?? printedGrade(this.view, null, lines);
    if (sentences.length === 0 && grade === previous.grade) return;
    const extended: IndicatorTable = {
      ...previous,
      grade,
      sentences: [...previous.sentences, ...sentences],
    };
    this.tables[this.tables.length - 1] = { ...last, table: extended };
  }
}

/** Whether the lines above aims and results say that they are a form of their own and no part of a report. */
const namesForm = (view: SheetView, above: readonly Line[]): boolean =>
  projectField(view, above) !== null || above.some((line) => /自评表/.test(titlePiece(line)?.text ?? ''));

const fieldsAt = ({ lines }: SheetView, at: number): boolean => {
  const line = lines[at];
  return line !== undefined && isFieldLine(line);
};

const rosterAt = ({ lines }: SheetView, at: number): boolean => {
  const line = lines[at];
  return line !== undefined && isRosterLine(line);
};

/** A title or unit so many lines above is not that of a table of amounts; a sheet of 50,000 lines is still read once. */
const FARTHEST_HEADING = 50;

/** Lines of names and telephones that stand above the money of a form. */
const FRAME_LINES = 3;

/** A header above the names of so many groups is an empty form; above less it could be anything. */
const FEWEST_GROUPS = 2;
