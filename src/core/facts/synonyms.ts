/** Stage of the budget year a number belongs to; `null` where a name says none. */
export type Stage = 'initial' | 'adjusted' | 'budget' | 'final' | 'cumulative' | null;

/** Words that contain 预算 as a part of a fund's name and say nothing about a stage. */
export const FUND_NAMES: readonly (readonly [RegExp, string])[] = [
  [/一般公共预算/g, '一般公共'],
  [/政府性基金预算/g, '政府性基金'],
  [/国有资本经营预算/g, '国有资本经营'],
];

/** Unit words of counts and money that may trail a stage word: 预算数, 决算金额. */
const AMOUNT = '(?:数|额|数额|金额|资金|总额|总数|总计|合计|合计数|总规模|资金总额|安排数)?';

/**
 * Words for the stage, most telling first. 预算调整数 is the amount of a change: it is no stage, and a name that holds it
 * keeps it.
 */
export const STAGE_WORDS: readonly (readonly [Stage, RegExp])[] = [
  [null, /预算调整(?:数|额|金额)|追加|追减|调增|调减/],
  // 全年预算执行数 is what was spent of the budget.
  ['final', /(?:年度|全年|本年)?预算(?:执行|完成)(?:数|额|金额)/],
  ['initial', new RegExp(`年初(?:部门|批复的?|支出)?预算(?:安排)?${AMOUNT}`)],
  ['adjusted', new RegExp(`(?:调整后?的?(?:部门)?预算|全年预算|预算调整后|最终预算)(?:安排)?${AMOUNT}`)],
  ['cumulative', new RegExp(`累计(?:支出|执行|支付)${AMOUNT}`)],
  ['final', new RegExp(`决算(?:支出)?${AMOUNT}`)],
  ['final', new RegExp(`实际(?:支出|执行|发生|使用|支付|完成)${AMOUNT}`)],
  ['final', /(?:支出|执行|支付)(?:数|额|金额)|完成(?:数|额|金额)$|实际(?:数|额|金额)$/],
  ['final', /^(?:全年|年度)?执行(?:数|额|金额)?$/],
  ['final', /^实际(?=(?:政府)?采购)/],
  ['budget', new RegExp(`(?:本?年度)?预算(?:安排)?${AMOUNT}`)],
  // A bare 计划数 counts anything that was planned; only planned money is a budget.
  ['budget', /安排(?:数|额|金额)|计划(?:额|金额)/],
  ['budget', /(?<=采购)计划/],
];

/** Endings that say how a quantity is counted and not which one it is. */
export const NEUTRAL_ENDING =
  /(?:合计数|总人数|总规模|资金总额|人数|总额|总数|总计|合计|数额|金额|数|(?<=调整)额)$/;

/** The whole department: what remains of a name that speaks of no part of it. */
export const WHOLE = /^(?:本?部门|单位|整体|部门整体|全部|总)?(?:支出|资金|经费|预算资金|预算)?(?:总)?$/;

/**
 * Quantities and the words they go by, after stage, year and neutral endings are taken off. Words that differ in what they
 * cover (财政拨款结转 and 结转, 三公 and 公用) stand apart on purpose.
 */
export const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['三公经费', /^三公(?:经费)?$/],
  ['公用经费', /^(?:日常)?公用(?:经费|支出)$/],
  ['人员经费', /^人员(?:经费|支出)$/],
  ['政府采购', /^(?:政府)?采购(?:项目)?$/],
  ['公务接待费', /^公务(?:接待|招待)(?:费|经费|费用)?$/],
  ['因公出国费', /^(?:因公)?出国(?:\(境\))?(?:费|经费|费用)?$/],
  ['公务用车费', /^公务用车购置(?:和|及|与)?(?:运行)?维护(?:费|经费|费用)?$/],
  ['公务用车购置费', /^(?:公车|公务用车)购置(?:费|经费|费用)?$/],
  [
    '公务用车运行费',
    /^(?:公车|公务用车)(?:运行)?维护(?:费|经费|费用)?$|^(?:公车|公务用车)运行(?:费|经费|维护费)?$/,
  ],
  ['年初结转结余', /^(?:年初|上年)(?:结转(?:和|及|、)?结余|结余结转|结转|结余)(?:资金)?(?:收入)?$/],
  [
    '年初财政拨款结转结余',
    /^(?:年初|上年)财政拨款(?:财政)?(?:结转(?:和|及|、)?结余|结转|结余)(?:资金)?(?:收入)?$/,
  ],
  [
    '年末结转结余',
    /^(?:(?:年末|期末|本年末?|当年|累计)(?:资金)?(?:结转(?:和|及|、)?结余|结余结转|结转|结余)(?:资金)?|(?:资金)?结余|(?:结转(?:和|及|、)?结余|结余结转)(?:资金)?)$/,
  ],
  [
    '年末财政拨款结转结余',
    /^(?:年末|期末|本年末?)财政拨款(?:财政)?(?:结转(?:和|及|、)?结余|结转|结余)(?:资金)?$/,
  ],
  ['编制', /^(?:核定|批准|批复)?(?:人员|定员|机构)?(?:编制|定编)(?:人员?)?$/],
  ['在编', /^(?:实际|年末|期末)?(?:实有)?在编(?:在职)?(?:人员|职工)?(?:实有)?$/],
  ['在职', /^(?:实际|年末|期末)?(?:实有)?在职(?:人员|职工)?(?:实有)?$/],
  ['编外', /^(?:实际|年末|期末)?(?:实有)?编外(?:聘用)?(?:人员|职工)?$/],
  ['固定资产', /^(?:所有|全部|年末|期末)?固定资产(?:账面)?(?:净值|价值|总值)?$/],
  ['在用固定资产', /^(?:实际)?在用(?:的)?固定资产(?:净值)?$|^固定资产(?:实际)?在用(?:净值)?$/],
  ['闲置固定资产', /^闲置(?:的)?固定资产(?:净值)?$/],
  [
    '重点工作任务',
    /^(?:重点工作)?(?:交办(?:或|和)?下达|应完成|计划完成)(?:的)?(?:重点工作)?$|^重点工作(?:任务)?$/,
  ],
  ['收入', /^(?:本年|全年)?收入$/],
  ['基本支出', /^基本支出$/],
  ['项目支出', /^项目支出$/],
];

/** Known quantities that are spent: “三公”经费支出 is what was spent of “三公”经费. */
export const SPENT: ReadonlySet<string> = new Set([
  '三公经费',
  '公用经费',
  '人员经费',
  '政府采购',
  '公务接待费',
  '因公出国费',
  '公务用车费',
  '公务用车购置费',
  '公务用车运行费',
]);

/** Canonical names of the known quantities. */
export const KNOWN_SUBJECTS: ReadonlySet<string> = new Set(SUBJECTS.map(([name]) => name));

/** Labels that name no quantity without the heading they stand under. */
export const GENERIC_LABEL =
  /^(?:.{0,2}控制率|执行率|完成率|变动率|增长率|达标率|及时率|利用率|使用率|覆盖率|占比|比例|比率|其他|其中|小计|合计|总计|(?:计划|完成|实际|目标|按时完成|实际完成)(?:数|量)?|预算|决算)$/;

/** Headings under which a label without a subject speaks of the whole department. */
export const WHOLE_HEADING = /部门|整体|预算安排|预算执行|预算编制|预算调整|收支|总体/;
