import { perText } from '../remember';
import { chineseNumber } from '../snapshot/chinese-number';
import { isBlankText, squeeze } from '../snapshot/width';
import { namesCount } from './amount-words';
import { headerKey } from './indicator-words';

/** Numbering styles from the outermost in: 一、 （一） 1. （1） ①. */
const RANKS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、..,]/,
  /^[((][一二三四五六七八九十]{1,3}[))]/,
  /^\d{1,2}(?:、|[..](?!\d))/,
  /^[((]\d{1,2}[))]/,
  /^(?:[①-⑳]|\d{1,2}\))/,
];

const OF_WHICH = /^其中[::]?/;
const TOTAL =
  /^(?:合计|总计|(?:金额|资金)(?:合计|总计)|总和|共计|收入总计|支出总计|总合计|全部合计|资产总计|负债[和及与]净资产(?:总计|合计))$/;
const SUBTOTAL = /(?:合计|小计)$/;

/** What the label of a row of amounts says about its place among the others. */
export type RowLabel = Readonly<{
  /** Label without numbering, 其中, brackets and spaces. */
  name: string;
  /** Index into the numbering styles; `null` for an unnumbered row. */
  rank: number | null;
  /** Number before the label (三、 → 3); `null` without one. */
  ordinal: number | null;
  ofWhich: boolean;
  /** Word of a total; which rows it adds depends on the rows around it. */
  totals: 'total' | 'subtotal' | null;
  /** Steps of indentation: spaces before the label and the cell's own. */
  indent: number;
  /** Length of a budget code before the label (3, 5, 7 digits for 类款项); 0 for none. */
  code: number;
}>;

/** Reads a label as it stands in its cell; leading spaces are its indentation. */
export function rowLabel(raw: string, cellIndent = 0): RowLabel {
  const label = labelOf(raw);
  return cellIndent === 0 ? label : { ...label, indent: label.indent + cellIndent };
}

const labelOf = perText((raw): RowLabel => {
  const squeezed = squeeze(raw);
  const rank = RANKS.findIndex((pattern) => pattern.test(squeezed));
  const unranked = rank < 0 ? squeezed : squeezed.replace(RANKS[rank] ?? '', '');
  const ofWhich = OF_WHICH.test(unranked);
  const name = headerKey(unranked.replace(OF_WHICH, ''));
  const totals = TOTAL.test(name) ? 'total' : SUBTOTAL.test(name) ? 'subtotal' : null;
  const code = /^(\d{3}(?:\d{2}){0,2})(?!\d)/.exec(squeezed)?.[1]?.length ?? 0;
  return {
    name,
    rank: rank < 0 ? null : rank,
    ordinal: rank < 0 ? null : ordinalOf(squeezed),
    ofWhich,
    totals,
    indent: leadingSpaces(raw),
    code,
  };
});

function ordinalOf(text: string): number | null {
  const sign = /^[(]?([一二三四五六七八九十]{1,3}|\d{1,2})/.exec(text)?.[1];
  const number = sign === undefined ? Number.NaN : Number(chineseNumber(sign) ?? sign);
  return Number.isInteger(number) ? number : null;
}

/** Width of the space before a label; two narrow spaces are as wide as a full-width one. */
function leadingSpaces(raw: string): number {
  let width = 0;
  for (const sign of raw) {
    if (!isBlankText(sign)) break;
    width += sign === '\u3000' ? 1 : 0.5;
  }
  return width;
}

/**
 * Wholes and their parts that every office lists in the same words, for tables that show the order neither by numbers nor
 * by indentation. Sources: government budget classification, 部门决算 tables, the 三公 list of provincial base data tables.
 */
const COMPOSITIONS: readonly (readonly [whole: RegExp, part: RegExp])[] = [
  [
    /^基本支出$/,
    /^(?:人员经费|(?:日常)?公用经费|人员支出|公用支出|工资福利支出|商品和服务支出|对个人和家庭的补助)$/,
  ],
  [/^项目支出$/, /^(?:基本建设类项目|行政事业类项目|部门预算项目|专项资金|业务工作专项|运行维护专项)$/],
  [/^[“"']?三公[”"']?经费/, /^(?:因公)?出国|^公务用?车|^公务接待|^公车/],
  [/^公务用?车(?:费用?|经费)?$|^公务用?车(?:辆)?购置[和及与、]/, /^(?:公车|公务用车|车辆)(?:购置|运行)/],
  [
    /^(?:年初|年末)财政拨款结转和?结余$/,
    /^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)财政拨款$/,
  ],
  [/^资产(?:总额|合计|总计)$/, /^(?:非)?流动资产/],
  [/^负债(?:总额|合计|总计)$/, /^(?:非)?流动负债/],
  [/^在职人员/, /^(?:在编|编外)人员/],
  [/^(?:实际)?(?:政府)?采购(?:金额|总额)/, /^(?:货物|工程|服务)(?:类|$)/],
];

/** Whether one label names a part of what the other names. 公务接待批次 is counted and no part of the money. */
export function isKnownPart(whole: string, part: string): boolean {
  return COMPOSITIONS.some(([a, b]) => a.test(whole) && b.test(part)) && !namesCount(part);
}

/** Rows that stand beside income or spending and are never a part of the item above them. */
const STANDS_ALONE =
  /^(?:使用非财政拨款结余|年初结转和?结余|上年结转|上年结余|年末结转|结余分配|项目支出|基本支出|[“"']?三公[”"']?经费|(?:日常)?公用经费|政府采购|部门整体|核定编制|负债|净资产|资产)/;

/** Whether a label names money that is carried over: it stands beside income and spending and is a part of neither. */
export const isCarriedOver = (name: string): boolean =>
  /^(?:使用非财政拨款结余|(?:年初|上年|年末|本年|期末)(?:财政拨款)?(?:结转|结余)|结余分配)/.test(name);

/** Whether a label opens a quantity of its own wherever it stands. */
export function standsAlone(name: string): boolean {
  return STANDS_ALONE.test(name) || /(?:率|占比|满意度)$/.test(name) || SUBTOTAL.test(name);
}
