import { exact, HUNDRED, ONE, type Exact } from '../scoring/number';
import type { Placed } from './compile-context';
import { isLate } from './condition-amounts';
import { saysInTime } from './event-tiers';
import type { StepMeasure } from './deduction';
import type { Expression } from './expression';
import { canonicalName } from './names';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import type { Test } from './test';
import { sameMeasure } from './units';

/**
 * Deductions for things counted that are steps of a quantity the text around them bounds: after “不超过2000元得5分”,
 * 每超过100元 is measured from 2000元; without such a bound (每逾期1天) it stays a question of how many.
 */
export function anchorSteps(placed: readonly Placed[]): readonly Placed[] {
  const bounds = placed.flatMap(({ statement }) =>
    statement.kind === 'grant' ? boundsOf(statement.test) : [],
  );
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'deduction' || statement.measure.by !== 'count') return one;
    const { steps } = statement.measure;
    if (steps?.from) {
      const name = steps.of?.name;
      // How many are beyond the establishment is known from the staff itself.
      const known = name !== undefined && /^超.{1,2}人数$/.test(name);
      const spoken =
        known ||
        placed.some(
          ({ statement: other }) =>
            other.kind === 'grant' && names(other.test).some((known) => known === name),
        );
      return spoken ? { ...one, statement: { ...statement, measure: steps } } : one;
    }
    const share = statement.measure.unit === '' && steps ? asShare(steps, bounds) : null;
    if (share) return { ...one, statement: { ...statement, measure: share } };
    if (!steps || !isAnchored(steps, [...bounds, ...boundsOf(steps.test)])) return one;
    return { ...one, statement: { ...statement, measure: steps } };
  });
}

/** ≥95%得5分，每低1扣0.5分: a step of 1 below bounds in per cent is a percentage point. */
function asShare(steps: StepMeasure, bounds: readonly Expression[]): StepMeasure | null {
  const { size } = steps;
  const isFigure = size.unit === 'none' && !size.in && size.value.compare(LEAST_FIGURE) >= 0;
  const shares = bounds.length > 0 && bounds.every((at) => at.kind === 'number' && at.unit === 'percent');
  if (!isFigure || !shares) return null;
  return { ...steps, size: { ...size, value: size.value.div(HUNDRED), unit: 'percent' } };
}

/** Smaller steps of a rate may be shares themselves: 0.01. */
const LEAST_FIGURE = exact('0.5');

/**
 * Deductions by degree of one quantity (超支5万元以内扣1分，5-10万元扣2分) are tiers of which one applies, and so is a single one
 * beside tiers of that quantity (≥90%得5分，低于90%扣2分). 再扣 says that they add up.
 */
export function gradeLosses(
  placed: readonly Placed[],
  textOf: (placed: Placed) => string,
): readonly Placed[] {
  const names = placed.map(({ statement }) => {
    if (statement.kind === 'grant') return quantityOf(statement.test);
    const isLoss = statement.kind === 'deduction' && statement.measure.by === 'once' && !statement.bonus;
    return isLoss ? quantityOf(statement.measure.test) : null;
  });
  let current = '';
  const keys = names.map((name) => (name === null ? null : (current = name === '' ? current : name)));
  const inTime = placed.some(
    (one) => one.statement.kind === 'grant' && one.statement.test.kind === 'state' && saysInTime(textOf(one)),
  );
  return placed.map((one, i) => {
    const { statement } = one;
    const key = keys[i] ?? null;
    if (key === null || statement.kind !== 'deduction' || statement.measure.by !== 'once') return one;
    const others =
      keys.some((other, j) => j !== i && other !== null && isSame(other, key)) ||
      (isLate({ name: key, span: [0, 0] }) && inTime);
    if (!others || /再[扣减]/.test(textOf(one))) return one;
    const { span, condition, value, measure } = statement;
    const outcome = { kind: 'loss', value } as const;
    return {
      ...one,
      statement: { kind: 'grant', span, condition, test: measure.test, outcome, scope: null },
    };
  });
}

/** The quantity a condition sets against plain numbers, '' where it names none; null where it is no such condition. */
function quantityOf(test: Test): string | null {
  if (test.kind === 'all') return test.tests.map(quantityOf).find((name) => name !== null) ?? null;
  if (test.kind !== 'between') return null;
  const number = (test.low ?? test.high)?.at.kind === 'number';
  return number ? canonicalName(test.of?.name ?? '') : null;
}

