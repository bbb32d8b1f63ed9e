import { perReview } from '../remember';
import type { AmountTable } from '../tables/table';
import { isBare, nameKey } from './concept';

/** What the total of a table is a total of, by the table's title. */
export type TablePart = Readonly<{
  /** Everything is in it: all parts, from the funds of the title. */
  whole: boolean;
  /** The one quantity of the title (“三公”经费支出情况表); `null` for the whole and where the title names no single one. */
  subject: string | null;
  /** The funds that the title names (一般公共预算财政拨款支出表); `null` where it names none. */
  funds: string | null;
}>;

/** Parts of the money by the words of a title, as a name of that quantity says them. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['三公经费', /三公/],
  ['公用经费', /公用(?:经费|支出)/],
  ['人员经费', /人员(?:经费|支出)|工资福利/],
  ['基本支出', /基本支出/],
  ['项目支出', /项目(?:支出|经费|资金|预算|结转|结余)/],
  ['政府采购', /采购/],
  ['公务接待费', /公务(?:接待|招待)/],
  ['公务用车费', /公务用车|公车/],
  ['因公出国费', /出国/],
  ['会议费', /会议费/],
  ['培训费', /培训费/],
  ['专项', /专项(?:资金|经费|支出|业务费)/],
];

/** Parts that make up another one, in the order above; 基本支出 and 项目支出 are all there is. */
const TOGETHER: Readonly<Record<string, string>> = {
  '基本支出 项目支出': '',
  '公用经费 人员经费': '基本支出',
  '公用经费 人员经费 基本支出': '基本支出',
};

const FUNDS = [/一般公共预算/, /政府性基金/, /国有资本经营/, /财政专户/, /非税收入/];

/** A table of projects that were evaluated holds some of the projects. */
const SELECTED = /绩效|自评|评价|汇总|重点/;

/** The part that a table is about; a table without a title is called by its sheet. */
export const tablePart = perReview((table: AmountTable): TablePart => {
  const title = nameKey(table.title?.text ?? table.sheet)
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/(?:部门|单位)?整体支出(?:绩效(?:自评|评价)?)?/, '');
  const part = partNamed(title);
  const funds = fundsOf(title);
  if (part === '') return { whole: true, subject: null, funds };
  const isSome = part === '项目支出' && SELECTED.test(title);
  return { whole: false, subject: part === null || isSome ? null : part, funds };
});

/** The part that a title or the name of an indicator speaks of: '' for none, `null` for several that are no single one. */
export function partNamed(text: string): string | null {
  const named = PARTS.filter(([, words]) => words.test(text)).map(([part]) => part);
  return TOGETHER[named.join(' ')] ?? (named.length > 1 ? null : (named[0] ?? ''));
}

/** Rates that set a part beside itself; a share (基本支出占比) sets it beside the whole. */
const OWN_RATE = /(?:控制|执行|完成|变动|增长|增减|调整|支出|使用|支付|到位)率/;

/** What a bare name means in the line of a rate: 决算数 of 公用经费控制率 is that of 公用经费, never the department's. */
export function inFull(rate: string, said: string): string {
  return isBare(said) && OWN_RATE.test(rate) ? `${partNamed(nameKey(rate)) ?? ''}${said}` : said;
}

function fundsOf(title: string): string | null {
  const named = FUNDS.flatMap((words) => words.exec(title) ?? []);
  if (named.length > 0) return named.join(' ');
  return title.includes('财政拨款') ? '财政拨款' : null;
}
