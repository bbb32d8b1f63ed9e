import type { Exact } from '../scoring/number';
import type { StepSize } from './deduction';
import { written, type Expression } from './expression';
import { givesNothing, type Award, type Check, type Steps, type Tier } from './rule';
import { sameMeasure } from './units';

/** One end of what is granted: the steps on that side run from it. */
export type Stretch = Readonly<{ of: Expression; at: Exact; side: 'low' | 'high'; award: Award }>;

type Between = Extract<Check, { kind: 'between' }>;

/** A bound of a condition in the kind of number the steps are. */
function boundAt(check: Between, side: 'low' | 'high', size: StepSize): Exact | null {
  const at = check[side]?.at;
  return at?.kind === 'number' && sameMeasure(at.in, size.in) ? at.value : null;
}

/**
 * 95%—105%之间得满分，每偏离1个百分点: both ends of the only stretch that gives points; null where there are several or it is open on
 * one side.
 */
export function bandEnds(tiers: readonly Tier[], size: StepSize): readonly Stretch[] | null {
  const giving = tiers.filter(({ award }) => !givesNothing(award));
  const [only] = giving;
  if (giving.length !== 1 || only?.check.kind !== 'between') return null;
  const { check, award } = only;
  const [low, high] = [boundAt(check, 'low', size), boundAt(check, 'high', size)];
  if (!low || !high || low.compare(high) >= 0) return null;
  return [
    { of: check.of, at: low, side: 'low', award },
    { of: check.of, at: high, side: 'high', award },
  ];
}

/** Whether a condition is all that lies outside the two ends: below the low one or above the high one. */
export function isOutside(
  { checks }: Extract<Check, { kind: 'any' }>,
  ends: readonly Stretch[] | null,
): boolean {
  if (!ends || checks.length !== ends.length) return false;
  return ends.every(({ at, side }) =>
    checks.some((check) => {
      const bound = check.kind === 'between' ? check[side === 'low' ? 'high' : 'low'] : undefined;
      const open = check.kind === 'between' && !(check.low && check.high);
      return open && bound?.at.kind === 'number' && bound.at.value.equals(at);
    }),
  );
}

/** The tiers that rest on several quantities at once. */
function jointTiers(tiers: readonly Tier[]): { checks: readonly Between[]; award: Award }[] {
  return tiers.flatMap(({ check, award }) => {
    if (check.kind !== 'all' || givesNothing(award)) return [];
    const checks = check.checks.flatMap((inner) => (inner.kind === 'between' ? [inner] : []));
    return new Set(checks.map(({ of }) => written(of))).size > 1 ? [{ checks, award }] : [];
  });
}

/** Whether points rest on several quantities at once (甲率、乙率均达到90%). */
export function restsOnSeveral(tiers: readonly Tier[]): boolean {
  return jointTiers(tiers).length > 0;
}

/**
 * 甲率、乙率均达到90%得满分，每低1个百分点: where each of the quantities begins to fall short; null where that cannot be told. `of`
 * is the one of them the steps name.
 */
export function jointEnds(
  tiers: readonly Tier[],
  size: StepSize,
  of: Expression | null,
): readonly Stretch[] | null {
  const [only, ...more] = jointTiers(tiers);
  if (!only || more.length > 0) return null;
  const found: Stretch[] = [];
  for (const check of only.checks) {
    if (of && written(of) !== written(check.of)) continue;
    const [low, high] = [boundAt(check, 'low', size), boundAt(check, 'high', size)];
    if ((low === null) === (high === null)) return null;
    const [side, at] = low ? (['low', low] as const) : (['high', high] as const);
    if (at) found.push({ of: check.of, at, side, award: only.award });
  }
  return found.length > 0 ? found : null;
}

/** Whether the steps run on from a stretch that gives points and ends on both sides: what lies before it is in no tier. */
export function standsBeyond(tiers: readonly Tier[], { of }: Steps): boolean {
  return tiers.some(
    ({ check, award }) =>
      check.kind === 'between' &&
      check.low?.at.kind === 'number' &&
      check.high?.at.kind === 'number' &&
      written(check.of) === written(of) &&
      !givesNothing(award),
  );
}
