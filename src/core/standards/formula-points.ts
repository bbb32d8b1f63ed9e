import { HUNDRED, max, min, ONE, ZERO, type Exact } from '../scoring/number';
import { POINTS, type CompileContext } from './compile-context';
import { binary, namesOf, nodes, type Expression } from './expression';

/** A formula without 分 or 分值: a ratio is taken of the points; a factor equal to the points is the points. */
export function carryPoints(
  context: CompileContext,
  expression: Expression,
  points: Exact,
): Expression | null {
  if (expression.kind === 'cap') return limitedPoints(context, expression, points);
  const best = atTheirBest(expression);
  const graded = namesOf(expression);
  if (graded.length > 0 && graded.every((name) => GRADE_NAME.test(name)) && best?.equals(points))
    return expression;
  const terms = termsOf(expression);
  const scales = terms.map(scaleOf);
  // 考核得分×5%, of eight points: neither a share of the points nor the points themselves.
  if (
    graded.some((name) => GRADE_NAME.test(name)) &&
    scales.every((one) => one === null) &&
    !best?.equals(ONE)
  ) {
    context.problem(`公式与分值${points.toString()}分对不上，不能确定得分。`);
    return null;
  }
  // MIN(100,完成率×100)×10% is in points already where everything is done.
  const isPoints = best?.equals(points) === true && !best.equals(ONE);
  // （非常满意数×100+满意数×80）/总数×10%: neither a share nor, for all that is known, the points.
  const unsettled = !isPoints && !best?.equals(ONE) && [...nodes(expression)].some(isPlainNumber);
  if (scales.every((scale) => scale === null) && !unsettled)
    return isPoints ? expression : binary('×', expression, POINTS);
  const [scale] = scales;
  if (terms.length === 1 && scale) {
    if (scale.equals(points)) return expression;
    context.problem(`公式中的系数${scale.toString()}与分值${points.toString()}分不一致，不能确定得分。`);
    return null;
  }
  // 3+节约率/5%×2 and 甲率×40%×6+乙率×60%×6 are in points already.
  if (terms.some(isPlainNumber) || best?.equals(points)) return expression;
  context.problem('公式各项之和与分值对不上，不能确定得分。');
  return null;
}

/** MAX(0,5-超支率×100) is points, MIN(完成率,1) is a share of them: by what is limited; the limits are of its kind. */
function limitedPoints(
  context: CompileContext,
  expression: Extract<Expression, { kind: 'cap' }>,
  points: Exact,
): Expression | null {
  const sides = [expression.of, expression.at];
  const measured = sides.filter((side) => side.kind !== 'number');
  const limits = sides.flatMap((side) => (side.kind === 'number' ? [side.value] : []));
  const carried = measured.map((side) => carryPoints(context, side, points));
  if (measured.length === 0 || carried.includes(null)) return null;
  const inPoints = carried.every((side, i) => side === measured[i]);
  const inShares = carried.every((side, i) => side !== measured[i]);
  const most = inPoints ? points : ONE;
  if ((inPoints || inShares) && limits.every((limit) => limit.equals(ZERO) || limit.equals(most)))
    return inPoints ? expression : binary('×', expression, POINTS);
  context.problem(`公式中的上下限与分值${points.toString()}分对不上，不能确定得分。`);
  return null;
}

/** What is added and taken away in a formula. */
function termsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || (expression.operator !== '+' && expression.operator !== '-'))
    return [expression];
  return [...termsOf(expression.left), ...termsOf(expression.right)];
}

const isPlainNumber = (expression: Expression): boolean =>
  expression.kind === 'number' && expression.unit === 'none' && expression.value.compare(ONE) > 0;

/** What a product is multiplied by in plain numbers above one (执行率÷100×5: 0.05); null where it has no such factor. */
function scaleOf(expression: Expression): Exact | null {
  if (expression.kind === 'number') return isPlainNumber(expression) ? expression.value : null;
  if (expression.kind !== 'binary') return null;
  const { operator, left, right } = expression;
  if (operator === '+' || operator === '-') return null;
  const [a, b] = [scaleOf(left), operator === '×' ? scaleOf(right) : null];
  return a && b ? a.mul(b) : (a ?? b);
}

/** Marks of a hundred, as others gave them. */
const GRADE_NAME = /(?:得分|分数|评分|总分|均分|成绩)$/;

/** A formula with every rate at 100% and every mark at a hundred; null where it divides by nothing. */
function atTheirBest(expression: Expression): Exact | null {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'cap') {
    const [of, at] = [atTheirBest(expression.of), atTheirBest(expression.at)];
    return of && at && (expression.floor ? max(of, at) : min(of, at));
  }
  if (expression.kind === 'name') return GRADE_NAME.test(expression.name) ? HUNDRED : ONE;
  if (expression.kind !== 'binary') return null;
  const [a, b] = [atTheirBest(expression.left), atTheirBest(expression.right)];
  if (!a || !b) return null;
  switch (expression.operator) {
    case '+':
      return a.add(b);
    case '-':
      return a.sub(b);
    case '×':
      return a.mul(b);
    case '/':
      return b.equals(ZERO) ? null : a.div(b);
  }
}
