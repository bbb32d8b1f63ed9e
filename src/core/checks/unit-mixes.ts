import { exact, ZERO, type Exact } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { amountSums } from './amount-sums';
import type { CheckContext } from './check-context';
import { sameMoney } from './same-money';
import { compareSum } from './tolerance';
import { firstWhere } from './votes';

const TEN_THOUSAND = exact(10_000);

/** A part that is raised to its right size must matter to the total. */
const TENTH = exact(1).div(10);

/** Amounts in 万元 are rounded, so the factor need not be exact. */
const NEARLY = exact(1).div(100);

function isMixed(a: Exact, b: Exact): boolean {
  if (a.equals(0) || b.equals(0)) return false;
  const ratio = a.div(b);
  const up = ratio.compare(1) > 0 ? ratio : exact(1).div(ratio);
  return up.div(TEN_THOUSAND).sub(1).abs().compare(NEARLY) <= 0;
}

type Pair = Readonly<{ entry: AmountEntry; base: AmountEntry }>;

/** One quantity in two places, a factor of 10⁴ apart: the one that fewer places share is the wrong one. */
export function mixedPairs(context: CheckContext): readonly Pair[] {
  return sameMoney(context).flatMap(pairsIn);
}

/** Entries of a group that hold one value; `order` is the place of the first among all. */
type Alike = Readonly<{ value: Exact; first: AmountEntry; order: number; count: number }>;

/** Equal values are compared once, and each only with those about a factor of 10⁴ away. */
function pairsIn(entries: readonly AmountEntry[]): readonly Pair[] {
  const groups = alikeIn(entries);
  const mixed = new Map(groups.map((group) => [group, mixedWith(group, groups)]));
  const against = (group: Alike): number =>
    (mixed.get(group) ?? []).reduce((count, other) => count + other.count, 0);
  const bases = new Map<string, AmountEntry>();
  for (const [group, others] of mixed) {
    const likelier = others.filter((other) => isLikelier(other, group, against));
    const [base] = likelier.sort((a, b) => a.order - b.order);
    if (base) bases.set(group.value.toFraction(), base.first);
  }
  return entries.flatMap((entry) => {
    const base = entry.value && bases.get(entry.value.toFraction());
    return base ? [{ entry, base }] : [];
  });
}

/** Distinct values other than 0, by size. */
function alikeIn(entries: readonly AmountEntry[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  entries.forEach((first, order) => {
    const { value } = first;
    if (!value || value.equals(0)) return;
    const key = value.toFraction();
    const known = groups.get(key);
    groups.set(key, known ? { ...known, count: known.count + 1 } : { value, first, order, count: 1 });
  });
  return [...groups.values()].sort((a, b) => a.value.abs().compare(b.value.abs()));
}

const FEWEST = TEN_THOUSAND.mul(exact(1).sub(NEARLY));
const MOST = TEN_THOUSAND.mul(exact(1).add(NEARLY));

/** The values a factor of 10⁴ above and below one, among values sorted by size. */
function mixedWith({ value }: Alike, groups: readonly Alike[]): readonly Alike[] {
  const size = value.abs();
  const between = (low: Exact, high: Exact): readonly Alike[] =>
    groups.slice(
      firstWhere(groups, (other) => other.value.abs().compare(low) >= 0),
      firstWhere(groups, (other) => other.value.abs().compare(high) > 0),
    );
  return [...between(size.div(MOST), size.div(FEWEST)), ...between(size.mul(FEWEST), size.mul(MOST))].filter(
    (other) => isMixed(value, other.value),
  );
}

/** Fewer places speak against it; else the smaller, because 元 typed under 万元 is the usual slip. */
function isLikelier(a: Alike, b: Alike, against: (group: Alike) => number): boolean {
  return against(a) !== against(b) ? against(a) < against(b) : a.value.compare(b.value) < 0;
}

/** A part of a sum that makes the sum right when it is divided (or multiplied) by 10⁴. */
export function mixedParts(
  context: CheckContext,
): readonly Readonly<{ part: AmountEntry; should: Exact; total: AmountEntry }>[] {
  return context.amountTables
    .flatMap(amountSums)
    .flatMap(({ total, parts, left, right, shown: { grain }, verdict }) => {
      if (verdict !== 'different') return [];
      return parts.flatMap((part) => {
        const value = part.value ?? ZERO;
        const fitting = [value.div(TEN_THOUSAND), value.mul(TEN_THOUSAND)].find(
          (should) => compareSum(left, [right.sub(value), should], grain) !== 'different',
        );
        return fitting && !value.equals(0) && isMixed(value, fitting) && !provesNothing(value, fitting, left)
          ? [{ part, should: fitting, total }]
          : [];
      });
    });
}

/**
 * Whether a change proves nothing: beside a total of nought any amount comes right, a small one could be anything, and a
 * part that is divided must be far above the total, or leaving it out would explain the difference as well.
 */
function provesNothing(value: Exact, fitting: Exact, total: Exact): boolean {
  if (total.equals(0)) return true;
  const large = value.abs().compare(fitting.abs()) > 0 ? value : fitting;
  return large.abs().compare(total.abs().mul(value === large ? 10 : TENTH)) < 0;
}
