import { perReview } from '../remember';
import type { Exact } from '../scoring/number';
import type { CellRef } from '../snapshot/address';
import { canonicalName } from '../standards/names';
import { amountMeaning, headerYear } from '../tables/amount-words';
import type { AmountColumn, AmountTable, IndicatorTable, NumberCell } from '../tables/table';
import { amountEntries, entriesIn, sameColumn, type AmountEntry } from './amount-entries';
import { columnRates } from './column-rates';
import { completionRates } from './completion-rates';
import { keyOf, type CheckContext } from './check-context';
import { fractionOf, type Fraction, type Term } from './formula-terms';
import { indicatorRates } from './indicator-rates';
import { lineRate } from './line-rates';
import { moneyPlace } from './money-places';
import { printedIn } from './quantity';
import { quarterRates } from './quarter-rates';
import { rowFormulas, valueOfTerms } from './row-formulas';
import { labelOf, numberIn, subjectOf } from './table-words';
import { sameRate } from './tolerance';

/** A printed rate beside the fraction that its table or its definition says it is. */
export type RateCase = Readonly<{
  name: string;
  kind: 'rate' | 'share';
  printed: NumberCell;
  fraction: Fraction;
  subject?: string;
}>;

/** Every rate of the workbook whose fraction is surely known. */
export const rateCases = perReview((context: CheckContext): readonly RateCase[] => {
  return [
    ...quarterRates(context),
    ...moneyRates(context),
    ...budgetRates(context),
    ...listedRates(context),
    ...indicatorRates(context, definitionsOf(context)),
    ...completionRates(context),
    ...shareColumns(context),
  ];
});

/** The rate that a case gives when it is worked out; `null` when a number is missing or the denominator is 0. */
export function recomputed({ fraction: { numerator, denominator } }: RateCase): Exact | null {
  if (numerator.value === null || denominator.value === null || denominator.value.equals(0)) return null;
  return numerator.value.div(denominator.value);
}

function termOf({
  cell,
  unit,
  value,
}: Readonly<{ cell: NumberCell; unit: string | null; value: Exact | null }>): Term {
  const printed = numberIn(cell);
  return { value, refs: [cell.ref], shown: printed && { ...printedIn(cell, printed), unit: unit ?? '' } };
}

function moneyRates(context: CheckContext): readonly RateCase[] {
  return context.indicatorTables.flatMap((table) =>
    table.money.flatMap((row): readonly RateCase[] => {
      const [executed, budget] = [moneyTerm(table, row.executed), moneyTerm(table, row.budget)];
      if (!row.rate || !executed || !budget) return [];
      const fraction = { numerator: executed, denominator: budget };
      return [
        {
          name: `“${labelOf(row.label.text)}”执行率`,
          kind: 'rate',
          printed: row.rate,
          fraction,
          subject: subjectOf(table),
        },
      ];
    }),
  );
}

/** An amount of a form's money; an empty cell is unknown, no cell is none. */
function moneyTerm(table: IndicatorTable, cell: NumberCell | null): Term | null {
  return cell && termOf(moneyPlace(table, cell) ?? { cell, unit: table.unit, value: null });
}

const difference = (above: AmountEntry, less: AmountEntry, apart: boolean): Term => ({
  value: above.value && less.value ? above.value.sub(less.value) : null,
  refs: [above.cell.ref, less.cell.ref],
  less: [less.cell.ref],
  apart,
  shown: null,
});

const together = (one: AmountEntry, other: AmountEntry): Term => ({
  value: one.value && other.value ? one.value.add(other.value) : null,
  refs: [one.cell.ref, other.cell.ref],
  shown: null,
});

/** Rates in a column beside the amounts. */
const budgetRates = (context: CheckContext): readonly RateCase[] =>
  context.amountTables.flatMap((table) =>
    columnRates(table).map(({ name, printed, above, less, below, more, apart }): RateCase => ({
      name,
      kind: 'rate',
      printed,
      fraction: {
        numerator: less ? difference(above, less, apart) : termOf(above),
        denominator: more ? together(below, more) : termOf(below),
      },
    })),
  );

