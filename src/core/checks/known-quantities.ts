import type { Exact } from '../scoring/number';
import { amountEntries, plainLabel, type AmountEntry } from './amount-entries';
import { tablePart } from '../facts/table-part';
import type { AmountTable } from '../tables/table';
import type { CheckContext } from './check-context';
import { perReview } from '../remember';
import { sameQuantity, stepsOf } from './tolerance';

/**
 * Quantities that checks compare across tables, found by the field's own names. A name counts only when the whole label
 * says it: a check that is not sure what a cell means does not run.
 */
type Known = Readonly<{
  /** How a message and a skipped line call it. */
  label: string;
  is: (entry: AmountEntry) => boolean;
}>;

const BEGIN = '(?:年初|上年)(?:财政拨款|财政性?资金)?(?:结转结余|结转和结余|结转)(?:资金)?(?:收入)?';
const END = '(?:年末|本年末|期末)(?:财政拨款|财政性?资金)?(?:结转结余|结转和结余|结余结转|结转)(?:资金)?';

const YEAR_END = new RegExp(`^${END}$`);

/** The total of all there is: not that of a table of 基本支出, nor of one fund. */
const isTotal = ({ row, table }: AmountEntry): boolean =>
  row.role === 'total' &&
  row.parent === null &&
  tablePart(table).whole &&
  tablePart(table).funds === null &&
  (table.kind === 'income' || table.kind === 'function' || table.kind === 'use');

/**
 * The spending of the year in a table of uses or functions: its total, or 本年支出合计 where the carry-over to the next year
 * is added to make both sides of the accounts equal. 支出总计 behind that carry-over holds it, too.
 */
export const isSpendingTotal = (entry: AmountEntry): boolean => {
  const { table, row, rowIndex, label } = entry;
  if ((table.kind !== 'use' && table.kind !== 'function') || !tablePart(table).whole) return false;
  const yearEnd = yearEndRow(table);
  if (yearEnd < 0) return isTotal(entry);
  return (
    (row.role === 'subtotal' || row.role === 'total') &&
    rowIndex < yearEnd &&
    /^(?:本年)?支出(?:合计|总计|小计)$/.test(label)
  );
};

const yearEndRow = perReview((table: AmountTable): number =>
  table.rows.findIndex(({ label }) => YEAR_END.test(plainLabel(label.text))),
);

const listed = ({ table, meaning }: AmountEntry): boolean =>
  table.kind === 'data-list' && (meaning === 'value' || meaning === 'other');

/** A label in a list of named quantities, or the same label in a column of final accounts. */
const named =
  (pattern: RegExp, finalColumn?: RegExp) =>
  (entry: AmountEntry): boolean =>
    (listed(entry) && pattern.test(entry.label)) ||
    (finalColumn !== undefined && entry.meaning === 'final' && finalColumn.test(entry.label));

export const KNOWN = {
  finalSpending: {
    label: '决算支出',
    is: (entry) =>
      named(
        /^(?:本年|年度|全年|部门|整体|\d{4}年度?)?(?:部门|整体)?(?:决算支出|支出决算)(?:数|总额|合计|总计|金额)?$/,
      )(entry) ||
      (isSpendingTotal(entry) && entry.meaning === 'final'),
  },
  adjustedBudget: {
    label: '调整预算总额',
    is: (entry) =>
      named(
        /^(?:部门|年度|整体支出)?(?:调整后?预算|预算调整)(?:后)?(?:支出)?(?:总规模|总额|总数|总计|合计)(?:数)?$/,
      )(entry) ||
      (isTotal(entry) && entry.meaning === 'adjusted-budget'),
  },
  initialBudget: {
    label: '年初预算总额',
    is: (entry) =>
      named(/^(?:部门|年度|整体支出)?年初(?:部门)?预算(?:支出)?(?:总规模|总额|总数|总计|合计)(?:数)?$/)(
        entry,
      ) ||
      (isTotal(entry) && entry.meaning === 'initial-budget'),
  },
  yearEnd: { label: '年末结转和结余', is: named(new RegExp(`^${END}(?:决算)?数?$`), new RegExp(`^${END}$`)) },
  yearBegin: {
    label: '年初结转和结余（决算）',
    is: named(new RegExp(`^${BEGIN}(?:收入)?决算数?$`), new RegExp(`^${BEGIN}$`)),
  },
  yearBeginBudget: {
    label: '年初结转和结余（预算）',
    is: (entry) =>
      (listed(entry) && new RegExp(`^${BEGIN}[（(]?(?:年初|调整)?(?:后)?预算数?[)）]?$`).test(entry.label)) ||
      (entry.table.kind === 'income' &&
        new RegExp(`^${BEGIN}$`).test(entry.label) &&
        entry.meaning === 'adjusted-budget'),
  },
  generalIncome: {
    label: '一般公共预算财政拨款决算数',
    is: named(/^一般公共预算(?:财政拨款)?(?:收入)?决算数?$/),
  },
  fundIncome: {
    label: '政府性基金预算财政拨款决算数',
    is: named(/^政府性基金(?:预算)?(?:财政拨款)?(?:收入)?决算数?$/),
  },
  capitalIncome: {
    label: '国有资本经营预算财政拨款决算数',
    is: named(/^国有资本经营(?:预算)?(?:财政拨款)?(?:收入)?决算数?$/),
  },
  reserveBudget: {
    label: '不计入执行口径的预算',
    is: (entry) => isExcluded(entry) && /预算|安排|计划/.test(entry.label),
  },
  reserveSpending: {
    label: '不计入执行口径的支出',
    is: (entry) =>
      isExcluded(entry) && /支出|执行|使用/.test(entry.label) && !/预算|安排|计划/.test(entry.label),
  },
  assets: { label: '资产合计', is: named(/^资产(?:总计|合计|总额|总数)(?:数)?$/) },
  currentAssets: { label: '流动资产', is: named(/^流动资产(?:合计|总额)?$/) },
  otherAssets: { label: '非流动资产', is: named(/^非流动资产(?:合计|总额)?$/) },
  debts: { label: '负债合计', is: named(/^负债(?:总计|合计|总额)(?:数)?$/) },
  currentDebts: { label: '流动负债', is: named(/^流动负债(?:合计|总额)?$/) },
  otherDebts: { label: '非流动负债', is: named(/^非流动负债(?:合计|总额)?$/) },
  netAssets: { label: '净资产合计', is: named(/^净资产(?:总计|合计|总额)?(?:数)?$/) },
  establishment: { label: '编制数', is: named(/^(?:核定|批准)?(?:人员)?编制(?:人数|数|总数|人员数)?$/) },
  staff: {
    label: '在职人数',
    is: named(/^(?:\d{4}年)?(?:年末)?(?:实有|实际)?在职(?:人员|职工)?(?:人数|总数|数|合计)?$/),
  },
  established: {
    label: '在编人数',
    is: named(/^(?:\d{4}年)?(?:年末)?(?:实有|实际)?在编(?:人员|职工)?(?:人数|总数|数|合计)?$/),
  },
  unestablished: { label: '编外人数', is: named(/^(?:年末)?编外(?:聘用)?(?:人员)?(?:人数|总数|数|合计)?$/) },
  plannedPurchase: {
    label: '采购计划金额',
    is: named(
      /^(?:政府)?采购(?:计划|预算)(?:金额|数|总额)?(?:合计数?)?$|^(?:计划|预算)(?:政府)?采购(?:金额|数|总额)$/,
    ),
  },
  actualPurchase: {
    label: '实际采购金额',
    is: named(
      /^实际(?:政府)?采购(?:金额|数|总额)?(?:合计数?)?$|^(?:政府)?采购(?:实际|执行|支出|决算)(?:金额|数|总额)?$/,
    ),
  },
} as const satisfies Record<string, Known>;

