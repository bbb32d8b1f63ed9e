import { perReview } from '../remember';
import { isFrameLine } from './headings';
import type { Line } from './sheet-view';

/** Whether the lines between two headers are only what a page break repeats of the lines above the first. */
export function isPageBreak(between: readonly Line[], above: readonly Line[]): boolean {
  if (between.length === 0) return true;
  const known = textsOn(above);
  return between.every((line) => isPageFrame(line, known));
}

/** A table may be broken hundreds of times under the same lines. */
const textsOn = perReview(
  (lines: readonly Line[]): ReadonlySet<string> =>
    new Set(lines.flatMap(({ pieces }) => pieces.map(({ text }) => text))),
);

/** A form with several goals prints the header again under each; their indicators are added up together. */
const GOAL = /^(?:年度)?(?:总体|绩效)*目标\(?[\d一二三四五六七八九十]/;

/** A line that a page break repeats: the title again, with or without 续, or what the office fills in. */
function isPageFrame(line: Line, known: ReadonlySet<string>): boolean {
  return (
    isFrameLine(line) ||
    GOAL.test(line.pieces[0]?.text ?? '') ||
    line.pieces.every(({ text }) => known.has(text) || /续/.test(text) || /^第?\d+页/.test(text))
  );
}
