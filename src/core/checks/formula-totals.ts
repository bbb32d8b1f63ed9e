import { perReview } from '../remember';
import type { CellRef } from '../snapshot/address';
import { childrenOf, partsOf } from '../tables/hierarchy';
import type { AmountTable } from '../tables/table';
import type { CheckContext } from './check-context';
import { scoredLines } from './scored-lines';
import { columnName, labelOf, numberIn, tableName } from './table-words';

/** A total with the parts it should add up. */
export type FormulaTotal = Readonly<{
  at: CellRef;
  table: string;
  row: string;
  column: string;
  /** Each part with the cells that stand for it: its own, or those of its parts. */
  parts: readonly Readonly<{ cells: readonly CellRef[] }>[];
}>;

/** Totals with a formula, of amounts and of scores, whether or not a value is kept for them. */
export const formulaTotals = perReview((context: CheckContext): readonly FormulaTotal[] => {
  return [...context.amountTables.flatMap((table) => amountTotals(context, table)), ...scoreTotals(context)];
});

function amountTotals(context: CheckContext, table: AmountTable): readonly FormulaTotal[] {
  return table.rows.flatMap((row, rowIndex) => {
    const parts = partsOf(table, rowIndex);
    return row.cells.flatMap((cell, column): readonly FormulaTotal[] => {
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

function scoreTotals(context: CheckContext): readonly FormulaTotal[] {
  return context.indicatorTables.flatMap((table): readonly FormulaTotal[] => {
    const score = table.total?.score;
    if (score?.cell?.formula === undefined) return [];
    const lines = scoredLines(table).filter((line) => numberIn(line.score) !== null);
    return [
      {
        at: score.ref,
        table: tableName(table),
        row: '总分',
        column: '',
        parts: lines.map((line) => ({ cells: [line.score.ref] })),
      },
    ];
  });
}
