import { moneyFactor } from '../snapshot/units';
import { namesCount, namesMoney } from './amount-words';
import { isIndicatorTable, type AmountTable, type Table } from './table';

/** Tables that hold nothing but money, whatever their columns are called. */
const MONEY_KINDS: ReadonlySet<Table['kind']> = new Set(['income', 'function', 'use', 'quarters']);

/**
 * Tables of money that print no unit are in the one unit of money that the workbook prints elsewhere; with none or several
 * units their own stays unknown. Lists of quantities are left alone, for they count people and tasks, too, unless every
 * line or every column names money.
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
  !isIndicatorTable(table) &&
  (MONEY_KINDS.has(table.kind) || (table.kind === 'data-list' && isAllMoney(table))) &&
  table.columns.every(({ unit }) => unit === null);

/** Whether all that is counted in a list is called money: by the names of its lines, or by the headers of its columns. */
function isAllMoney({ rows, columns }: AmountTable): boolean {
  const filled = rows.filter(({ cells }) => cells.some(({ reading }) => reading.kind === 'number'));
  const amounts = columns.filter(({ meaning }) => meaning !== 'rate');
  const isMoney = (text: string): boolean => namesMoney(text) && !namesCount(text);
  return (
    filled.some(({ role }) => role !== 'total') &&
    (filled.every(({ role, label }) => role === 'total' || isMoney(label.text)) ||
      amounts.every(({ header }) => isMoney(header.text) || header.text === '其他'))
  );
}

/** Units of money that a table prints: for the whole, in a column's header, in a row. */
function printedUnits(table: Table): readonly string[] {
  const inside = isIndicatorTable(table) ? [] : [...table.columns, ...table.rows].map(({ unit }) => unit);
  return [table.unit, ...inside].filter((unit) => unit !== null && moneyFactor(unit) !== null) as string[];
}
