import {
  collectFacts,
  inverse,
  isFormula,
  NATIONAL,
  recogniseTables,
  type CellPatch,
  type Profile,
  type Snapshot,
} from '../../../src/core';
import { contextOf, type CheckContext } from '../../../src/core/checks/check-context';
import type { Check } from '../../../src/core/checks/define-check';
import type { Finding } from '../../../src/core/checks/finding';
import { runCheck } from '../../../src/core/checks/run-checks';
import { scoreIndicators } from '../../../src/core/scoring/score-indicators';
import { workbook, type Rows } from '../../support/sheet';
import { plant } from './planting';

type Sheets = Readonly<Record<string, Rows>>;
type Case = Readonly<{ why: string; sheets: Sheets; profile?: Partial<Profile> }>;

/** What a finding must be: its place, which message, the numbers where there are any, and the words. */
export type Expected = Readonly<{
  at: string;
  messageId: string;
  left?: number;
  right?: number;
  message?: string;
  cause?: string;
  severity?: string;
}>;

export type Cases = Readonly<{
  clean: readonly Case[];
  found: readonly (Case & Readonly<{ findings: readonly Expected[] }>)[];
  skipped: readonly (Case & Readonly<{ reason: string }>)[];
}>;

/** Messages seen while the golden list is gathered; `null` when tests are declared. */
let gathered: Map<string, string> | null = null;

/** Gathers every message that the cases of test files produce, instead of declaring tests. */
export function gather(load: () => void): ReadonlyMap<string, string> {
  gathered = new Map();
  load();
  const messages = gathered;
  gathered = null;
  return messages;
}

/** What the checks know of a workbook, by the program's own pipeline. */
export function contextFor(snapshot: Snapshot, profile: Partial<Profile> = {}): CheckContext {
  const recognition = recogniseTables(snapshot);
  const facts = collectFacts(recognition);
  const whole = { ...NATIONAL, ...profile };
  const scores = scoreIndicators(recognition, facts, whole, {}).flatMap((table) => table.scores);
  return contextOf({ snapshot, recognition, facts, scores, profile: whole, notes: [] });
}

function findingsIn(check: Check, snapshot: Snapshot, profile?: Partial<Profile>): readonly Finding[] {
  return runCheck(check, contextFor(snapshot, profile)).drafts.map(({ finding }) => finding);
}

function summary(finding: Finding, like: Expected | undefined): Expected {
  const { messageId, left, right, message, cause, severity } = finding;
  return {
    at: `${finding.sheet}!${finding.cell}`,
    messageId,
    ...(like?.left === undefined ? {} : { left: left ?? NaN }),
    ...(like?.right === undefined ? {} : { right: right ?? NaN }),
    ...(like?.message === undefined ? {} : { message }),
    ...(like?.cause === undefined ? {} : { cause: cause ?? '' }),
    ...(like?.severity === undefined ? {} : { severity }),
  };
}

/**
 * Runs a check over tables of small workbooks: clean ones, found ones with exact places and numbers, ones where it must
 * say that it could not run. Fixes are applied and must remove their finding; their inverse must restore the workbook.
 */
export function testCheck(check: Check, cases: Cases): void {
  if (gathered) {
    for (const { sheets, profile } of cases.found)
      for (const finding of findingsIn(check, workbook(sheets), profile))
        gathered.set(
          `${finding.id} ${finding.messageId}`,
          [finding.message, finding.cause ?? '', finding.todo].filter(Boolean).join('\n  '),
        );
    return;
  }
  const all = [...cases.clean, ...cases.found, ...cases.skipped];
  describe(`${check.meta.id} ${check.meta.title}`, () => {
    it('has a reason of its own for every case', () => {
      expect(new Set(all.map(({ why }) => why)).size).toBe(all.length);
    });
    it.each(cases.clean)('is silent: $why', ({ sheets, profile }) => {
      expect(findingsIn(check, workbook(sheets), profile)).toEqual([]);
    });
    it.each(cases.found)('finds: $why', ({ sheets, profile, findings }) => {
      const snapshot = workbook(sheets);
      const found = findingsIn(check, snapshot, profile);
      expect(found.map((finding, index) => summary(finding, findings[index]))).toEqual(findings);
      for (const finding of found) expectFixToHold(check, snapshot, finding, profile);
    });
    it.each(cases.skipped)('is skipped: $why', ({ sheets, profile, reason }) => {
      const run = runCheck(check, contextFor(workbook(sheets), profile));
      expect(run.drafts).toEqual([]);
      expect(run.reasons).toContain(reason);
    });
  });
}

function expectFixToHold(
  check: Check,
  snapshot: Snapshot,
  finding: Finding,
  profile?: Partial<Profile>,
): void {
  if (!finding.fix) return;
  const fixed = applied(snapshot, finding.fix.patches);
  const after = findingsIn(check, fixed, profile);
  expect(
    after.filter(
      ({ cell, sheet, messageId }) =>
        cell === finding.cell && sheet === finding.sheet && messageId === finding.messageId,
    ),
  ).toEqual([]);
  expect(applied(fixed, finding.fix.patches.map(inverse))).toEqual(snapshot);
}

function applied(snapshot: Snapshot, patches: readonly CellPatch[]): Snapshot {
  const plants = patches.map(({ sheet, cell, after }) => {
    if (isFormula(after)) throw new Error('checks propose values, not formulas');
    return [`${sheet}!${cell}`, after] as const;
  });
  return plant(snapshot, Object.fromEntries(plants));
}
