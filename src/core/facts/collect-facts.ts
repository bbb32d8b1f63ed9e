import { exact, ONE, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { ReadNumber } from '../snapshot/number-reading';
import { moneyFactor } from '../snapshot/units';
import { rowLabel } from '../tables/row-labels';
import {
  isIndicatorTable,
  type AmountColumn,
  type AmountRow,
  type AmountTable,
  type ColumnMeaning,
  type IndicatorTable,
  type MoneyRow,
  type NumberCell,
  type Recognition,
} from '../tables/table';
import { conceptOf, subjectOf, type Concept } from './concept';
import type { Fact, FactBook } from './fact';
import { Resolver, type IndexedFact } from './resolve';
import { GENERIC_LABEL, WHOLE_HEADING, type Stage } from './synonyms';
import { relativeYear, reportYear, type RelativeYear } from './year';

/** Stage that a column gives to its numbers. */
const STAGES: Readonly<Partial<Record<ColumnMeaning, Stage>>> = {
  'initial-budget': 'initial',
  'adjusted-budget': 'adjusted',
  budget: 'budget',
  final: 'final',
  'prior-budget': 'budget',
  'prior-final': 'final',
  cumulative: 'cumulative',
};

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
  const resolver = new Resolver(indexed, report);
  return { facts, resolve: (name) => resolver.resolve(name) };
}

function* amountFacts(table: AmountTable, index: number, report: number | null): Generator<IndexedFact> {
  for (const row of table.rows) {
    for (const [position, column] of table.columns.entries()) {
      const cell = row.cells[position];
      if (!cell || cell.reading.kind !== 'number') continue;
      const year = column.year ?? conceptOf(row.label.text).year;
      const relative = column.meaning.startsWith('prior')
        ? 'prior'
        : relativeYear(year ?? table.year, report);
      const unit = unitFor(table, row, column, cell.reading);
      const fact = new CellFact(
        {
          name: factName(table, row, column),
          unit,
          table: index,
          label: row.label.text,
          meaning: column.meaning,
          year: typeof year === 'number' ? year : table.year,
          heading: headingOf(table, row),
        },
        cell,
        cell.reading,
      );
      yield {
        fact,
        concepts: conceptsOf(table, row, column, relative),
        exactNames: exactNames(table, row, column),
      };
    }
  }
}

/** Name as an accountant would say it: the label alone in a list of quantities, else with the column's header. */
function factName(table: AmountTable, row: AmountRow, column: AmountColumn): string {
  if (column.meaning === 'value') return row.label.text;
  const label =
    row.role === 'total' && table.kind !== 'data-list' ? row.label.text : rowLabel(row.label.text).name;
  return `${label}${column.header.text.replace(/[((（][^()（）]*[))）]/g, '')}`;
}

function exactNames(table: AmountTable, row: AmountRow, column: AmountColumn): readonly string[] {
  const heading = headingOf(table, row);
  if (isGeneric(table, row)) return heading === null ? [] : [`${heading}${row.label.text}`];
  return [factName(table, row, column)];
}

/** Whether a label says nothing by itself: 控制率, 计划数, or a stage without a subject. */
function isGeneric(table: AmountTable, row: AmountRow): boolean {
  const { subject } = conceptOf(row.label.text);
  const heading = headingOf(table, row);
  const bare = subject === '' && heading !== null && !WHOLE_HEADING.test(heading);
  return bare || GENERIC_LABEL.test(subject) || GENERIC_LABEL.test(rowLabel(row.label.text).name);
}

/** Heading a row of a list stands under, without 情况 and brackets; `null` at the top. */
function headingOf(table: AmountTable, row: AmountRow): string | null {
  for (let parent = row.parent; parent !== null; parent = table.rows[parent]?.parent ?? null) {
    const above = table.rows[parent];
    if (above?.role === 'section') return rowLabel(above.label.text).name.replace(/(?:控制)?情况$/, '');
  }
  return null;
}

type Keyed = Readonly<{ subject: string; stage: Stage; year: RelativeYear; rate: boolean }>;

