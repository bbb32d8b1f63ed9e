import fc from 'fast-check';
import { NATIONAL, collectFacts, recogniseTables, type Finding, type Snapshot } from '../../../src/core';
import { ALL_CHECKS } from '../../../src/core/checks/all-checks';
import { runChecks, type CheckResult } from '../../../src/core/checks/run-checks';
import { scoreIndicators } from '../../../src/core/scoring/score-indicators';
import { workbook } from '../../support/sheet';
import { functions, m } from './grids';
import { fixture, reviewed } from './planting';

const inWords = ({ id, messageId, sheet, cell, message, consequences }: Finding): string =>
  JSON.stringify([id, messageId, sheet, cell, message, consequences.map(({ role }) => role).sort()]);

function inOrder(snapshot: Snapshot, order: readonly number[]): CheckResult {
  const recognition = recogniseTables(snapshot);
  const facts = collectFacts(recognition);
  const scores = scoreIndicators(recognition, facts, NATIONAL, {}).flatMap((table) => table.scores);
  const checks = order.flatMap((index) => ALL_CHECKS[index] ?? []);
  return runChecks({ snapshot, recognition, facts, scores, profile: NATIONAL, notes: [] }, checks);
}

const orderOf = (length: number) =>
  fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length });

describe('the findings', () => {
  const names = ['department-2020', 'projects-2020-sheets', 'awkward-format'] as const;

  it.each(names)('do not depend on the order of the checks: %s', (name) => {
    const snapshot = fixture(name);
    const usual = inOrder(snapshot, [...ALL_CHECKS.keys()]);
    fc.assert(
      fc.property(orderOf(ALL_CHECKS.length), (order) => {
        expect(inOrder(snapshot, order)).toEqual(usual);
      }),
      { numRuns: 4 },
    );
  });

  it.each(['department-2020', 'awkward-format'] as const)(
    'do not depend on the order of the sheets: %s',
    (name) => {
      const snapshot = fixture(name);
      const usual = reviewed(snapshot).findings.map(inWords).sort();
      fc.assert(
        fc.property(orderOf(snapshot.sheets.length), (order) => {
          const shuffled = { ...snapshot, sheets: order.flatMap((index) => snapshot.sheets[index] ?? []) };
          expect(reviewed(shuffled).findings.map(inWords).sort()).toEqual(usual);
        }),
        { numRuns: 5 },
      );
    },
  );

  it('do not depend on the order of the rows', () => {
    const rows = [
      ['甲支出', m(10), m(10)],
      ['乙支出', m(25), m(52)],
      ['丙支出', m(7), m(7)],
      ['丁支出', m(8), m(8.01)],
    ] as const;
    const said = (order: readonly number[]): readonly string[] =>
      reviewed(
        workbook({ 表: functions(...order.flatMap((index) => [rows[index] ?? []]), ['总计', m(42), m(50)]) }),
      )
        .findings.map(({ id, messageId, message, cause, cell }) =>
          [id, messageId, message, cause, cell].join(' '),
        )
        .sort();
    const usual = said([0, 1, 2, 3]);
    expect(usual).toHaveLength(2);
    fc.assert(
      fc.property(orderOf(4), (order) => {
        expect(said(order)).toEqual(usual);
      }),
      { numRuns: 12 },
    );
  });

  it('are plain data', () => {
    const { findings } = reviewed(fixture('department-2020'));
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
  });
});

describe('what could not be checked', () => {
  it('is listed with the reason, check by check', () => {
    const { skipped } = reviewed(workbook({ 表: functions(['甲支出', m(1), m(1)], ['总计', m(1), m(1)]) }));
    expect(skipped).toContainEqual({
      id: 'SCR-001',
      reason: '未找到评分表（有得分栏的指标表）、评分表的总分行',
    });
    expect(skipped).toContainEqual({ id: 'EXE-002', reason: '未找到各季度预算执行情况表' });
    expect(skipped.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('never includes a check that found something and had nothing missing', () => {
    const { findings, skipped } = reviewed(fixture('projects-2020'));
    const blocked = skipped.filter(({ reason }) => reason.startsWith('未找到')).map(({ id }) => id);
    expect(findings.filter(({ id }) => blocked.includes(id))).toEqual([]);
  });
});
