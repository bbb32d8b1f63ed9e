import type { AmountEntry } from './amount-entries';
import { compareParts, type AmountSum } from './amount-sums';
import type { CheckContext } from './check-context';
import { lookUp, type KnownName } from './known-quantities';

/** A sum that the field fixes between named quantities of a list: 资产 = 流动资产 + 非流动资产. */
export type ListedSum = Readonly<{
  total: KnownName;
  parts: readonly KnownName[];
  /** Parts that are taken off instead of added. */
  less?: readonly KnownName[];
}>;

/** Works the sum out; the names of what is missing where it cannot be. */
export function listedSum(
  context: CheckContext,
  { total, parts, less = [] }: ListedSum,
): Readonly<{ found: AmountSum | null; reasons: readonly string[] }> {
  const lookups = [total, ...parts, ...less].map((name) => lookUp(context, name));
  const reasons = lookups.flatMap(({ found, reason }) => (found ? [] : [reason]));
  const [whole, ...others] = lookups.flatMap(({ found }) => (found ? [found.entry] : []));
  if (!whole || reasons.length > 0) return { found: null, reasons };
  const signed = others.map((entry, index) => (index < parts.length ? entry : negative(entry)));
  return { found: compareParts(whole, signed), reasons };
}

function negative(entry: AmountEntry): AmountEntry {
  return { ...entry, value: entry.value?.neg() ?? null };
}
