import { ONE, ZERO, type Exact } from '../scoring/number';
import { amount, ONE_EXPRESSION, POINTS, ZERO_EXPRESSION, type CompileContext, type Placed, type PlacedDeduction, type PlacedGrant } from './compile-context'; // prettier-ignore
import { proportionalGain, proportionalLoss } from './proportional-loss';
import { compileSteps } from './compile-steps';
import { carryPoints } from './formula-points';
import { eventTiers } from './event-tiers';
import type { Expression, Span } from './expression';
import { binary, nodes, written } from './expression';
import { canonicalName, isRateName } from './names';
import type { Outcome } from './outcome';
import { givesNothing, type Award, type Check, type Question, type RulePart, type Steps, type Tier } from './rule'; // prettier-ignore
import { compared, mentions, speaksOfQuantity, type Test } from './test';

const HALF: Expression = { kind: 'number', value: ONE.div(2), unit: 'none' };

const LOSSES: ReadonlySet<string> = new Set<Outcome['kind']>(['loss', 'proportional-loss']);
const SHARES: ReadonlySet<string> = new Set<Outcome['kind']>(['proportion', 'proportional-loss']);

/** Turns what a tier grants into an amount. `subject` is the rate that 按比例 refers to. */
export function awardOf(
  context: CompileContext,
  outcome: Outcome,
  subject: string | null,
  points: Exact,
  rate: () => Expression,
  proportional = false,
): Award | null {
  const sure = (expression: Expression): Award => ({ kind: 'amount', expression });
  switch (outcome.kind) {
    case 'points':
      return sure(amount(outcome.value));
    case 'full':
      return sure(POINTS);
    case 'zero':
      return sure(ZERO_EXPRESSION);
    case 'loss':
      return sure(binary('-', POINTS, outcome.value));
    case 'share': {
      const of = (value: Exact): Expression =>
        binary('×', POINTS, { kind: 'number', value, unit: 'percent' });
      return outcome.low.equals(outcome.high)
        ? sure(of(outcome.low))
        : { kind: 'judgement', low: of(outcome.low), high: of(outcome.high) };
    }
    case 'formula': {
      const expression = asRate(context, context.expression(outcome.expression, subject));
      const worth = outcome.bare ? carryPoints(context, expression, points) : expression;
      if (worth === null) return null;
      return sure(outcome.lost ? binary('-', POINTS, worth) : worth);
    }
    case 'proportion':
      return sure(binary('×', rate(), POINTS));
    case 'half': {
      const half = binary('×', POINTS, HALF);
      if (!proportional) return sure(half);
      const choices = [
        { reading: '按比例得分后折半', expression: binary('×', binary('×', rate(), POINTS), HALF) },
        { reading: '折半指分值的一半', expression: half },
      ];
      return sure({ kind: 'variant', choices });
    }
    case 'interpolation':
      return { kind: 'interpolation' };
    case 'proportional-loss':
      return null;
    case 'judgement': {
      const { takes, low = ZERO, high } = outcome;
      if (takes)
        return {
          kind: 'judgement',
          low: high ? binary('-', POINTS, amount(high)) : ZERO_EXPRESSION,
          high: binary('-', POINTS, amount(low)),
        };
      return { kind: 'judgement', low: amount(low), high: high ? amount(high) : POINTS };
    }
    case 'deduct':
    case 'cap':
    case 'clamp':
    case 'baseline':
    case 'rounding':
    case 'decimals':
    case 'not-applicable':
    case 'points-of':
    case 'item-loss':
    case 'absolute':
    case 'below-zero':
    case 'worth':
    case 'by-bands':
    case 'remark':
      return null;
  }
}

/** The rate the tiers of a part are about, by its own words first. */
export function subjectOf(
  context: CompileContext,
  grants: readonly PlacedGrant[],
  deductions: readonly PlacedDeduction[],
  given: string | null,
  local: readonly string[],
): string {
  const { glossary } = context;
  const fallback = given ?? glossary.main(local);
  for (const { statement } of grants) {
    for (const mention of mentions(statement.test)) if (mention) return context.subject(mention, fallback);
  }
  for (const { statement } of deductions) {
    const { measure } = statement;
    if (measure.by === 'count') continue;
    for (const mention of mentions(measure.test)) if (mention) return context.subject(mention, fallback);
  }
  const figures = grants.some(({ statement }) => mentions(statement.test).length > 0);
  if (figures || given !== null) return fallback;
  for (const { statement } of grants) {
    if (!speaksOfQuantity(statement.test)) continue;
    for (const mention of compared(statement.test)) if (mention) return context.glossary.amount(mention.name);
  }
  return numeratorOver(context, grants) ?? fallback;
}

