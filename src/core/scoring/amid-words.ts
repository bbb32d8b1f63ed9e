import type { ReadNumber } from '../snapshot/number-reading';
import { readText } from '../snapshot/read-number';
import { squeeze } from '../snapshot/width';

/** One number in a short text, and the words around it: 全年举办12期, 建成1个平台. */
type Amid = Readonly<{ before: string; number: ReadNumber; behind: string }>;

/** Words that say no more than that something was done, or over what time. */
const DOING =
  /全年|年度|当年|本年|已经|已|实际|累计|共计|总计|合计|计划|完成|达到|达成|实现|举办|举行|开展|组织|召开|采购|购置|购买|新建|新增|建成|建设|修建|改造|发放|培训|印发|制作|带动|服务|覆盖|共|为/g;
/** What is left, missing, failed, less or only thought of says nothing of what was reached; a rank is no amount. */
const DOUBTFUL = /[未没无不缺剩差欠余减降少缩压限控仅约近超第前每日]|其中|左右|计划中|预计|拟/;
/** Units of names and dates rather than of amounts: 二级, 2023年. */
const NAMES: ReadonlySet<string> = new Set('年 月 日 级 届 岁'.split(' '));

const AMID = /^(\D*?)((?:[≥≤><=]+|不少于|不低于|不超过|不高于|至少)?\d\D*\d*\D*)$/;
const LONGEST_WORDS = 10;

/** The only number of a text with the words before it and the thing counted behind it; `null` for any other text. */
function amidWords(text: string): Amid | null {
  const squeezed = squeeze(text).replace(/[。;]$/, '');
  const [, before = '', rest = ''] = AMID.exec(squeezed) ?? [];
  if (rest === '' || before.length > LONGEST_WORDS || (squeezed.match(/\d+(?:\.\d+)?/g) ?? []).length > 1)
    return null;
  for (let length = rest.length; length > 0 && rest.length - length <= LONGEST_WORDS; length -= 1) {
    const reading = readText(rest.slice(0, length), { measured: true });
    if (reading.kind !== 'number' || (length < rest.length && reading.unit === null)) continue;
    if (reading.unit !== null && NAMES.has(reading.unit)) return null;
    return { before, number: reading, behind: rest.slice(length) };
  }
  return null;
}

/**
 * Target and actual value as numbers where words stand around them, and these say the same of both: 走访企业112家 beside
 * 不少于100家 of 走访企业. What only one of them says must be a verb of doing or stand in the indicator's name, because 8个贫困户
 * are no 8个村. `null` otherwise.
 */
export function amidPair(
  name: string,
  target: string,
  actual: string,
): { target: ReadNumber; actual: ReadNumber } | null {
  if (/排名|名次|位次/.test(name)) return null;
  const [goal, done] = [amidWords(target), amidWords(actual)];
  if (!goal || !done || goal.number.unit === null || done.number.unit === null) return null;
  if ([goal, done].some(({ before, behind }) => DOUBTFUL.test(before + behind))) return null;
  const known = (one: Amid, other: Amid): boolean => {
    const allowed = squeeze(name) + other.before + other.behind;
    return Array.from(one.before.replace(DOING, '') + one.behind).every((sign) => allowed.includes(sign));
  };
  return known(goal, done) && known(done, goal) ? { target: goal.number, actual: done.number } : null;
}
