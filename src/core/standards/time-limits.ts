import { perObject } from '../remember';
import { exact } from '../scoring/number';
import type { CompileContext, Placed } from './compile-context';
import type { StepSize } from './deduction';
import type { Span } from './expression';
import type { Question } from './rule';
import type { Scanned } from './scan';
import type { Test } from './test';
import { trim } from './trim';
import { unitAt, type Unit } from './units';

/** What is to be done within a time, and how the time it took is called. */
const DEEDS =
  /(拨付|支付|兑付|发放|办结|办理|完成|报送|上报|提交|公开|公示|批复|下达|整改|验收|答复|回复|处理|处置|交付|开工|响应|到账|缴库|上缴|备案|签订)/;
/** How the amount of a time is called by its unit; a month is long enough to be a date. */
const AMOUNTS: Readonly<Record<string, string>> = {
  day: '天数', workday: '工作日数', hour: '小时数', minute: '分钟数', month: '月数',
}; // prettier-ignore
const WITHIN = /^(?:以|之)?内/;
/** Of several times in one text a single number cannot say which is meant. */
const LIMITS = /#个?(?:工作日|自然日|日|天|小时|月|分钟)(?:以|之)?内/g;
const manyLimits = perObject(({ shape }: Scanned) => (shape.match(LIMITS)?.length ?? 0) > 1);
const BEYOND = /(?:超过|逾期|超)$/;

/** 收到资金后30日内拨付到位: how many days it took decides, where it is told. */
export type TimeLimit = Readonly<{
  of: string;
  at: StepSize;
  within: boolean;
  span: Span;
  /** Words before the number say from when it is counted, or of what. */
  named: boolean;
}>;

/** The limit of time a circumstance names; null where it names none, or several. */
export function timeLimit({ scanned }: CompileContext, span: Span): TimeLimit | null {
  const { shape, numbers } = scanned;
  const [a, b] = trim(shape, ...span);
  const text = shape.slice(a, b);
  const index = text.indexOf('#');
  if (index < 0 || b - a > 40 || text.indexOf('#', index + 1) >= 0 || text.includes('%')) return null;
  const found = unitAt(shape, a + index + 1, b);
  const amount = found ? AMOUNTS[found.unit.dimension] : undefined;
  if (!found || amount === undefined || !isSpan(found.unit)) return null;
  const before = text.slice(0, index);
  const after = text.slice(index + 1 + found.length);
  const within = WITHIN.test(after) && !/未|没有|不/.test(text);
  if (!within && !(BEYOND.test(before) && !WITHIN.test(after))) return null;
  const deed = DEEDS.exec(after.replace(WITHIN, ''))?.[1] ?? DEEDS.exec(before)?.[1];
  if (deed === undefined) return null;
  const value = (numbers[a + index]?.value ?? exact(0)).mul(found.unit.factor);
  return {
    of: `${deed}${amount}`, at: { kind: 'number', value, unit: 'none', in: found.unit }, within, span,
    named: !/^(?:在|超过|逾期|超)?$/.test(before),
  };
} // prettier-ignore

/** 12月内 and 2020年 may be dates. */
function isSpan({ dimension, word }: Unit): boolean {
  return dimension !== 'month' || word === '个月';
}

/**
 * 30日内拨付得2分，30日以上60日以内得1分: beside other tiers (or steps) of the time it took, the circumstance is a tier of it
 * as well. By itself it stays a question, which the number of days may answer.
 */
export function timedTiers(context: CompileContext, placed: readonly Placed[]): readonly Placed[] {
  const limits = placed.map(({ statement }) =>
    statement.kind === 'grant' && statement.test.kind === 'state'
      ? timeLimit(context, statement.condition)
      : null,
  );
  const [first] = limits.filter((limit) => limit !== null);
  if (!first) return placed;
  const dimension = first.at.in?.dimension;
  const same = limits.every((limit) => limit === null || limit.at.in?.dimension === dimension);
  const alike = placed.some(({ statement }) => measures(statement, dimension));
  const several = new Set(limits.flatMap((limit) => (limit ? [limit.of] : []))).size > 1;
  // 预算批复后20日内公开，决算批复后20日内公开: two times, not two tiers of one.
  const ofOne = limits.every(
    (limit, i) => !limit || limits.findIndex((other) => other !== null) === i || !limit.named,
  );
  if (!same || several || !ofOne || (!alike && limits.filter((limit) => limit !== null).length < 2))
    return placed;
  return placed.map((one, i) => {
    const limit = limits[i];
    if (!limit || one.statement.kind !== 'grant') return one;
    const { of, at, within, span } = limit;
    const test: Test = {
      kind: 'between', of: { name: of, span }, told: 'tick',
      ...(within ? { high: { at, hold: 2 } } : { low: { at, hold: 0 } }),
    }; // prettier-ignore
    return { ...one, statement: { ...one.statement, test } };
  });
}

/** Whether a statement measures the time without naming what took it: 30日以上60日以内, 每超过1日. */
function measures(statement: Placed['statement'], dimension: string | undefined): boolean {
  if (statement.kind === 'grant') return bare(statement.test, dimension);
  if (statement.kind !== 'deduction' || statement.measure.by !== 'count') return false;
  const { steps } = statement.measure;
  return steps?.size.in?.dimension === dimension && steps?.from === undefined && steps?.direction === 'up' && steps.against === '';
} // prettier-ignore

function bare(test: Test, dimension: string | undefined): boolean {
  if (test.kind === 'all') return test.tests.every((inner) => bare(inner, dimension));
  if (test.kind !== 'between' || test.of !== null) return false;
  return [test.low, test.high].every(
    (bound) => !bound || (bound.at.kind === 'number' && bound.at.in?.dimension === dimension),
  );
}

/** The limit a question carries, so that the number alone answers it. */
export function limitOf(context: CompileContext, span: Span): Pick<Question, 'limit'> {
  const limit = timeLimit(context, span);
  if (!limit || manyLimits(context.scanned)) return {};
  const { of, at, within } = limit;
  return { limit: { of: context.quantity(context.glossary.own(of)), at, within } };
}
