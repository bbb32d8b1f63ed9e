import { contains, parseA1, type CellRef } from '../snapshot/address';
import type { AmountTable } from '../tables/table';
import { amountSums, type AmountSum } from './amount-sums';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { addedCells } from './formula-cells';
import { formulaTotals } from './formula-totals';
import page from './sum-005-total-formula.md';
import { columnName, labelOf, tableName } from './table-words';

export const sum005 = defineCheck({
  meta: {
    id: 'SUM-005',
    name: 'total-formula',
    title: '合计公式包含全部行，同一行的合计写法一致',
    severity: 'verify',
    needs: ['tables'],
    why: '公式漏行或手工填写的合计，在数据改动后不会跟着更新。',
    messages: {
      short: {
        what: '{t}“{row}”{column}合计公式未包含第{r}行。',
        todo: '把合计公式的范围扩大到全部分项；确实不应计入的，予以说明。',
      },
      typed: {
        what: '{t}“{row}”{column}合计是手工填写的数，同一行其他栏是公式。',
        todo: '改为与其他栏一样的合计公式；有意手工填写的，予以说明。',
      },
    },
  },
  page,

  run(context, report) {
    const short = new Set<string>();
    for (const total of formulaTotals(context)) {
      const ranges = addedCells(context.cellAt(total.at)?.formula ?? '');
      if (!ranges) continue;
      const missed = total.parts.filter((part) => !part.cells.some((cell) => isIn(cell, ranges)));
      // A formula that reaches none of the parts adds something else, for example another level.
      if (missed.length === 0 || missed.length === total.parts.length) continue;
      short.add(keyOf(total.at));
      const rows = missed.map((part) => String((parseA1(part.cells[0]?.cell ?? '')?.row ?? 0) + 1));
      report({
        messageId: 'short',
        at: total.at,
        data: { t: total.table, row: total.row, column: total.column, r: rows.join('、') },
        related: missed.flatMap((part) =>
          part.cells.slice(0, 1).map((cell) => ({ ...cell, role: '未包含的行' })),
        ),
      });
    }
    for (const table of context.amountTables) {
      for (const { total } of typedBesideFormulas(context, table, short)) {
        report({
          messageId: 'typed',
          at: total.cell.ref,
          data: {
            t: tableName(table),
            row: labelOf(total.row.label.text),
            column: columnName(table, total.column),
          },
        });
      }
    }
  },
});

function isIn({ cell }: CellRef, ranges: NonNullable<ReturnType<typeof addedCells>>): boolean {
  const position = parseA1(cell);
  return position !== null && ranges.some((range) => contains(range, position));
}

/** Totals typed by hand in a row where every other total is a formula. */
function typedBesideFormulas(
  context: CheckContext,
  table: AmountTable,
  short: ReadonlySet<string>,
): readonly AmountSum[] {
  const rows = new Map<number, AmountSum[]>();
  for (const found of amountSums(table)) {
    const row = rows.get(found.total.rowIndex);
    if (row) row.push(found);
    else rows.set(found.total.rowIndex, [found]);
  }
  const isFormula = ({ total }: AmountSum): boolean => context.cellAt(total.cell.ref)?.formula !== undefined;
  return [...rows.values()].flatMap((row) => {
    const typed = row.filter((found) => !isFormula(found));
    // One formula beside it that is wrong itself is no pattern to follow.
    const pattern = row.filter((found) => isFormula(found) && !short.has(keyOf(found.total.cell.ref)));
    return typed.length === 1 && pattern.length > 0 ? typed : [];
  });
}
