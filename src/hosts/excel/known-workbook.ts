import { type CellContent, contentOf, type Position } from '../../core';
import type { Painted } from './painted-record';
import type { ReadSheet } from './read-sheets';

/** What is known of a worksheet since it was last read. */
export type KnownSheet = {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly contents: Map<string, CellContent>;
  /** Cells of the text format; a number written there would become text. */
  readonly textCells: Set<string>;
  /** Cells of a protected sheet that may be written all the same. */
  readonly unlocked: Set<string>;
  /** Conditional formats of ours. */
  markIds: readonly string[];
};

/** What is known of a workbook since it was last read: enough to judge patches without asking Excel again. */
export type KnownWorkbook = {
  readonly sheets: Map<string, KnownSheet>;
  /** Name of the sheet that ziping writes itself, once there is one. */
  draftSheet: string | null;
  /** Cells (`sheet!row:column`) that lost the text format when a number was written into them. */
  readonly loosened: Set<string>;
  /** The notes of ours as last written, in one text; `null` when that is not known. */
  notes: string | null;
  /** Cells that were painted because Excel refused conditional formats. */
  painted: readonly Painted[];
  /** Whether Excel has refused conditional formats since the workbook was last read. */
  paints: boolean;
};

/** A sheet of which nothing is known but that it is there. */
export const blankSheet = (id: string, name: string): KnownSheet => ({
  id,
  name,
  protected: false,
  contents: new Map(),
  textCells: new Set(),
  unlocked: new Set(),
  markIds: [],
});

export const cellKey = ({ row, column }: Position): string => `${row}:${column}`;

/** Remembers sheets as they were read, under their names. */
export function knownSheets(sheets: readonly ReadSheet[]): Map<string, KnownSheet> {
  return new Map(
    sheets.map(({ id, sheet, markIds, unlocked, textCells }) => [
      sheet.name,
      {
        id,
        name: sheet.name,
        protected: sheet.protected,
        contents: new Map(sheet.cells.map((cell) => [cellKey(cell), contentOf(cell)])),
        textCells: new Set(textCells.map(cellKey)),
        unlocked: new Set(unlocked.map(cellKey)),
        markIds,
      },
    ]),
  );
}
