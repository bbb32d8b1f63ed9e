import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { Comparison } from './condition-words';
import { GIVES_LETTER } from './letter-names';
import { binary, type Expression } from './expression';
import { shareName } from './implied-definitions';
import type { Hold, Mention, Test } from './test';

/** One side of a comparing sign: a number, or the quantity it is set against. */
export type Side = {
  constant: Expression | null;
  mention: Mention;
  hold?: Hold;
  absolute?: boolean;
  /** 1.2倍. */
  times?: true;
  /** 支出数/预算数: what a number may be set against. */
  quotient?: NonNullable<Mention>;
  /** The quantity the number is a part of: 计划数量的90%. */
  of?: string;
};

/** Text that says from where one looks and decides nothing. */
export function isContext(text: string): boolean {
  if (GIVES_LETTER.test(text)) return true;
  return /^(?:.{0,14}(?:与|和|同).{1,20}相比|除.{1,24}(?:外|以外|之外)|根据.{0,40}|按照.{0,40}|(?:按|依据|依照|参照|对照|遵照).{2,60}(?:规定|要求|文件|办法|精神|通知|方案|号|》)(?:的?(?:规定|要求|精神))?|以[^#%]{1,30}为(?:核心|依据|主|准|基准|基础|基数|参照|标准)|(?:查阅|查看|核查|抽查|检查)[^,]{1,16}(?:记录|资料|台账|档案|纪要|情况)|结合.{0,40}|经.{1,12}(?:核实|审核)后?|(?:要|应|需)?(?:分析|说明|查明)原因|要|应|(?:其余|其他|以下|以上)?(?:各档)?(?:[以依照][此次])类推)$/.test(
    text,
  );
}

export function valueOf(expression: Expression): Exact {
  return expression.kind === 'number' ? expression.value : exact(0);
}

/** In “10-20%” the first figure is a percentage too, in “5-10万元” an amount of the same unit. */
export function sameUnit(first: Expression, second: Expression): Expression {
  if (first.kind !== 'number' || second.kind !== 'number') return first;
  if (second.in && !first.in && first.unit === 'none')
    return { ...first, value: first.value.mul(second.in.factor), in: second.in };
  if (first.unit === 'percent' || second.unit !== 'percent') return first;
  return { ...first, value: first.value.div(HUNDRED), unit: 'percent' };
}

/** What is told in multiples of another: 覆盖倍数, 速动比率. */
export function isMultiple(mention: Mention): boolean {
  return mention !== null && /(?:倍数|倍率|率|系数|比值?)$/.test(mention.name);
}

/** 1.2倍 is a share of 120%. */
export function asTimes(figure: Extract<Expression, { kind: 'number' }>): Expression {
  return { ...figure, unit: 'percent' };
}

export function oneSided(
  at: Expression,
  comparison: Comparison | null,
  hold: Hold | undefined,
  absolute: boolean,
): Test {
  if (absolute) {
    const { side, hold: usual } =
      comparison && comparison.side !== 'same' ? comparison : { side: 'high', hold: 2 as Hold };
    return { kind: 'between', of: null, [side]: { at, hold: hold ?? usual }, absolute: true };
  }
  if (comparison === null || comparison.side === 'same') return { kind: 'at', of: null, value: at };
  const bound = { at, hold: hold ?? comparison.hold };
  return { kind: 'between', of: null, [comparison.side]: bound };
}

export function named(test: Test, of: Mention): Test {
  return test.kind === 'between' || test.kind === 'at' ? { ...test, of } : test;
}

export function finish(tests: readonly Test[]): Test | null {
  const merged = merge(tests);
  const [only] = merged;
  if (!only) return null;
  if (merged.length > 1 && areApart(merged)) return { kind: 'any', tests: merged };
  return merged.length === 1 ? only : { kind: 'all', tests: merged };
}

/** 85%-95%、105%-115%: stretches of one quantity that have no number in common can only be meant one or the other. */
function areApart(tests: readonly Test[]): boolean {
  const ranges = tests.flatMap((test) => (test.kind === 'between' && !test.absolute ? [test] : []));
  const [first] = ranges;
  if (!first || ranges.length < tests.length || !ranges.every(({ of }) => sameMention(of, first.of)))
    return false;
  const low = ranges.flatMap(({ low: bound }) => (bound ? [bound.at] : []));
  const high = ranges.flatMap(({ high: bound }) => (bound ? [bound.at] : []));
  if (![...low, ...high].every(({ kind }) => kind === 'number')) return false;
  return low.some((a) => high.some((b) => valueOf(a).compare(valueOf(b)) > 0));
}

const FLIPPED: Readonly<Record<string, string>> = {
  '≥': '≤',
  '≤': '≥',
  '>': '<',
  '<': '>',
  '=': '=',
  W: 'W',
};

/** `left sign right` as a bound on the named side. */
export function relate(left: Side, sign: string, right: Side): Test | null {
  const plain = sign === 'W' ? '≤' : sign;
  if (left.quotient && right.constant?.kind === 'number')
    return relate({ constant: null, mention: left.quotient }, sign, right);
  if (left.constant?.kind === 'number' && right.quotient) return relate(right, FLIPPED[plain] ?? plain, left);
  if (left.constant && right.constant === null) return relate(right, FLIPPED[plain] ?? plain, left);
  const at: Expression | null =
    right.constant ??
    (right.mention ? { kind: 'name', name: right.mention.name, span: right.mention.span } : null);
  if (at === null) return null;
  const share = right.constant;
  if (right.of !== undefined && !left.mention && share) {
    const part = binary('×', { kind: 'name', name: right.of, span: [0, 0] }, share);
    return relate(left, sign, { constant: part, mention: null });
  }
  const of =
    right.of !== undefined && left.mention
      ? { ...left.mention, name: shareName(left.mention.name, right.of) }
      : left.mention;
  const hold: Hold = right.hold ?? (plain === '≥' || plain === '≤' ? 3 : 0);
  if (plain === '=')
    return (left.absolute || right.absolute) && valueOf(at).valueOf() !== 0
      ? null
      : { kind: 'at', of, value: at };
  // |偏差率|≤5% and 偏差率≤±5% are said of the size.
  const absolute = left.absolute || right.absolute ? { absolute: true } : {};
  return plain === '≥' || plain === '>'
    ? { kind: 'between', of, low: { at, hold }, ...absolute }
    : { kind: 'between', of, high: { at, hold }, ...absolute };
}

/** Two bounds of one quantity are one interval. */
export function merge(tests: readonly Test[]): Test[] {
  const merged: Test[] = [];
  for (const test of tests) {
    const last = merged.at(-1);
    const joins =
      test.kind === 'between' && last?.kind === 'between' && sameMention(last.of, test.of) &&
      !(last.low && test.low) && !(last.high && test.high); // prettier-ignore
    if (joins) merged[merged.length - 1] = { ...last, ...test, of: last.of ?? test.of };
    else merged.push(test);
  }
  return merged;
}

function sameMention(a: Mention, b: Mention): boolean {
  return a === null || b === null || a.name === b.name;
}

/** 超过5%-10%: the verb says whether the end next to it counts. */
export function edged(
  test: Extract<Test, { kind: 'between' }>,
  comparison: Comparison | null,
): Extract<Test, { kind: 'between' }> {
  if (!comparison || comparison.side === 'same') return test;
  const bound = test[comparison.side];
  return bound ? { ...test, [comparison.side]: { ...bound, hold: comparison.hold } } : test;
}
