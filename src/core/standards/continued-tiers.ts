import { max, ZERO, type Exact } from '../scoring/number';
import { amount } from './compile-context';
import { written, type Expression } from './expression';
import { givesNothing, type Award, type Check, type RuleBound, type RulePart, type Tier } from './rule';
import type { Hold } from './test';

type Tiers = Extract<RulePart, { kind: 'tiers' }>;
type Between = Extract<Check, { kind: 'between' }>;
type Figure = Extract<Expression, { kind: 'number' }>;
/** A tier with plain bounds and the points it gives. */
type Plain = Readonly<{ tier: Tier; check: Between; low?: Exact; high?: Exact; worth: Exact }>;

/** 以此类推, 依次类推: what was shown goes on. */
export const AND_SO_ON = /(?:[以依照][此次]|依照此|照这样|如此)类推/;
/** A list that goes on longer than this was misread. */
const MOST = 60;

/**
 * 95%以上5分，90%—95%4分，以此类推: the step in range and points goes on until nothing is left, or until a tier printed for the
 * end. Where more than one step is printed they must be equal; where only one is, it must begin at the full points. `null`
 * where the pattern cannot be told.
 */
export function continued(part: Tiers, points: Exact): Tiers | null {
  const tiers = part.tiers.map((tier) => plain(tier, points));
  if (tiers.some((tier) => tier === null) || part.steps.length > 0) return null;
  const known = tiers.flatMap((tier) => (tier ? [tier] : []));
  const [first] = known;
  if (!first || known.some(({ check }) => written(check.of) !== written(first.check.of))) return null;
  if (part.otherwise && givesNothing(part.otherwise.award)) return null;
  const more = ranges(known, points) ?? thresholds(known, points);
  return more && { ...part, tiers: [...part.tiers, ...more] };
}

/** Whether tiers that are printed reach on without a bound, so that what follows them would be taken for theirs. */
export function reachesOn(part: Tiers): boolean {
  const open = part.tiers.filter(
    ({ check, award }) =>
      check.kind === 'between' && !(check.low && check.high) && !isFull(award) && !givesNothing(award),
  );
  return open.length > 0 || (part.otherwise !== undefined && givesNothing(part.otherwise.award));
}

const isFull = (award: Award): boolean => award.kind === 'amount' && award.expression.kind === 'points';

function plain(tier: Tier, points: Exact): Plain | null {
  const { check, award } = tier;
  if (check.kind !== 'between') return null;
  const worth = award.kind === 'amount' ? worthOf(award.expression, points) : null;
  const low = check.low && figure(check.low);
  const high = check.high && figure(check.high);
  if (worth === null || low === null || high === null) return null;
  return { tier, check, worth, ...(low ? { low: low.value } : {}), ...(high ? { high: high.value } : {}) };
}

const figure = ({ at }: RuleBound): Figure | null => (at.kind === 'number' ? at : null);

function worthOf(expression: Expression, points: Exact): Exact | null {
  if (expression.kind === 'points') return points;
  if (expression.kind === 'number') return expression.value;
  if (expression.kind !== 'binary' || expression.operator !== '-') return null;
  const [left, right] = [worthOf(expression.left, points), worthOf(expression.right, points)];
  return left && right && left.sub(right);
}

/** Ranges with both ends that lie side by side, the last of them the least. */
function ranges(known: readonly Plain[], points: Exact): Tier[] | null {
  const closed = known.filter(({ low, high }) => low && high).sort((a, b) => b.worth.compare(a.worth));
  const last = closed.at(-1);
  if (!last?.low || !last.high) return null;
  const [best] = closed;
  const ends = known.filter((one) => !closed.includes(one));
  const top = ends.filter(({ worth }) => worth.compare(best?.worth ?? ZERO) > 0);
  const down =
    best !== last && best?.low ? last.low.compare(best.low) < 0 : top.some(({ low }) => same(low, last.high));
  const near = down ? 'high' : 'low';
  const far = down ? 'low' : 'high';
  const width = last.high.sub(last.low);
  const beside = closed.every((one, i) => {
    const next = closed[i + 1];
    return (
      one.low && one.high && one.high.sub(one.low).equals(width) && (!next || same(one[far], next[near]))
    );
  });
  const floor = ends.filter(({ worth }) => worth.equals(ZERO));
  const joined = top.every((one) => same(one[near === 'high' ? 'low' : 'high'], best?.[near]));
  const loss = equalSteps([...top, ...closed], points);
  if (!beside || !joined || !loss || top.length > 1 || top.length + floor.length < ends.length) return null;
  const end = floor[0]?.[near];
  const { check } = last;
  const [from, to] = [check[near], check[far]];
  if (!from || !to || floor.length > 1) return null;
  const more: Tier[] = [];
  let at = last[far];
  let worth = last.worth;
  while (at && more.length < MOST) {
    if (end && at.equals(end)) return more;
    worth = max(worth.sub(loss), ZERO);
    const next = down ? at.sub(width) : at.add(width);
    if (worth.equals(ZERO) && !end) return [...more, made(last, { [near]: bound(from, at) }, worth)];
    if (end && (down ? next.compare(end) < 0 : next.compare(end) > 0)) return null;
    more.push(made(last, { [near]: bound(from, at), [far]: bound(to, next) }, worth));
    at = next;
  }
  return null;
}

