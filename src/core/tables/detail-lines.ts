import { HUNDRED, sum, ZERO, type Exact } from '../scoring/number';
import type { Indicator, IndicatorSubtotal, IndicatorTotal, MoneyRow, NumberCell } from './table';

/** 其中 in front of a name, behind stars or a number. */
const OF_WHICH = /^[★☆*\d.、()（）\s]*其中/;

type Lines = Readonly<{ indicators: readonly Indicator[]; subtotals: readonly IndicatorSubtotal[] }>;

/**
 * Takes away the lines that only detail the indicator above them (其中：梨树 6亩 under 种植面积): they have neither points nor a
 * score, and the table does not want any for them, either because they say 其中 or because the points or scores are
 * complete without them. An indicator that leaves its own target and result to its details has none to fill in.
 */
export function withoutDetails(
  { indicators, subtotals }: Lines,
  total: IndicatorTotal | null,
  money: readonly MoneyRow[],
): Lines {
  if (!indicators.some(isBare)) return { indicators, subtotals };
  const complete = addsUp(indicators, total, money);
  let head: Indicator | undefined;
  const detail = indicators.map((one) => {
    if (!isBare(one)) head = one;
    return head !== one && head?.group === one.group && (complete || OF_WHICH.test(one.name));
  });
  return {
    indicators: indicators.flatMap((one, index) =>
      detail[index] ? [] : [detail[index + 1] ? withoutOwnAims(one) : one],
    ),
    subtotals: subtotals.map((one) => ({
      ...one,
      after: detail.slice(0, one.after).filter((isDetail) => !isDetail).length,
    })),
  };
}

const isBlank = (cell: NumberCell | null): boolean => cell?.reading.kind === 'blank';

const isBare = ({ points, sharedPoints, score }: Indicator): boolean =>
  sharedPoints === null && isBlank(points) && isBlank(score);

const withoutOwnAims = (one: Indicator): Indicator =>
  isBlank(one.target) && isBlank(one.actual) ? { ...one, target: null, actual: null } : one;

/** Whether what is filled in already makes the total: the points or, if one of those is wrong, the scores. */
function addsUp(
  indicators: readonly Indicator[],
  total: IndicatorTotal | null,
  money: readonly MoneyRow[],
): boolean {
  const execution = money.find(({ role }) => role === 'total');
  const makes = (whole: Exact | null, column: 'points' | 'score'): boolean => {
    const own = sum(indicators.map((one) => valueOf(one[column]) ?? ZERO));
    const more = valueOf(execution?.[column] ?? null) ?? ZERO;
    return whole !== null && (own.equals(whole) || own.add(more).equals(whole));
  };
  return (
    makes(valueOf(total?.points[0] ?? null) ?? HUNDRED, 'points') ||
    makes(valueOf(total?.score ?? null), 'score')
  );
}

const valueOf = (cell: NumberCell | null): Exact | null =>
  cell?.reading.kind === 'number' ? cell.reading.value : null;
