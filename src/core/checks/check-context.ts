import type { FindingNote } from '../answers';
import type { FactBook } from '../facts/fact';
import { cellReader } from '../patches/score-patches';
import type { Profile } from '../profiles/profile';
import type { Score } from '../scoring/score';
import type { CellRef } from '../snapshot/address';
import type { Cell, Snapshot } from '../snapshot/snapshot';
import { isIndicatorTable, type AmountTable, type IndicatorTable, type Recognition } from '../tables/table';

/** What the pipeline knows when the checks begin. */
export type CheckInput = Readonly<{
  snapshot: Snapshot;
  recognition: Recognition;
  facts: FactBook;
  scores: readonly Score[];
  profile: Profile;
  notes: readonly FindingNote[];
}>;

/** The same, arranged the way checks ask for it. */
export type CheckContext = CheckInput &
  Readonly<{
    indicatorTables: readonly IndicatorTable[];
    amountTables: readonly AmountTable[];
    /** Tables of single projects. */
    projectTables: readonly IndicatorTable[];
    cellAt(ref: CellRef): Cell | undefined;
    /** The score of the indicator whose score stands in a cell. */
    scoreAt(ref: CellRef): Score | undefined;
    /** Place of a sheet in the workbook, for reading order. */
    sheetOrder(name: string): number;
  }>;

/** One text for a cell, to look it up by. */
export function keyOf({ sheet, cell }: CellRef): string {
  return `${sheet}!${cell}`;
}

/** Arranges what the pipeline knows for the checks. */
export function contextOf(input: CheckInput): CheckContext {
  const indicatorTables = input.recognition.tables.filter(isIndicatorTable);
  const scores = new Map(input.scores.map((score) => [keyOf(score), score]));
  const order = new Map(input.snapshot.sheets.map((sheet, index) => [sheet.name, index]));
  return {
    ...input,
    indicatorTables,
    amountTables: input.recognition.tables.filter((table): table is AmountTable => !isIndicatorTable(table)),
    projectTables: indicatorTables.filter((table) => table.kind !== 'department-indicators'),
    cellAt: cellReader(input.snapshot),
    scoreAt: (ref) => scores.get(keyOf(ref)),
    sheetOrder: (name) => order.get(name) ?? input.snapshot.sheets.length,
  };
}
