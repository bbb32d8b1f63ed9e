import { sum, type Exact } from '../scoring/number';
import type { Indicator, IndicatorSubtotal, IndicatorTable, NumberCell } from '../tables/table';
import { withPoints } from './point-sums';
import { labelOf, numbered, numberIn } from './table-words';
import { sameExactly } from './tolerance';

/** A 小计 inside a table of indicators that its indicators do not add up to. */
export type SubtotalGap = Readonly<{
  label: string;
  column: '分值' | '得分';
  cell: NumberCell;
  printed: Exact;
  parts: readonly Readonly<{ name: string; cell: NumberCell; value: Exact }>[];
}>;

/**
 * Every 小计 that differs from the indicators it adds up. Which they are is not printed: those since the 小计 before, those
 * of a group, or all above. The points tell, else the scores; where neither fits a choice and there is more than one, nothing
 * is compared.
 */
export function subtotalGaps(table: IndicatorTable): readonly SubtotalGap[] {
  return table.subtotals.flatMap((subtotal) => {
    const spans = spansOf(table, subtotal);
    const [points] = numbered(subtotal.points);
    const [score] = numbered([subtotal.score]);
    const byPoints = points ? spans.filter((span) => addsUp(points.value, pointsIn(span))) : [];
    const byScores = score ? spans.filter((span) => addsUp(score.value, scoresIn(span))) : [];
    const fitting = byPoints.length > 0 ? byPoints : byScores;
    const certain = fitting.length > 0 || spans.length > 1 ? fitting : spans;
    return [
      ...gapIn(subtotal, '分值', points?.cell ?? null, certain.map(pointsIn)),
      ...gapIn(subtotal, '得分', subtotal.score, certain.map(scoresIn)),
    ];
  });
}

/** The runs of indicators that a 小计 may add up, the shortest first; one that repeats another is left out. */
function spansOf(
  table: IndicatorTable,
  { after, label }: IndicatorSubtotal,
): readonly (readonly Indicator[])[] {
  const above = table.indicators.slice(0, after);
  const before = Math.max(0, ...table.subtotals.map((one) => one.after).filter((at) => at < after));
  const starts = new Set([before, 0]);
  const named: number[] = [];
  for (let at = above.at(-1)?.group ?? null; at !== null; at = table.groups[at]?.parent ?? null) {
    const start = above.findIndex((indicator) => isInside(table, indicator, at));
    starts.add(start);
    const name = labelOf(table.groups[at]?.name ?? '');
    if (name !== '' && label.text.includes(name)) named.push(start);
  }
  const chosen = named.length > 0 ? named : [...starts];
  return chosen
    .filter((start) => start < after)
    .sort((a, b) => b - a)
    .map((start) => above.slice(start));
}

function isInside({ groups }: IndicatorTable, { group }: Indicator, wanted: number | null): boolean {
  for (let at = group; at !== null; at = groups[at]?.parent ?? null) if (at === wanted) return true;
  return false;
}

type Part = SubtotalGap['parts'][number];
type Parts = readonly Part[] | null;

/** Parts of one column; `null` when one of them is not filled in. */
function partsOf(lines: readonly Readonly<{ name: string; cell: NumberCell | null }>[]): Parts {
  const parts = lines.flatMap(({ name, cell }): Parts & object => {
    const value = numberIn(cell);
    return cell && value !== null ? [{ name: labelOf(name), cell, value }] : [];
  });
  return parts.length === lines.length ? parts : null;
}

const pointsIn = (span: readonly Indicator[]): Parts =>
  partsOf(withPoints(span).map(({ name, points }) => ({ name, cell: points })));
const scoresIn = (span: readonly Indicator[]): Parts =>
  partsOf(span.map(({ name, score }) => ({ name, cell: score })));

const addsUp = (total: Exact, parts: Parts): boolean =>
  parts !== null && sameExactly(total, sum(parts.map(({ value }) => value)));

/** The difference to the shortest choice; none when any choice adds up, or one is not filled in. */
function gapIn(
  { label }: IndicatorSubtotal,
  column: SubtotalGap['column'],
  cell: NumberCell | null,
  choices: readonly Parts[],
): readonly SubtotalGap[] {
  const printed = numberIn(cell);
  const [parts] = choices;
  if (!cell || printed === null || !parts) return [];
  if (choices.some((choice) => choice === null || addsUp(printed, choice))) return [];
  return [{ label: labelOf(label.text), column, cell, printed, parts }];
}
