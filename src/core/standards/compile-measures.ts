import { ONE, ZERO, type Exact } from '../scoring/number';
import { amount, POINTS, ZERO_EXPRESSION, type CompileContext, type Placed, type PlacedDeduction, type PlacedGrant } from './compile-context'; // prettier-ignore
import type { Expression, Span } from './expression';
import { nodes } from './expression';
import { canonicalName } from './names';
import type { Outcome } from './outcome';
import type { Award, Check, Question, RulePart, Steps, Tier } from './rule';
import type { Mention, Test } from './test';

type Binary = '+' | '-' | '×' | '/';
export const binary = (operator: Binary, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});
const HALF: Expression = { kind: 'number', value: ONE.div(2), unit: 'none' };

/** Whether a condition speaks of a quantity anywhere. */
export function speaksOfQuantity(test: Test): boolean {
  if (test.kind === 'between' || test.kind === 'at') return true;
  return test.kind === 'all' && test.tests.some(speaksOfQuantity);
}

/** Quantities a condition compares with other quantities, or says there are none of. */
function compared(test: Test): Mention[] {
  if (test.kind === 'between') return [test.of];
  if (test.kind === 'at') return [test.of];
  if (test.kind === 'absent' || test.kind === 'present') return [{ name: test.name, span: test.span }];
  return test.kind === 'all' ? test.tests.flatMap(compared) : [];
}

/** Mentions of a condition that stand against plain numbers. */
function mentions(test: Test): Mention[] {
  if (test.kind === 'between') return (test.low ?? test.high)?.at.kind === 'number' ? [test.of] : [];
  if (test.kind === 'at') return test.value.kind === 'number' ? [test.of] : [];
  return test.kind === 'all' ? test.tests.flatMap(mentions) : [];
}

/** Turns what a tier grants into an amount. `subject` is the rate that 按比例 refers to. */
export function awardOf(
  context: CompileContext,
  outcome: Outcome,
  subject: string | null,
  points: Exact,
  proportional = false,
): Award | null {
  const rate = (): Expression => context.quantity(subject ?? context.glossary.main());
  const sure = (expression: Expression): Award => ({ kind: 'amount', expression });
  switch (outcome.kind) {
    case 'points':
      return sure(amount(outcome.value));
    case 'full':
      return sure(POINTS);
    case 'zero':
      return sure(ZERO_EXPRESSION);
    case 'share': {
      const of = (value: Exact): Expression =>
        binary('×', POINTS, { kind: 'number', value, unit: 'percent' });
      return outcome.low.equals(outcome.high)
        ? sure(of(outcome.low))
        : { kind: 'judgement', low: of(outcome.low), high: of(outcome.high) };
    }
    case 'formula': {
      const expression = context.expression(outcome.expression, subject);
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
    case 'not-applicable':
    case 'points-of':
    case 'by-bands':
    case 'remark':
      return null;
  }
}

/** A formula without 分 or 分值: a ratio is taken of the points; a factor equal to the points is the points. */
function carryPoints(context: CompileContext, expression: Expression, points: Exact): Expression | null {
  const factors = [...nodes(expression)].filter(
    (node) => node.kind === 'number' && node.unit === 'none' && node.value.compare(ONE) > 0,
  );
  const product =
    expression.kind === 'binary' && expression.operator === '×' ? [expression.left, expression.right] : [];
  const factor = product.find(
    (node) => node.kind === 'number' && node.unit === 'none' && node.value.compare(ONE) > 0,
  );
  if (factor?.kind === 'number') {
    if (factor.value.equals(points)) return expression;
    context.problem(
      `公式中的系数${factor.value.toString()}与分值${points.toString()}分不一致，不能确定得分。`,
    );
    return null;
  }
  if (factors.length > 0 && product.length > 0) return null;
  return binary('×', expression, POINTS);
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
    if (measure.by !== 'percent') continue;
    for (const mention of mentions(measure.test)) if (mention) return context.subject(mention, fallback);
  }
  const figures = grants.some(({ statement }) => mentions(statement.test).length > 0);
  if (figures || given !== null) return fallback;
  for (const { statement } of grants) {
    if (!speaksOfQuantity(statement.test)) continue;
    for (const mention of compared(statement.test)) if (mention) return context.glossary.amount(mention.name);
  }
  return fallback;
}