export type KnownName = keyof typeof KNOWN;

/** Money that the sheet itself says is left out of the execution base: a reserve, or a note that says so. */
function isExcluded(entry: AmountEntry): boolean {
  if (!listed(entry)) return false;
  return (
    /备用金|预备费/.test(entry.label) || /不计入|不纳入|未计入|未纳入|剔除/.test(entry.row.note?.text ?? '')
  );
}

/** A quantity with its cell, in 元. */
export type Found = Readonly<{ entry: AmountEntry; value: Exact; all: readonly AmountEntry[] }>;

/** What a known name means in this workbook. `null` comes with the reason why it was not settled. */
export type Lookup = Readonly<{ found: Found | null; reason: string }>;

/**
 * Finds a known quantity. Several cells count as one quantity when they agree; lists of named quantities are asked
 * before tables, because they say what was used. When they differ, nothing is assumed.
 */
export function lookUp(context: CheckContext, name: KnownName): Lookup {
  const known = lookedUp(context);
  const found = known.get(name) ?? lookFor(context, name);
  known.set(name, found);
  return found;
}

/** Many checks ask for the same few quantities, some of them once for each table. */
const lookedUp = perReview((_context: CheckContext) => new Map<KnownName, Lookup>());

function lookFor(context: CheckContext, name: KnownName): Lookup {
  const known: Known = KNOWN[name];
  const all = ofTheWhole(
    amountEntries(context).filter(
      (entry) => entry.value !== null && entry.column.year === null && known.is(entry),
    ),
  );
  const listedFirst = all.filter(listed);
  const candidates = listedFirst.length > 0 ? listedFirst : all;
  const entry = finest(candidates);
  if (!entry?.value) return { found: null, reason: `未找到“${known.label}”` };
  const { value } = entry;
  return candidates.every((other) => agrees(other, entry))
    ? { found: { entry, value, all }, reason: '' }
    : { found: null, reason: `“${known.label}”有几个不同的数，未作比较` };
}

/** Tables of one fund say what the department spent only where no table or list says it of all funds. */
function ofTheWhole(entries: readonly AmountEntry[]): readonly AmountEntry[] {
  const whole = entries.filter((entry) => listed(entry) || tablePart(entry.table).funds === null);
  return whole.length > 0 ? whole : entries;
}

/** The candidate in the smallest unit, the first of these: others may be rounded from it. */
function finest(candidates: readonly AmountEntry[]): AmountEntry | undefined {
  const [first] = candidates;
  return first && candidates.reduce((a, b) => (b.scale.compare(a.scale) < 0 ? b : a), first);
}

/** Within one unit the numbers must be equal; between two, equal as far as the coarser one is printed. */
function agrees(other: AmountEntry, entry: AmountEntry): boolean {
  if (!other.value || !entry.value) return false;
  if (other.scale.equals(entry.scale)) return other.value.equals(entry.value);
  return sameQuantity(other.value, entry.value, stepsOf(other, entry));
}

/** Finds several quantities at once; says which are missing. */
export function lookUpAll<Name extends KnownName>(
  context: CheckContext,
  names: readonly Name[],
): Readonly<{ found: Readonly<Record<Name, Found>> | null; reasons: readonly string[] }> {
  const pairs = names.map((name) => [name, lookUp(context, name)] as const);
  const reasons = pairs.flatMap(([, { found, reason }]) => (found ? [] : [reason]));
  if (reasons.length > 0) return { found: null, reasons };
  return {
    found: Object.fromEntries(pairs.map(([name, { found }]) => [name, found])) as Record<Name, Found>,
    reasons,
  };
}
