import { written, type Expression } from './expression';
import type { Check, Tier } from './rule';
import type { Figure } from './figures';
import type { Exact } from '../scoring/number';
import type { Need } from '../scoring/score';

/** Whether a condition holds; null with what is missing where it cannot be said. */
export type Truth = Readonly<{ holds: boolean | null; needs: readonly Need[] }>;

/** A tier that contains the value; `strength` says how firmly it claims a value on its very edge. */
export type Standing = Readonly<{ tier: Tier; strength: number }>;

const INSIDE = 4;
/** An edge of 以下, of which it is not said whether it counts. */
export const WEAK = 1;

/** Whether a tier contains the value, and how firmly. */
export function tierStrength(
  check: Check, holds: (check: Check) => Truth, evaluate: (expression: Expression) => Figure,
  against: (at: Expression, of: Expression, figure: Figure) => Figure,
): { truth: Truth; strength: number } {
  const truth = holds(check);
  if (truth.holds !== true || check.kind !== 'between') return { truth, strength: INSIDE };
  const value = evaluate(check.of);
  let strength = INSIDE;
  for (const bound of [check.low, check.high]) {
    const at = bound && against(bound.at, check.of, value);
    if (bound && at && 'value' in at && 'value' in value && at.value.equals(value.value)) strength = Math.min(strength, bound.hold);
  }
  return { truth, strength };
} // prettier-ignore

/** `shared`: order alone decided. `rivals`: other tiers that claim the value as much. */
export type Choice = Readonly<{ chosen: Tier | null; shared: boolean; rivals: readonly Tier[] }>;

/**
 * Of the tiers that contain a value the one that applies: the narrowest where one lies within the others (≥90% within
 * ≥80%), the firmest where they meet at the value, else the first.
 */
export function selectTier(standing: readonly Standing[], later: boolean): Choice {
  const [first, ...others] = standing;
  if (!first) return { chosen: null, shared: false, rivals: [] };
  let best = first;
  let shared = false;
  for (const other of others) {
    if (within(best.tier.check, other.tier.check)) {
      const doubtful = isDoubtful(best, other);
      shared ||= doubtful;
      if (doubtful && later) best = other;
      continue;
    }
    if (within(other.tier.check, best.tier.check)) {
      shared = isDoubtful(other, best);
      if (!shared || !later) best = other;
      continue;
    }
    const atEdge = best.strength < INSIDE && other.strength < INSIDE;
    if (atEdge && other.strength > best.strength) {
      best = other;
      shared = false;
    } else if (atEdge && other.strength === best.strength) {
      shared = true;
      if (later) best = other;
    }
  }
  if (others.length === 0) return { chosen: best.tier, shared, rivals: [] };
  const rivals = standing.flatMap(({ tier }) =>
    overlap(tier.check, best.tier.check) || areOfTwo(tier.check, best.tier.check) ? [tier] : [],
  );
  return { chosen: best.tier, shared, rivals };
}

/** 80%以下按比例得分，50%以下不得分: whether 以下 counts its own number, which the wider tier has within it, is not said. */
function isDoubtful(inner: Standing, outer: Standing): boolean {
  return inner.strength === WEAK && outer.strength > WEAK;
}

/** A率≥90%得5分；B率≥95%得3分: which of two quantities settles the points is not said. */
function areOfTwo(a: Check, b: Check): boolean {
  if (a === b || a.kind !== 'between' || b.kind !== 'between') return false;
  const plain = [a.low, a.high, b.low, b.high].every((bound) => !bound || bound.at.kind === 'number');
  return plain && written(a.of) !== written(b.of);
}

/** 90%-100% and 85%-95%, or one stretch twice: neither is narrower, and more than an edge is common to both. */
export function overlap(a: Check, b: Check): boolean {
  if (a === b || a.kind !== 'between' || b.kind !== 'between') return false;
  const bounds = [a.low, a.high, b.low, b.high];
  if (bounds.some((bound) => bound && bound.at.kind !== 'number')) return false;
  if (within(a, b) || within(b, a)) return false;
  const [low, high] = [last(edge(a, 'low'), edge(b, 'low'), 1), last(edge(a, 'high'), edge(b, 'high'), -1)];
  return (!low || !high || low.compare(high) < 0) && written(a.of) === written(b.of);
}

/** The larger (`sign` 1) or smaller (-1) of two edges; the one there is where the other side is open. */
function last(a: Edge, b: Edge, sign: 1 | -1): Exact | null {
  if (!a || !b) return a ?? b ?? null;
  return a.compare(b) * sign >= 0 ? a : b;
}

type Edge = Exact | null | undefined;

function edge(check: Check, side: 'low' | 'high'): Edge {
  if (check.kind === 'equal') return check.to.kind === 'number' ? check.to.value : undefined;
  if (check.kind !== 'between') return undefined;
  const bound = check[side];
  if (!bound) return null;
  return bound.at.kind === 'number' ? bound.at.value : undefined;
}

/** Whether the first condition is a narrower stretch of the second's numbers. */
export function within(inner: Check, outer: Check): boolean {
  if (inner.kind === 'all') return outer.kind !== 'all';
  if (inner.kind === 'any') return false;
  const [a, b, c, d] = [edge(inner, 'low'), edge(inner, 'high'), edge(outer, 'low'), edge(outer, 'high')];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false;
  const lowIn = c === null || (a !== null && a.compare(c) >= 0);
  const highIn = d === null || (b !== null && b.compare(d) <= 0);
  if (!lowIn || !highIn) return false;
  return !sameEdge(a, c) || !sameEdge(b, d) || leavesOut(inner, outer);
}

/** >100% lies within ≥100%: it leaves out the number itself. */
function leavesOut(inner: Check, outer: Check): boolean {
  if (inner.kind !== 'between' || outer.kind !== 'between') return false;
  const [low, high] = (['low', 'high'] as const).map((side) => {
    const [own, other] = [inner[side]?.hold ?? 3, outer[side]?.hold ?? 3];
    return Math.sign((own === 0 ? 1 : 0) - (other === 0 ? 1 : 0));
  });
  return low !== undefined && high !== undefined && low + high > 0 && low >= 0 && high >= 0;
}

function sameEdge(a: Exact | null, b: Exact | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
