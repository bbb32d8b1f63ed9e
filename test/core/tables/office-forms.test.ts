import { NATIONAL, review, type Review, type Snapshot } from '../../../src/core';
import { DEPARTMENT_OFFICES } from '../../support/forms/offices/department-offices';
import { DEPARTMENT_TABLES } from '../../support/forms/offices/department-tables';
import type { OfficeForm, Planted } from '../../support/forms/offices/office-form';
import { PROJECT_OFFICES } from '../../support/forms/offices/project-offices';
import { workbook } from '../../support/sheet';
import {
  eachSheet,
  insertColumns,
  insertRows,
  onOneSheet,
  unmerge,
  unmergeLevels,
  withValue,
} from '../../support/transform';

const bookOf = ({ sheets, merges }: OfficeForm): Snapshot => workbook(sheets, { merges });
const reviewed = (book: Snapshot): Review => review(book, NATIONAL, {});
const told = ({ findings }: Review): string[] => findings.map(({ id, cell }) => `${id} ${cell}`);

const OFFICE_FORMS = [...PROJECT_OFFICES, ...DEPARTMENT_OFFICES, ...DEPARTMENT_TABLES];

/** Points merged over two indicators belong to both together; filled into each they would count twice. */
const SHARED = /择一/;

describe.each(OFFICE_FORMS.map((form): [string, OfficeForm] => [form.name, form]))('%s', (_name, form) => {
  const book = bookOf(form);
  const clean = reviewed(book);

  it('is scored line by line, as it is filled in', () => {
    expect(clean.scores).toHaveLength(form.scores);
    const questioned = told(clean).flatMap((line) => /^SCR-011 (.*)$/.exec(line)?.[1] ?? []);
    for (const { cell, status, score, reported, range } of clean.scores) {
      expect(status).not.toBe('manual');
      if (status === 'scored' && !questioned.includes(cell)) expect([cell, score]).toEqual([cell, reported]);
      if (range) expect(reported).toBeLessThanOrEqual(range[1]);
    }
    expect(clean.summary.fullMark).not.toBeNull();
  });

  it('has no error where there is none', () => {
    expect(clean.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(form.planted)('%s!%s = %s is told as %s at %s', (...[sheet, cell, value, id, at]: Planted) => {
    const found = told(reviewed(withValue(book, sheet, cell, value)));
    expect(told(clean)).not.toContain(`${id} ${at}`);
    expect(found).toContain(`${id} ${at}`);
  });

  const said = (result: Review): unknown => [
    result.scores.map(({ indicator, points, reported, status, score }) =>
      [indicator, points, reported, status, score].join(),
    ),
    result.findings.map(({ id, severity }) => `${id} ${severity}`),
  ];
  it.each<[string, (all: Snapshot) => Snapshot]>([
    [
      'five rows and three columns',
      (all) => eachSheet(all, (one) => insertColumns(insertRows(one, 0, 5), 0, 3)),
    ],
    ['a column inside', (all) => eachSheet(all, (one) => insertColumns(one, 3, 1))],
    ['no merges', (all) => eachSheet(all, (one) => unmerge(one, false))],
    ['level cells filled', (all) => eachSheet(all, (one) => unmergeLevels(one, !SHARED.test(form.name)))],
    ['all on one sheet', (all) => onOneSheet(all, 1)],
  ])('says the same with %s', (_what, change) => {
    expect(said(reviewed(change(book)))).toEqual(said(clean));
  });

  it('is scored twice where it stands twice on one sheet', () => {
    const twice = book.sheets.flatMap((sheet) => [sheet, { ...sheet, name: `${sheet.name}（二）` }]);
    const lines = ({ scores }: Review): string[] =>
      scores.map(({ indicator, points, score }) => [indicator, points, score].join()).sort();
    const once = lines(clean);
    expect(lines(reviewed(onOneSheet({ ...book, sheets: twice }, 1)))).toEqual([...once, ...once].sort());
  });
});