/** 低于95%扣1分，低于90%扣2分，低于85%扣3分; ≥95%得5分，≥90%得4分，≥85%得3分. */
function thresholds(known: readonly Plain[], points: Exact): Tier[] | null {
  for (const side of ['high', 'low'] as const) {
    const other = side === 'high' ? 'low' : 'high';
    const open = known.filter((one) => one[side] && !one[other]).sort((a, b) => b.worth.compare(a.worth));
    const rest = known.filter((one) => !open.includes(one));
    const last = open.at(-1);
    const before = open.at(-2);
    const loss = equalSteps(open, points);
    const [a, b] = [before?.[side], last?.[side]];
    if (!last || !loss || !a || !b) continue;
    const width = b.sub(a);
    const even = open.every((one, i) => {
      const [own, next] = [one[side], open[i + 1]?.[side]];
      return i === open.length - 1 || (own && next && next.sub(own).equals(width));
    });
    const fits = rest.every(({ worth }) => worth.compare(open[0]?.worth ?? ZERO) > 0);
    const edge = last.check[side];
    if (!even || !fits || !edge || width.equals(ZERO)) return null;
    const gains = side === 'low';
    // 低于…扣 gets worse downwards, ≥…得 too; 超过…扣 and ≤…得 upwards.
    const more: Tier[] = [];
    let at = b;
    let worth = last.worth;
    while (worth.compare(ZERO) > 0 && more.length < MOST) {
      at = at.add(width);
      worth = max(worth.sub(loss), ZERO);
      more.push(made(last, { [side]: bound(edge, at) }, worth));
    }
    const inward = gains === width.compare(ZERO) < 0;
    if (!inward) return more;
    // What lies beyond the last one that gives nothing has nothing either.
    const beyond: RuleBound = { ...bound(edge, at), hold: opposite(edge.hold) };
    return [...more, made(last, { [other]: beyond }, ZERO)];
  }
  return null;
}

const opposite = (hold: Hold): Hold => (hold === 0 ? 3 : 0);

/** The points every next tier has less, where that is the same for all. */
function equalSteps(tiers: readonly Plain[], points: Exact): Exact | null {
  const [a, b] = tiers;
  if (!a || !b) return null;
  const loss = a.worth.sub(b.worth);
  // One step is a pattern only where it is the first: from the full points, or once more what was taken from them.
  const before = points.sub(a.worth);
  if (tiers.length < 3 && !before.equals(ZERO) && !before.equals(loss)) return null;
  const even = tiers.every((one, i) => {
    const next = tiers[i + 1];
    return !next || one.worth.sub(next.worth).equals(loss);
  });
  return even && loss.compare(ZERO) > 0 ? loss : null;
}

const same = (a: Exact | undefined, b: Exact | undefined): boolean =>
  a !== undefined && b !== undefined && a.equals(b);

const bound = (like: RuleBound, value: Exact): RuleBound =>
  like.at.kind === 'number' ? { ...like, at: { ...like.at, value } } : like;

function made(
  { check, tier }: Plain,
  bounds: Readonly<{ low?: RuleBound; high?: RuleBound }>,
  worth: Exact,
): Tier {
  return {
    check: { kind: 'between', of: check.of, ...bounds },
    award: { kind: 'amount', expression: amount(worth) },
    text: `${tier.text}……以此类推`,
  };
}
