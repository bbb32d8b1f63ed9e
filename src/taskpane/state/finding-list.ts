import type { Finding, Review } from '../../core';
import type { FindingFilter } from './pane-state';

/** A finding with the name it keeps from one check to the next. */
export type KeyedFinding = Readonly<{ key: string; finding: Finding; settled: boolean }>;

/** Findings of one check at one severity, which are read together. */
export type FindingGroup = Readonly<{
  id: string;
  severity: Finding['severity'];
  settled: boolean;
  items: readonly KeyedFinding[];
}>;

/**
 * All findings of a review with stable keys: what a finding says and where, so that the one that is open stays open when
 * the workbook is checked again.
 */
export function keyedFindings(review: Review): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  const keyed = (finding: Finding, settled: boolean): KeyedFinding => {
    const place = `${finding.id} ${finding.messageId} ${finding.sheet}!${finding.cell}`;
    const times = seen.get(place) ?? 0;
    seen.set(place, times + 1);
    return { key: times === 0 ? place : `${place} ${times}`, finding, settled };
  };
  return [
    ...review.findings.map((finding) => keyed(finding, false)),
    ...review.settled.map((finding) => keyed(finding, true)),
  ];
}

const RANK = { error: 0, verify: 1, hint: 2 } as const;

/** Findings that the filter lets through, by severity, then by check; within a check in the workbook's order. */
export function groupFindings(all: readonly KeyedFinding[], filter: FindingFilter): readonly FindingGroup[] {
  const groups = new Map<
    string,
    { id: string; severity: Finding['severity']; settled: boolean; items: KeyedFinding[] }
  >();
  for (const item of all) {
    if (!passes(item, filter)) continue;
    const { id, severity } = item.finding;
    const name = `${item.settled ? 1 : 0} ${RANK[severity]} ${id}`;
    const group = groups.get(name);
    if (group) group.items.push(item);
    else groups.set(name, { id, severity, settled: item.settled, items: [item] });
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function passes({ finding, settled }: KeyedFinding, filter: FindingFilter): boolean {
  if (filter.severity === 'settled' ? !settled : settled) return false;
  if (filter.severity !== 'all' && filter.severity !== 'settled' && finding.severity !== filter.severity)
    return false;
  const words = filter.text.trim().toLowerCase();
  if (words === '') return true;
  return `${finding.id} ${finding.sheet}!${finding.cell} ${finding.message} ${finding.todo}`
    .toLowerCase()
    .includes(words);
}

/** The finding before or after the open one, going round at the ends; the first one when none is open. */
export function neighbour(
  groups: readonly FindingGroup[],
  key: string | null,
  step: 1 | -1,
): KeyedFinding | null {
  const items = groups.flatMap((group) => group.items);
  if (items.length === 0) return null;
  const at = items.findIndex((item) => item.key === key);
  if (at < 0) return (step === 1 ? items[0] : items.at(-1)) ?? null;
  return items[(at + step + items.length) % items.length] ?? null;
}

/** How many findings are new in a review, and how many of the earlier ones are gone. */
export function difference(
  before: Review | null,
  after: Review,
): Readonly<{ appeared: number; solved: number }> {
  if (!before) return { appeared: 0, solved: 0 };
  const open = (review: Review): Set<string> =>
    new Set(
      keyedFindings(review)
        .filter((item) => !item.settled)
        .map((item) => item.key),
    );
  const earlier = open(before);
  const later = open(after);
  return {
    appeared: [...later].filter((key) => !earlier.has(key)).length,
    solved: [...earlier].filter((key) => !later.has(key)).length,
  };
}
