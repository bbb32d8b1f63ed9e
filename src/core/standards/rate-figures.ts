import { exact, HUNDRED, max, ZERO, type Exact } from '../scoring/number';
import { nodes, type Expression } from './expression';
import { isRateName } from './names';
import type { Award, Check, Quantity, RuleBound, RulePart, Section, Steps } from './rule';

type Figure = Extract<Expression, { kind: 'number' }>;
/** Numbers that are set against one rate, as the text prints them. */
type Printed = { bare: Exact[]; percent: Exact[] };

/** A rate above this is none: 90 is a percent figure. */
const LARGEST_SHARE = 2;
/** Shares of rates that should be high lie above this; a smaller number may also be a percent figure. */
const LEAST_SHARE = exact('0.5');
/** Of two readings of a value, one this many times off every number of the standard is none. */
const FAR_OFF = 15;
/** Full marks of a rate as a percent figure; smaller divisors turn figures of a hundred into points. */
const LEAST_DIVISOR = 50;
const MAY_BE_SMALL =
  /(?:投诉|差错|错误|出错|事故|违规|违约|违法|逾期|故障|损失|损耗|流失|闲置|空置|返工|退回|退件|缺勤|失误|漏报|误报|不合格|不达标|变动|增长|下降|降低|节约|压减|减少|调整|偏差|偏离|结余|结转|超支|增幅|降幅)/;

/** A rule whose rates are measured in shares, with the rates the text prints as figures of a hundred. */
export type RatesRead = Readonly<{
  rule: Section;
  /** The numbers such a rate is set against, as shares. */
  figures: ReadonlyMap<string, readonly Exact[]>;
  problems: readonly string[];
}>;

/** 执行率≥90得5分: without a percent sign the 90 is a figure of a hundred; 差错率≤0.5 may be 0.5% as well as 50%. */
export function readRateFigures(rule: Section, quantities: ReadonlyMap<string, Quantity>): RatesRead {
  const rateOf = (of: Expression): string | null => rateKey(of, quantities);
  const rates = new Map<string, Printed>();
  const noted = (of: Expression, at: Expression | undefined): void => {
    const key = rateOf(of);
    if (key === null || !at || !isBareOrShare(at)) return;
    const known = rates.get(key) ?? { bare: [], percent: [] };
    known[at.unit === 'percent' ? 'percent' : 'bare'].push(at.value.abs());
    rates.set(key, known);
  };
  const unclear: Expression[] = [];
  visit(rule, {
    bound: (of, at) => {
      noted(of, at);
      return at;
    },
    steps: (steps) => steps,
    formula: (expression) => {
      for (const node of nodes(expression)) {
        const rate = node.kind === 'binary' || node.kind === 'cap' ? besideBare(node, rateOf) : null;
        if (!rate) continue;
        if (rate.divides) noted(rate.of, rate.at);
        else unclear.push(node);
      }
      return expression;
    },
  });
  const figures = new Map<string, readonly Exact[]>();
  const problems: string[] =
    unclear.length > 0
      ? ['公式中与比率相加减或相除的数没有写百分号，不能确定怎样计算，请核对评分标准。']
      : [];
  for (const [key, { bare, percent }] of rates) {
    const known = bare.filter((value) => !value.equals(ZERO));
    if (known.length === 0) continue;
    const largest = known.reduce((a, b) => max(a, b));
    if (largest.compare(LARGEST_SHARE) > 0)
      figures.set(key, [...known.map((value) => value.div(HUNDRED)), ...percent]);
    else if (percent.length > 0 || MAY_BE_SMALL.test(key) || largest.compare(LEAST_SHARE) < 0)
      problems.push(`“${key}”对照的数没有写百分号，不能确定是百分之几还是倍数，请核对评分标准。`);
  }
  const shares = new Map([...rates].map(([key, { percent }]) => [key, percent]));
  const read = visit(rule, {
    bound: (of, at) => (figures.has(rateOf(of) ?? '') ? asShare(at) : at),
    formula: (expression) => dividedByShares(expression, rateOf),
    steps: (steps) => stepsRead(steps, rateOf(steps.of), figures, shares),
  });
  return { rule: read, figures, problems };
}

/**
 * What a value of such a rate means: 92 and 0.92 are 92%. `null` where it may be a share as well as a percent figure
 * (0.5 beside 5).
 */
export function shareMeant(value: Exact, beside: readonly Exact[]): Exact | null {
  if (value.equals(ZERO)) return value;
  const figure = value.div(HUNDRED);
  const near = (one: Exact): boolean => beside.some((at) => isNear(one.abs(), at));
  const [asItIs, asFigure] = [near(value), near(figure)];
  if (asItIs && asFigure) return null;
  if (asItIs !== asFigure) return asItIs ? value : figure;
  return value.abs().compare(LARGEST_SHARE) > 0 ? figure : value;
}

function isNear(a: Exact, b: Exact): boolean {
  return !b.equals(ZERO) && a.compare(b.mul(FAR_OFF)) < 0 && b.compare(a.mul(FAR_OFF)) < 0;
}

/** The rate an expression is: by its name, or by what its letter stands for (设执行率为X, X=A÷B×100%). */
function rateKey(of: Expression, quantities: ReadonlyMap<string, Quantity>, depth = 0): string | null {
  if (of.kind === 'abs') return rateKey(of.of, quantities, depth);
  if (of.kind !== 'name') return null;
  if (isRateName(of.name)) return of.name;
  const definition = quantities.get(of.name)?.definition;
  if (!definition || !/^[A-Za-z]$/.test(of.name) || depth > 2) return null;
  return definition.kind === 'binary' && definition.operator === '/'
    ? of.name
    : rateKey(definition, quantities, depth + 1);
}

