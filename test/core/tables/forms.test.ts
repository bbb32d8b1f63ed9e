import { NATIONAL, review, type CellValue, type Review, type Sheet, type Snapshot } from '../../../src/core';
import { DATA_FORMS, DEPARTMENT_FORMS } from '../../support/forms/department-forms';
import { DEPARTMENT } from '../../support/forms/department-truth';
import type { MarkedCell } from '../../support/forms/form-sheet';
import { beside, marksOf, withMarked } from '../../support/forms/marks';
import { PROJECT_FORMS } from '../../support/forms/project-forms';
import { PROJECT } from '../../support/forms/project-truth';
import {
  eachSheet,
  insertColumns,
  insertRows,
  onOneSheet,
  unmerge,
  unmergeLevels,
} from '../../support/transform';

const reviewed = (book: Snapshot): Review => review(book, NATIONAL, {});
const bookOf = (...sheets: Sheet[]): Snapshot => ({ name: '表.xlsx', sheets });

const PROJECTS = PROJECT_FORMS.map((form): [string, Snapshot] => [
  form.name,
  bookOf(form.write(PROJECT, '自评表').sheet()),
]);
const DEPARTMENTS = DEPARTMENT_FORMS.flatMap((form) =>
  DATA_FORMS.map((data): [string, Snapshot] => [
    `${form.name}；${data.name}`,
    bookOf(data.write(DEPARTMENT.data, '数据').sheet(), form.write(DEPARTMENT, '评分').sheet()),
  ]),
);
const ALL = [...PROJECTS, ...DEPARTMENTS.filter((_, index) => index % 5 === 0)];

const say = (place: { sheet: string; cell: string }): string => `${place.sheet}!${place.cell}`;
const placesOf = (book: Snapshot, prefix: string): { name: string; at: string; value: CellValue }[] =>
  marksOf(book)
    .filter(({ mark }) => mark.startsWith(prefix))
    .map((place) => ({ name: place.mark.slice(prefix.length), at: say(place), value: place.value }));

describe.each(PROJECTS)('project form: %s', (_name, book) => {
  const result = reviewed(book);

  it('every score with its cell, name, points and value, and no other', () => {
    const truth = placesOf(book, '得分:').map(({ name, at }) => {
      const one = PROJECT.indicators.find((indicator) => indicator.name === name);
      return one
        ? [at, name, one.points, one.score]
        : [at, '预算执行率', PROJECT.moneyPoints, PROJECT.moneyScore];
    });
    expect(result.scores.map((one) => [say(one), one.indicator, one.points, one.reported]).sort()).toEqual(
      truth.sort(),
    );
  });

  it('what is computed agrees with what is filled in', () => {
    for (const { status, score, reported, range } of result.scores)
      if (status === 'scored') expect(score).toBe(reported);
      else expect([status, range?.[1]]).toEqual(['range', reported]);
  });

  it('every amount of money with its cell and value, and no other', () => {
    const truth = ['年初:', '预算:', '执行:'].flatMap((prefix) =>
      placesOf(book, prefix).map(({ at, value }) => [at, value]),
    );
    expect(result.facts.map((fact) => [say(fact), fact.value]).sort()).toEqual(truth.sort());
  });

  it('the total and the grade', () => {
    const total = placesOf(book, '总分').map(({ at }) => at);
    for (const one of result.totals) expect([total, one.reported]).toEqual([[say(one)], PROJECT.total]);
    expect(result.totals).toHaveLength(total.length);
  });

  it('gives no finding', () => {
    expect(result.findings).toEqual([]);
  });
});

describe.each(DEPARTMENTS)('department: %s', (_name, book) => {
  const result = reviewed(book);

  it('every score is computed from the data and agrees', () => {
    const truth = placesOf(book, '得分:').map(({ name, at }) => {
      const one = DEPARTMENT.indicators.find((indicator) => indicator.name === name);
      return [at, name, one?.points, one?.score, one?.score];
    });
    const said = result.scores.map((one) => [say(one), one.indicator, one.points, one.reported, one.score]);
    expect(said.sort()).toEqual(truth.sort());
  });

  it('every quantity with its cell, value and unit, and no other', () => {
    const truth = placesOf(book, '数据:').map(({ name, at }) => {
      const one = DEPARTMENT.data.find(({ label }) => label === name);
      return [at, one?.unit === '%' ? one.value / 100 : one?.value, one?.unit];
    });
    expect(result.facts.map((fact) => [say(fact), fact.value, fact.unit]).sort()).toEqual(truth.sort());
  });

  it('gives no finding', () => {
    expect(result.findings).toEqual([]);
  });
});

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const broken = (text: string): string =>
  /^(?:.级指标|.*得分|.*分值|.*指标值)$/.test(text) ? `${text.slice(0, 2)}\n${text.slice(2)}` : text;
