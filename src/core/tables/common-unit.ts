import { moneyFactor } from '../snapshot/units';
import { isIndicatorTable, type AmountTable, type Table } from './table';

/** Tables that hold nothing but money, whatever their columns are called. */
const MONEY_KINDS: ReadonlySet<Table['kind']> = new Set(['income', 'function', 'use', 'quarters']);

/**
 * Tables of money that print no unit are in the one unit of money that the workbook prints elsewhere; with none or several
 * units their own stays unknown. Lists of quantities are left alone, for they count people and tasks, too.
 */
export function withCommonUnit(tables: readonly Table[]): readonly Table[] {
  const open = tables.filter(isOpen);
  if (open.length === 0) return tables;
  const [unit, another] = new Set(tables.flatMap(printedUnits));
  if (unit === undefined || another !== undefined) return tables;
  return tables.map((table) => (isOpen(table) ? { ...table, unit } : table));
}

const isOpen = (table: Table): table is AmountTable =>
  table.unit === null &&
  MONEY_KINDS.has(table.kind) &&
  !isIndicatorTable(table) &&
  table.columns.every(({ unit }) => unit === null);

/** Units of money that a table prints: for the whole, in a column's header, in a row. */
function printedUnits(table: Table): readonly string[] {
  const inside = isIndicatorTable(table) ? [] : [...table.columns, ...table.rows].map(({ unit }) => unit);
  return [table.unit, ...inside].filter((unit) => unit !== null && moneyFactor(unit) !== null) as string[];
}
