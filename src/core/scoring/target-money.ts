import type { Given } from '../answers';
import { scoredMoney } from '../tables/scored-money';
import type { IndicatorTable, MoneyRow, NumberCell } from '../tables/table';
import { cleanDouble } from '../snapshot/displayed-text';
import { exact, min, ONE, sum, ZERO, type Exact } from './number';
import type { Need, Score, UsedOperand } from './score';
import {
  liveCell,
  livePoints,
  percentText,
  plainText,
  reading,
  scoreOf,
  type Outcome,
  type ScoredLine,
} from './target-result';

/** Name under which the money block of a form is scored. */
export const EXECUTION_INDICATOR = '预算执行率';

/**
 * Scores of the money block of a project form: execution rate × points, at most the points; none when the table has no
 * scored money. A budget of 0 gives no rate and therefore no score; the parts, where they give one, are offered beside it.
 * `givenFor` says what was supplied for a line of money, in the table's unit; it counts only where a cell gives no amount.
 */
export function scoreMoney(
  table: IndicatorTable,
  givenFor: (indicator: string) => Given = () => ({}),
): readonly Score[] {
  return scoredMoney(table).flatMap((row): readonly Score[] => {
    if (!row.score) return [];
    const line: ScoredLine = {
      indicator: executionName(row),
      project: table.project?.text ?? null,
      score: row.score,
      points: row.points,
    };
    const points = numberOf(row.points);
    return [
      points
        ? scoreOf(line, executionOf(table, row, points, givenFor(line.indicator)))
        : scoreOf(line, { status: 'manual', trace: ['没有找到预算执行的分值'] }),
    ];
  });
}

/** Name of a line of money as an indicator: 预算执行率, of a part 预算执行率（中央财政资金）. */
export function executionName({ role, label }: MoneyRow): string {
  if (role === 'total') return EXECUTION_INDICATOR;
  return `${EXECUTION_INDICATOR}（${label.text.replace(/^其中[:：]?\s*/, '')}）`;
}

const numberOf = (cell: NumberCell | null): Exact | null =>
  cell?.reading.kind === 'number' ? cell.reading.value : null;

const BUDGET = '全年预算数';
const EXECUTED = '全年执行数';

function executionOf(table: IndicatorTable, total: MoneyRow, points: Exact, given: Given): Outcome {
  const budgetCell = total.budget ?? total.initial;
  const printed = numberOf(budgetCell);
  const budget = printed && printed.compare(ZERO) > 0 ? printed : (supplied(given, BUDGET) ?? printed);
  const executed = numberOf(total.executed) ?? supplied(given, EXECUTED);
  const need = (name: string, why: string): Need => ({
    name,
    kind: 'quantity',
    about: `${total.label.text}的${name}${why}`,
    ...(table.unit === null ? {} : { unit: table.unit }),
  });
  if (!budget || !executed) {
    const missing = [...(budget ? [] : [BUDGET]), ...(executed ? [] : [EXECUTED])];
    return {
      status: 'needs-input',
      needs: missing.map((name) => need(name, '')),
      trace: [`缺少${missing.join('、')}，不能计算预算执行率`],
    };
  }
  if (budget.compare(ZERO) <= 0) {
    return {
      status: 'needs-input',
      needs: [need(BUDGET, `为${plainText(budget)}，分母不能为零`)],
      alternatives: total.role === 'total' ? byParts(table, points) : [],
      trace: [`全年预算数为${plainText(budget)}，分母为零，不能计算预算执行率`],
    };
  }
  const used = (name: string, value: Exact, own: Exact | null, cell: NumberCell | null): UsedOperand => ({
    name,
    value: value.valueOf(),
    unit: table.unit,
    ref: value === own ? (cell?.ref ?? null) : null,
  });
  const rate = executed.div(budget);
  const capped = min(ONE, rate);
  const told = budget !== printed || numberOf(total.executed) === null;
  const formula = told ? [null] : [liveCell(total.executed), liveCell(budgetCell)];
  return {
    status: 'scored',
    score: points.mul(capped.compare(ZERO) < 0 ? ZERO : capped),
    trace: [
      `预算执行率 = ${plainText(executed)} ÷ ${plainText(budget)} = ${percentText(rate)}`,
      rate.compare(ONE) > 0
        ? `超过100%，得满分${plainText(points)}分`
        : `${percentText(rate)} × ${plainText(points)}分`,
    ],
    formula: formula.every((cell) => cell !== null)
      ? `=ROUND(MAX(0,MIN(1,${formula.join('/')}))*${livePoints(total.points, points)},2)`
      : null,
    operands: [
      used(EXECUTED, executed, numberOf(total.executed), total.executed),
      used(BUDGET, budget, printed, budgetCell),
    ],
  };
}

function supplied({ quantities = {} }: Given, name: string): Exact | null {
  const value = quantities[name];
  return value === undefined ? null : exact(cleanDouble(value));
}

/** The rate that the parts give where the total gives none. */
function byParts(table: IndicatorTable, points: Exact): ReturnType<typeof reading>[] {
  const parts = table.money.filter(({ role }) => role === 'part');
  const budget = sum(parts.map((row) => numberOf(row.budget ?? row.initial) ?? ZERO));
  const executed = sum(parts.map((row) => numberOf(row.executed) ?? ZERO));
  if (budget.compare(ZERO) <= 0) return [];
  const score = points.mul(min(ONE, executed.div(budget)));
  return [reading(`按其中数${plainText(executed)}÷${plainText(budget)}×${plainText(points)}`, score)];
}