/** In 完成指标值的…，按实际完成值与指标值的比例: what is measured against the bound stands above it in the formula. */
function numeratorOver(context: CompileContext, grants: readonly PlacedGrant[]): string | null {
  const bounds = new Set(
    grants.flatMap(({ statement: { test } }) =>
      (test.kind === 'between' ? [test.low, test.high] : []).flatMap((bound) =>
        bound?.at.kind === 'name' ? [canonicalName(bound.at.name)] : [],
      ),
    ),
  );
  for (const { statement } of grants) {
    if (statement.outcome.kind !== 'formula') continue;
    for (const node of nodes(statement.outcome.expression)) {
      if (
        node.kind !== 'binary' ||
        node.operator !== '/' ||
        node.left.kind !== 'name' ||
        node.right.kind !== 'name'
      )
        continue;
      if (bounds.has(canonicalName(node.right.name))) return context.glossary.amount(node.left.name);
    }
  }
  return null;
}

/**
 * What 按比例 is in proportion to: the rate under discussion; or, where amounts are compared (实际完成数达到计划数), their
 * quotient. An indicator that names no rate is asked for its 完成比例 — its own figure may be a number of things.
 */
function proportionOf(context: CompileContext, subject: string, grants: readonly PlacedGrant[]): Expression {
  for (const {
    statement: { test },
  } of grants) {
    if (test.kind !== 'between' || test.low?.at.kind !== 'name') continue;
    const bound = context.expression(test.low.at, null);
    const of = test.of
      ? context.expression({ kind: 'name', name: test.of.name, span: test.of.span }, null)
      : context.quantity(subject);
    return binary('/', of, bound);
  }
  if (isRateName(subject) || context.glossary.definitionOf(subject)) return context.quantity(subject);
  return context.quantity(context.glossary.own('完成比例'));
}

/** Tiers, formulas and steps of one part. */
export function compileTiers(
  context: CompileContext,
  subject: string,
  points: Exact,
  grants: readonly PlacedGrant[],
  deductions: readonly Readonly<{ placed: PlacedDeduction; cap: Exact | null }>[],
  baselines: readonly Exact[],
  rounding: Steps['rounding'],
): RulePart | null {
  const named = grants.flatMap(({ statement }) => mentions(statement.test));
  context.mentioned = [...new Set(named.flatMap((one) => (one ? [canonicalName(one.name)] : [])))];
  const tiers: (Tier & { asked: boolean })[] = [];
  let otherwise: { award: Award; text: string } | undefined;
  let start: Exact | null = null;
  let proportional = false;
  for (const placed of grants) {
    const { statement } = placed;
    const { test, outcome, span } = statement;
    const text = context.text(span);
    const share = (): Expression => proportionOf(context, subject, grants);
    const award =
      outcome.kind === 'proportional-loss' && deductions.length === 0
        ? proportionalLoss(context, placed, grants, subject, points, share)
        : outcome.kind === 'proportion'
          ? proportionalGain(placed, grants, points, share())
          : awardOf(context, outcome, subject, points, share, proportional);
    if (award === null) {
      context.problem(`未能理解：“${text}”。`);
      continue;
    }
    proportional ||= outcome.kind === 'proportion' || outcome.kind === 'formula';
    const unconditional =
      test.kind === 'always' ||
      test.kind === 'otherwise' ||
      (outcome.kind === 'formula' && test.kind === 'state') ||
      (outcome.kind === 'proportion' && test.kind === 'state' && saysHow(context.text(statement.condition)));
    if (unconditional) {
      if (outcome.kind === 'points' && deductions.length > 0) start = outcome.value;
      else if (otherwise && isSame(otherwise.award, award)) context.kinds.set(statement, 'note');
      else if (otherwise) context.problem(`有两条都没有写明适用条件：“${otherwise.text}”与“${text}”。`);
      else otherwise = { award, text };
      context.kinds.set(
        statement,
        test.kind === 'otherwise' ? 'otherwise' : outcome.kind === 'points' ? 'base' : 'formula',
      );
      continue;
    }
    const full =
      award.kind === 'amount' &&
      (outcome.kind === 'full' || (outcome.kind === 'points' && outcome.value.equals(points)));
    const ask = (words: Span): Question => context.ask(full ? 'tick' : 'condition', placed, words);
    const told = test.kind === 'between' && test.told !== undefined && full ? 'tick' : 'condition';
    const check = tellable(test, context.check(test, placed, subject, ask), () =>
      context.ask(told, placed, statement.condition, { optional: true }),
    );
    tiers.push({ check, award, text, asked: hasQuestion(check) });
    context.kinds.set(
      statement,
      outcome.kind === 'formula' ? 'formula' : SHARES.has(outcome.kind) ? 'proportion' : 'tier',
    );
  }
  // Deductions by degree leave the full points where none of them applies, unless a tier says who has those.
  const losses = grants.some(({ statement: { outcome } }) => LOSSES.has(outcome.kind));
  const granted = grants.some(
    ({ statement: { outcome } }) => !LOSSES.has(outcome.kind) && outcome.kind !== 'zero',
  );
  if (losses && !granted)
    otherwise ??= { award: { kind: 'amount', expression: POINTS }, text: '不属于所列扣分情形' };
  const settledBy = otherwise?.award;
  if (settledBy?.kind === 'amount' && grants.some(({ statement: { outcome } }) => SHARES.has(outcome.kind)))
    tiers.splice(
      0,
      tiers.length,
      ...tiers.map((tier) => ({ ...tier, check: metByShare(tier, settledBy.expression) })),
    );
  const ordered = [...tiers.filter((tier) => tier.asked), ...tiers.filter((tier) => !tier.asked)];
  const settled = eventTiers(absoluteTogether(ordered.map(reduced)));
  const earned = deductions.filter(({ placed }) => placed.statement.earned).length;
  if (earned > 0 && earned < deductions.length && !start && settled.length === 0)
    context.problem('有加分也有扣分，没有写明从多少分起算。');
  // 每增长1%得0.5分，否则不得分: where nothing was earned there are no points anyway.
  if (earned > 0 && otherwise && givesNothing(otherwise.award)) otherwise = undefined;
  const base = start ? amount(start) : earned > 0 ? ZERO_EXPRESSION : POINTS;
  const steps = deductions.flatMap(({ placed, cap }) =>
    compileSteps(context, placed, subject, settled, baselines, rounding, cap),
  );
  const rest = otherwise?.award;
  const apart =
    settled.length + steps.length === 0 &&
    rest?.kind === 'amount' &&
    !context.reaches(rest.expression, subject);
  const of = apart ? null : context.quantity(subject);
  return { kind: 'tiers', subject: of, tiers: settled, steps, base, ...(otherwise ? { otherwise } : {}) };
}

