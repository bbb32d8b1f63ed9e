import type { Scanned } from './scan';
import type { Statement } from './statement';
import { denial, type Test } from './test';
import { trim } from './trim';

type Grant = Extract<Statement, { kind: 'grant' }>;
type Between = Extract<Test, { kind: 'between' }>;

const ABOVE =
  /^(?:如|若)?(?:超过|超出|超|高于|大于|多于|高出|以上)(?:此|该|上述)?(?:比例|标准|范围|部分)?的?$/;
const BELOW = /^(?:如|若)?(?:低于|小于|少于|不足|不到|以下)(?:此|该|上述)?(?:比例|标准|范围|部分)?的?$/;

/**
 * ≤100%得10分，超过不得分: a side without a figure is counted from the nearest figure before it that leaves this side open.
 * Where none does (达到95%得5分，超过不得分), the words stay what they are.
 */
export function withSides(scanned: Scanned, statements: readonly Statement[]): Statement[] {
  let last: Grant | null = null;
  return statements.map((statement, i) => {
    if (statement.kind !== 'grant') return statement;
    const test = sideTest(scanned, statement, last) ?? fromHere(statement, statements[i + 1]);
    const settled = test ? { ...statement, test } : statement;
    last = settled.test.kind === 'between' ? settled : last;
    return settled;
  });
}

function sideTest(scanned: Scanned, { test, condition }: Grant, last: Grant | null): Test | null {
  if (test.kind !== 'state' || last?.test.kind !== 'between' || last.test.absolute) return null;
  const words = scanned.shape.slice(...trim(scanned.shape, ...condition));
  const { of, low, high }: Between = last.test;
  if (high && ABOVE.test(words)) return denial({ kind: 'between', of, high });
  return low && BELOW.test(words) ? denial({ kind: 'between', of, low }) : null;
}

/** 60%得3分，每增加10%加1分: what more is added to is granted from the figure upward. */
function fromHere({ test }: Grant, next: Statement | undefined): Test | null {
  if (test.kind !== 'at' || test.value.kind !== 'number' || next?.kind !== 'deduction' || !next.bonus)
    return null;
  const { measure } = next;
  const upward = measure.by === 'steps' && measure.direction === 'up' && measure.of === null;
  return upward ? { kind: 'between', of: test.of, low: { at: test.value, hold: 3 } } : null;
}
