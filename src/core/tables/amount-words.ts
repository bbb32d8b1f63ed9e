import { perText } from '../remember';
import { squeeze } from '../snapshot/width';
import { headerKey } from './indicator-words';
import type { ColumnMeaning } from './table';

/** A column of an amount table besides its amounts. */
export type SideColumn = 'unit' | 'note' | 'sequence' | 'code';

const SIDE: readonly (readonly [SideColumn, RegExp])[] = [
  ['unit', /^(?:计量|度量|数据|指标)?单位$/],
  [
    'note',
    /^(?:数据|资料)?来源(?:说明|及说明|依据)?$|^(?:备注|说明|(?:计算)?公式(?:[或及和、]?(?:说明|计算方法|口径))?|计算(?:方法|说明)|口径|计算口径|取数口径|填报说明|取数说明|填列说明|依据|计算过程)$/,
  ],
  ['sequence', /^(?:序号|编号|行次|栏次|行号)$/],
  ['code', /^(?:(?:支出|收入|预算)?(?:功能|经济)?(?:分类)?(?:科目)?(?:编码|代码)|.*科目编号)$/],
];

/**
 * Meanings of amount columns by the words of their headers, in this order: 执行率 is a rate before it is anything about 执行,
 * 预算调整数 is the amount of the change and no budget.
 */
const MEANINGS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['rate', /(?:率|占比|比重|比例|进度)$/],
  ['other', /(?:得分|评分|扣分|加分)$|^总分$|^[当本](?:月|季度?|期)(?:数|额)?$/],
  ['cumulative', /累计/],
  [
    'other',
    /预算调整(?:数|额|金额)?$|^调整(?:数|额|金额)$|追加|追减|调增|调减|差额|差异|增减|余额$|原值|折旧|^(?:年初|期初|上年末)(?:数|金额|账面[数值]?)$/,
  ],
  ['adjusted-budget', /调整后?的?预算|预算调整后|调整后|全年预算|调整预算/],
  ['initial-budget', /年初(?:部门)?(?:预算|安排|计划)|期初预算|年初批复/],
  [
    'final',
    /决算|执行(?:数|额|金额)|支出(?:数|额|金额)$|实际(?:支出|执行|发生|使用|支付|完成|采购|征收|入库|缴库|收缴)|支付(?:数|额|金额)|完成(?:数|额)|^(?:全年|本年|已)?(?:执行|支出)$|^(?:当|本|单)(?:月|季度?|期)(?:实际)?(?:支出|执行|支付)/,
  ],
  ['budget', /预算|计划(?:采购)?(?:数|额|金额)?$|(?:安排|批复)(?:数|额|金额)?$/],
  ['other', /闲置|出租|出借|待(?:处置|报废)/],
  ['in-use', /在用|使用中/],
  ['net-value', /净值|账面价值|净额/],
  ['establishment', /编制/],
  ['actual-staff', /实有|在职|在岗|现有人|实际人数|年末人数/],
  ['quantity', /数量|面积|台数|件数/],
  [
    'value',
    /^(?:数值|数据|数额|金额|值|填报数|填报值|本年数|年末数?|期末数?|本年度?|实际数|账面数?|统计数|人数|数字|数|合计|小计|总额|总数|数量\/金额|填列数|结果|指标值)$/,
  ],
  // A sum of shares, and what is carried over beside them.
  [
    'other',
    /(?:合计|小计|总计)$|^(?:年初|年末|上年|本年末?|期初|期末|累计)?(?:财政拨款)?(?:结转|结余)|^收入$/,
  ],
];

/** What a column beside the amounts holds; `null` for a column of amounts or labels. */
export function sideColumn(text: string): SideColumn | null {
  return sideOf(text);
}

const sideOf = perText((text): SideColumn | null => {
  const key = headerKey(text);
  return SIDE.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
});

/** Whether a header stands over the numbers or codes of the rows at its right (序号, 科目编码). */
export function numbersRows({ text }: Readonly<{ text: string }>): boolean {
  const side = sideOf(text);
  return side === 'sequence' || side === 'code';
}

/**
 * Headers over a part of the amount of their row: a source, a kind of spending, a level of government, a month or quarter.
 * They say what the money is, not at which stage of the year.
 */
