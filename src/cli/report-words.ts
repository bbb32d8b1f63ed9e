import { askedFor, type Related, type Review, type Score, type Severity } from '../core';

/** Words that the text and the HTML report share. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  verify: '核实',
  hint: '提示',
};

export const STATUS_WORDS: Readonly<Record<Score['status'], string>> = {
  scored: '已算出',
  range: '有区间',
  'needs-input': '待补充',
  manual: '人工评定',
};

/** Severities in the order in which a reader wants them. */
export const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];

/** A number as it prints, at most 6 decimals; — for none. */
export function figure(value: number | null): string {
  return value === null ? '—' : String(Number(value.toFixed(6)));
}

/** Reported and computed total in words. Totals of several projects are not added up: from the lowest to the highest. */
export function totalsOf({
  summary,
  totals,
  scores,
}: Review): Readonly<{ reported: string; computed: string }> {
  if (totals.length < 2)
    return { reported: figure(summary.reportedTotal), computed: figure(summary.computedTotal) };
  const computed = totals.map((total) =>
    total.scores.reduce<number | null>((sum, at) => {
      const value = scores[at]?.score ?? scores[at]?.reported ?? null;
      return sum === null || value === null ? null : sum + value;
    }, 0),
  );
  return { reported: span(totals.map(({ reported }) => reported)), computed: span(computed) };
}

function span(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [figure(Math.min(...known)), figure(Math.max(...known))];
  if (known.length < values.length) return '不全';
  return low === high ? low : `${low}—${high}`;
}

/** What the standard gives: a score, a range, or — where it is still open. */
export function computed(score: Score): string {
  return score.range ? `${figure(score.range[0])}—${figure(score.range[1])}` : figure(score.score);
}

/** The verdict in one sentence. */
export function verdict(review: Review): string {
  if (review.tables.length === 0) return '没有认出任何表格，未作检查。';
  const { errors, verify, hints } = review.summary;
  if (errors > 0) {
    const blank = review.findings.filter(
      ({ id, severity }) => id === 'SCR-018' && severity === 'error',
    ).length;
    const unfilled = blank > 0 ? `（其中 ${blank} 处是得分还没有填）` : '';
    return `有 ${errors} 处错误须改正${unfilled}，${verify} 处须核实说明，${hints} 处提示。`;
  }
  if (verify > 0) return `没有错误；有 ${verify} 处须核实说明，${hints} 处提示。`;
  return hints > 0 ? `没有错误；有 ${hints} 处提示。` : '没有发现问题。';
}

/** What each open indicator asks for, in one sentence; `null` when it asks for nothing. */
export function asks(score: Score): string | null {
  if (score.status === 'manual') return score.trace.at(-1) ?? '评分标准未能读懂，请人工评定。';
  return score.needs.length === 0 ? null : score.needs.map(askedFor).join('；');
}

/** A sum of many parts names some of them; the sheet shows the rest. */
const MOST_PLACES = 6;

/** The other cells of a finding with the part they play; of a long list the first few and how many there are. */
export function placesOf(related: readonly Related[]): readonly string[] {
  const words = related
    .slice(0, MOST_PLACES)
    .map(({ role, sheet, cell }) => `${role ?? '相关'} ${sheet}!${cell}`);
  return related.length > MOST_PLACES ? [...words, `等${related.length}处`] : words;
}