/** Tiers, formulas and steps of one part. */
export function compileTiers(
  context: CompileContext,
  subject: string,
  points: Exact,
  grants: readonly PlacedGrant[],
  deductions: readonly PlacedDeduction[],
  baselines: readonly Exact[],
  rounding: Steps['rounding'],
): RulePart | null {
  const tiers: (Tier & { asked: boolean })[] = [];
  let otherwise: { award: Award; text: string } | undefined;
  let start: Exact | null = null;
  let proportional = false;
  for (const placed of grants) {
    const { statement } = placed;
    const { test, outcome, span } = statement;
    const text = context.text(span);
    const award = awardOf(context, outcome, subject, points, proportional);
    if (award === null) {
      context.problem(`未能理解：“${text}”。`);
      continue;
    }
    proportional ||= outcome.kind === 'proportion' || outcome.kind === 'formula';
    const unconditional =
      test.kind === 'always' ||
      test.kind === 'otherwise' ||
      (outcome.kind === 'formula' && test.kind === 'state');
    if (unconditional) {
      if (outcome.kind === 'points' && deductions.length > 0) start = outcome.value;
      else if (otherwise) context.problem(`有两条都没有写明适用条件：“${otherwise.text}”与“${text}”。`);
      else otherwise = { award, text };
      context.kinds.set(
        statement,
        test.kind === 'otherwise' ? 'otherwise' : outcome.kind === 'points' ? 'base' : 'formula',
      );
      continue;
    }
    const ask = (words: Span): Question => context.ask('condition', placed, words);
    const check = context.check(test, placed, subject, ask);
    tiers.push({ check, award, text, asked: hasQuestion(check) });
    context.kinds.set(
      statement,
      outcome.kind === 'formula' ? 'formula' : outcome.kind === 'proportion' ? 'proportion' : 'tier',
    );
  }
  const ordered = [...tiers.filter((tier) => tier.asked), ...tiers.filter((tier) => !tier.asked)];
  const settled = absoluteTogether(ordered);
  const base = start ? amount(start) : POINTS;
  const steps = deductions
    .map((placed) => compileSteps(context, placed, subject, settled, baselines, rounding))
    .filter((step) => step !== null);
  const of = context.quantity(subject);
  return { kind: 'tiers', subject: of, tiers: settled, steps, base, ...(otherwise ? { otherwise } : {}) };
}

