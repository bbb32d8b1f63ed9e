import { fixture, plant, reviewed, type Plants } from './planting';

const DEPARTMENT = fixture('department-2020-clean');

const told = (plants: Plants) =>
  reviewed(plant(DEPARTMENT, plants)).findings.map(({ id, sheet, cell, consequences }) => ({
    at: `${id} ${sheet}!${cell}`,
    then: consequences.map((place) => `${place.role?.slice(0, 7) ?? ''} ${place.sheet}!${place.cell}`),
  }));

describe('one wrong cell', () => {
  it.each([
    [
      'a total that breaks its own sum and two other tables',
      { '表1-2!C8': 1693.97 },
      'SUM-001 表1-2!C8',
      ['SUM-003 表1-2!C8'],
    ],
    [
      'a subtotal that breaks its parts, the grand total and a share',
      { '表1-3!C4': 694.75 },
      'SUM-001 表1-3!C4',
      ['SUM-001 表1-3!C12', 'RAT-004 基础数据!B8'],
    ],
    [
      'points that break two sums and the standard',
      { '评分表!F5': 6 },
      'WGT-001 评分表!D5',
      ['WGT-003 评分表!G5', 'WGT-002 评分表!F26'],
    ],
    [
      'a wrong score that breaks the total',
      { '评分表!H15': 0.7 },
      'SCR-007 评分表!H15',
      ['SCR-001 评分表!H26'],
    ],
    [
      'a score above its points that breaks the total',
      { '评分表!H10': 4 },
      'SCR-002 评分表!H10',
      ['SCR-001 评分表!H26'],
    ],
    [
      'cumulative spending that falls, its rate and the score from it',
      { '表1-4!C6': 900 },
      'EXE-001 表1-4!C6',
      ['RAT-002 表1-4!D6', 'SCR-007 评分表!H20'],
    ],
    [
      'assets in use above the net value, and their total',
      { '表1-5!D8': 118.69 },
      'AST-002 表1-5!D8',
      ['SUM-001 表1-5!D5'],
    ],
  ] as const)('is told once: %s', (_, plants, at, then) => {
    const findings = told(plants);
    expect(findings.map((finding) => finding.at)).toEqual([at]);
    expect([...(findings[0]?.then ?? [])].sort()).toEqual([...then].sort());
  });

  it('does not swallow a second one', () => {
    expect(told({ '表1-2!C8': 1693.97, '表1-6!C5': 9 }).map((finding) => finding.at)).toEqual([
      'SUM-001 表1-2!C8',
      'STF-002 表1-6!C4',
    ]);
  });
});
