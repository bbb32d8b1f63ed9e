import { perReview } from '../remember';
import { exact, type Exact } from '../scoring/number';
import { moneyFactor } from '../snapshot/units';
import { readNumber } from '../snapshot/read-number';
import type { Cell } from '../snapshot/snapshot';
import { squeeze } from '../snapshot/width';
import type { IndicatorTable, TextCell } from '../tables/table';
import { keyOf, type CheckContext } from './check-context';
import type { CellRef } from '../snapshot/address';
import type { PrintedPlace } from './shown-amounts';

/** A sentence of a text cell; `table` is the table it belongs to. */
export type Sentence = Readonly<{ text: string; ref: CellRef; table: IndicatorTable | null }>;

/** Sentences end here; a comma does not end one, because its year still holds behind it. */
const END = /[。；;!！?？\n]/;

/** Every sentence of the workbook outside the cells of tables, each once, in reading order. */
export const sentences = perReview((context: CheckContext): readonly Sentence[] => {
  const owners = new Map<string, IndicatorTable>();
  for (const table of context.indicatorTables)
    for (const { ref } of table.sentences) owners.set(keyOf(ref), table);
  const cells = new Map<string, TextCell>();
  for (const text of [
    ...context.recognition.texts,
    ...context.indicatorTables.flatMap((table) => table.sentences),
  ]) {
    if (!cells.has(keyOf(text.ref))) cells.set(keyOf(text.ref), text);
  }
  return [...cells].flatMap(([key, { text, ref }]) =>
    text
      .split(END)
      .map(squeeze)
      .filter((sentence) => sentence !== '')
      .map((sentence) => ({ text: sentence, ref, table: owners.get(key) ?? null })),
  );
});

/** An amount with the words directly before it: “决算支出为2162.54万元”. It is a place like a cell that holds it alone. */
export type StatedAmount = PrintedPlace &
  Readonly<{
    /** Words before the amount back to the last comma, without verbs and without 我局 and the like. */
    label: string;
    /** In 元, or as counted. */
    value: Exact;
    unit: string;
    /** Last year named before it in the sentence. */
    year: number | null;
  }>;

const AMOUNT = /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿元|万元|千元|元|人)(?![/每])/g;

const VERBS = /(?:分别)?(?:为|是|达到?|共计|合计为|共|(?<![总合小])计|:|有|等于)+$/;
const OWNERS = /^(?:.*(?:我局|我单位|我委|我办|我中心|本局|本单位|本部门|我部门|截至.*日))/;

/** Words that make an amount a change, a share or a guess rather than the quantity itself. */
const NOT_ITSELF =
  /增加|减少|增长|下降|调增|调减|追加|核减|比|较|约|超过|不超过|至少|不低于|以上|人均|平均|每/;

/** The amounts that a sentence states as they are. */
export function statedAmounts({ text, ref }: Sentence): readonly StatedAmount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): readonly StatedAmount[] => {
    const before = text.slice(0, match.index);
    const clause = before.split(/[,，、()（）]/).at(-1) ?? '';
    const label = clause
      .replace(VERBS, '')
      .replace(OWNERS, '')
      .replace(/^(?:\d{4}年度?)?(?:财政拨款)?(?:其中:?)?/, '')
      .replace(/[“”"]/g, '');
    if (label.length < 3 || NOT_ITSELF.test(clause)) return [];
    const [printed = '', whole = '', fraction = '', unit = ''] = match;
    const scale = exact(moneyFactor(unit) ?? 1);
    const cell: Cell = { row: 0, column: 0, value: printed };
    const years = [...before.matchAll(/(\d{4})年/g)].map((year) => Number(year[1]));
    return [
      {
        label,
        value: exact(whole.replace(/,/g, '') + fraction).mul(scale),
        cell: { ref, cell, reading: readNumber(cell) },
        scale,
        unit,
        year: years.at(-1) ?? null,
      },
    ];
  });
}
