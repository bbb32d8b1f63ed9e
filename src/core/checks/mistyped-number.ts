import { perText } from '../remember';
import { squeeze } from '../snapshot/width';

/** 12.3.4, 1,23.4, 5., 1O0: digits with a point or comma too many, or letters that look like digits. */
const SLIP = /^-?[¥￥$]?[\dOolI.,]+%?(?:[万亿]?元|[万亿])?$/;

/** 约100, 100余, 近50万元, 30左右: a number that nobody can add. */
const ROUGH =
  /^(?:约|大约|近|逾|超)\d[\d.,]*[\u4e00-\u9fff]{0,3}$|^\d[\d.,]*(?:余|多|左右)[\u4e00-\u9fff]{0,2}$/;

/** 2020.12, 2020.12.31: a day or a month, which is no slip of the hand. */
const DAY = /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?$/;

/**
 * Whether text that is not read as a number was meant as one. Words (见附件), ranges, fractions and days stand in such cells
 * on purpose and are left alone.
 */
export const isMistypedNumber = perText((text) => {
  if (text.length > 30 || !/[\d０-９]/.test(text)) return false;
  const squeezed = squeeze(text);
  return (SLIP.test(squeezed) && !DAY.test(squeezed)) || ROUGH.test(squeezed);
});