/** 实际到位资金占计划的比重, where that is how a rate is defined: the rate, which may be known without its operands. */
function asRate(context: CompileContext, expression: Expression): Expression {
  if (expression.kind !== 'binary' || expression.operator !== '/') return expression;
  const { left, right } = expression;
  if (left.kind !== 'name' || right.kind !== 'name') return expression;
  const rate = context.glossary.quotientOf(left.name, right.name);
  return rate === null ? expression : context.quantity(rate);
}

/** 根据在籍人数计算巩固率: how a rate is come by, and no circumstance. */
function saysHow(words: string): boolean {
  return /^[，,。；;\s]*(?:根据|依据|按照?|通过)[^未不没无]*$/.test(words);
}

/** Names that say that something was reduced. */
const REDUCED = /(?:减少|下降|降低|节约|节支|压减|压缩)$/;

/** 减少5%以下的得1分 is said of what was reduced at all. */
function reduced<T extends Tier>(tier: T): T {
  const { check, award } = tier;
  if (check.kind !== 'between' || check.low || check.of.kind !== 'name' || !REDUCED.test(check.of.name))
    return tier;
  if (award.kind !== 'amount' || (award.expression.kind === 'number' && award.expression.value.equals(ZERO)))
    return tier;
  return { ...tier, check: { ...check, low: { at: ZERO_EXPRESSION, hold: 0 } } };
}

/** 完成任务的得满分，未完成的按比例得分: the proportion also says whether all was done. */
function metByShare({ check, award }: Tier, share: Expression): Check {
  if (check.kind !== 'asked' || award.kind !== 'amount' || share.kind !== 'binary') return check;
  const isFull = award.expression.kind === 'points' || check.question.kind === 'tick';
  if (!isFull || share.left.kind === 'number' || !/完成|达到|达成|实现|达标/.test(check.question.name))
    return check;
  return { kind: 'between', of: share.left, low: { at: ONE_EXPRESSION, hold: 3 }, question: check.question };
}

/** 按完成率计算得分，得分=完成率×分值 says one thing twice. */
function isSame(a: Award, b: Award): boolean {
  return a.kind === 'amount' && b.kind === 'amount' && written(a.expression) === written(b.expression);
}

/** Whether an amount keeps to its bound (控制在5万元以内) a person may say who does not have the amount. */
function tellable(test: Test, check: Check, ask: () => Question): Check {
  if (check.kind !== 'between') return check;
  if (test.kind === 'between' && test.told) return { ...check, question: ask() };
  const amounts = [check.low, check.high].some((bound) => bound?.at.kind === 'number' && bound.at.in);
  return amounts ? { ...check, question: ask() } : check;
}

function hasQuestion(check: Check): boolean {
  return (
    check.kind === 'asked' ||
    ((check.kind === 'all' || check.kind === 'any') && check.checks.some(hasQuestion))
  );
}

/** Where one tier is ±5%, the tiers beside it are of the deviation's size too. */
function absoluteTogether(tiers: readonly Tier[]): Tier[] {
  const absolute = tiers.some(({ check }) => check.kind === 'between' && check.of.kind === 'abs');
  if (!absolute) return [...tiers];
  return tiers.map((tier) => {
    const { check } = tier;
    if (check.kind !== 'between' || check.of.kind === 'abs') return tier;
    return { ...tier, check: { ...check, of: { kind: 'abs', of: check.of } } };
  });
}

/** Whether a condition is met only by everything (全部按时完成): the rate at 100%. */
export function universal(context: CompileContext, { statement }: Placed): boolean {
  return /全部|所有|均|都|全面|各项|足额|全额/.test(context.text(statement.span));
}
