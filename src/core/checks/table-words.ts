import { perReview, perText } from '../remember';
import type { Exact } from '../scoring/number';
import { tidy } from '../snapshot/width';
import type { AmountColumn, AmountTable, IndicatorTable, NumberCell, Table } from '../tables/table';

/** Longest title that a message repeats in full. */
const SHORT_TITLE = 18;

/** How a message calls a table: its number (表1-2), a short title, or the sheet it stands on. */
export function tableName(table: Table): string {
  const printed = (table.title?.text ?? '').trim();
  const numbered = /^附?表\s*\d{1,2}(?:\s*[-－—.．]\s*\d{1,2}(?=\D|(?:19|20)\d\d|$))*/.exec(printed)?.[0];
  if (numbered) return numbered.replace(/\s+/g, '');
  const title = tidy(printed).replace(/\s+/g, '');
  const project = 'project' in table ? table.project?.text : undefined;
  if (project) return `“${tidy(project)}”自评表`;
  return title !== '' && title.length <= SHORT_TITLE ? `《${title}》` : sheetName(table.sheet);
}

/** A sheet's name as a noun: “基础数据”表, “评分表”. */
function sheetName(name: string): string {
  return name.endsWith('表') ? `“${name}”` : `“${name}”表`;
}

/** One text for a table, so that checks can say they speak of the same one. */
export function subjectOf(table: IndicatorTable | AmountTable): string {
  return `${table.sheet} ${table.range.top} ${table.range.left}`;
}

/** The labels of a table's lines: two tables that share them are one form, filled in for two offices or two years. */
export const formOf = perReview((table: AmountTable): string =>
  table.rows.map(({ label }) => label.text).join('|'),
);

/** A row label or indicator name without numbering, 其中 and line breaks, as a message quotes it. */
export const labelOf = perText((text) => {
  const plain = tidy(text).replace(/\s+/g, '');
  const bare = plain
    .replace(/^其中[：:]?/, '')
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|[①-⑳])+/, '')
    .replace(/^其中[：:]?/, '');
  return bare === '' ? plain : bare;
});

/** A column as a message names it: “（调整预算数）”, nothing where the table has one column of amounts. */
export function columnName(table: AmountTable, column: AmountColumn | undefined): string {
  const text = tidy(column?.header.text ?? '').replace(/\s+/g, '');
  return text === '' || table.columns.length < 2 ? '' : `（${text}）`;
}

/** The number in a cell; `null` for blank, not applicable, text, and no cell at all. */
export function numberIn(cell: NumberCell | null | undefined): Exact | null {
  return cell?.reading.kind === 'number' ? cell.reading.value : null;
}

/** A cell that holds a number. */
export type Numbered = Readonly<{ cell: NumberCell; value: Exact }>;

/** The cells that hold numbers, with them. */
export function numbered(cells: readonly (NumberCell | null | undefined)[]): readonly Numbered[] {
  return cells.flatMap((cell) => {
    const value = numberIn(cell);
    return cell && value !== null ? [{ cell, value }] : [];
  });
}