const texts =
  (change: (text: string) => string) =>
  (sheet: Sheet): Sheet => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      typeof cell.value === 'string' ? { ...cell, value: change(cell.value) } : cell,
    ),
  });
/** Lines that an office writes around its table. */
const framed = (sheet: Sheet): Sheet => {
  const lower = insertRows(sheet, 0, 2);
  const bottom = Math.max(...lower.cells.map(({ row }) => row));
  return {
    ...lower,
    cells: [
      { row: 0, column: 0, value: '附件3' },
      { row: 1, column: 0, value: '填报单位（盖章）：某局' },
      ...lower.cells,
      { row: bottom + 2, column: 0, value: '单位负责人：' },
      { row: bottom + 2, column: 4, value: '填表人：' },
      { row: bottom + 3, column: 0, value: '填报日期：2023年2月10日' },
    ],
  };
};

const CHANGES: readonly (readonly [string, (book: Snapshot) => Snapshot])[] = [
  ['five rows above', (book) => eachSheet(book, (sheet) => insertRows(sheet, 0, 5))],
  ['five rows inside', (book) => eachSheet(book, (sheet) => insertRows(sheet, 5, 5))],
  ['three columns at the left', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 0, 3))],
  ['three columns inside', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 2, 3))],
  ['a column before the scores', (book) => eachSheet(book, (sheet) => insertColumns(sheet, 5, 1))],
  ['no merges, blank', (book) => eachSheet(book, (sheet) => unmerge(sheet, false))],
  ['no merges, filled', (book) => eachSheet(book, (sheet) => unmerge(sheet, true))],
  ['level cells filled', (book) => eachSheet(book, (sheet) => unmergeLevels(sheet, true))],
  ['sheets in another order', (book) => ({ ...book, sheets: [...book.sheets].reverse() })],
  [
    'sheets renamed',
    (book) => ({ ...book, sheets: book.sheets.map((sheet, at) => ({ ...sheet, name: `Sheet${at + 1}` })) }),
  ],
  [
    'everything hidden',
    (book) =>
      eachSheet(book, (sheet) => ({
        ...sheet,
        visibility: 'hidden',
        hiddenRows: sheet.cells.map(({ row }) => row),
        hiddenColumns: [0, 1, 2, 3],
      })),
  ],
  ['on one sheet', (book) => onOneSheet(book, 2)],
  [
    'on one sheet the other way round',
    (book) => onOneSheet({ ...book, sheets: [...book.sheets].reverse() }, 1),
  ],
  ['full-width digits in texts', (book) => eachSheet(book, texts(wide))],
  ['line breaks inside header words', (book) => eachSheet(book, texts(broken))],
  ['notes and signatures around', (book) => eachSheet(book, framed)],
];

/** What a review says, without where it stands. */
const essence = (result: Review): unknown => ({
  scores: result.scores
    .map((one) => [one.indicator, one.points, one.reported, one.status, one.score].join())
    .sort(),
  facts: result.facts.map(({ name, value, unit }) => `${name}=${value}${unit ?? ''}`).sort(),
  totals: result.totals.map(({ reported }) => reported).sort(),
  // Only full-width digits are worth a word.
  findings: result.findings.filter(({ id }) => id !== 'FMT-002').map(({ id, message }) => `${id} ${message}`),
});

describe.each(ALL)('%s says the same with', (_name, book) => {
  const before = essence(reviewed(book));

  it.each(CHANGES)('%s', (_what, change) => {
    expect(essence(reviewed(change(book)))).toEqual(before);
  });
});

