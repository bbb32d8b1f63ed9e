import type { Review, ReviewedTable } from '../../core';
import { exact, roundHalfUp, sum, toNumber } from '../../core/scoring/number';

/** The totals of one score table. */
export type TableTotal = Readonly<{
  name: string;
  reported: number | null;
  computed: number | null;
}>;

/** What a score table is called: its project, else its title, else its sheet. */
export function tableName(table: ReviewedTable | undefined): string {
  return table?.project ?? table?.title ?? table?.sheet ?? '';
}

/**
 * The totals of each score table, in the workbook's order. Several projects have no total together: a sum of their scores
 * is nobody's score.
 */
export function tableTotals({ groups, totals, scores, tables }: Review): readonly TableTotal[] {
  const indices = [...new Set(groups.map((group) => group.table))];
  return indices.map((table) => {
    const line = totals.find((one) => one.table === table);
    const own = groups
      .filter((group) => group.table === table)
      .flatMap((group) => group.scores)
      .flatMap((index) => scores[index] ?? []);
    return {
      name: tableName(tables[table]),
      reported: line ? line.reported : total(own.map((score) => score.reported)),
      computed: total(own.map((score) => score.score ?? score.reported)),
    };
  });
}

/** Sum as it prints; `null` where a part is missing. */
function total(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : toNumber(roundHalfUp(sum(known.map(exact)), 4));
}