/** Rates in lists of named quantities, defined in the row's note or in the definition of an indicator of that name. */
function listedRates(context: CheckContext): readonly RateCase[] {
  const definitions = definitionsOf(context);
  return amountEntries(context).flatMap((entry): readonly RateCase[] => {
    if (entry.table.kind !== 'data-list' || !isRateCell(entry)) return [];
    const formula =
      formulaIn(entry.row.note?.text ?? '', entry.label) ?? definitions.get(entry.label) ?? null;
    const fraction =
      numberedRows(entry) ??
      (formula === null
        ? (fractionBeside(context, entry, definitions) ?? controlRate(entry) ?? inLine(entry))
        : fractionOf(formula, context.facts, { name: entry.label }));
    // A formula of plain numbers (5/4×100%) calls rows that are not numbered so.
    if (!fraction || refsOf(fraction).length === 0) return [];
    if (usesItself(fraction, entry) || !sameColumn(entry, refsOf(fraction))) return [];
    const kind = isShareName(entry.label) ? 'share' : 'rate';
    return [{ name: labelOf(entry.row.label.text), kind, printed: entry.cell, fraction }];
  });
}

/**
 * The fraction of a rate that its block calls by half its name (控制率 for 在职人员控制率): the one definition whose name
 * ends so and whose operands all stand in the same block.
 */
function fractionBeside(
  context: CheckContext,
  { label, table, row }: AmountEntry,
  definitions: ReadonlyMap<string, string>,
): Fraction | null {
  if (row.parent === null) return null;
  const block = blocksOf(table).get(row.parent) ?? new Set();
  const fractions = [...definitions].flatMap(([name, formula]) => {
    const fraction = name.endsWith(label) ? fractionOf(formula, context.facts, { name }) : null;
    const refs = fraction ? [...fraction.numerator.refs, ...fraction.denominator.refs] : [];
    return fraction && refs.every((ref) => block.has(keyOf(ref))) ? [fraction] : [];
  });
  return fractions.length === 1 ? (fractions[0] ?? null) : null;
}

/** The rows of the list that a formula divides by their numbers: 6=5/4×100%. */
function numberedRows(entry: AmountEntry): Fraction | null {
  const formula = rowFormulas(entry.table).find((one) => one.entry === entry);
  if (!formula || formula.below.length === 0) return null;
  const [numerator, denominator] = [formula.above, formula.below].map((terms): Term => ({
    value: valueOfTerms(terms),
    refs: terms.map((term) => term.entry.cell.ref),
    shown: null,
  }));
  return numerator && denominator ? { numerator, denominator } : null;
}

/** A rate that is worked out on its own line. */
function inLine(entry: AmountEntry): Fraction | null {
  const rate = lineRate(entry);
  return rate && { numerator: termOf(rate.above), denominator: termOf(rate.below) };
}

/**
 * 控制率 in a block that counts those on duty beside the posts there are: nothing else can be meant. Where several years are
 * counted, 2024年控制率 is of those on duty in its own.
 */
function controlRate({ label, table, row, column }: AmountEntry): Fraction | null {
  if (!/^(?:(?:19|20)\d{2}年度?)?控制率$/.test(label) || row.parent === null) return null;
  const { year } = headerYear(label);
  const block = entriesIn(table).filter((other) => {
    if (other.row.parent !== row.parent || other.column !== column || other.row === row) return false;
    const own = headerYear(other.row.label.text).year;
    return year === null || own === null || own === year;
  });
  const named = (meaning: AmountColumn['meaning']): AmountEntry | undefined =>
    block.find((other) => amountMeaning(other.row.label.text, null) === meaning);
  const [posts, staff] = [named('establishment'), named('actual-staff')];
  return block.length === 2 && posts && staff
    ? { numerator: termOf(staff), denominator: termOf(posts) }
    : null;
}

/** The cells of the rows below each heading. */
const blocksOf = perReview((table: AmountTable): ReadonlyMap<number, ReadonlySet<string>> => {
  const blocks = new Map<number, Set<string>>();
  for (const { parent, cells } of table.rows) {
    if (parent === null) continue;
    const block = blocks.get(parent) ?? new Set<string>();
    blocks.set(parent, block);
    for (const { ref } of cells) block.add(keyOf(ref));
  }
  return blocks;
});

function isRateCell({ cell, meaning, unit }: AmountEntry): boolean {
  return meaning === 'rate' || unit === '%' || (cell.reading.kind === 'number' && cell.reading.percent);
}

