import type { ReadNumber } from '../snapshot/number-reading';
import { moneyFactor } from '../snapshot/units';
import { headerYear, namesCount } from '../tables/amount-words';
import { rowLabel } from '../tables/row-labels';
import {
  isIndicatorTable,
  type AmountColumn,
  type AmountRow,
  type AmountTable,
  type ColumnMeaning,
  type IndicatorTable,
  type MoneyRow,
  type Recognition,
} from '../tables/table';
import { balanceMeanings } from './balances';
import { CellFact } from './cell-fact';
import type { Concept } from './concept';
import type { Fact, FactBook } from './fact';
import { conceptsOf } from './meanings';
import { Resolver, type IndexedFact } from './resolve';
import { lineOf, quantityOf, type RowLine } from './row-line';
import { relativeYear, reportYear, type RelativeYear } from './year';

/**
 * Names every number of the recognised tables of amounts by its label, column and year, and converts money to 元 once.
 * Money lines of project forms are facts of their project alone and never answer for the workbook.
 */
export function collectFacts(recognition: Recognition): FactBook {
  const report = reportYear(recognition);
  const facts: Fact[] = [];
  const indexed: IndexedFact[] = [];
  recognition.tables.forEach((table, index) => {
    if (isIndicatorTable(table)) {
      facts.push(...moneyFacts(table, index));
      return;
    }
    for (const entry of amountFacts(table, index, report)) {
      facts.push(entry.fact);
      indexed.push(entry);
    }
  });
  const resolvers = new Map([[report, new Resolver(indexed, report, true)]]);
  const resolverFor = (year: number | null): Resolver => {
    const known = resolvers.get(year);
    if (known) return known;
    const seen = recognition.tables.flatMap((table, index) =>
      isIndicatorTable(table) ? [] : [...amountFacts(table, index, report, year)],
    );
    const resolver = new Resolver(seen, year, false);
    resolvers.set(year, resolver);
    return resolver;
  };
  return {
    facts,
    resolve: (name, year) => resolverFor(year ?? report).resolve(name),
    meant: (name) => resolverFor(report).meant(name),
  };
}

/** The facts of a table as `seen` from a year. A table that names no year is of the report's. */
function* amountFacts(
  table: AmountTable,
  index: number,
  report: number | null,
  seen = report,
): Generator<IndexedFact> {
  for (const row of table.rows) {
    const line = lineOf(table, row);
    for (const [position, column] of table.columns.entries()) {
      const cell = row.cells[position];
      if (cell?.reading.kind !== 'number') continue;
      const named = column.year ?? line.concept.year;
      const prior = column.meaning.startsWith('prior') || headerYear(column.header.text).prior;
      const relative = seenYear(prior ? 'prior' : named, table.year ?? report, seen);
      const name = nameOf(line, column);
      const unit = unitFor(table, row, column, cell.reading);
      const year = typeof named === 'number' ? named : table.year;
      const { heading } = line;
      const fact = new CellFact(
        { name, unit, table: index, label: row.label.text, meaning: column.meaning, year, heading },
        cell,
        cell.reading,
      );
      const exactName = line.generic ? heading && `${heading}${row.label.text}` : line.ofPart ? null : name;
      const concepts = conceptsOf(table, line, column, relative);
      yield {
        fact,
        exactName,
        year: relative,
        concepts: concepts
          .filter(({ subject }) => subject !== '' || mayBeMoney(unit))
          .flatMap(balanceMeanings),
      };
    }
  }
}

function nameOf({ row, name, bare, concept }: RowLine, { meaning, header }: AmountColumn): string {
  const text = withoutBrackets(header.text);
  if (bare && quantityOf(header.text)) return concept.stage === null ? text : `${text}${name}`;
  return meaning === 'value' ? row.label.text : `${name}${text}`;
}

/** The year that a number of a table of year `own` says, as seen from another. */
function seenYear(said: Concept['year'], own: number | null, seen: number | null): RelativeYear {
  return relativeYear(said === 'prior' && own !== null ? own - 1 : (said ?? own), seen);
}

/** Spending of the whole department is money: 完成数 in 项 is none. */
const mayBeMoney = (unit: string | null): boolean =>
  unit === null || unit === '%' || moneyFactor(unit) !== null;
const withoutBrackets = (text: string): string => text.replace(/[(（][^()（）]*[)）]/g, '');

/** Unit of a number: of its cell, row, column, table; a rate or a count has none of money. */
function unitFor(
  table: AmountTable,
  row: AmountRow,
  column: AmountColumn,
  reading: ReadNumber,
): string | null {
  if (reading.percent) return '%';
  if (reading.unit !== null) return reading.unit;
  if (row.unit !== null) return row.unit;
  if (column.unit !== null) return column.unit;
  if (
    table.kind === 'staff' ||
    column.meaning === 'quantity' ||
    column.meaning === 'actual-staff' ||
    column.meaning === 'establishment' ||
    namesCount(row.label.text) ||
    namesCount(column.header.text)
  )
    return null;
  return table.unit;
}

/** Facts of the money block of one form. */
function moneyFacts(table: IndicatorTable, index: number): readonly Fact[] {
  const columns: readonly (readonly [
    keyof MoneyRow & ('initial' | 'budget' | 'executed'),
    ColumnMeaning,
    string,
  ])[] = [
    ['initial', 'initial-budget', '年初预算数'],
    ['budget', 'adjusted-budget', '全年预算数'],
    ['executed', 'final', '全年执行数'],
  ];
  return table.money.flatMap((row) =>
    columns.flatMap(([key, meaning, header]) => {
      const cell = row[key];
      if (!cell || cell.reading.kind !== 'number') return [];
      const name = `${table.project?.text ?? ''}${rowLabel(row.label.text).name}${header}`;
      const unit = cell.reading.unit ?? table.unit;
      return [
        new CellFact(
          { name, unit, table: index, label: row.label.text, meaning, year: table.year, heading: null },
          cell,
          cell.reading,
        ),
      ];
    }),
  );
}
