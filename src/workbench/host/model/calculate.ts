import FormulaParser from 'fast-formula-parser';
import type { CellValue } from '../../../core';
import type { MemorySheet } from './memory-sheet';
import type { MemoryWorkbook } from './memory-workbook';

/** Chains of formulas deeper than this keep the value of the last pass. */
const PASSES = 8;

/**
 * Computes every formula of a workbook in memory. What the parser cannot compute keeps the value it had, as a file
 * keeps the last value that Excel computed.
 */
export function calculate(workbook: MemoryWorkbook): void {
  const sheetOf = (name: string): MemorySheet | undefined =>
    workbook.sheets().find((sheet) => sheet.name === name);
  const valueAt = (sheet: MemorySheet | undefined, row: number, column: number): unknown => {
    const value = sheet?.content(row - 1, column - 1).value ?? null;
    return typeof value === 'object' ? null : value;
  };
  const parser = new FormulaParser({
    onCell: ({ sheet, row, col }) => valueAt(sheetOf(sheet), row, col),
    onRange: ({ sheet, from, to }) => {
      const source = sheetOf(sheet);
      const bottom = Math.min(to.row, (source?.bounds(true)?.bottom ?? 0) + 1);
      const rows: unknown[][] = [];
      for (let row = from.row; row <= bottom; row += 1) {
        const cells: unknown[] = [];
        for (let column = from.col; column <= to.col; column += 1) cells.push(valueAt(source, row, column));
        rows.push(cells);
      }
      return rows;
    },
  });
  for (let pass = 0; pass < PASSES; pass += 1) if (!calculateOnce(workbook, parser)) return;
}

function calculateOnce(workbook: MemoryWorkbook, parser: FormulaParser): boolean {
  let changed = false;
  for (const sheet of workbook.sheets()) {
    for (const { row, column, content } of [...sheet.formulas()]) {
      const value = compute(parser, sheet.name, row, column, content.formula ?? '');
      if (value === null || value === content.value) continue;
      sheet.write([{ row, column, content: { ...content, value } }]);
      changed = true;
    }
  }
  return changed;
}

function compute(
  parser: FormulaParser,
  sheet: string,
  row: number,
  column: number,
  formula: string,
): CellValue | null {
  try {
    const value = parser.parse(formula.slice(1), { sheet, row: row + 1, col: column + 1 });
    return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
      ? value
      : null;
  } catch (error) {
    // The parser throws its own errors for syntax it does not know.
    if (error instanceof FormulaParser.FormulaError) return null;
    throw error;
  }
}
