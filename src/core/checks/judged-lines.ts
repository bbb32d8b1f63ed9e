import { perReview } from '../remember';
import { HUNDRED, sum, type Exact } from '../scoring/number';
import type { Indicator } from '../tables/table';
import type { CheckContext } from './check-context';
import { completionOf, type Completion } from './completion';
import { scoredLines, type ScoredLine } from './scored-lines';
import { numberIn } from './table-words';

/** A line whose target can be compared with its actual value, with the score it was given. */
export type JudgedLine = Readonly<{
  line: ScoredLine;
  indicator: Indicator;
  completion: Completion;
  score: Exact;
  limit: Exact;
}>;

/** Every line of which completion, score and what it can earn are known: three checks compare them. */
export const judgedLines = perReview((context: CheckContext): readonly JudgedLine[] => {
  const found: JudgedLine[] = [];
  for (const table of context.indicatorTables) {
    const lines = scoredLines(table);
    const allFull = earnsAll(lines);
    for (const line of lines) {
      const { indicator } = line;
      const completion = indicator && completionOf(context, table, indicator);
      const score = numberIn(line.score);
      const limit = numberIn(line.points) ?? (allFull && line.points === null ? score : null);
      if (completion && score !== null && limit !== null)
        found.push({ line, indicator, completion, score, limit });
    }
  }
  return found;
});

/**
 * Whether a form that prints no points has the full mark: no score can be above its points, so each of them is all that its
 * line can earn.
 */
function earnsAll(lines: readonly ScoredLine[]): boolean {
  const scores = lines.map(({ score }) => numberIn(score));
  return !scores.includes(null) && sum(scores.filter((one) => one !== null)).equals(HUNDRED);
}

/** Target and actual value of a line, as places related to its finding. */
export const measuresOf = ({ indicator: { target, actual } }: JudgedLine) => [
  ...(target ? [{ ...target.ref, role: '指标值' }] : []),
  ...(actual ? [{ ...actual.ref, role: '完成值' }] : []),
];
