import type { Exact } from '../scoring/number';

/**
 * What is unusual about the way a number stands in its cell; each is worth a hint (FMT-002), none changes the value.
 * text: stored as text. full-width: full-width digits or signs. spaces: stray spaces. thousands: separators typed as text.
 * missing-percent: 98 typed where 98% is meant (only a table that knows its column is a rate can say so).
 */
export type NumberQuirk =
  'text' | 'full-width' | 'spaces' | 'thousands' | 'missing-percent' | 'parentheses' | 'unit-in-cell';

/** A number as a person reads it from a cell. */
export type ReadNumber = Readonly<{
  kind: 'number';
  /** Exact value; a percentage is a fraction (98% is 0.98). Not yet converted from 万元. */
  value: Exact;
  /** Decimals that are printed; of a percentage, those of the percent figure (3.4% has 1). */
  decimals: number;
  percent: boolean;
  /** Unit printed inside the cell (`万元`, `个`, `人次`), `null` for none. */
  unit: string | null;
  /** Comparison sign printed before the number in a target, normalised. */
  sign: '>=' | '<=' | '>' | '<' | '=' | null;
  quirks: readonly NumberQuirk[];
  /** The cell holds a plain 98 for 98%: a formula has to divide by 100. */
  bareFigure?: boolean;
}>;

/**
 * What stands in a cell where a number belongs. Blank is unknown, never 0; not-applicable is —, ——, /, 无, 不适用 and the
 * like, and is not 0 either.
 */
export type NumberReading =
  | ReadNumber
  | Readonly<{ kind: 'blank' }>
  | Readonly<{ kind: 'not-applicable'; text: string }>
  | Readonly<{ kind: 'error'; error: string }>
  | Readonly<{ kind: 'text'; text: string }>;
