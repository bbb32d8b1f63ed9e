import type { Finding, Skipped } from './checks/finding';
import type { Score } from './scoring/score';
import type { CellRef } from './snapshot/address';
import type { IgnoredSheet, TableKind } from './tables/table';

export type ReviewedTable = Readonly<{
  kind: TableKind;
  title: string | null;
  sheet: string;
  range: string;
  unit: string | null;
  /** Project the table belongs to; `null` otherwise. */
  project: string | null;
}>;

export type ReviewedFact = CellRef & Readonly<{ name: string; value: number; unit: string | null }>;

/** Level-1 indicators for the overview: points, reported and computed sums. */
export type ReviewedGroup = Readonly<{
  name: string;
  table: number;
  points: number | null;
  reported: number | null;
  computed: number | null;
  /** Indices into `scores`. */
  scores: readonly number[];
}>;

/** Total line of an indicator table. */
export type ReviewedTotal = CellRef &
  Readonly<{
    table: number;
    /** Number that stands in the cell; `null` when it is blank. */
    reported: number | null;
    /** Whether the cell is a live formula, which follows its parts by itself. */
    isFormula: boolean;
    /** Indices into `scores` of what it adds; the execution score of a project form's money block is one of them. */
    scores: readonly number[];
  }>;

export type Coverage = Readonly<{
  tables: number;
  cellsRead: number;
  scored: number;
  asked: number;
  manual: number;
  ranged: number;
}>;

export type Summary = Readonly<{
  reportedTotal: number | null;
  /** Computed score where there is one, the reported elsewhere; `null` where an indicator has neither. */
  computedTotal: number | null;
  /** Full mark that the points add up to. */
  fullMark: number | null;
  grade: string | null;
  errors: number;
  verify: number;
  hints: number;
}>;

/** Everything ziping says about a workbook; with `version` and `file` it is the command line's JSON. */
export type Review = Readonly<{
  tables: readonly ReviewedTable[];
  ignoredSheets: readonly IgnoredSheet[];
  facts: readonly ReviewedFact[];
  scores: readonly Score[];
  groups: readonly ReviewedGroup[];
  totals: readonly ReviewedTotal[];
  findings: readonly Finding[];
  /** Findings that were explained or set aside earlier and whose values are unchanged. */
  settled: readonly Finding[];
  skipped: readonly Skipped[];
  coverage: Coverage;
  summary: Summary;
}>;
