import { recogniseTables, type Recognition, type Snapshot, type Table } from '../../../src/core';
import type { CellRef } from '../../../src/core/snapshot/address';
import { fixture } from '../../support/fixture';
import { DEPARTMENT_OFFICES } from '../../support/forms/offices/department-offices';
import { DEPARTMENT_TABLES } from '../../support/forms/offices/department-tables';
import { PROJECT_OFFICES } from '../../support/forms/offices/project-offices';
import { workbook } from '../../support/sheet';
import { withValue } from '../../support/transform';

const BOOKS: readonly (readonly [string, () => Snapshot])[] = [
  ...[
    'department-2020',
    'projects-2020',
    'project-national-form',
    'hunan-data-and-score',
    'awkward-format',
  ].map((name) => [name, () => fixture(name)] as const),
  ...[...PROJECT_OFFICES, ...DEPARTMENT_OFFICES, ...DEPARTMENT_TABLES].map(
    ({ name, sheets, merges }) => [name, () => workbook(sheets, { merges })] as const,
  ),
];

/** What stands in a cell where a number belongs, and why the line is still one of numbers. */
const INSTEAD: readonly (readonly [string, string])[] = [
  ['多打一个逗号', '1,23.4'],
  ['字母O当作0', '1O.5'],
  ['大约的数', '约40'],
  ['还没有定', '待定'],
  ['写在别处', '见附件'],
];

/** Every filled cell that a table takes for an amount, points or a score. */
const placesIn = (table: Table): readonly CellRef[] =>
  ('rows' in table
    ? table.rows.flatMap(({ cells }) => cells)
    : [
        // 办件数（20分）: points in brackets stand in the cell of the name.
        ...table.indicators.flatMap(({ points, score, ref }) => [
          points?.ref.cell === ref.cell ? null : points,
          score,
        ]),
        ...table.money.flatMap(({ budget, executed, score }) => [budget, executed, score]),
      ]
  ).flatMap((cell) => (cell?.reading.kind === 'number' ? [cell.ref] : []));

/** What was recognised, but for the numbers: where each table stands and what its lines are called. */
const outline = ({ tables }: Recognition): readonly unknown[] =>
  tables.map((table) => [
    table.kind,
    table.sheet,
    table.range,
    'rows' in table ? table.rows.map(({ label }) => label.text) : table.indicators.map(({ name }) => name),
  ]);

/** So many cells of a table stand for all, from its first to its last line. */
const SAMPLE = 12;

const sampleOf = (places: readonly CellRef[]): readonly CellRef[] => {
  const step = Math.max(1, Math.floor(places.length / SAMPLE));
  return places.filter((_, index) => index % step === 0);
};

describe('a number typed wrongly, or still to come, leaves the rest of its table as it was', () => {
  it.each(BOOKS)('%s', (_, read) => {
    const book = read();
    const recognition = recogniseTables(book);
    const places = recognition.tables.flatMap((table) => sampleOf(placesIn(table)));
    expect(places.length).toBeGreaterThan(0);
    places.forEach((place, index) => {
      const [why, value] = INSTEAD[index % INSTEAD.length] ?? ['', ''];
      expect([place, why, outline(recogniseTables(withValue(book, place.sheet, place.cell, value)))]).toEqual(
        [place, why, outline(recognition)],
      );
    });
  });
});

describe('a number left blank leaves the rest of its table as it was', () => {
  it.each(['department-2020', 'hunan-data-and-score', 'project-national-form'])('%s', (name) => {
    const book = fixture(name);
    const recognition = recogniseTables(book);
    for (const place of recognition.tables.flatMap((table) => sampleOf(placesIn(table))))
      expect([place, outline(recogniseTables(withValue(book, place.sheet, place.cell, '')))]).toEqual([
        place,
        outline(recognition),
      ]);
  });
});
