import { assets } from './assets';
import { dataList } from './data-list';
import { functions } from './functions';
import { income } from './income';
import { quarters } from './quarters';
import { staff } from './staff';
import type { AmountTableKind, ColumnMeaning } from './table';
import { uses } from './uses';

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

/** In the order in which they are tried; the last fits what the others leave. */
const KINDS: readonly AmountKind[] = [quarters, staff, assets, functions, uses, income, dataList];

/** Decides the kind of a table of amounts by its rows first: header words change more often than what is listed. */
export function amountKind(evidence: AmountEvidence): AmountTableKind {
  if (
    evidence.meanings.length > 0 &&
    evidence.meanings.every((meaning) => meaning === 'value') &&
    !quarters.fits(evidence)
  )
    return 'data-list';
  return KINDS.find((kind) => kind.fits(evidence))?.kind ?? 'data-list';
}

/** How many of the labels match. */
export function countOf(labels: readonly string[], pattern: RegExp): number {
  return labels.filter((label) => pattern.test(label)).length;
}
