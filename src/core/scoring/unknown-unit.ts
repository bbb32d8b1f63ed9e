import type { ReadNumber } from '../snapshot/number-reading';
import { readText } from '../snapshot/read-number';
import { squeeze } from '../snapshot/width';

/** A year or day behind a number is a date, behind a stroke it is what something is counted for: 元/人·月. */
const NUMBER_AND_UNIT =
  /^([≥≤><=]*\d[\d,]*(?:\.\d+)?)([^\d年月日.:-]{1,6}|[^\d年月日.:/-]{1,4}[/／][^\d.:-]{1,8})$/;

/** Both values with one word behind the number that no list of units knows (`≥30株次` and `32株次`). */
export function unknownUnitPair(
  target: string,
  actual: string,
): { target: ReadNumber; actual: ReadNumber } | null {
  const split = (text: string): { number: string; unit: string } | null => {
    const parts = NUMBER_AND_UNIT.exec(squeeze(text));
    return parts && { number: parts[1] ?? '', unit: parts[2] ?? '' };
  };
  const [a, b] = [split(target), split(actual)];
  if (!a || !b || a.unit !== b.unit) return null;
  const [goal, done] = [readText(a.number, { measured: true }), readText(b.number, { measured: true })];
  return goal.kind === 'number' && done.kind === 'number' ? { target: goal, actual: done } : null;
}
