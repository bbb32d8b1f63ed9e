import type { Review } from '../core';

/** Exit codes of the contract. */
export const CLEAN = 0;
export const HAS_ERRORS = 1;
export const UNREADABLE = 2;

/** What the summary keeps of a workbook: a few figures, so that ten thousand files weigh nothing. */
export type SummaryRow = Readonly<{
  path: string;
  tables: number;
  errors: number;
  verify: number;
  hints: number;
  reportedTotal: number | null;
  computedTotal: number | null;
  grade: string | null;
  /** Why the file could not be read; `null` where it could. */
  problem: string | null;
}>;

const NO_TOTALS = { reportedTotal: null, computedTotal: null };

/** Totals of several projects in one workbook are left out: their sum says nothing. */
export function rowOf(path: string, { tables, totals, summary }: Review): SummaryRow {
  const { errors, verify, hints, grade } = summary;
  const { reportedTotal, computedTotal } = totals.length > 1 ? NO_TOTALS : summary;
  return {
    path,
    tables: tables.length,
    errors,
    verify,
    hints,
    reportedTotal,
    computedTotal,
    grade,
    problem: null,
  };
}

export function unreadableRow(path: string, problem: string): SummaryRow {
  return {
    path,
    tables: 0,
    errors: 0,
    verify: 0,
    hints: 0,
    reportedTotal: null,
    computedTotal: null,
    grade: null,
    problem,
  };
}

/** The exit code that this workbook alone would give. */
export function exitOf({ tables, errors }: SummaryRow): number {
  if (tables === 0) return UNREADABLE;
  return errors > 0 ? HAS_ERRORS : CLEAN;
}

/** What became of the workbook, in words. */
export function stateOf(row: SummaryRow): string {
  if (row.problem !== null) return '读不了';
  if (row.tables === 0) return '没有认出表格';
  if (row.errors > 0) return '有错误';
  return row.verify > 0 ? '须核实' : '没有错误';
}
