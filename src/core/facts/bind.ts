import { append } from '../lists';
import { perReview } from '../remember';
import { moneyFactor } from '../snapshot/units';
import { exact, HUNDRED, ONE, toNumber } from '../scoring/number';
import type { Operand, OperandCandidate } from '../scoring/operand';
import type { Indicator, IndicatorTable, MoneyRow, NumberCell } from '../tables/table';
import { conceptOf, exactKey, nameKey } from './concept';
import type { Fact, FactBook } from './fact';
import { derivedQuarter, type DerivedFact } from './quarters';
import type { Stage } from './synonyms';
import { inFull } from './table-part';

/** The line of a score table whose standard asks. */
export type BindContext = Readonly<{ indicator: Indicator; table: IndicatorTable }>;

/** What a name of a standard stands for in this workbook; `null` when nothing there says it. */
export type OperandLookup = (name: string) => Operand | null;

/**
 * The look-up of one indicator's names. First what its own line and form say, then the facts of the workbook by their
 * words, then what can be derived from them. Candidates that disagree are handed back and never chosen between.
 */
export function bindOperands(book: FactBook, { indicator, table }: BindContext): OperandLookup {
  return (name) =>
    ownValue(indicator, name) ??
    moneyOperand(table, name) ??
    derived(book, name, table.year) ??
    bookOperand({ book, indicator, year: table.year }, name);
}

const TARGET_NAMES = /^(?:年度|全年|年初|预期|计划)?(?:绩效)?(?:指标值|目标值)$/;
const ACTUAL_NAMES = /^(?:年度|全年|实际|指标)*(?:完成值|实际值|完成指标值|实际完成)$/;

/** The value that the indicator's own line prints, for its own name and for 指标值 and 完成值. */
function ownValue({ name, actual, target }: Indicator, asked: string): Operand | null {
  const key = exactKey(asked);
  if (actual && (key === exactKey(name) || ACTUAL_NAMES.test(key))) return printedOperand(actual, name);
  if (target && TARGET_NAMES.test(key)) return printedOperand(target, `${name}指标值`);
  return null;
}

/** The number of a cell with the unit written in it: 465元, 30天. */
function printedOperand(cell: NumberCell, label: string): Operand | null {
  const operand = cellOperand(cell, label);
  const unit = cell.reading.kind === 'number' ? cell.reading.unit : null;
  return operand?.kind === 'known' && unit !== null ? { ...operand, unit } : operand;
}

function cellOperand({ reading, ref, cell }: NumberCell, label: string): Operand | null {
  if (reading.kind !== 'number') return null;
  const typed = typeof cell?.value === 'number';
  return {
    kind: 'known',
    value: reading.value,
    label,
    cell: ref,
    decimals: reading.decimals,
    ...(typed
      ? { scale: reading.bareFigure === true ? ONE.div(HUNDRED) : ONE }
      : { formula: String(toNumber(reading.value)) }),
  };
}

/** Amounts of the money block of the indicator's own form, in 元. */
function moneyOperand({ money, unit }: IndicatorTable, name: string): Operand | null {
  const total = money.find(({ role }) => role === 'total');
  if (!total) return null;
  const { subject, stage, year } = conceptOf(name);
  if (subject !== '' || year !== null) return null;
  const cell = moneyCell(total, stage);
  const own = cell && cellOperand(cell, total.label.text);
  const factor = moneyFactor(unit);
  if (own?.kind !== 'known' || factor === null) return own;
  const scale = exact(factor);
  const { formula, ...plain } = own;
  const value = own.value.mul(scale);
  return formula === undefined
    ? { ...plain, value, scale }
    : { ...plain, value, formula: String(toNumber(value)) };
}

function moneyCell({ initial, budget, executed }: MoneyRow, stage: Stage): NumberCell | null {
  if (stage === 'initial') return initial;
  if (stage === 'final') return executed;
  return stage === 'adjusted' || stage === 'budget' ? (budget ?? initial) : null;
}

function derived(book: FactBook, name: string, year: number | null): Operand | null {
  const fact = derivedQuarter(book, name, year);
  return fact && derivedOperand(fact);
}

function derivedOperand({ name, value, numerator, denominator }: DerivedFact): Operand {
  const live = numerator.asTyped === 'number' && denominator.asTyped === 'number';
  return {
    kind: 'known',
    value,
    label: name,
    derivedFrom: [numerator.ref, denominator.ref],
    formula: live ? `${formulaRef(numerator)}/${formulaRef(denominator)}` : String(toNumber(value)),
  };
}

