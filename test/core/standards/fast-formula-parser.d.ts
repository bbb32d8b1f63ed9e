declare module 'fast-formula-parser' {
  type Place = { sheet: string; row: number; col: number };
  type Argument = { value: unknown };
  export default class FormulaParser {
    constructor(config: {
      onCell: (place: Place) => unknown;
      functions?: Record<string, (...values: Argument[]) => unknown>;
    });
    parse(formula: string, position: Place): unknown;
  }
}
