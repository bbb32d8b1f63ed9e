import type { ClauseView } from '../../core';

/** A stretch of a standard's text: inside a parsed clause, inside one that was not understood, or between clauses. */
export type Segment = Readonly<{ text: string; clause: ClauseView | null; understood: boolean }>;

/**
 * Cuts a standard into stretches that cover it completely, once each. Clauses may nest (a section around its tiers): the
 * innermost one names a stretch.
 */
export function segmentsOf(standard: string, clauses: readonly ClauseView[]): readonly Segment[] {
  const sound = clauses.filter(({ from, to }) => from >= 0 && to > from && to <= standard.length);
  const cuts = new Set([0, standard.length, ...sound.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (to === undefined) break;
    const clause = innermost(sound, from, to);
    segments.push({
      text: standard.slice(from, to),
      clause,
      understood: clause !== null && clause.kind !== 'unparsed',
    });
  }
  return segments;
}

function innermost(clauses: readonly ClauseView[], from: number, to: number): ClauseView | null {
  let best: ClauseView | null = null;
  for (const clause of clauses) {
    if (clause.from > from || clause.to < to) continue;
    if (!best || clause.to - clause.from < best.to - best.from) best = clause;
  }
  return best;
}