const SHARE = new RegExp(
  `^(?:其中[::]?)?(?:${[
    '(?:(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|社会保险基金(?:预算)?)(?:财政)?(?:拨款|资金)?|财政拨款|财政(?:性)?资金)(?:收入|支出)?',
    '(?:财政专户(?:管理)?|专户管理|单位(?:自有)?|自有|自筹|非财政(?:拨款)?|社会)资金(?:收入|支出)?',
    '(?:上级补助|事业(?:单位经营)?|经营|附属单位(?:上缴|缴款)|其他|非同级财政拨款|投资收益|捐赠|利息|租金)收入',
    '基本支出|项目支出|经营支出|其他支出|上缴上级支出|(?:对)?附属单位补助支出',
    '(?:人员|(?:日常)?公用)(?:经费|支出)|工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|资本性支出',
    '(?:中央|省|市|县|区|自治区|地方|上级|本级|乡镇)(?:级|本级|财政)?(?:资金|补助|财政资金|财政补助|配套(?:资金)?)',
    '(?:货物|工程|服务)(?:类)?|(?:1[0-2]|[1-9])月份?|第?[一二三四1-4]季度?|其他资金',
  ].join('|')})$`,
);

/** Whether a header is over one of the shares that the amount of a row is split into. */
export const namesShare = perText((text): boolean => SHARE.test(headerKey(squeeze(text))));

/** Year that a header names, relative (上年) or by number. */
export type HeaderYear = Readonly<{ year: number | null; prior: boolean }>;

/** Year in a header: `2017年预算数` → 2017, `上年决算数` → prior. 上年结转 is a kind of money and not last year's. */
export function headerYear(text: string): HeaderYear {
  const year = /((?:19|20)\d{2})年?/.exec(text)?.[1];
  return {
    year: year === undefined ? null : Number(year),
    prior: /(?:上年|去年|上一年)(?!.{0,2}结[转余])/.test(text),
  };
}

/** What a column of amounts means; `null` when its header says nothing about amounts. */
export function amountMeaning(text: string, tableYear: number | null): ColumnMeaning | null {
  return tableYear === null ? undatedMeaning(text) : readMeaning(text, tableYear);
}

const undatedMeaning = perText((text) => readMeaning(text, null));

function readMeaning(text: string, tableYear: number | null): ColumnMeaning | null {
  const key = headerKey(text);
  const plain = key
    .replace(/^其中[::]?/, '')
    // 执行率④=③/② prints how it is worked out; that is no name of it.
    .replace(/(?<=.)[①-⑳=].*$/, '')
    .replace(/^(?:19|20)\d{2}(?=年末)/, '')
    .replace(/^(?:(?:19|20)\d{2}年?度?|上年度?|去年|上一年度?|本年度?|当年度?)(?!末|初|累计|结)/, '');
  const meaning =
    plain === '' && key !== '' ? 'value' : MEANINGS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (meaning === undefined) return null;
  const { year, prior } = headerYear(key);
  const before = prior || (year !== null && tableYear !== null && year < tableYear);
  if (before && ['budget', 'initial-budget', 'adjusted-budget'].includes(meaning)) return 'prior-budget';
  if (before && meaning === 'final') return 'prior-final';
  return before ? 'other' : meaning;
}

/** Whether a name counts people, vehicles, visits: such a number is no money, whatever unit its table is in. */
export const namesCount = perText((name): boolean =>
  /(?:人数|人次数?|编制数?|批次数?|次数|辆数|台数|户数|个数|项数|团组数?|保有量|面积)$/.test(
    headerKey(squeeze(name)),
  ),
);

/** Whether a name or header speaks of money. */
export const namesMoney = perText((name): boolean =>
  /(?:金额|总额|净?额|资产|资金|拨款|收入|支出|经费|费用?|贷款|债务|预算数?|决算数?|结[转余]|收支)(?:合计|总计|小计)?$/.test(
    headerKey(squeeze(name)),
  ),
);

/** Whether a header names the rows of its table (`支出用途`, `项目`) and not amounts. */
export const isRowHeader = perText(
  (text): boolean =>
    !namesShare(text) &&
    /^(?:项目|指标|名称|内容|科目|类别|科目名称|项目名称|指标名称|数据项|数据名称|.*(?:分类|用途|来源|季度|类别|情况|人员|科目|名称|类型|构成|项目))$/.test(
      headerKey(text),
    ),
);
