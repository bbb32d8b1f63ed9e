import { exact, ZERO, type Exact } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { amountSums } from './amount-sums';
import type { CheckContext } from './check-context';
import { sameMoney } from './same-money';
import { compareSum } from './tolerance';

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

/** One quantity in two places, a factor of 10⁴ apart: the one that fewer places share is the wrong one. */
export function mixedPairs(
  context: CheckContext,
): readonly Readonly<{ entry: AmountEntry; base: AmountEntry }>[] {
  return sameMoney(context).flatMap((entries) => {
    const votes = (entry: AmountEntry): number =>
      entries.filter((other) => other.value && entry.value && !isMixed(other.value, entry.value)).length;
    return entries.flatMap((entry) => {
      const base = entries.find(
        (other) =>
          entry.value && other.value && isMixed(entry.value, other.value) && isLikelier(other, entry, votes),
      );
      return base ? [{ entry, base }] : [];
    });
  });
}

/** More places agree with it; else the smaller, because 元 typed under 万元 is the usual slip. */
function isLikelier(a: AmountEntry, b: AmountEntry, votes: (entry: AmountEntry) => number): boolean {
  return votes(a) !== votes(b) ? votes(a) > votes(b) : (a.value ?? a.scale).compare(b.value ?? b.scale) < 0;
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
 * Whether a change proves nothing: beside a total of nought any amount comes right, a small one could be anything, and a part that is divided must be far above the total,
 * or leaving it out would explain the difference as well.
 */
function provesNothing(value: Exact, fitting: Exact, total: Exact): boolean {
  if (total.equals(0)) return true;
  const large = value.abs().compare(fitting.abs()) > 0 ? value : fitting;
  return large.abs().compare(total.abs().mul(value === large ? 10 : TENTH)) < 0;
}