describe('two tables beside each other on one sheet', () => {
  const sheets = [
    ...PROJECTS.flatMap(([name, book]) => book.sheets.map((sheet): [string, Sheet] => [name, sheet])),
    ...DEPARTMENTS.filter((_, index) => index % 5 === 0).flatMap(([name, book]) =>
      book.sheets.map((sheet): [string, Sheet] => [`${sheet.name} ${name}`, sheet]),
    ),
  ];
  /** Each sheet beside the next one and beside one further on, so that every kind stands on both sides. */
  const pairs = sheets.flatMap(([name, left], at) =>
    [1, 4].map((step): [string, Sheet, Sheet] => {
      const [other, right] = sheets[(at + step) % sheets.length] ?? [name, left];
      return [`${name} | ${other}`, left, { ...right, name: `${right.name}2` }];
    }),
  );
  const parts = (result: Review): unknown => {
    const { scores, facts, totals } = essence(result) as Record<string, unknown>;
    return { scores, facts, totals, tables: result.tables.length };
  };

  it.each(pairs)('%s', (_what, left, right) => {
    const apart = parts(reviewed(bookOf(left, right)));
    expect(parts(reviewed(bookOf(beside(left, right, 1))))).toEqual(apart);
    expect(parts(reviewed(bookOf(beside(left, right, 1, 3))))).toEqual(apart);
  });

  it('cells are those of the sheet', () => {
    for (const [, left, right] of pairs) {
      const book = bookOf(beside(left, right, 1));
      const marked = new Set(placesOf(book, '得分:').map(({ at }) => at));
      const found = reviewed(book).scores.map(say);
      expect(new Set(found)).toEqual(marked);
    }
  });
});

describe('a planted error is told', () => {
  const having = (mark: string): typeof PROJECTS =>
    PROJECTS.filter(([, book]) => marksOf(book).some((place) => place.mark === mark));
  const at = (book: Snapshot, mark: string): string =>
    marksOf(book)
      .filter((place) => place.mark === mark)
      .map(say)
      .join();
  const told = (book: Snapshot, values: Record<string, string | number>): string[] =>
    reviewed(withMarked(book, values)).findings.map((finding) => `${finding.id} ${say(finding)}`);

  it.each(PROJECTS)('a score above the points: %s', (_name, book) => {
    expect(told(book, { '得分:巡检次数': 16 })).toContain(`SCR-002 ${at(book, '得分:巡检次数')}`);
  });

  it.each(PROJECTS)('full marks for a target that was missed: %s', (_name, book) => {
    expect(told(book, { '得分:按期完成率': 10 })).toContain(`SCR-010 ${at(book, '得分:按期完成率')}`);
  });

  it.each(PROJECTS)('an execution score that is not the rate times the points: %s', (_name, book) => {
    const where = at(book, '得分:预算执行');
    expect(told(book, { '得分:预算执行': 8 }).filter((one) => one.endsWith(where))).not.toEqual([]);
  });

  it.each(having('总分'))('a total that is not the sum: %s', (_name, book) => {
    expect(told(book, { 总分: 98 })).toContain(`SCR-001 ${at(book, '总分')}`);
  });

  it.each(having('等级'))('a grade that is not that of the total: %s', (_name, book) => {
    const printed = marksOf(book).find(({ mark }) => mark === '等级')?.value;
    const wrong = typeof printed === 'string' ? printed.replace('优', '良') : '';
    expect(told(book, { 等级: wrong })).toEqual([`SCR-016 ${at(book, '等级')}`]);
  });

  it.each(having('执行:上年结转资金'))('money whose parts do not add up: %s', (_name, book) => {
    const findings = told(book, { '执行:上年结转资金': 25 });
    expect(findings.filter((one) => one.startsWith('SUM-004'))).not.toEqual([]);
  });
});

describe.each(DEPARTMENTS)('a planted error is told: %s', (_name, book) => {
  const at = (mark: string): string =>
    marksOf(book)
      .filter((place) => place.mark === mark)
      .map(say)
      .join();
  const told = (values: Record<string, string | number>): string[] =>
    reviewed(withMarked(book, values)).findings.map((finding) => `${finding.id} ${say(finding)}`);

  it('a quantity that gives another score', () => {
    expect(told({ '数据:在职人员数': 41 })).toContain(`SCR-007 ${at('得分:财政供养人员控制率')}`);
  });

  it('a total that is not the sum', () => {
    expect(told({ 总分: 79 })).toEqual([`SCR-001 ${at('总分')}`]);
  });
});

it('marks stay on their cells', () => {
  const [[, book] = ['', bookOf()]] = PROJECTS;
  const moved = eachSheet(book, (sheet) => insertRows(sheet, 0, 5));
  const cells = moved.sheets.flatMap((sheet) => sheet.cells as readonly MarkedCell[]);
  expect(cells.filter(({ mark }) => mark === '总分').map(({ row }) => row)).toEqual([24]);
});