function isShareName(label: string): boolean {
  return /占比|比重|构成比/.test(label);
}

const refsOf = ({ numerator, denominator }: Fraction): readonly CellRef[] => [
  ...numerator.refs,
  ...denominator.refs,
];

function usesItself(fraction: Fraction, { cell }: AmountEntry): boolean {
  return refsOf(fraction).some((ref) => ref.sheet === cell.ref.sheet && ref.cell === cell.ref.cell);
}

/** The fraction that a note gives for a rate: after “名称=”, or after the last colon. */
function formulaIn(note: string, label: string): string | null {
  for (const sentence of note.split(/[；;。\n]/)) {
    if (!/[/÷／]/.test(sentence)) continue;
    const [before = '', after] = sentence.split(/[=＝]/);
    if (after === undefined) return sentence.split(/[：:]/).at(-1) ?? null;
    if (canonicalName(before).endsWith(canonicalName(label))) return after;
  }
  return null;
}

/** Definitions printed in score tables (X=（A/B）×100%), by the rate's name. */
const definitionsOf = perReview((context: CheckContext): ReadonlyMap<string, string> => {
  const definitions = new Map<string, string>();
  for (const table of context.indicatorTables) {
    for (const { definition, standard } of table.indicators) {
      for (const sentence of `${definition?.text ?? ''}\n${standard?.text ?? ''}`.split(/[。；;\n]/)) {
        const match = /^\s*(?:\d[.、])?\s*([^=＝，]{2,30})[=＝]([^=＝]+)$/.exec(sentence);
        if (match?.[1] && match[2]) definitions.set(canonicalName(match[1]), match[2]);
      }
    }
  }
  return definitions;
});

/** Columns of shares of the column before: of its total, or of another amount of the row, whichever most rows fit. */
function shareColumns(context: CheckContext): readonly RateCase[] {
  return context.amountTables.flatMap((table) =>
    table.columns.flatMap((column, index) =>
      index > 0 && isShareName(column.header.text) ? sharesIn(table, index) : [],
    ),
  );
}

/** In wider tables a share of another column is found by chance. */
const MOST_AMOUNTS = 8;

function sharesIn(table: AmountTable, index: number): readonly RateCase[] {
  const totalRow = table.rows.reduce(
    (last, row, at) => (row.role === 'total' && row.parent === null ? at : last),
    -1,
  );
  if ((table.columns[index - 1]?.meaning ?? 'rate') === 'rate') return [];
  const columns = table.columns.map(() => new Map<number, AmountEntry>());
  const places = new Map(table.columns.map((column, at) => [column, at]));
  for (const entry of entriesIn(table)) columns[places.get(entry.column) ?? -1]?.set(entry.rowIndex, entry);
  const own = columns[index - 1] ?? new Map<number, AmountEntry>();
  const total = own.get(totalRow);
  const inRow = columns.filter((_, at) => at < index - 1 && table.columns[at]?.meaning !== 'rate');
  const bases = [...(total ? [() => total] : []), ...inRow.map((base) => (row: number) => base.get(row))];
  const [best] = bases
    .slice(0, MOST_AMOUNTS)
    .map((base) => {
      const cases = sharesOf(table, index, own, base);
      return { cases, fitting: cases.filter(isRight).length };
    })
    .sort((a, b) => b.fitting - a.fitting);
  return best && (total || best.fitting * 2 > best.cases.length) ? best.cases : [];
}

function sharesOf(
  table: AmountTable,
  index: number,
  own: ReadonlyMap<number, AmountEntry>,
  base: (row: number) => AmountEntry | undefined,
): readonly RateCase[] {
  return table.rows.flatMap((row, rowIndex): readonly RateCase[] => {
    const [part, whole, printed] = [own.get(rowIndex), base(rowIndex), row.cells[index]];
    if (!part || !whole || !printed || row.role === 'section') return [];
    const fraction = { numerator: termOf(part), denominator: termOf(whole) };
    return [{ name: `“${labelOf(row.label.text)}”`, kind: 'share', printed, fraction }];
  });
}

function isRight(found: RateCase): boolean {
  const [printed, value, { reading }] = [numberIn(found.printed), recomputed(found), found.printed];
  return (
    printed !== null &&
    value !== null &&
    reading.kind === 'number' &&
    sameRate(printed, value, reading.decimals)
  );
}
