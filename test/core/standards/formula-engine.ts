import FormulaParser from 'fast-formula-parser';

type Argument = { value: unknown };

let cells: ReadonlyMap<string, number> = new Map();

const numbers = (values: readonly Argument[]): number[] => values.map(({ value }) => Number(value));

/** The engine lacks the two limits; everything else is its own. */
const parser = new FormulaParser({
  onCell: ({ sheet, row, col }) => cells.get(`${sheet}!${String.fromCharCode(64 + col)}${row}`) ?? null,
  functions: {
    MIN: (...values) => Math.min(...numbers(values)),
    MAX: (...values) => Math.max(...numbers(values)),
  },
});

/** Computes an Excel formula over named cells with an engine that knows nothing of this project. */
export function computeFormula(formula: string, values: ReadonlyMap<string, number>): number | string {
  cells = values;
  const result: unknown = parser.parse(formula.slice(1), { sheet: '评分表', row: 1, col: 20 });
  return typeof result === 'number' ? result : String(result);
}
