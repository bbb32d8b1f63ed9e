import { scoreStandard, type Scoring } from '../../../src/core';
import { PHRASINGS } from './phrasings';
import type { Given, Phrasing } from './phrasings/phrasing';

const STATUS = { scored: '', range: '', 'needs-input': '需补充', manual: '须人工评分' } as const;

function given({ q = {}, a = [], otherwise, perPoint }: Given): string {
  const parts = [
    ...Object.entries(q).map(([name, value]) => `${name} ${value}`),
    ...a.map(({ about, under, count, met, happened, chosen }) => {
      const said = count ?? (met === undefined ? (happened === undefined ? (chosen ? '选此档' : '不选') : happened ? '发生' : '未发生') : met ? '满足' : '不满足');
      return `“${under ? `${under}：` : ''}${about}”${typeof said === 'number' ? `${said}处` : said}`;
    }),
    ...(otherwise ? ['其余均合规'] : []),
    ...(perPoint === 'linear' ? ['按线性口径'] : []),
  ]; // prettier-ignore
  return parts.join('，') || '（未提供）';
}

function result({ status, score, range, needs, alternatives, trace }: Scoring): string {
  const others = alternatives.map((other) => `${other.score}分（${other.reading}）`).join('；');
  if (status === 'scored') return `${String(score)}分${others ? `；另一读法：${others}` : ''}`;
  if (status === 'range' && range) return `${range[0]}—${range[1]}分，由人判断`;
  if (status === 'manual') return `${STATUS.manual}：${trace.at(-1) ?? ''}`;
  return `${STATUS['needs-input']}：${needs.map(({ name }) => name).join('、')}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function example({ indicator, points, text, formula, reason, cases }: Phrasing): string {
  const rows = cases.map(([known]) => {
    const { q: quantities, a: answers, otherwise, perPoint } = known;
    const scored = scoreStandard({ indicator, points, text, formula, given: { quantities, answers, otherwise }, profile: { perPoint } });
    return `| ${cell(given(known))} | ${cell(result(scored))} |`;
  });
  const lines = [`**${reason}**（${indicator}，${points}分）`, '', `> ${cell(text)}`, ...(formula ? ['>', `> 公式栏：${cell(formula)}`] : []), '', '| 已知 | 结果 |', '| --- | --- |', ...rows, ''];
  return lines.join('\n');
} // prettier-ignore

/** The examples of docs/standards.md: every wording the tests vouch for, with what the program says of it. */
export function examples(): string {
  const kinds = [...new Set(PHRASINGS.map(({ kind }) => kind))];
  return kinds
    .map((kind) =>
      [`### ${kind}`, '', ...PHRASINGS.filter((phrasing) => phrasing.kind === kind).map(example)].join('\n'),
    )
    .join('\n');
}
