import type { Review } from '../../core';

/** What the pane says about the whole workbook, most urgent first. */
export type Verdict =
  | Readonly<{ kind: 'nothing'; reasons: readonly string[] }>
  /** `blank`: how many of the errors are scores that nobody has filled in yet. */
  | Readonly<{ kind: 'errors'; count: number; blank: number }>
  | Readonly<{ kind: 'needs' | 'verify' | 'blank'; count: number }>
  | Readonly<{ kind: 'ready' }>;

/** Numbers beside the verdict; what the verdict itself says is 0. */
export type Beside = Readonly<{ verify: number; needs: number; hints: number; settled: number }>;

const BLANK_SCORE = 'SCR-018';

/**
 * One verdict a workbook. “Ready” is said only when nothing is wrong, nothing waits for an explanation and every score is
 * there and could be recomputed: an indicator that was not checked is never passed off as right.
 */
export function verdictOf(review: Review): Readonly<{ verdict: Verdict; beside: Beside }> {
  const needs = review.scores.filter((score) => score.status === 'needs-input').length;
  const blank = review.scores.filter(
    (score) => score.reported === null && score.status !== 'needs-input',
  ).length;
  const { errors, verify, hints } = review.summary;
  const beside: Beside = { verify, needs, hints, settled: review.settled.length };
  if (review.tables.length === 0) {
    const reasons = [...new Set(review.ignoredSheets.map(({ reason }) => reason))];
    return { verdict: { kind: 'nothing', reasons }, beside };
  }
  if (errors > 0) {
    const unfilled = review.findings.filter(({ id, severity }) => id === BLANK_SCORE && severity === 'error');
    return { verdict: { kind: 'errors', count: errors, blank: unfilled.length }, beside };
  }
  if (needs > 0) return { verdict: { kind: 'needs', count: needs }, beside: { ...beside, needs: 0 } };
  if (verify > 0) return { verdict: { kind: 'verify', count: verify }, beside: { ...beside, verify: 0 } };
  if (blank > 0) return { verdict: { kind: 'blank', count: blank }, beside };
  return { verdict: { kind: 'ready' }, beside };
}
