import { ONE, type Exact } from '../scoring/number';
import type { Placed } from './compile-context';
import type { Scanned } from './scan';
import type { Statement } from './statement';
import { trim } from './trim';

/**
 * Statements that say again what another says: 按进度计分 before 得分=…, 为0次时不扣分 beside 每发现1次扣5分, 不健全的扣10分 of ten
 * points.
 */
export function restatements(scanned: Scanned, placed: readonly Placed[], points: Exact): readonly Placed[] {
  const said = owing(scanned, wholeDone(scanned, headed(scanned, placed, points)));
  return noneFound(allLost(scanned, announced(said), points));
}

/** 成交率：10分，达标得满分: the points at the head are said again. */
function headed(scanned: Scanned, placed: readonly Placed[], points: Exact): readonly Placed[] {
  const full = placed.some(
    ({ statement }) => statement.kind === 'grant' && statement.outcome.kind === 'full',
  );
  if (!full) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'grant' || statement.outcome.kind !== 'points') return one;
    const colon = /^[^#%,;。]{1,20}:#分$/.test(scanned.shape.slice(...statement.span));
    return colon && statement.outcome.value.equals(points)
      ? { ...one, statement: { kind: 'note', span: statement.span } }
      : one;
  });
}

const WHOLE_DONE =
  /^(?:全部|全面|按[期时])?(?:完成|达到|实现)了?(?:年度|全年|当年|年初|既定|计划|下达|考核)*的?(?:目标|任务|指标|计划)(?:任务|值|数|量)?$/;

/** 完成目标得10分，完成目标的90%得9分: of what is done by shares, all is done at 100%. */
function wholeDone(scanned: Scanned, placed: readonly Placed[]): readonly Placed[] {
  const byShare = placed.some(
    ({ statement }) =>
      statement.kind === 'grant' && statement.test.kind === 'between' && statement.test.of?.name === '完成率',
  );
  if (!byShare) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'grant' || statement.test.kind !== 'state') return one;
    const [a, b] = trim(scanned.shape, ...statement.condition);
    if (!WHOLE_DONE.test(scanned.shape.slice(a, b))) return one;
    const test = {
      kind: 'between', of: { name: '完成率', span: [a, b] }, low: { at: ALL, hold: 3 },
    } as const; // prettier-ignore
    return { ...one, statement: { ...statement, test } };
  });
}

const ALL = { kind: 'number', value: ONE, unit: 'percent' } as const;

/** 按完成进度比例得分。得分=（到位额/任务额）×分值: the formula says it. */
function announced(placed: readonly Placed[]): readonly Placed[] {
  const formulas = placed.filter(({ statement }) => isFormula(statement));
  if (formulas.length !== 1) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'grant' || isFormula(statement)) return one;
    const { test, outcome } = statement;
    const plain = outcome.kind === 'formula' && outcome.expression.kind === 'name' && test.kind === 'always';
    const share = outcome.kind === 'proportion' && (test.kind === 'always' || test.kind === 'otherwise');
    return plain || share ? { ...one, statement: { kind: 'note', span: statement.span } } : one;
  });
}

/** A formula of its own, for whatever the figures are. */
function isFormula(statement: Statement): boolean {
  return (
    statement.kind === 'grant' &&
    statement.test.kind === 'always' &&
    statement.outcome.kind === 'formula' &&
    statement.outcome.expression.kind === 'binary' &&
    statement.scope !== 'each'
  );
}

/** 健全的得10分，基本健全的得6分，不健全的扣10分: a circumstance that takes all the points leaves none. */
function allLost(scanned: Scanned, placed: readonly Placed[], points: Exact): readonly Placed[] {
  const granted = placed.some(
    ({ statement }) =>
      statement.kind === 'grant' &&
      statement.test.kind === 'state' &&
      (statement.outcome.kind === 'points' || statement.outcome.kind === 'full'),
  );
  if (!granted) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'deduction' || statement.bonus || statement.measure.by !== 'once') return one;
    const { span, condition, measure, value } = statement;
    const all = value.kind === 'number' && value.value.equals(points);
    const [a, b] = trim(scanned.shape, ...condition);
    const told = measure.test.kind === 'state' || measure.test.kind === 'otherwise';
    if (!all || !told || a >= b) return one;
    return {
      ...one,
      statement: {
        kind: 'grant',
        span,
        condition,
        test: measure.test,
        outcome: { kind: 'zero' },
        scope: null,
      },
    };
  });
}

/** 脱岗次数为0时不扣分，每发现1次扣5分: how often is asked once. */
function noneFound(placed: readonly Placed[]): readonly Placed[] {
  const counted = placed.some(
    ({ statement }) => statement.kind === 'deduction' && statement.measure.by === 'count' && !statement.bonus,
  );
  if (!counted) return placed;
  return placed.map((one) => {
    const { statement } = one;
    if (statement.kind !== 'grant' || statement.outcome.kind !== 'full' || statement.test.kind !== 'at')
      return one;
    const { value, of } = statement.test;
    const none = value.kind === 'number' && value.unit === 'none' && value.value.equals(0);
    if (!none || !/(?:次数|件数|起数|个数|人数|数)$/.test(of?.name ?? '')) return one;
    return { ...one, statement: { ...statement, test: { kind: 'state', span: statement.condition } } };
  });
}

/** 不得分，倒扣10分: what is taken from nothing leaves less than nothing. */
function owing(scanned: Scanned, placed: readonly Placed[]): readonly Placed[] {
  return placed.map((one, i) => {
    const { statement } = one;
    const [before, next] = [placed[i - 1]?.statement, placed[i + 1]?.statement];
    if (statement.kind === 'deduction' && before?.kind === 'grant' && takesMore(scanned, before, statement))
      return { ...one, statement: { kind: 'note', span: statement.span } };
    if (statement.kind !== 'grant' || next?.kind !== 'deduction' || next.value.kind !== 'number') return one;
    return takesMore(scanned, statement, next)
      ? { ...one, statement: { ...statement, outcome: { kind: 'zero', owed: next.value.value } } }
      : one;
  });
}

function takesMore(
  scanned: Scanned,
  zero: Extract<Statement, { kind: 'grant' }>,
  { bonus, condition, span, value }: Extract<Statement, { kind: 'deduction' }>,
): boolean {
  if (zero.outcome.kind !== 'zero' || bonus || value.kind !== 'number') return false;
  const [a, b] = trim(scanned.shape, ...condition);
  const behind = scanned.shape.slice(zero.span[1], span[1]);
  return (
    /^,?(?:并|且|另|再|还)?(?:应|需|须)?$/.test(scanned.shape.slice(a, b)) &&
    /^,[^,;。]*[倒反]扣/.test(behind)
  );
}
