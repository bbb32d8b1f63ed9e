import { exact, ONE } from '../scoring/number';
import { binary, type Expression } from './expression';
import { canonicalName } from './names';
import type { Statement } from './statement';

type Labelled = { label: string; ratio: Expression };

/** Formulas that score one rate of a series each: 一季度预算执行率得分=（…/…）×1分. */
function labelled(statements: readonly Statement[]): Labelled[] {
  const found: Labelled[] = [];
  for (const statement of statements) {
    if (statement.kind !== 'grant' || statement.outcome.kind !== 'formula' || statement.label === undefined)
      continue;
    const { expression } = statement.outcome;
    if (expression.kind !== 'binary' || expression.operator !== '×') continue;
    const { left } = expression;
    if (left.kind === 'binary' && left.operator === '/')
      found.push({ label: canonicalName(statement.label), ratio: left });
  }
  return found;
}

/** The members of a series a phrase such as 每个季度的执行率 speaks of: their labels end as it does. */
function membersOf(name: string, all: readonly Labelled[]): Labelled[] {
  const key = canonicalName(name);
  const ending = key.slice(-3);
  const period = /季/.test(key) ? /季/ : /月/.test(key) ? /月/ : /./;
  return all.filter(({ label }) => label.endsWith(ending) && period.test(label));
}

function total(ratios: readonly Expression[]): Expression {
  return ratios
    .slice(1)
    .reduce<Expression>((left, right) => binary('+', left, right), ratios[0] ?? { kind: 'points' });
}

/**
 * Replaces Σ（每个季度的执行率）÷4 by the mean of the rates the text itself scores. Whether the rates are capped at
 * 100% before the mean is taken, or the cumulative progress is averaged, the text leaves open: those are readings.
 */
export function resolveSeries(expression: Expression, statements: readonly Statement[]): Expression | null {
  if (expression.kind === 'each') return mean(expression.name, null, statements);
  if (expression.kind !== 'binary' || expression.operator !== '/' || expression.left.kind !== 'each')
    return expression;
  const divisor = expression.right.kind === 'number' ? expression.right.value : null;
  return divisor ? mean(expression.left.name, divisor.valueOf(), statements) : null;
}

function mean(name: string, divisor: number | null, statements: readonly Statement[]): Expression | null {
  const members = membersOf(name, labelled(statements));
  const count = divisor ?? 1;
  if (members.length < 2 || (divisor !== null && members.length !== divisor)) return null;
  const over = (ratios: readonly Expression[]): Expression =>
    binary('/', total(ratios), { kind: 'number', value: exact(count), unit: 'none' });
  const ratios = members.map(({ ratio }) => ratio);
  const whole: Expression = { kind: 'number', value: ONE, unit: 'percent' };
  const choices = [
    { reading: '平均值按实际执行率计算', expression: over(ratios) },
    {
      reading: '年度平均按封顶后的执行率计算',
      expression: over(ratios.map((of) => ({ kind: 'cap', of, at: whole }))),
    },
  ];
  const progress = ratios.flatMap((ratio) =>
    ratio.kind === 'binary' && ratio.right.kind === 'number' ? [ratio.left] : [],
  );
  if (progress.length === ratios.length)
    choices.push({ reading: '全年平均执行率按累计支出进度平均', expression: over(progress) });
  return { kind: 'variant', choices };
}
