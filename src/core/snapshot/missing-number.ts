import { perText } from '../remember';
import { squeeze } from './width';

/** 12.3.4, 1,23.4, 5., 1O0: digits with a point or comma too many, or letters that look like digits. */
const SLIP = /^-?[¥￥$]?[\dOolI.,]+%?(?:[万亿]?元|[万亿])?$/;

/** 约100, 100余, 近50万元, 30左右: a number that nobody can add. */
const ROUGH =
  /^(?:(?:约|大约|近|超|逾)\d[\d.,]*|\d[\d.,]*(?:余|多|左右))(?:[万亿]?元|[万亿人个%])?(?:左右)?$/;

/** 2020.12, 2020.12.31: a day or a month, which is no slip of the hand. */
const DAY = /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?$/;

/** 1., 2.1.3: the number of a line. */
const OUTLINE = /^(?:\d{1,2}\.)+\d{0,2}$/;

/** 待定: the number is still to come. */
const PENDING = /^[(（]?(?:待(?:定|填|补充?|核实?|确认|统计)|未(?:定|统计))[)）]?$/;

/** 见附件, 暂无: the number stands elsewhere, or there is none. */
const ELSEWHERE = /^[(（]?(?:暂(?:无|缺|无数据)|未知|详?见(?:附件|附表|说明|备注|明细)\d{0,2})[)）]?$/;

/**
 * Whether text that is not read as a number must become one: typed wrongly, or still to come. Other words (见附件), ranges,
 * fractions and days stand in such cells on purpose and are left alone.
 */
export const isMissingNumber = perText((text) => {
  if (text.length > 30) return false;
  const squeezed = squeeze(text);
  return PENDING.test(squeezed) || isMistyped(squeezed);
});

const isMistyped = (text: string): boolean =>
  /\d/.test(text) && ((SLIP.test(text) && !DAY.test(text)) || ROUGH.test(text));

/**
 * What text that is no number takes the place of: `number` for one that was typed wrongly, `dash` for a word that stands in
 * for one, `null` for any other text, the numbers of lines (2.1) among them. `text` is squeezed.
 */
export const placeOfNumber = perText((text): 'number' | 'dash' | null => {
  if (PENDING.test(text) || ELSEWHERE.test(text)) return 'dash';
  return isMistyped(text) && !OUTLINE.test(text) ? 'number' : null;
});
