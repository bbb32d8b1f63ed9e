import {
  isIndicatorTable,
  partsOf,
  type AmountTable,
  type IndicatorTable,
  type NumberCell,
  type Recognition,
  type Table,
} from '../../src/core';

/** A number as its exact value, or the kind of what stands there. */
export const plainNumber = (cell: NumberCell | null): number | string | null => {
  if (cell === null) return null;
  return cell.reading.kind === 'number' ? cell.reading.value.valueOf() : cell.reading.kind;
};

const pointsOf = (table: IndicatorTable): unknown => [...new Set(table.total?.points.map(plainNumber))];

const indicatorEssence = (table: IndicatorTable): unknown => ({
  kind: table.kind,
  title: table.title?.text.replace(/\s/g, '') ?? null,
  unit: table.unit,
  project: table.project?.text ?? null,
  projectNumber: table.projectNumber,
  total: [plainNumber(table.total?.score ?? null), pointsOf(table)],
  grade: table.grade?.text ?? null,
  groups: table.groups.map(({ name, level, points, parent }) => [name, level, plainNumber(points), parent]),
  indicators: table.indicators.map((one) => [
    one.name,
    one.group,
    plainNumber(one.points),
    plainNumber(one.score),
    one.standard?.text,
    one.definition?.text,
    one.reason?.text,
    plainNumber(one.target),
    plainNumber(one.actual),
  ]),
  money: table.money.map((row) => [
    row.label.text,
    row.role,
    ...[row.initial, row.budget, row.executed, row.points, row.rate, row.score].map(plainNumber),
  ]),
});

const amountEssence = (table: AmountTable): unknown => ({
  kind: table.kind,
  title: table.title?.text.replace(/\s/g, '') ?? null,
  unit: table.unit,
  columns: table.columns.map(({ header, meaning, year }) => [header.text, meaning, year]),
  rows: table.rows.map((row, index) => [
    row.label.text,
    row.role,
    row.depth,
    row.parent,
    row.unit,
    partsOf(table, index).join(),
    row.cells.map(plainNumber).join(),
  ]),
});

/** What a table says, without where it stands: what no move of cells may change. */
export const essenceOf = (table: Table): unknown =>
  isIndicatorTable(table) ? indicatorEssence(table) : amountEssence(table);

/** What a recognition says, table by table. */
export const essence = ({ tables }: Recognition): unknown[] => tables.map(essenceOf);

/** The only table of indicators. */
export function soleIndicatorTable({ tables }: Recognition): IndicatorTable {
  const found = tables.filter(isIndicatorTable);
  if (found.length !== 1 || !found[0]) throw new Error(`expected one indicator table, found ${found.length}`);
  return found[0];
}

/** The amount tables. */
export const amountTables = ({ tables }: Recognition): AmountTable[] =>
  tables.filter((table): table is AmountTable => !isIndicatorTable(table));
