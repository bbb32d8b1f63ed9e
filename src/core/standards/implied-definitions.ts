import { binary, type Expression } from './expression';

/** A share that the wording itself defines. */
export type ImpliedDefinition = Readonly<{ name: string; expression: Expression }>;

/** 实际成本超出预算成本10%: the share is that of the second quantity. */
const EXCESS =
  /(?:^|[,;。，；、：:\s的如若])([^,;。，；、：:\s\d]{2,12}?(?:数|额|支出|成本|投资|费用|经费|费))(超过|超出|高于|高出|超|突破)((?:年初|年度|全年|调整后|批复|核定)*(?:预算|计划|概算|定额|目标)(?:数|额|金额|总额|成本|支出|投资))(?=[\d０-９])/g;
/** 编外人员数占在编人员数的比例. */
const SHARE =
  /(?:^|[,;。，；、：:\s的如若])([^,;。，；、：:\s\d的占]{2,14}?(?:数|额|支出|人员|经费|费|资金|收入|预算|决算|资产|负债|结余))占([^,;。，；、：:\s\d占]{2,14}?(?:数|额|支出|人员|经费|费|资金|收入|预算|决算|资产|负债|结余))的?(?:比例|比重|比率|百分比)/g;
/** 完成数量≥计划数量的90%: the first quantity's share of the second. */
const SHARE_OF =
  /(?:^|[,;。，；、：:\s的如若])([^,;。，；、：:\s\d的占]{0,14}?(?:数|额|量|值|支出|人员|经费|费用?|资金|收入|成本|预算))(?:[≥≧>＞≤≦<＜＝=]{1,2}|达到|不低于|不少于|低于|小于|少于|不足|未达到|等于|为|控制在|保持在|处于|介于|在)([^,;。，；、：:\s\d占]{0,14}?(?:数|额|量|值|支出|人员|经费|费用?|资金|收入|成本|预算))的?(?=[\d０-９百])/g;
const LEADING = /^[,;。，；、：:\s的如若]/;
/** 会议费支出较预算数减少10%: the change is a share of what it is compared with. */
const CHANGE =
  /(?:^|[,;。，；、：:\s的如若])([^,;。，；、：:\s\d]{2,14}?(?:数|额|支出|成本|投资|费用|经费|费))(较|比)([^,;。，；、：:\s\d]{2,8}?(?:数|额|值|支出|成本|金额))(减少|下降|降低|节约|节支|压减|压缩|增长|增加|上升|提高)(?=[\d０-９])/g;

/** Longer texts say nothing new behind this. */
const READ = 2000;
const leaf = (name: string): Expression => ({ kind: 'name', name, span: [0, 0] });
const change = (a: string, b: string, base: string): Expression =>
  binary('/', binary('-', leaf(a), leaf(b)), leaf(base));

/** How the share of one quantity in another is called where the text sets the one against a part of the other. */
export function shareName(left: string, right: string): string {
  return `${left}占${right}的比例`;
}

/** Definitions that stand in the wording: 甲超过乙5%, 甲占乙的比例, 甲较乙减少10%. */
export function impliedDefinitions(whole: string): ImpliedDefinition[] {
  const text = whole.slice(0, READ);
  const found: ImpliedDefinition[] = [];
  if (/[超突高]/.test(text)) {
    for (const [, left = '', verb = '', right = ''] of text.matchAll(EXCESS))
      found.push({ name: `${left}${verb}${right}比例`, expression: change(left, right, right) });
  }
  if (/[的数额量值出员费金入本算][\d０-９百]/.test(text)) {
    for (const [, left = '', right = ''] of text.matchAll(SHARE_OF))
      found.push({ name: shareName(left, right), expression: binary('/', leaf(left), leaf(right)) });
  }
  if (text.includes('占')) {
    for (const [words, left = '', right = ''] of text.matchAll(SHARE))
      found.push({ name: words.replace(LEADING, ''), expression: binary('/', leaf(left), leaf(right)) });
  }
  if (/[较比]/.test(text)) {
    for (const [, left = '', than = '', right = '', verb = ''] of text.matchAll(CHANGE)) {
      const [a, b] = /[减降节压]/.test(verb) ? [right, left] : [left, right];
      found.push({ name: `${left}${than}${right}${verb}`, expression: change(a, b, right) });
    }
  }
  return found;
}
