import { perReview } from '../remember';
import { amountMeaning } from '../tables/amount-words';
import { isCarriedOver, rowLabel } from '../tables/row-labels';
import type { AmountColumn, AmountRow, AmountTable, ColumnMeaning } from '../tables/table';
import { subjectOf, type Concept } from './concept';
import type { IndexedConcept } from './resolve';
import { quantityOf, type RowLine } from './row-line';
import { KNOWN_SUBJECTS, type Stage } from './synonyms';
import { tablePart } from './table-part';
import type { RelativeYear } from './year';

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

/** Everything that a number of a row and a column answers to, as seen from a year. */
export function conceptsOf(
  table: AmountTable,
  line: RowLine,
  column: AmountColumn,
  year: RelativeYear,
): readonly IndexedConcept[] {
  if (!isContractOrPayment(table, column))
    return ownConcepts(table, line, column, year).flatMap((concept) => inPart(table, concept));
  return ownConcepts(table, line, { ...column, meaning: 'final' }, year)
    .flatMap((concept) => inPart(table, concept))
    .map((concept) => ({ ...concept, loose: true }));
}

const CONTRACT = /合同|中标|成交/;
const PAYMENT = /支付|付款/;

/**
 * Whether a column is one of two that a table of purchases has for what was bought, the contracts and the payments on them:
 * which of them 实际采购金额 is, somebody has to say.
 */
function isContractOrPayment(table: AmountTable, { header }: AmountColumn): boolean {
  if (tablePart(table).subject !== '政府采购' || !(CONTRACT.test(header.text) || PAYMENT.test(header.text)))
    return false;
  return [CONTRACT, PAYMENT].every((words) => table.columns.some((other) => words.test(other.header.text)));
}

/**
 * What speaks of the department in a table of a part speaks of that part; in a table of one fund it is the department's
 * only if somebody says so. Fiscal funds pay for all of 三公经费, of other parts they may pay a share.
 */
function inPart(table: AmountTable, concept: IndexedConcept): readonly IndexedConcept[] {
  if (concept.subject !== '' && concept.subject !== '收入') return [concept];
  const { whole, subject, funds } = tablePart(table);
  if (whole) return [{ ...concept, loose: concept.loose || funds !== null }];
  if (subject === null || concept.subject === '收入') return [];
  return [{ ...concept, subject, loose: funds !== null && subject !== '三公经费' }];
}

function ownConcepts(
  table: AmountTable,
  line: RowLine,
  column: AmountColumn,
  year: RelativeYear,
): readonly IndexedConcept[] {
  const { row, concept, bare } = line;
  const header = quantityOf(column.header.text);
  if (bare && header) {
    const stage = STAGES[column.meaning] ?? header.stage ?? concept.stage;
    return [{ subject: header.subject, stage, year, rate: header.rate, loose: false }];
  }
  const keyed: Key = (subject, own = stageOf(column, concept)) => ({
    subject,
    stage: own,
    year,
    rate: concept.rate,
    loose: false,
  });
  const isTotal = row.role === 'total' && row.parent === null;
  // 年末结转结余, 在职人员数, 政府采购金额 of all rows together.
  if (isTotal && header && KNOWN_SUBJECTS.has(header.subject) && isEverything(table))
    return [keyed(header.subject, STAGES[column.meaning] ?? header.stage)];
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
      return moneyConcepts(
        table,
        row,
        keyed(incomeSubject(row, stageOf(column, concept)) ?? concept.subject),
      );
    case 'function':
    case 'use':
      return moneyConcepts(table, row, keyed(row.role === 'total' ? '' : concept.subject));
    case 'data-list':
      return listConcepts(table, line, column, keyed);
  }
}

/** A column of another year than its table's holds the quantity itself, as that year sees it. */
const isBeside = ({ meaning, header }: AmountColumn): boolean =>
  meaning === 'other' && amountMeaning(header.text, null) === 'other';

const stageOf = (column: AmountColumn, { stage }: Concept): Stage => STAGES[column.meaning] ?? stage;

function moneyConcepts(
  table: AmountTable,
  row: AmountRow,
  concept: IndexedConcept,
): readonly IndexedConcept[] {
  return concept.stage === 'final' && balancedTotals(table).has(row) ? [] : [concept];
}

/**
 * Totals behind 年末结转 or 年初结转, which make both sides of the accounts equal: what was spent or received in the year
 * stands before that line as 本年支出合计 or 本年收入合计.
 */
const balancedTotals = perReview((table: AmountTable): ReadonlySet<AmountRow> => {
  const names = table.rows.map(({ label }) => rowLabel(label.text).name);
  const sum = names.findIndex((name) => /^(?:本年)?(?:收入|支出)(?:合计|小计|总计)$/.test(name));
  const carried = names.findIndex((name, index) => index > sum && isCarriedOver(name));
  return new Set(
    sum < 0 || carried < 0 ? [] : table.rows.filter(({ role }, at) => at > carried && role === 'total'),
  );
});

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
  // A sum of what a list happens to hold is not the whole department.
  if (row.role === 'total' && heading === null) return tablePart(table).whole ? [] : [keyed('')];
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
