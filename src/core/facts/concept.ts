import { perText } from '../remember';
import { isUnit } from '../snapshot/units';
import { squeeze } from '../snapshot/width';
import { FUND_NAMES, NEUTRAL_ENDING, SPENT, STAGE_WORDS, SUBJECTS, WHOLE, type Stage } from './synonyms';

/** What a name is made of. Two names mean the same quantity when all parts agree. */
export type Concept = Readonly<{
  /** The quantity, canonical where it is a known one; '' is the whole department. */
  subject: string;
  stage: Stage;
  /** Named year: a number, last year, or `null` for the year of the report. */
  year: number | 'prior' | null;
  /** The name is a rate; rates go by their full name only. */
  rate: boolean;
}>;

const QUOTES = /[“”"'‘’《》「」]/g;
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:、|\.(?!\d))|[①-⑳])/;
/** Remarks that every name of a quantity may carry without meaning another one. */
const IDLE_REMARK = /^(?:含工勤人员?|含工勤|取绝对值|年末|单位[::].*)$/;
const RATE_ENDING = /(?:率|占比|比重|比例|满意度|进度|程度)$/;

/** Name without width, spaces, quotes and numbering: what two spellings of one name have in common. */
export const nameKey = perText((name): string =>
  squeeze(name)
    .replace(QUOTES, '')
    .replace(NUMBERING, '')
    .replace(/^其中[::]?/, ''),
);

/** Exact form of a name, without units and idle remarks in brackets and without a year of the report's own. */
export const exactKey = perText((name): string =>
  withoutRemarks(nameKey(name)).text.replace(/^(?:本年度|本年|当年度|当年|全年)(?!末|初)/, ''),
);

/** Takes a name apart. Nothing is guessed: what no word explains stays in the subject and has to match as it is. */
export const conceptOf = perText((name): Concept => {
  const { text, stage: remarked } = withoutRemarks(nameKey(name));
  const { rest: dated, year } = takeYear(text);
  const plain = FUND_NAMES.reduce((result, [pattern, word]) => result.replace(pattern, word), dated);
  if (RATE_ENDING.test(plain)) return { subject: plain, stage: null, year, rate: true };
  const { rest, stage } = remarked === null ? takeStage(plain) : { rest: plain, stage: remarked };
  const spent = subjectOf(stripEnding(rest).replace(/支出$/, ''));
  if (/支出/.test(rest) && SPENT.has(spent))
    return { subject: spent, stage: stage ?? 'final', year, rate: false };
  return { subject: subjectOf(rest), stage, year, rate: false };
});

/** Whether a name says at most a year, a stage or how it is counted (金额, 2023年决算数) and no quantity. */
export const isBare = perText((name): boolean => {
  const { rest } = takeYear(withoutRemarks(nameKey(name)).text);
  return stripEnding(takeStage(rest).rest) === '';
});

function withoutRemarks(text: string): { text: string; stage: Stage } {
  let stage: Stage = null;
  const rest = text.replace(/[([]([^()[\]]*)[)\]]/g, (whole: string, inside: string) => {
    if (inside === '' || isUnit(inside) || IDLE_REMARK.test(inside)) return '';
    const found = STAGE_WORDS.find(([, pattern]) => pattern.exec(inside)?.[0] === inside);
    if (!found?.[0]) return whole;
    stage = found[0];
    return '';
  });
  return { text: rest, stage };
}

function takeYear(text: string): { rest: string; year: Concept['year'] } {
  const numbered = /((?:19|20)\d{2})年(?:度)?(?!末|初)/.exec(text);
  if (numbered) return { rest: text.replace(numbered[0], ''), year: Number(numbered[1]) };
  // What last year ended with, said as such; the amount alone (上年结转) is what this year begins with.
  const ended = /^(?:上年度?|上一年度?|去年)(?=(?:年?末|累计).{0,6}结[转余])/.exec(text);
  if (ended)
    return { rest: `年末${text.slice(ended[0].length).replace(/^(?:年?末|累计)/, '')}`, year: 'prior' };
  // 上年结转 is money brought forward into this year, not a quantity of last year.
  const prior = /^(?:上年度|上一年度?|去年|上年)(?!.{0,4}结[转余])(?!末)/.exec(text);
  if (prior) return { rest: text.slice(prior[0].length), year: 'prior' };
  return {
    rest: text.replace(
      /^(?:本年度|本年|当年度|当年|报告年度|评价年度|年度|本期|全年(?!预算))(?!末|初|结)/,
      '',
    ),
    year: null,
  };
}

function takeStage(text: string): { rest: string; stage: Stage } {
  for (const [stage, pattern] of STAGE_WORDS) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (stage === null) return { rest: text, stage };
    return { rest: text.slice(0, match.index) + text.slice(match.index + match[0].length), stage };
  }
  return { rest: text, stage: null };
}

/** Canonical subject of what is left of a name. */
export function subjectOf(text: string): string {
  const bare = stripEnding(text.replace(/的$/, ''));
  if (WHOLE.test(bare)) return '';
  return knownSubject(bare) ?? knownSubject(text) ?? knownSubject(text.replace(/小计$/, '')) ?? bare;
}

const knownSubject = (text: string): string | undefined =>
  SUBJECTS.find(([, pattern]) => pattern.test(text))?.[0];

/** Takes endings off until none is left: 金额合计数 has two. */
function stripEnding(text: string): string {
  const match = NEUTRAL_ENDING.exec(text);
  return match && match.index > 0 ? stripEnding(text.slice(0, match.index)) : match ? '' : text;
}
