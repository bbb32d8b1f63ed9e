import FormulaParser from 'fast-formula-parser';

type Argument = { value: unknown };

let cells: ReadonlyMap<string, number> = new Map();

const numbers = (values: readonly Argument[]): number[] => values.map(({ value }) => Number(value));

type Place = { sheet: string; row: number; col: number };

/** The engine lacks the two limits; everything else is its own. */
const config = {
  onCell: ({ sheet, row, col }: Place): number | null =>
    cells.get(`${sheet}!${String.fromCharCode(64 + col)}${row}`) ?? null,
  onRange: (): unknown[][] => [],
  functions: {
    MIN: (...values: Argument[]): number => Math.min(...numbers(values)),
    MAX: (...values: Argument[]): number => Math.max(...numbers(values)),
  },
};
const parser = new FormulaParser(config);

/** Computes an Excel formula over named cells with an engine that knows nothing of this project. */
export function computeFormula(formula: string, values: ReadonlyMap<string, number>): number | string {
  cells = values;
  const result: unknown = parser.parse(formula.slice(1), { sheet: '评分表', row: 1, col: 20 });
  return typeof result === 'number' ? result : String(result);
}
