import { contains, parseA1, type CellRef } from '../snapshot/address';
import { childrenOf, partsOf } from '../tables/hierarchy';
import type { AmountTable } from '../tables/table';
import { amountSums, type AmountSum } from './amount-sums';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { addedCells } from './formula-cells';
import { scoredLines } from './scored-lines';
import page from './sum-005-total-formula.md';
import { columnName, labelOf, numberIn, tableName } from './table-words';

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
    for (const total of totals(context)) {
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

type Total = Readonly<{
  at: CellRef;
  table: string;
  row: string;
  column: string;
  /** Each part with the cells that stand for it: its own, or those of its parts. */
  parts: readonly Readonly<{ cells: readonly CellRef[] }>[];
}>;

/** Totals with a formula, of amounts and of scores, whether or not a value is kept for them. */
function totals(context: CheckContext): readonly Total[] {
  return [...context.amountTables.flatMap((table) => amountTotals(context, table)), ...scoreTotals(context)];
}

function amountTotals(context: CheckContext, table: AmountTable): readonly Total[] {
  return table.rows.flatMap((row, rowIndex) => {
    const parts = partsOf(table, rowIndex);
    return row.cells.flatMap((cell, column): readonly Total[] => {
      if (parts.length === 0 || context.cellAt(cell.ref)?.formula === undefined) return [];
      const filled = parts.filter((part) => numberIn(table.rows[part]?.cells[column]) !== null);
      const cellsOf = (part: number): readonly CellRef[] =>
        [part, ...childrenOf(table.rows, part), ...partsOf(table, part)].flatMap(
          (index) => table.rows[index]?.cells[column]?.ref ?? [],
        );
      return [
        {
          at: cell.ref,
          table: tableName(table),
          row: labelOf(row.label.text),
          column: columnName(table, table.columns[column]),
          parts: filled.map((part) => ({ cells: cellsOf(part) })),
        },
      ];
    });
  });
}

function scoreTotals(context: CheckContext): readonly Total[] {
  return context.indicatorTables.flatMap((table): readonly Total[] => {
    const at = table.total?.score?.ref;
    const lines = scoredLines(table).filter((line) => numberIn(line.score) !== null);
    if (!at) return [];
    return [
      {
        at,
        table: tableName(table),
        row: '总分',
        column: '',
        parts: lines.map((line) => ({ cells: [line.score.ref] })),
      },
    ];
  });
}

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
  const sums = amountSums(table);
  const isFormula = ({ total }: AmountSum): boolean => context.cellAt(total.cell.ref)?.formula !== undefined;
  return sums.filter((found) => {
    const others = sums.filter((other) => other !== found && other.total.rowIndex === found.total.rowIndex);
    // One formula beside it that is wrong itself is no pattern to follow.
    const pattern = others.filter((other) => !short.has(keyOf(other.total.cell.ref)));
    return !isFormula(found) && pattern.length > 0 && others.every(isFormula);
  });
}
