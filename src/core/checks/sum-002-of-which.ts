import { append } from '../lists';
import { ZERO, type Exact } from '../scoring/number';
import type { AmountColumn } from '../tables/table';
import { entriesIn, isRate, type AmountEntry } from './amount-entries';
import { addUp, compareParts } from './amount-sums';
import { keyOf } from './check-context';
import { defineCheck } from './define-check';
import { holdsWithoutExcess, isAbove } from './excess';
import page from './sum-002-of-which.md';
import { columnName, labelOf, tableName } from './table-words';
import { shownAmounts } from './shown-amounts';
import { exceeds } from './tolerance';

export const sum002 = defineCheck({
  meta: {
    id: 'SUM-002',
    name: 'of-which',
    title: '“其中”数不大于上级数',
    severity: 'error',
    needs: ['amounts'],
    why: '“其中”是上级数的一部分，不可能比上级数大。',
    messages: {
      above: {
        what: '{t}“其中”数“{row}”{column}{left}大于上级数“{parent}”{right}。',
        todo: '核对“{row}”和“{parent}”，改正填错的一个。',
      },
      together: {
        what: '{t}“{parent}”{column}各“其中”数合计{left}大于上级数{right}。',
        todo: '核对“{parent}”及其各“其中”数，改正填错的一个。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.amountTables) {
      const entries = entriesIn(table).filter(
        (entry) => entry.value !== null && !isRate(entry) && !DIFFERENCE.test(entry.column.header.text),
      );
      const children = ofWhichByParent(entries);
      for (const parent of entries) {
        const parts = children.get(parent.rowIndex)?.get(parent.column) ?? [];
        // What was taken back is negative: the other parts may then be more than the whole.
        if ([parent, ...parts].some(({ value }) => value !== null && value.compare(0) < 0)) continue;
        const above = parts.filter((part) => isAbove(part, parent));
        for (const part of above) report({ messageId: 'above', ...sides(part, parent) });
        if (above.length > 0 || !isOneList(parts)) continue;
        const { left, right, shown, verdict } = compareParts(parent, parts);
        if (verdict !== 'different' || !exceeds(right, left)) continue;
        report({
          messageId: 'together',
          at: parent.cell.ref,
          left: shown.show(right, parts),
          right: shown.show(left, [parent]),
          data: {
            t: tableName(table),
            parent: labelOf(parent.row.label.text),
            column: columnName(table, parent.column),
          },
          related: parts.map((part) => ({ ...part.cell.ref, role: '其中数' })),
          holdsWithout: (cell: string, error: Exact) =>
            parts.some((part) => keyOf(part.cell.ref) === cell) && !exceeds(right.sub(error), left),
        });
      }
    }
  },
});

/** Columns of increases and decreases: those of the parts may outweigh each other. */
const DIFFERENCE = /增减|增长|差额|差异|调增|调减|追加|追减|变动|调整(?:数|额|金额)$/;

/** “其中” numbers by the row they are part of and their column. */
function ofWhichByParent(
  entries: readonly AmountEntry[],
): ReadonlyMap<number, ReadonlyMap<AmountColumn, readonly AmountEntry[]>> {
  const children = new Map<number, Map<AmountColumn, AmountEntry[]>>();
  for (const entry of entries) {
    const { parent, role } = entry.row;
    if (role !== 'of-which' || parent === null) continue;
    const columns = children.get(parent) ?? new Map<AmountColumn, AmountEntry[]>();
    children.set(parent, columns);
    append(columns, entry.column, entry);
  }
  return children;
}

/** One 其中 followed by items that exclude each other; several 其中 may overlap and are not added. */
function isOneList(parts: readonly AmountEntry[]): boolean {
  const marked = parts.filter(({ row }) => /^\s*其中/.test(row.label.text));
  return parts.length > 1 && marked.length === 1 && parts[0] === marked[0] && addUp(parts);
}

function sides(part: AmountEntry, parent: AmountEntry) {
  const { show } = shownAmounts(part, [parent]);
  const value = (entry: AmountEntry) => show(entry.value ?? ZERO, [entry]);
  return {
    at: part.cell.ref,
    left: value(part),
    right: value(parent),
    data: {
      t: tableName(part.table),
      row: labelOf(part.row.label.text),
      parent: labelOf(parent.row.label.text),
      column: columnName(part.table, part.column),
    },
    related: [{ ...parent.cell.ref, role: '上级数' }],
    holdsWithout: holdsWithoutExcess(part, parent),
    suspect: { cell: part.cell.ref, value: part.value ?? ZERO, low: ZERO, high: parent.value ?? ZERO },
  };
}
