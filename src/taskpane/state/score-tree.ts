import type { Review } from '../../core';

/** A level-1 group with the indices of its indicators in the review's `scores`. */
export type ScoreGroup = Readonly<{
  key: string;
  /** `null` for indicators that stand under no group. */
  name: string | null;
  points: number | null;
  reported: number | null;
  computed: number | null;
  scores: readonly number[];
}>;

/** One indicator table with its groups. */
export type ScoreTable = Readonly<{ key: string; title: string | null; groups: readonly ScoreGroup[] }>;

/** Up to this many indicators, everything is open from the start; beyond it a reader looks for one project first. */
export const OPEN_UP_TO = 60;

/** Indicators by table and level-1 group, in the workbook's order; each stands once. */
export function scoreTree(review: Review): readonly ScoreTable[] {
  const placed = new Set(review.groups.flatMap((group) => group.scores));
  const tables = [...new Set(review.groups.map((group) => group.table))].map((table): ScoreTable => {
    const { project = null, title = null, sheet = null } = review.tables[table] ?? {};
    const groups = review.groups.filter((group) => group.table === table);
    return {
      key: `table ${table}`,
      title: project ?? title ?? sheet,
      groups: groups.map((group, index) => ({ ...group, key: `group ${table} ${index}` })),
    };
  });
  const rest = review.scores.map((_, index) => index).filter((index) => !placed.has(index));
  if (rest.length === 0) return tables;
  const loose: ScoreGroup = {
    key: 'group rest',
    name: null,
    points: null,
    reported: null,
    computed: null,
    scores: rest,
  };
  return [...tables, { key: 'table rest', title: null, groups: [loose] }];
}
