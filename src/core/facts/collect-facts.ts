import { exact, ONE, type Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import type { ReadNumber } from '../snapshot/number-reading';
import { moneyFactor } from '../snapshot/units';
import { amountMeaning, headerYear } from '../tables/amount-words';
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
import { balanceMeanings } from './balances';
import { conceptOf, subjectOf, type Concept } from './concept';
import type { Fact, FactBook } from './fact';
import { Resolver, type IndexedConcept, type IndexedFact } from './resolve';
import { GENERIC_LABEL, SUBJECTS, WHOLE_HEADING, type Stage } from './synonyms';
import { tablePart } from './table-part';
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
  return { facts, resolve: (name, year) => resolverFor(year ?? report).resolve(name) };
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
      const name =
        column.meaning === 'value' ? row.label.text : `${line.name}${withoutBrackets(column.header.text)}`;
      const unit = unitFor(table, row, column, cell.reading);
      const year = typeof named === 'number' ? named : table.year;
      const { heading } = line;
      const fact = new CellFact(
        { name, unit, table: index, label: row.label.text, meaning: column.meaning, year, heading },
        cell,
        cell.reading,
      );
      const exactName = line.generic ? heading && `${heading}${row.label.text}` : name;
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

/** The year that a number of a table of year `own` says, as seen from another. */
function seenYear(said: Concept['year'], own: number | null, seen: number | null): RelativeYear {
  return relativeYear(said === 'prior' && own !== null ? own - 1 : (said ?? own), seen);
}

/** Spending of the whole department is money: 完成数 in 项 is none. */
const mayBeMoney = (unit: string | null): boolean =>
  unit === null || unit === '%' || moneyFactor(unit) !== null;

/** What a row's label says, read once for all its columns. */
type RowLine = Readonly<{
  row: AmountRow;
  concept: Concept;
  /** Label without numbering. */
  name: string;
  /** Heading the row stands under in a list, without 情况 and brackets; `null` at the top. */
  heading: string | null;
  /** The label says nothing by itself: 控制率, 计划数, or a stage without a subject. */
  generic: boolean;
}>;

function lineOf(table: AmountTable, row: AmountRow): RowLine {
  const concept = conceptOf(row.label.text);
  const heading = headingOf(table, row);
  const { name } = rowLabel(row.label.text);
  const bare = concept.subject === '' && heading !== null && !WHOLE_HEADING.test(heading);
  const generic = bare || GENERIC_LABEL.test(concept.subject) || GENERIC_LABEL.test(name);
  return { row, concept, name: row.role === 'total' ? totalName(table, row) : name, heading, generic };
}

/** 合计 of a table of 三公经费 says of what it is the total. */
function totalName(table: AmountTable, { label }: AmountRow): string {
  return `${tablePart(table).subject ?? ''}${label.text}`;
}

const withoutBrackets = (text: string): string => text.replace(/[(（][^()（）]*[)）]/g, '');

function headingOf(table: AmountTable, row: AmountRow): string | null {
  for (let parent = row.parent; parent !== null; parent = table.rows[parent]?.parent ?? null) {
    const above = table.rows[parent];
    if (above?.role === 'section') return rowLabel(above.label.text).name.replace(/(?:控制)?情况$/, '');
  }
  return null;
}

function conceptsOf(
  table: AmountTable,
  line: RowLine,
  column: AmountColumn,
  year: RelativeYear,
): readonly IndexedConcept[] {
  const { row, concept } = line;
  const keyed: Key = (subject, own = stageOf(column, concept)) => ({
    subject,
    stage: own,
    year,
    rate: concept.rate,
    loose: false,
  });
  const said = row.role === 'total' && row.parent === null ? columnSubject(column) : null;
  if (said !== null && isEverything(table))
    return [keyed(said, STAGES[column.meaning] ?? conceptOf(column.header.text).stage)];
  // 增减额 and the like say something about the quantity of the row and are not it.
  if (year === 'this' && isBeside(column) && table.kind !== 'assets') return [];
  switch (table.kind) {
    case 'staff':
      return staffConcepts(row, column, concept, keyed);
    case 'assets':
      return assetConcepts(row, column, concept, keyed);
    case 'quarters':
      return [];
    case 'income':
      return wholeOrPart(table, incomeSubject(row, stageOf(column, concept)) ?? concept.subject, row, keyed);
    case 'function':
    case 'use':
      return wholeOrPart(table, row.role === 'total' ? '' : concept.subject, row, keyed);
    case 'data-list':
      return listConcepts(table, line, column, keyed);
  }
}

/** A column of another year than its table's holds the quantity itself, as that year sees it. */
const isBeside = ({ meaning, header }: AmountColumn): boolean =>
  meaning === 'other' && amountMeaning(header.text, null) === 'other';

const stageOf = (column: AmountColumn, { stage }: Concept): Stage => STAGES[column.meaning] ?? stage;

/** The known quantity that the header of a column names: 年末结转结余, 在职人员数, 政府采购金额. */
function columnSubject({ header }: AmountColumn): string | null {
  const { subject } = conceptOf(header.text);
  return KNOWN_SUBJECTS.has(subject) ? subject : null;
}

const KNOWN_SUBJECTS: ReadonlySet<string> = new Set(SUBJECTS.map(([name]) => name));

/** The total of a table of a part is that part; the total of one fund is the whole only if somebody says so. */
function wholeOrPart(
  table: AmountTable,
  subject: string,
  { role }: AmountRow,
  keyed: Key,
): readonly IndexedConcept[] {
  if (role !== 'total' && role !== 'subtotal') return [keyed(subject)];
  const { whole, funds } = tablePart(table);
  if (whole) return [{ ...keyed(subject), loose: funds !== null }];
  return role === 'total' ? partTotal(table, keyed) : [];
}

/** Fiscal funds pay for all of 三公经费; of other parts they may pay a share. */
function partTotal(table: AmountTable, keyed: Key): readonly IndexedConcept[] {
  const { subject, funds } = tablePart(table);
  return subject === null ? [] : [{ ...keyed(subject), loose: funds !== null && subject !== '三公经费' }];
}

function isEverything(table: AmountTable): boolean {
  const { whole, funds } = tablePart(table);
  return whole && funds === null;
}

/** A total of sources is the whole budget; of what was received, it is income. */
function incomeSubject({ role }: AmountRow, stage: Stage): string | null {
  if (role !== 'total' && role !== 'subtotal') return null;
  return role === 'total' && stage !== 'final' ? '' : '收入';
}

type Key = (subject: string, stage?: Stage) => IndexedConcept;

/** A label without a subject of its own (年初预算, 控制率) belongs to its heading. */
function listConcepts(
  table: AmountTable,
  { row, concept, heading, generic }: RowLine,
  column: AmountColumn,
  keyed: Key,
): readonly IndexedConcept[] {
  if (column.meaning === 'rate' && !concept.rate) return [];
  if (row.role === 'total' && heading === null) {
    // A sum of what a list happens to hold is not the whole department.
    return partTotal(table, keyed);
  }
  if (!generic) return [keyed(concept.subject)];
  if (heading === null) return [];
  if (concept.rate) return [keyed(`${heading}${concept.subject}`)];
  return concept.subject === '' ? [keyed(subjectOf(heading))] : [];
}

function staffConcepts(
  row: AmountRow,
  column: AmountColumn,
  base: Concept,
  keyed: Key,
): readonly IndexedConcept[] {
  if (column.meaning === 'actual-staff') {
    if (row.role !== 'total') return [keyed(base.subject, null)];
    // Who is counted by a plain 实有人数 the header does not say: people on duty, or everybody who is paid.
    return [{ ...keyed('在职', null), loose: true }];
  }
  if (column.meaning !== 'establishment') return [];
  // Posts exist for people on the establishment; the line above them repeats their number.
  const establishes = base.subject === '在编' || base.subject === '在职' || row.role === 'total';
  return establishes
    ? [keyed('编制', null), keyed(`${base.subject}编制`, null)]
    : [keyed(`${base.subject}编制`, null)];
}

function assetConcepts(
  row: AmountRow,
  column: AmountColumn,
  base: Concept,
  keyed: Key,
): readonly IndexedConcept[] {
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
        : reading.bareFigure === true
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
