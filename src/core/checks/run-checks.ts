import { appendAll } from '../lists';
import { ALL_CHECKS } from './all-checks';
import { contextOf, type CheckContext, type CheckInput } from './check-context';
import type { Check, Draft, Report } from './define-check';
import type { Finding, Skipped } from './finding';
import { missingNeeds } from './needs';
import { render } from './render';
import { settle } from './settle';
import { tellOnce } from './tell-once';

/** What the checks say about a workbook. */
export type CheckResult = Readonly<{
  findings: readonly Finding[];
  skipped: readonly Skipped[];
  /** Findings that notes explain or set aside. */
  settled: readonly Finding[];
}>;

/**
 * Runs checks over a workbook. Checks do not see each other; what they say about one and the same fact is brought
 * together afterwards, and findings come in reading order, so the order of the checks changes nothing.
 */
export function runChecks(input: CheckInput, checks: readonly Check[] = ALL_CHECKS): CheckResult {
  const context = contextOf(input);
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  for (const check of checks) {
    const run = runCheck(check, context);
    appendAll(drafts, run.drafts);
    for (const reason of run.reasons) skipped.push({ id: check.meta.id, reason });
  }
  const { open, settled } = settle(tellOnce(drafts, context), input.notes);
  return {
    findings: open,
    settled,
    skipped: skipped.sort((a, b) => compare(a.id, b.id) || compare(a.reason, b.reason)),
  };
}

/** What one check says by itself: its problems, and what it could not compare. */
export function runCheck(
  check: Check,
  context: CheckContext,
): Readonly<{ drafts: readonly Draft[]; reasons: readonly string[] }> {
  const missing = missingNeeds(check.meta.needs, context);
  if (missing.length > 0) return { drafts: [], reasons: [`未找到${missing.join('、')}`] };
  const drafts: Draft[] = [];
  const reasons = new Set<string>();
  const report: Report = Object.assign(
    (problem: Draft['problem']) => {
      drafts.push({ finding: render(check.meta, problem), problem });
    },
    {
      skip: (reason: string) => {
        reasons.add(reason);
      },
    },
  );
  check.run(context, report);
  return { drafts, reasons: [...reasons] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
