import { exact, sum, type Exact } from '../scoring/number';
import { squeeze } from '../snapshot/width';
import type { AmountColumn, AmountTable } from '../tables/table';
import { entryAt, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { lookUp } from './known-quantities';
import type { Quarter } from './quarters';
import { compareSum, grainOf, sameQuantity, stepsOf } from './tolerance';

/**
 * What the amounts of a table of quarters are. cumulative: from the first of January on. single: of one quarter alone.
 * unclear: the table does not say, and the amounts do not show it.
 */
export type Spending = 'cumulative' | 'single' | 'unclear';

type Printed = Readonly<{
  table: AmountTable;
  /** Header of the column of spending. */
  header: AmountColumn | undefined;
  quarters: readonly Quarter[];
  whole: Quarter | null;
}>;

const CUMULATIVE_HEADER = /累计|截至|截止|进度/;
const CUMULATIVE_ROW = /累计|截至|截止|1[-—–~～至]\d{1,2}月|上半年|前[二三]季度|季度末|月末/;
const SINGLE = /[当本单](?:季|月|期)/;
const CUMULATIVE_TITLE = /累计|进度/;

/** Read from the words of header and rows; else from the amounts; else from the title. */
export function spendingOf(context: CheckContext, printed: Printed): Spending {
  const { table, header, quarters } = printed;
  const words = squeeze(header?.header.text ?? '');
  if (header?.meaning === 'cumulative' || CUMULATIVE_HEADER.test(words)) return 'cumulative';
  if (SINGLE.test(words)) return 'single';
  if (quarters.some(({ label }) => CUMULATIVE_ROW.test(squeeze(label)))) return 'cumulative';
  const shown = shownBy(context, printed);
  if (shown !== 'unclear') return shown;
  return CUMULATIVE_TITLE.test(squeeze(table.title?.text ?? '')) ? 'cumulative' : 'unclear';
}

/** So far an amount with an error in it may be from the year's; the other reading is at least a quarter off. */
const NEAR = exact(1).div(5);

/** Single quarters add up to the year; the last of cumulative amounts is the year. */
function shownBy(context: CheckContext, { quarters, whole }: Printed): Spending {
  const entryOf = ({ spent }: Quarter): readonly AmountEntry[] => {
    const entry = spent && entryAt(context, spent.ref);
    return entry?.value ? [entry] : [];
  };
  const entries = quarters.flatMap(entryOf);
  const last = entries.at(-1);
  if (entries.length < 4 || !last) return 'unclear';
  const years = [...(whole ? entryOf(whole) : []), ...(lookUp(context, 'finalSpending').found?.all ?? [])];
  const values = entries.map(valueOf);
  const isLast = (year: AmountEntry): boolean =>
    sameQuantity(valueOf(last), valueOf(year), stepsOf(last, year));
  const isSum = (year: AmountEntry): boolean =>
    compareSum(valueOf(year), values, grainOf([year, ...entries])) !== 'different';
  if (years.some(isLast)) return 'cumulative';
  if (years.some(isSum)) return 'single';
  const [year] = years.map(valueOf);
  if (!year) return 'unclear';
  const near = [valueOf(last), sum(values)].map((value) => isNear(value, year));
  if (near[0] === near[1]) return 'unclear';
  return near[0] ? 'cumulative' : 'single';
}

const valueOf = ({ value, scale }: AmountEntry): Exact => value ?? scale;

const isNear = (value: Exact, year: Exact): boolean =>
  value.sub(year).abs().compare(year.abs().mul(NEAR)) <= 0;