function hasQuestion(check: Check): boolean {
  return check.kind === 'asked' || (check.kind === 'all' && check.checks.some(hasQuestion));
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

type Edge = { at: Exact; award: Award; side: 'low' | 'high' | 'same' };

/** Constant bounds of the tiers, with what they give. */
function edges(tiers: readonly Tier[]): Edge[] {
  const found: Edge[] = [];
  for (const { check, award } of tiers) {
    if (check.kind === 'equal' && check.to.kind === 'number')
      found.push({ at: check.to.value, award, side: 'same' });
    if (check.kind !== 'between') continue;
    if (check.low?.at.kind === 'number') found.push({ at: check.low.at.value, award, side: 'low' });
    if (check.high?.at.kind === 'number') found.push({ at: check.high.at.value, award, side: 'high' });
  }
  return found;
}

const isNothing = (award: Award): boolean =>
  award.kind === 'amount' && award.expression.kind === 'number' && award.expression.value.equals(ZERO);

/** Steps start where the text puts them: at the edge of their own region, of the tier beside, or at the baseline. */
function compileSteps(
  context: CompileContext,
  placed: PlacedDeduction,
  subject: string,
  tiers: readonly Tier[],
  baselines: readonly Exact[],
  rounding: Steps['rounding'],
): Steps | null {
  const { measure, value, bonus, span } = placed.statement;
  const text = context.text(span);
  context.kinds.set(placed.statement, bonus ? 'bonus' : 'step');
  if (measure.by !== 'percent') return null;
  const { test } = measure;
  let { direction } = measure;
  const region =
    test.kind === 'between' || test.kind === 'at' || test.kind === 'all'
      ? context.check(test, placed, subject, (words) => context.ask('condition', placed, words))
      : undefined;
  const pair = measure.of && direction === 'apart' ? apartFrom(context, measure.of) : null;
  const key = measure.of && !pair ? context.subject(measure.of, subject) : subject;
  const of = pair ?? context.quantity(key);
  let anchor: Exact | null = null;
  if (region?.kind === 'between' && (region.low === undefined) !== (region.high === undefined)) {
    const bound = (region.low ?? region.high)?.at;
    direction = region.low ? 'up' : 'down';
    anchor = bound?.kind === 'number' ? bound.value : null;
  } else if (
    region?.kind === 'between' &&
    region.low?.at.kind === 'number' &&
    region.high?.at.kind === 'number'
  ) {
    anchor = direction === 'up' ? region.low.at.value : region.high.at.value;
  }
  const around = edges(tiers.filter((tier) => !isNothing(tier.award)));
  const [first] = baselines;
  const sides = new Set(around.map((edge) => edge.side));
  direction ??=
    sides.has('high') && !sides.has('low') ? 'up' : sides.has('low') && !sides.has('high') ? 'down' : null;
  if (direction === null) {
    context.problem(`未能确定“${text}”向哪个方向计算。`);
    return null;
  }
  const usable = around.filter(
    ({ side }) =>
      side === 'same' || (direction === 'up' ? side === 'high' : side === 'low') || direction === 'apart',
  );
  const sorted = usable.map((edge) => edge.at).sort((a, b) => a.compare(b));
  const beside = direction === 'up' ? sorted.at(-1) : sorted[0];
  anchor ??= beside ?? first ?? (direction === 'apart' || pair ? ZERO : null);
  if (anchor === null && direction === 'down' && /率|度|比例/.test(canonicalName(key))) anchor = ONE;
  if (anchor === null) {
    context.problem(`“${text}”没有写明从多少起算。`);
    return null;
  }
  const at: Expression = { kind: 'number', value: anchor, unit: 'percent' };
  const target = anchor;
  const granted = usable.find((edge) => edge.at.equals(target))?.award;
  const base = granted?.kind === 'amount' && granted.expression.kind === 'number' ? granted.expression : null;
  return {
    of, anchor: at, direction, size: measure.size, per: value, bonus, rounding, text,
    ...(region ? { region } : {}), ...(base ? { base } : {}),
  }; // prettier-ignore
}

/** 实际完成工作量与计划工作量每相差3%: by the definition that names both, else their difference over the second. */
function apartFrom(context: CompileContext, of: NonNullable<Mention>): Expression | null {
  const key = canonicalName(of.name);
  const main = context.glossary.main();
  const definition = context.glossary.definitionOf(main);
  if (definition) {
    const names = [...nodes(definition)].flatMap((node) => (node.kind === 'name' ? [node.name] : []));
    if (names.length > 0 && names.every((name) => key.includes(name))) return context.quantity(main);
  }
  const match = /^(.{2,20}?)[与和](.{2,20})$/.exec(key);
  if (!match) return null;
  const [, left = '', right = ''] = match;
  const leaf = (name: string): Expression => context.expression({ kind: 'name', name, span: of.span }, null);
  return { kind: 'abs', of: binary('/', binary('-', leaf(left), leaf(right)), leaf(right)) };
}

/** Whether a condition is met only by everything (全部按时完成): the rate at 100%. */
export function universal(context: CompileContext, { statement }: Placed): boolean {
  return /全部|所有|均|都|全面|各项/.test(context.text(statement.span));
}