/** A short name goes on with the long one: 利用率 and 固定资产利用率. */
function isSame(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}

/**
 * 每季度至少检查一次得4分 of four points is a requirement, not points for each; 报道一篇得1分，最高3分 is points for each.
 */
export function earnings(scanned: Scanned, placed: readonly Placed[], points: Exact): readonly Placed[] {
  const capped = placed.some(
    ({ statement }) =>
      statement.kind === 'modifier' && statement.outcome.kind === 'cap' && statement.outcome.of === 'score',
  );
  const grants = placed.flatMap(({ statement }) => (statement.kind === 'grant' ? [statement] : []));
  const single =
    capped &&
    grants.length > 0 &&
    grants.every((grant) => isOneThing(grant, points) || isOneTime(scanned, grant, points));
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind === 'deduction' && statement.earned && statement.value.kind === 'number') {
      if (!statement.value.value.equals(points)) return one;
      const { span, condition, value } = statement;
      const outcome = { kind: 'points', value: value.value } as const;
      return {
        ...one,
        statement: {
          kind: 'grant',
          span,
          condition,
          test: { kind: 'state', span: condition },
          outcome,
          scope: null,
        },
      };
    }
    if (!single || statement.kind !== 'grant' || statement.outcome.kind !== 'points') return one;
    const { span, condition, outcome } = statement;
    const value: Expression = { kind: 'number', value: outcome.value, unit: 'points' };
    const measure = { by: 'count', size: ONE, unit: '', of: condition } as const;
    return {
      ...one,
      statement: { kind: 'deduction', span, condition, measure, value, bonus: true, earned: true },
    };
  });
}

const THINGS = new Set(['count', 'person', 'visit', 'household']);

function isOneThing({ test, outcome }: Extract<Statement, { kind: 'grant' }>, points: Exact): boolean {
  if (test.kind !== 'at' || test.value.kind !== 'number' || outcome.kind !== 'points') return false;
  const { in: unit, value } = test.value;
  return (
    unit !== undefined && THINGS.has(unit.dimension) && value.equals(ONE) && outcome.value.compare(points) < 0
  );
}

/** 有一次会议纪要的得1分 of three points: as often as there is one. */
function isOneTime(
  { shape, numbers }: Scanned,
  { test, outcome, condition }: Extract<Statement, { kind: 'grant' }>,
  points: Exact,
): boolean {
  if (outcome.kind !== 'points' || outcome.value.compare(points) >= 0) return false;
  if (test.kind !== 'state' && test.kind !== 'present') return false;
  const words = shape.slice(...condition);
  const last = words.lastIndexOf(',') + 1;
  const found =
    /^,?(?:有|报送|提供|开展|组织|举办|召开|发表|获得?)#[次项篇个件条份期场](?![^,]{0,12}以[上下内])/.exec(
      words.slice(last),
    );
  const at = found ? condition[0] + last + found[0].indexOf('#') : -1;
  return numbers[at]?.value.equals(ONE) ?? false;
}

function names(test: Test): string[] {
  if (test.kind === 'all' || test.kind === 'any') return test.tests.flatMap(names);
  return test.kind === 'between' && test.of ? [canonicalName(test.of.name)] : [];
}

/** Numbers and quantities a condition sets something against. */
function boundsOf(test: Test): Expression[] {
  switch (test.kind) {
    case 'between':
      return [test.low, test.high].flatMap((bound) => (bound ? [bound.at] : []));
    case 'at':
      return [test.value];
    case 'all':
    case 'any':
      return test.tests.flatMap(boundsOf);
    case 'always':
    case 'otherwise':
    case 'absent':
    case 'present':
    case 'state':
      return [];
  }
}

/** How long past a date something was: counted from the date itself, whatever other tiers say. */
const FROM_THE_DATE = /逾期|延期|延迟|推迟|滞后|迟/;

function isAnchored({ size, direction, against }: StepMeasure, bounds: readonly Expression[]): boolean {
  if (direction === null || FROM_THE_DATE.test(against)) return false;
  return bounds.some((at) => {
    if (at.kind !== 'number') return size.in !== undefined;
    return at.unit === size.unit && sameMeasure(at.in, size.in);
  });
}
