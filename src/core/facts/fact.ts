import type { Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { ColumnMeaning } from '../tables/table';

/** A named quantity of the workbook with the cell it was read from. */
export type Fact = Readonly<{
  /** Name as an accountant would say it: row label and, where the column matters, its meaning. */
  name: string;
  /** Value as printed (percentages as fractions), in `unit`. */
  printed: Exact;
  /** Value in the base unit of its kind: 元 for money, the plain number otherwise. */
  value: Exact;
  /** Factor from the printed unit to the base unit (10000 for 万元). */
  scale: Exact;
  /** Printed unit; `null` when none is known. */
  unit: string | null;
  percent: boolean;
  decimals: number;
  ref: CellRef;
  /** Index of the table in the recognition. */
  table: number;
  /** Row label and column meaning that the name is made of. */
  label: string;
  meaning: ColumnMeaning;
  year: number | null;
  /** Heading that the row stands under in a list of quantities; `null` elsewhere. */
  heading: string | null;
  /** The cell holds text, or 98 for 98%: a formula cannot take its number as it is. */
  asTyped: 'number' | 'text' | 'percent-figure';
}>;

/** What a name means in this workbook. `same` holds several facts only when they agree. */
export type Resolution =
  | Readonly<{ kind: 'found'; facts: readonly [Fact, ...Fact[]]; how: 'exact' | 'synonym' }>
  | Readonly<{ kind: 'ambiguous'; candidates: readonly Fact[] }>
  | Readonly<{ kind: 'missing' }>;

/** All facts of a workbook, with the look-up by words. `facts` is never changed, so it may key what is derived from it. */
export interface FactBook {
  readonly facts: readonly Fact[];
  /**
   * Finds the quantity that a standard's words name: exact, then synonym; equally good candidates are ambiguous. `year` is
   * that of the table which asks: 本年度 in last year's score table is last year. Without one it is the report's.
   */
  resolve(name: string, year?: number | null): Resolution;
  /** Every number of the report's year that surely means what a name says, also where they disagree. */
  meant(name: string): readonly Fact[];
}
