import type { Placed, PlacedDeduction, PlacedGrant } from './compile-context';
import type { Scanned } from './scan';
import { denial, type Test } from './test';
import { trim } from './trim';

const UNMET = '(?:不满足|未满足|不符合|未达到|达不到|不达标|未达标|没有达到)(?:要求|标准|条件)?';
/** 其中一项不满足, 预算执行率、满意度任意一项未达到. */
const ONE = new RegExp(
  `(?:^|[、,;和与或])?[^#%;。]{0,24}(?:有|任何|任意|任一|任|其中)*(?:#[项个条]|一方|其一)${UNMET}$`,
);
const BOTH = new RegExp(`^(?:两项|两者|二者|#项|#个)?(?:均|都|全部|同时)${UNMET}$`);

/**
 * 执行率≥95%且满意度≥90%得满分；其中一项不满足扣2分；均不满足得0分: which of the two holds is known from their figures, and need
 * not be counted. Only of two conditions, where the text says what becomes of either and of both.
 */
export function eitherUnmet(scanned: Scanned, placed: readonly Placed[]): readonly Placed[] {
  const full = placed.find(isFull);
  const one = placed.find((each): each is PlacedDeduction => each.statement.kind === 'deduction');
  const others = placed.filter(
    ({ statement }) => statement.kind === 'deduction' || statement.kind === 'grant',
  );
  const both = placed.find(
    (each): each is PlacedGrant => each.statement.kind === 'grant' && each.statement.outcome.kind === 'zero',
  );
  if (!full || !one || !both || others.length !== 3 || one.statement.bonus) return placed;
  const words = ({ statement }: PlacedGrant | PlacedDeduction): string =>
    scanned.shape.slice(...trim(scanned.shape, ...statement.condition));
  const { test } = full.statement;
  if (test.kind !== 'all' || !ONE.test(words(one)) || !BOTH.test(words(both))) return placed;
  const [a, b] = test.tests;
  const [notA, notB] = [a && denial(a), b && denial(b)];
  if (!a || !b || test.tests.length > 2 || !notA || !notB) return placed;
  const all = (...tests: readonly Test[]): Test => ({ kind: 'all', tests });
  const { span, condition, value } = one.statement;
  const either: Test = { kind: 'any', tests: [all(a, notB), all(notA, b)] };
  return placed.map((each) => {
    if (each === one)
      return {
        ...each,
        statement: {
          kind: 'grant',
          span,
          condition,
          test: either,
          outcome: { kind: 'loss', value },
          scope: null,
        },
      };
    return each === both ? { ...both, statement: { ...both.statement, test: all(notA, notB) } } : each;
  });
}

function isFull(placed: Placed): placed is PlacedGrant {
  const { statement } = placed;
  return (
    statement.kind === 'grant' &&
    (statement.outcome.kind === 'full' || statement.outcome.kind === 'points') &&
    statement.test.kind === 'all' &&
    statement.test.tests.every(({ kind }) => kind === 'between')
  );
}