function conceptsOf(
  table: AmountTable,
  row: AmountRow,
  column: AmountColumn,
  year: RelativeYear,
): readonly Keyed[] {
  const base = conceptOf(row.label.text);
  const stage = STAGES[column.meaning] ?? base.stage;
  const keyed = (subject: string, own: Stage = stage, rate = base.rate): Keyed => ({
    subject,
    stage: own,
    year,
    rate,
  });
  switch (table.kind) {
    case 'staff':
      return staffConcepts(row, column, base, keyed);
    case 'assets':
      return assetConcepts(row, column, base, keyed);
    case 'quarters':
      return [];
    case 'income':
      return row.role === 'total' && stage !== 'final'
        ? [keyed('')]
        : row.role === 'total' || row.role === 'subtotal'
          ? [keyed('收入')]
          : [keyed(base.subject)];
    case 'function':
    case 'use':
      return row.role === 'total' ? [keyed('')] : [keyed(base.subject)];
    case 'data-list':
      return listConcepts(table, row, column, base, keyed);
  }
}

type Key = (subject: string, stage?: Stage, rate?: boolean) => Keyed;

/** A label without a subject of its own (年初预算, 控制率) belongs to its heading. */
function listConcepts(
  table: AmountTable,
  row: AmountRow,
  column: AmountColumn,
  base: Concept,
  keyed: Key,
): readonly Keyed[] {
  if (column.meaning === 'rate' && !base.rate) return [];
  if (!isGeneric(table, row)) return [keyed(base.subject)];
  const heading = headingOf(table, row);
  if (heading === null) return [];
  if (base.rate) return [keyed(`${heading}${base.subject}`)];
  return base.subject === '' ? [keyed(subjectOf(heading))] : [];
}

function staffConcepts(row: AmountRow, column: AmountColumn, base: Concept, keyed: Key): readonly Keyed[] {
  if (column.meaning === 'actual-staff') return [keyed(base.subject, null)];
  if (column.meaning !== 'establishment') return [];
  // Posts exist for people on the establishment; the line above them repeats their number.
  const establishes = base.subject === '在编' || base.subject === '在职' || row.role === 'total';
  return establishes
    ? [keyed('编制', null), keyed(`${base.subject}编制`, null)]
    : [keyed(`${base.subject}编制`, null)];
}

function assetConcepts(row: AmountRow, column: AmountColumn, base: Concept, keyed: Key): readonly Keyed[] {
  const whole = row.role === 'total';
  const subject = whole ? '固定资产' : base.subject;
  if (column.meaning === 'in-use') return [keyed(whole ? '在用固定资产' : `在用${subject}`, null)];
  if (column.meaning === 'net-value' || /原值|账面/.test(column.header.text)) return [keyed(subject, null)];
  return [];
}

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
    column.meaning === 'establishment'
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

type Named = Pick<Fact, 'name' | 'unit' | 'table' | 'label' | 'meaning' | 'year' | 'heading'>;

/** A fact over its cell; exact numbers are made when they are first asked for. */
class CellFact implements Fact {
  readonly name: string;
  readonly unit: string | null;
  readonly table: number;
  readonly label: string;
  readonly meaning: ColumnMeaning;
  readonly year: number | null;
  readonly heading: string | null;
  readonly ref: CellRef;
  readonly scale: Exact;
  readonly asTyped: Fact['asTyped'];
  #value: Exact | null = null;

  constructor(
    named: Named,
    cell: NumberCell,
    private readonly reading: ReadNumber,
  ) {
    this.name = named.name;
    this.unit = named.unit;
    this.table = named.table;
    this.label = named.label;
    this.meaning = named.meaning;
    this.year = named.year;
    this.heading = named.heading;
    this.ref = cell.ref;
    const factor = moneyFactor(named.unit);
    this.scale = factor === null ? ONE : exact(factor);
    this.asTyped =
      typeof cell.cell?.value !== 'number'
        ? 'text'
        : reading.quirks.includes('missing-percent')
          ? 'percent-figure'
          : 'number';
  }

  get printed(): Exact {
    return this.reading.value;
  }

  get value(): Exact {
    this.#value ??= this.scale === ONE ? this.reading.value : this.reading.value.mul(this.scale);
    return this.#value;
  }

  get percent(): boolean {
    return this.reading.percent;
  }

  get decimals(): number {
    return this.reading.decimals;
  }
}
