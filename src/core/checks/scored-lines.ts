import { perReview } from '../remember';
import { sum, type Exact } from '../scoring/number';
import { executionName } from '../scoring/target';
import type { CellRef } from '../snapshot/address';
import { scoredMoney } from '../tables/scored-money';
import type { Indicator, IndicatorTable, MoneyRow, NumberCell, TextCell } from '../tables/table';
import { keyOf } from './check-context';
import type { HoldsWithout, Problem } from './define-check';
import type { Related } from './finding';
import { withPoints } from './point-sums';
import { labelOf, numberIn } from './table-words';
import { sameExactly } from './tolerance';

/** One line of a table that has a score: an indicator, or the 年度资金总额 line of a project form. */
export type ScoredLine = Readonly<{
  name: string;
  ref: CellRef;
  points: NumberCell | null;
  score: NumberCell;
  reason: TextCell | null;
  /** Names of the groups above, the innermost first. */
  groups: readonly string[];
  /** `null` for the money line. */
  indicator: Indicator | null;
  money: MoneyRow | null;
}>;

/** The money lines that carry the points of 预算执行率: the total or, where the form scores these, its parts. */
export const executionLines = perReview((table: IndicatorTable): readonly ScoredLine[] =>
  scoredMoney(table).flatMap((row): readonly ScoredLine[] =>
    row.score
      ? [
          {
            name: executionName(row),
            ref: row.label.ref,
            points: row.points,
            score: row.score,
            reason: row.reason,
            groups: [],
            indicator: null,
            money: row,
          },
        ]
      : [],
  ),
);

/** Every line of a table that is scored and counts into its total. */
export const scoredLines = perReview((table: IndicatorTable): readonly ScoredLine[] => {
  const lines = table.indicators.map((indicator): ScoredLine => ({
    name: labelOf(indicator.name),
    ref: indicator.ref,
    points: indicator.points,
    score: indicator.score,
    reason: indicator.reason,
    groups: groupsOver(table, indicator),
    indicator,
    money: null,
  }));
  const execution = executionLines(table);
  return isTotalWithout(table, execution) ? lines : [...execution, ...lines];
});

function groupsOver({ groups }: IndicatorTable, { group }: Indicator): readonly string[] {
  const names: string[] = [];
  for (let at = group; at !== null; at = groups[at]?.parent ?? null) names.push(groups[at]?.name ?? '');
  return names;
}

/** Whether the total line's points show that the money line does not count into it (绩效指标 90 of 100). */
function isTotalWithout(table: IndicatorTable, execution: readonly ScoredLine[]): boolean {
  const total = numberIn(table.total?.points[0] ?? null);
  const parts = withPoints(table.indicators).map(({ points }) => numberIn(points));
  const money = execution.map(({ points }) => numberIn(points));
  if (total === null || money.length === 0 || money.includes(null) || parts.includes(null)) return false;
  const known = (values: readonly (Exact | null)[]): Exact => sum(values.filter((one) => one !== null));
  if (sameExactly(total, known(parts))) return true;
  // Where a points cell is wrong, points and scores must both be nearer to the indicators alone.
  const scores = table.indicators.map(({ score }) => numberIn(score));
  const [earned, more] = [
    numberIn(table.total?.score ?? null),
    execution.map(({ score }) => numberIn(score)),
  ];
  if (earned === null || scores.includes(null) || more.includes(null)) return false;
  return isNearer(total, known(parts), known(money)) && isNearer(earned, known(scores), known(more));
}

/** Whether a total is nearer to its parts alone than to them with what is added. */
const isNearer = (total: Exact, parts: Exact, added: Exact): boolean =>
  total.sub(parts).abs().compare(total.sub(parts).sub(added).abs()) < 0;

/** Whether a line may be less than nothing: one that only takes points, or whose standard takes more than the points. */
export function mayBeNegative(line: ScoredLine): boolean {
  const standard = line.indicator?.standard?.text ?? '';
  return (
    [line.name, ...line.groups].some((name) => /扣分|减分|扣减/.test(name)) ||
    /^[（(]?扣分项|减分项/.test(standard) ||
    TAKES_MORE.test(standard)
  );
}

/** 不得分，倒扣10分; 该项可负分. 不倒扣 and 不出现负分 say the opposite. */
const TAKES_MORE = /(?<!不(?:再|予|得|计|作)?)(?:倒扣|反扣)|(?:可以?|允许)(?:为|得|计|出现)?负分/;

/** Whether a line may earn more than its points or stay empty: bonus points. */
export function isBonus(line: ScoredLine): boolean {
  return (
    [line.name, ...line.groups].some((name) => /加分|附加|奖励/.test(name)) ||
    /加分/.test(line.indicator?.standard?.text ?? '')
  );
}

/**
 * What a score in proportion to its points becomes when a sum shows that the points are wrong: the finding goes with that sum
 * where the score then fits. `should` is the score by the points as printed.
 */
export function byPoints(
  { points, score }: ScoredLine,
  should: Exact,
  step: Exact,
): Readonly<{ related: readonly Related[]; holdsWithout?: HoldsWithout }> {
  const [limit, reported] = [numberIn(points), numberIn(score)];
  if (!points || limit === null || reported === null || limit.equals(0)) return { related: [] };
  return {
    related: [{ ...points.ref, role: '分值' }],
    holdsWithout: (cell, error) =>
      cell === keyOf(points.ref) &&
      should.mul(limit.sub(error)).div(limit).sub(reported).abs().compare(step) <= 0,
  };
}

/** A deduction that is none if the line's points are wrong by as much, as a sum of points may show. */
export function wrongPoints({ points }: ScoredLine, lost: Exact): Pick<Problem, 'balance'> {
  return points ? { balance: { family: 'points', total: points.ref, parts: [], off: lost } } : {};
}
