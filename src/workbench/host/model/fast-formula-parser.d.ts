declare module 'fast-formula-parser' {
  type Place = Readonly<{ row: number; col: number; sheet: string }>;
  type Corner = Readonly<{ row: number; col: number }>;
  class FormulaError extends Error {}
  /** Rows and columns count from 1. */
  export default class FormulaParser {
    static FormulaError: typeof FormulaError;
    static SSF: { format(code: string, value: number): string };
    constructor(config: {
      onCell: (place: Place) => unknown;
      onRange: (range: Readonly<{ sheet: string; from: Corner; to: Corner }>) => unknown[][];
    });
    parse(formula: string, place: Place): unknown;
  }
}
