import type { AmountTableKind, ColumnMeaning } from './table';

/** What is known about a table of amounts when its kind is decided. */
export type AmountEvidence = Readonly<{
  /** Header over the labels, without spaces and brackets. */
  rowHeader: string;
  title: string;
  /** Labels of the rows without numbering, spaces and brackets. */
  labels: readonly string[];
  meanings: readonly ColumnMeaning[];
}>;

/** One kind of amount table and how it is told from the others. */
export type AmountKind = Readonly<{ kind: AmountTableKind; fits(evidence: AmountEvidence): boolean }>;

/** How many of the labels match. */
export function countOf(labels: readonly string[], pattern: RegExp): number {
  return labels.filter((label) => pattern.test(label)).length;
}