/** A cell as a formula on another sheet names it. */
function formulaRef({ ref }: Fact): string {
  return `'${ref.sheet.replace(/'/g, "''")}'!${ref.cell}`;
}

/** The facts as one line of a score table asks for them. */
type Asking = Readonly<{ book: FactBook; indicator: Indicator; year: number | null }>;

function bookOperand(asking: Asking, said: string): Operand | null {
  const { book, indicator, year } = asking;
  const name = inFull(indicator.name, said);
  const found = book.resolve(name, year);
  if (found.kind === 'found') return factOperand(found.facts[0]);
  const meant = explained(asking, name);
  if (meant) return factOperand(meant);
  if (found.kind === 'ambiguous') return { kind: 'ambiguous', candidates: found.candidates.map(candidate) };
  const own = ownName(indicator, name);
  if (own !== null) {
    const byIndicator = book.resolve(own, year);
    if (byIndicator.kind === 'found') return factOperand(byIndicator.facts[0]);
  }
  return besides(book, indicator, name);
}

/** The fact that the line's own explanation means by a name: 预算数：调整后的部门预算数。 */
function explained({ book, indicator, year }: Asking, name: string): Fact | null {
  const key = nameKey(name);
  const sentences = nameKey(`${indicator.definition?.text ?? ''}。${indicator.standard?.text ?? ''}`).split(
    /[。；;]/,
  );
  for (const sentence of sentences) {
    const at = EXPLAINS.exec(sentence);
    if (!at || sentence.slice(0, at.index).replace(/^(?:其中|注)[,，:：]?/, '') !== key) continue;
    const found = book.resolve(sentence.slice(at.index + at[0].length), year);
    if (found.kind === 'found') return found.facts[0];
  }
  return null;
}

const EXPLAINS = /[:：]|是指|指的是|指/;

/** The indicator's full name, when a standard calls it by its last word (满意度 in 公众或服务对象满意度). */
function ownName({ name }: Indicator, asked: string): string | null {
  const key = exactKey(asked);
  const full = exactKey(name);
  return key !== full && full.endsWith(key) && conceptOf(asked).rate ? name : null;
}

/**
 * A bare label (计划数) means this indicator's quantity when the standard also names another quantity of the same heading
 * in full; otherwise it could be anybody's.
 */
function besides(book: FactBook, indicator: Indicator, name: string): Operand | null {
  const key = exactKey(name);
  const text = nameKey(`${indicator.definition?.text ?? ''}${indicator.standard?.text ?? ''}`);
  const bare = bareFacts(book).get(key) ?? [];
  const fitting = bare.filter(
    ({ fact, siblings }) =>
      fact.heading !== null &&
      siblings().some((sibling) => sibling !== key && sibling.length >= 3 && text.includes(sibling)),
  );
  const [only, second] = fitting;
  return only && !second ? factOperand(only.fact) : null;
}

type BareFact = Readonly<{ fact: Fact; siblings: () => readonly string[] }>;

/** Facts under a heading by their labels, with the labels of their neighbours. */
const bareFacts = perReview((book: FactBook): ReadonlyMap<string, readonly BareFact[]> => {
  const groups = new Map<string, string[]>();
  const byLabel = new Map<string, BareFact[]>();
  for (const fact of book.facts) {
    if (fact.heading === null || fact.meaning !== 'value') continue;
    const group = `${fact.table}|${fact.heading}`;
    const label = exactKey(fact.label);
    append(groups, group, label);
    const entry = { fact, siblings: (): readonly string[] => groups.get(group) ?? [] };
    append(byLabel, label, entry);
  }
  return byLabel;
});

function factOperand(fact: Fact): Operand {
  const { value, name, ref, decimals } = fact;
  const base = { kind: 'known', value, label: name, cell: ref, decimals } as const;
  switch (fact.asTyped) {
    case 'number':
      return { ...base, scale: fact.scale };
    case 'percent-figure':
      return { ...base, scale: ONE.div(HUNDRED) };
    case 'text':
      return { ...base, formula: String(toNumber(value)) };
  }
}

const candidate = (fact: Fact): OperandCandidate => ({ label: fact.name, cell: fact.ref, value: fact.value });