function isBareOrShare(at: Expression): at is Figure {
  return at.kind === 'number' && !at.in && at.unit !== 'points';
}

function asShare<T extends Expression>(at: T): T {
  if (at.kind !== 'number' || at.in || at.unit !== 'none') return at;
  return { ...at, value: at.value.div(HUNDRED), unit: 'percent' };
}

/** 每低1扣0.5分: steps of a rate are as wide as its bounds are printed. */
function stepsRead(
  steps: Steps,
  key: string | null,
  figures: ReadonlyMap<string, readonly Exact[]>,
  shares: ReadonlyMap<string, readonly Exact[]>,
): Steps {
  const { size, anchor } = steps;
  if (key === null || size.in || !figures.has(key)) return steps;
  // 达标率100得6分，每降1个百分点: the anchor is a bound, printed as the bounds are.
  const printed =
    anchor.kind === 'number' &&
    anchor.value.compare(LARGEST_SHARE) > 0 &&
    shares.get(key)?.some((at) => at.equals(anchor.value)) !== true;
  const from: Expression = printed
    ? { ...anchor, value: anchor.value.div(HUNDRED), unit: 'percent' }
    : anchor;
  return { ...steps, size: asShare(size), anchor: size.unit === 'none' && !printed ? asShare(anchor) : from };
}

type Rated = Readonly<{ of: Expression; at: Figure; divides: boolean }>;

/** A rate beside a number that can be no share: 合格率÷98 divides by 98%; what 合格率÷20 and 95－合格率 mean is left open. */
function besideBare(
  node: Extract<Expression, { kind: 'binary' | 'cap' }>,
  rateOf: (of: Expression) => string | null,
): Rated | null {
  const [left, right] = node.kind === 'cap' ? [node.of, node.at] : [node.left, node.right];
  const operator = node.kind === 'cap' ? null : node.operator;
  if (operator === '×') return null;
  for (const [of, at] of [
    [left, right],
    [right, left],
  ] as const) {
    if (rateOf(of) === null || at.kind !== 'number' || at.in || at.unit !== 'none') continue;
    if (at.value.compare(LARGEST_SHARE) <= 0) continue;
    const divides =
      operator === '/' &&
      at === right &&
      at.value.compare(LEAST_DIVISOR) >= 0 &&
      at.value.compare(HUNDRED) <= 0;
    return { of, at, divides };
  }
  return null;
}

function dividedByShares(expression: Expression, rateOf: (of: Expression) => string | null): Expression {
  switch (expression.kind) {
    case 'binary': {
      const rate = besideBare(expression, rateOf);
      if (rate?.divides) return { ...expression, right: asShare(expression.right) };
      return {
        ...expression,
        left: dividedByShares(expression.left, rateOf),
        right: dividedByShares(expression.right, rateOf),
      };
    }
    case 'abs':
      return { ...expression, of: dividedByShares(expression.of, rateOf) };
    case 'cap':
      return {
        ...expression,
        of: dividedByShares(expression.of, rateOf),
        at: dividedByShares(expression.at, rateOf),
      };
    case 'number':
    case 'points':
    case 'name':
    case 'each':
    case 'variant':
      return expression;
  }
}

function visitAward(award: Award, visitor: Visitor): Award {
  return award.kind === 'amount' ? { ...award, expression: visitor.formula(award.expression) } : award;
}

type Visitor = Readonly<{
  bound: (of: Expression, at: Expression) => Expression;
  steps: (steps: Steps) => Steps;
  formula: (expression: Expression) => Expression;
}>;

function visit(section: Section, visitor: Visitor): Section {
  return {
    ...section,
    overrides: section.overrides.map((one) => ({ ...one, check: visitCheck(one.check, visitor) })),
    parts: section.parts.map((part) => visitPart(part, visitor)),
    deductions: section.deductions.map((one) =>
      one.by === 'once' ? { ...one, check: visitCheck(one.check, visitor) } : one,
    ),
  };
}

function visitPart(part: RulePart, visitor: Visitor): RulePart {
  switch (part.kind) {
    case 'section':
      return { ...part, section: visit(part.section, visitor) };
    case 'item':
      return part.check ? { ...part, check: visitCheck(part.check, visitor) } : part;
    case 'tiers':
      return {
        ...part,
        tiers: part.tiers.map((tier) => ({
          ...tier,
          check: visitCheck(tier.check, visitor),
          award: visitAward(tier.award, visitor),
        })),
        ...(part.otherwise
          ? { otherwise: { ...part.otherwise, award: visitAward(part.otherwise.award, visitor) } }
          : {}),
        steps: part.steps.map((steps) =>
          visitor.steps(steps.region ? { ...steps, region: visitCheck(steps.region, visitor) } : steps),
        ),
      };
    case 'choice':
    case 'tally':
    case 'base':
      return part;
  }
}

function visitCheck(check: Check, visitor: Visitor): Check {
  switch (check.kind) {
    case 'between': {
      const bound = (one: RuleBound): RuleBound => ({ ...one, at: visitor.bound(check.of, one.at) });
      return {
        ...check,
        ...(check.low ? { low: bound(check.low) } : {}),
        ...(check.high ? { high: bound(check.high) } : {}),
      };
    }
    case 'equal':
      return { ...check, to: visitor.bound(check.of, check.to) };
    case 'all':
    case 'any':
      return { ...check, checks: check.checks.map((inner) => visitCheck(inner, visitor)) };
    case 'asked':
      return check;
  }
}
