import { workbook } from '../../support/sheet';
import { list, m, quartersWith, uses } from './grids';
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

describe('one wrong quarter', () => {
  const TABLE = uses(
    ['一、基本支出', m(592), m(649.75)],
    ['人员经费', m(548), m(613.08)],
    ['公用经费', m(44), m(36.67)],
    ['二、项目支出', m(100), m(100)],
    ['总计', m(692), m(749.75)],
  );
  const DATA = list(['日常公用经费年初预算数', m(44), '万元'], ['日常公用经费调整预算数', m(36.67), '万元']);
  const SPENT = list(['决算支出', m(99), '万元'], ['实际采购金额', m(9), '万元']);
  const YEAR = (...spent: readonly number[]) =>
    quartersWith(
      ['当季支出数'],
      ...spent.map((value, index) => [`${'一二三四'.charAt(index)}季度`, m(value)]),
      ['合计', m(99)],
    );

  it.each([
    ['is clean at first', workbook({ 表: TABLE, 数据: DATA }), {}, []],
    ['and with quarters', workbook({ 数据: SPENT, 季度: YEAR(20, 25, 25, 29) }), {}, []],
    [
      'a quarter that breaks the total and the accounts',
      workbook({ 数据: SPENT, 季度: YEAR(20, 25, 25, 29) }),
      { '季度!B5': 52 },
      [{ at: 'SUM-001 季度!B8', then: ['EXE-002 季度!B7'] }],
    ],
  ])('%s', (_, clean, plants, expected) => {
    const { findings } = reviewed(plant(clean, plants));
    expect(
      findings.map(({ id, sheet, cell, consequences }) => ({
        at: `${id} ${sheet}!${cell}`,
        then: consequences.map((place) => `${place.role?.slice(0, 7) ?? ''} ${place.sheet}!${place.cell}`),
      })),
    ).toEqual(expected);
  });
});
