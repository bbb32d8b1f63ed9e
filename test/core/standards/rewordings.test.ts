import { scoreStandard } from '../../../src/core';
import { PHRASINGS } from './phrasings';
import type { Given, Phrasing } from './phrasings/phrasing';

/** Ways to write the same standard, each with what it changes. */
const REWORDINGS: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['开头写着“评分标准：”', (text) => `评分标准：${text}`],
  ['开头写着“计分方法：”，另起一行', (text) => `计分方法：\n${text}`],
  ['开头写着“【评分标准】”', (text) => `【评分标准】${text}`],
  ['“一、评分标准”自成一行', (text) => `一、评分标准\n${text}`],
  ['开头写着“考核内容：”', (text) => `考核内容：${text}`],
  ['开头标着“【定量指标】”', (text) => `【定量指标】${text}`],
  ['开头标着“（定量）”', (text) => `（定量）${text}`],
  ['整段加了引号', (text) => `“${text}”`],
  ['分号写成句号', (text) => text.replace(/；/g, '。')],
  ['分号后换行', (text) => text.replace(/；/g, '；\n')],
  ['句号后换行', (text) => text.replace(/。(?=.)/g, '。\n')],
  ['逗号用半角', (text) => text.replace(/，/g, ',')],
  ['括号用半角', (text) => text.replace(/（/g, '(').replace(/）/g, ')')],
  ['末尾没有句号', (text) => text.replace(/。$/, '')],
  ['≥写成>=', (text) => text.replace(/≥/g, '>=').replace(/≤/g, '<=')],
  ['“扣完为止”写成“扣至0分为止”', (text) => text.replace(/扣完为止/g, '扣至0分为止')],
  ['“得0分”写成“不得分”', (text) => text.replace(/[得计]0分/g, '不得分')],
  ['“得满分”写成“得全分”', (text) => text.replace(/得满分/g, '得全分')],
  ['“得5分”写成“计5分”', (text) => text.replace(/得(?=\d+(?:\.\d+)?分)/g, '计')],
  ['“扣1分”写成“扣减1分”', (text) => text.replace(/(?<!倒)扣(?=\d+(?:\.\d+)?分)/g, '扣减')],
  ['“个百分点”写成“百分点”', (text) => text.replace(/(\d)个百分点/g, '$1百分点')],
  ['数字与“分”之间有空格', (text) => text.replace(/(\d)分/g, '$1 分')],
  ['×写成*', (text) => text.replace(/×/g, '*')],
];

/** Answers name words of the text, which a rewording changes; quantities are named alike. */
function middleCase({ cases }: Phrasing): Given {
  const plain = cases.map(([given]) => given).filter(({ a }) => a === undefined);
  return plain[Math.floor(plain.length / 2)] ?? {};
}

const said = ({ indicator, points, formula }: Phrasing, text: string, given: Given): unknown => {
  const { q: quantities, otherwise, perPoint } = given;
  const { status, score, range } = scoreStandard({
    indicator, points, text, formula, given: { quantities, otherwise }, profile: { perPoint },
  }); // prettier-ignore
  return { text, status, score, range };
};

describe('the same standard written otherwise is scored the same', () => {
  it.each(REWORDINGS)('%s', (_what, change) => {
    let changed = 0;
    for (const phrasing of PHRASINGS) {
      const text = change(phrasing.text);
      if (text === phrasing.text) continue;
      changed += 1;
      const given = middleCase(phrasing);
      expect(said(phrasing, text, given)).toEqual({
        ...(said(phrasing, phrasing.text, given) as object),
        text,
      });
    }
    expect(changed).toBeGreaterThan(10);
  });
});
