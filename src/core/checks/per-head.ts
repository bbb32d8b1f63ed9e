import { perReview } from '../remember';
import { exact, roundHalfUp, toNumber, type Exact } from '../scoring/number';
import { namesCount } from '../tables/amount-words';
import type { AmountColumn, AmountTable } from '../tables/table';
import { contentOf } from '../patches/score-patches';
import { entriesIn, type AmountEntry } from './amount-entries';
import { keyOf, type CheckContext } from './check-context';
import type { Problem } from './define-check';
import { amount, lastDigit } from './quantity';
import { labelOf } from './table-words';
import { fixesDecimals, sameExactly } from './tolerance';

/** An amount for each head (人均公用经费) with the amounts of its row that it is worked out from, all in 元 or as counted. */
export type PerHead = Readonly<{
  printed: AmountEntry;
  whole: AmountEntry;
  heads: AmountEntry;
  /** Decimals that the column prints. */
  decimals: number;
}>;

const PER_HEAD = /^[人生户车床师]均|平均每[人户辆车床]/;
/** Columns of what is counted, where neither the header nor a unit says so otherwise. */
const HEADS = /人数|人员|学生|教师|教职工|户数|车辆|床位|编制/;
/** One row that fits proves nothing; two may agree by chance in a wide table. */
const FEWEST_FITTING = 2;
const MOST_AMOUNTS = 8;
const TRIED_ROWS = 40;
const HALF = exact(1).div(2);

/**
 * The columns that divide an amount by a number of people, pupils, vehicles or beds. Which amount and which number, the rows
 * show: the pair that most of them fit. Where none fits most, the office counts otherwise, and nothing is said.
 */
export const perHeads = perReview((table: AmountTable): readonly PerHead[] => {
  const { columns } = table;
  const rates = columns.filter(({ header, meaning }) => meaning !== 'rate' && isPerHead(header.text));
  if (rates.length === 0) return [];
  const others = columns.filter((column) => column.meaning !== 'rate' && !rates.includes(column));
  const heads = others.filter(countsHeads);
  const wholes = others.filter((column) => !isPosts(column)).slice(0, MOST_AMOUNTS);
  const lines = linesOf(table);
  return rates.flatMap((column) => {
    const cells = lines.flatMap((line) => line.get(column) ?? []);
    const decimals = Math.max(0, ...cells.map(({ cell }) => decimalsOf(cell)));
    const [best] = heads
      .flatMap((head) => wholes.flatMap((whole) => (whole === head ? [] : [{ head, whole }])))
      .map(({ head, whole }) => casesOf(lines, { column, head, whole }, decimals))
      .map((cases) => ({ cases, fit: cases.slice(0, TRIED_ROWS).filter(fits).length }))
      .sort((a, b) => b.fit - a.fit);
    if (!best || best.fit < FEWEST_FITTING) return [];
    return best.cases.filter(fits).length * 2 > best.cases.length ? best.cases : [];
  });
});

/** Whether a header is over amounts for each head. */
const isPerHead = (header: string): boolean => PER_HEAD.test(labelOf(header).replace(/^(?:\d{4})?年/, ''));

const countsHeads = ({ header, meaning, unit }: AmountColumn): boolean =>
  meaning === 'establishment' ||
  meaning === 'actual-staff' ||
  meaning === 'quantity' ||
  namesCount(header.text) ||
  (unit !== null && /^(?:人|名|户|辆|张|台)$/.test(unit)) ||
  HEADS.test(
    labelOf(header.text)
      .replace(/[（(].*$/, '')
      .slice(-3),
  );

/** Nothing is divided that is itself a number of posts. */
const isPosts = ({ meaning }: AmountColumn): boolean =>
  meaning === 'establishment' || meaning === 'actual-staff';

type Line = ReadonlyMap<AmountColumn, AmountEntry>;

function linesOf(table: AmountTable): readonly Line[] {
  const lines = table.rows.map(() => new Map<AmountColumn, AmountEntry>());
  for (const entry of entriesIn(table)) lines[entry.rowIndex]?.set(entry.column, entry);
  return lines;
}

type Way = Readonly<{ column: AmountColumn; head: AmountColumn; whole: AmountColumn }>;

const casesOf = (
  lines: readonly Line[],
  { column, head, whole }: Way,
  decimals: number,
): readonly PerHead[] =>
  lines.flatMap((line): readonly PerHead[] => {
    const [printed, above, below] = [line.get(column), line.get(whole), line.get(head)];
    if (!printed?.value || !above?.value || !below?.value || below.value.equals(0)) return [];
    return [{ printed, whole: above, heads: below, decimals }];
  });

/** What a row gives for each head. */
const quotientOf = ({ whole, heads }: PerHead): Exact | null =>
  whole.value && heads.value && !heads.value.equals(0) ? whole.value.div(heads.value) : null;

const fits = (found: PerHead): boolean => isPrinted(found, quotientOf(found));

/** Whether an amount for each head is the printed one, within half of its last digit. */
function isPrinted({ printed, decimals }: PerHead, value: Exact | null): boolean {
  if (!printed.value || !value) return false;
  const half = lastDigit(decimals).mul(printed.scale).mul(HALF);
  return printed.value.sub(value).abs().compare(half) <= 0 || sameExactly(printed.value, value);
}

/** The decimals of a cell: those that its format fixes, else those that are typed, which a formula may have many of. */
const decimalsOf = (cell: AmountEntry['cell']): number =>
  cell.reading.kind !== 'number' || (cell.cell?.formula !== undefined && !fixesDecimals(cell))
    ? 0
    : cell.reading.decimals;

const MOST_SHOWN = 2;

/** What is told of the amounts for each head that their rows refute. */
export function perHeadProblems(context: CheckContext): readonly Omit<Problem, 'messageId'>[] {
  return context.amountTables.flatMap(perHeads).flatMap((found) => {
    const { printed, whole, heads, decimals } = found;
    const right = quotientOf(found);
    if (!printed.value || !right || isPrinted(found, right)) return [];
    const shown = Math.max(decimals, MOST_SHOWN);
    const after = roundHalfUp(right.div(printed.scale), shown);
    const cell = context.cellAt(printed.cell.ref);
    const name = `“${labelOf(printed.row.label.text)}”${labelOf(printed.column.header.text).replace(/[（(].*$/, '')}`;
    return [
      {
        at: printed.cell.ref,
        left: amount(printed.value.div(printed.scale), decimals),
        right: amount(after, shown),
        data: { name },
        related: [
          { ...whole.cell.ref, role: labelOf(whole.column.header.text) },
          { ...heads.cell.ref, role: labelOf(heads.column.header.text) },
        ],
        holdsWithout: (wrong: string, error: Exact): boolean => {
          const less = ({ cell: { ref }, value }: AmountEntry): Exact | null =>
            value && (keyOf(ref) === wrong ? value.sub(error) : value);
          const [above, below] = [less(whole), less(heads)];
          return !!above && !!below && !below.equals(0) && isPrinted(found, above.div(below));
        },
        fix:
          cell === undefined || cell.formula !== undefined
            ? null
            : {
                kind: 'suggested',
                patches: [{ ...printed.cell.ref, before: contentOf(cell), after: toNumber(after) }],
              },
      },
    ];
  });
}
