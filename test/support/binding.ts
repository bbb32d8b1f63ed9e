import {
  bindOperands,
  collectFacts,
  isIndicatorTable,
  recogniseTables,
  type FactBook,
  type Indicator,
  type IndicatorTable,
  type Snapshot,
} from '../../src/core';
import type { Operand } from '../../src/core/scoring/operand';

/** What names mean in a workbook, asked as the standards of its score table would. */
export type Binding = Readonly<{ book: FactBook; ask(name: string, indicator?: string): Operand | null }>;

const NO_TABLE: IndicatorTable = {
  kind: 'department-indicators',
  scored: true,
  title: null,
  sheet: '',
  range: { top: 0, left: 0, bottom: 0, right: 0 },
  unit: null,
  year: null,
  groups: [],
  indicators: [],
  subtotals: [],
  total: null,
  stated: null,
  grade: null,
  project: null,
  projectNumber: null,
  money: [],
  sentences: [],
  header: { top: 0, left: 0, bottom: 0, right: 0 },
};

const nobody = (name: string): Indicator => {
  const ref = { sheet: '', cell: 'A1' };
  const blank = { ref, reading: { kind: 'blank' }, cell: undefined } as const;
  return {
    name,
    ref,
    group: null,
    points: null,
    sharedPoints: null,
    standard: null,
    definition: null,
    score: blank,
    reason: null,
    target: null,
    actual: null,
    completion: null,
    sign: null,
    measure: null,
  };
};

/** Binds names in a workbook; without an indicator, those of a line that says nothing itself. */
export function bindingOf(snapshot: Snapshot): Binding {
  const recognition = recogniseTables(snapshot);
  const book = collectFacts(recognition);
  const tables = recognition.tables.filter(isIndicatorTable);
  return {
    book,
    ask: (name, indicator) => {
      const table =
        tables.find(({ indicators }) => indicators.some((one) => one.name === indicator)) ?? NO_TABLE;
      const line = table.indicators.find((one) => one.name === indicator) ?? nobody(indicator ?? '本指标');
      return bindOperands(book, { indicator: line, table })(name);
    },
  };
}

/** A binding in short: its value in base units and its cell, `ambiguous` with the labels, or `missing`. */
export function told(operand: Operand | null): string {
  if (operand === null) return 'missing';
  if (operand.kind === 'ambiguous')
    return `ambiguous ${operand.candidates.map(({ label }) => label).join('、')}`;
  return `${operand.value.valueOf()} @${operand.cell ? `${operand.cell.sheet}!${operand.cell.cell}` : (operand.derivedFrom ?? []).map(({ sheet, cell }) => `${sheet}!${cell}`).join('÷')}`;
}
