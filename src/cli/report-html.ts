import type { Finding, Review, Score } from '../core';
import { escapeHtml } from './html-text';
import {
  asks,
  computed,
  figure,
  placesOf,
  SEVERITIES,
  SEVERITY_WORDS,
  STATUS_WORDS,
  verdict,
  totalsOf,
} from './report-words';

const STYLE = `
body{font:14px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans SC",sans-serif;color:#1f1f1f;margin:2em auto;max-width:60em;padding:0 1em}
h1{font-size:1.4em;margin:0}h2{font-size:1.1em;margin:1.6em 0 .4em;border-bottom:1px solid #888}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.25em .5em;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}th{background:#f0f0f0}.n{text-align:right;white-space:nowrap}
.error{border-left:4px solid #b10e1c}.verify{border-left:4px dashed #8a5a00}.hint{border-left:4px dotted #0f548c}
.verdict{font-size:1.1em;font-weight:600}.small{color:#555;font-size:.9em}
@page{size:A4;margin:15mm}@media print{body{margin:0;max-width:none;font-size:11px}a{color:inherit;text-decoration:none}}
`;

/** The review as one self-contained page: no script, no network, made to be printed on A4. */
export function htmlReport(review: Review, file: string): string {
  const { summary } = review;
  const totals = totalsOf(review);
  const body = [
    `<h1>绩效自评检查结果</h1><p class="small">${escapeHtml(file)}</p>`,
    `<p class="verdict">${escapeHtml(verdict(review))}</p>`,
    `<table><tbody><tr><th>填报总分</th><td class="n">${totals.reported}</td>` +
      `<th>计算总分</th><td class="n">${totals.computed}</td>` +
      `<th>等次</th><td>${escapeHtml(summary.grade ?? '—')}</td></tr></tbody></table>`,
    ...SEVERITIES.map((severity) =>
      findingTable(
        severity,
        review.findings.filter((finding) => finding.severity === severity),
      ),
    ),
    scoreTable(review.scores),
    section(
      '已说明或不作处理',
      review.settled.map(({ id, sheet, cell, message }) => [id, `${sheet}!${cell}`, message]),
    ),
    section(
      '未能检查',
      review.skipped.map(({ id, reason }) => [id, reason]),
    ),
    section(
      '未检查的工作表',
      review.ignoredSheets.map(({ sheet, reason }) => [sheet, reason]),
    ),
  ].join('\n');
  return (
    '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width">' +
    `<title>${escapeHtml(file)}　绩效自评检查结果</title><style>${STYLE}</style></head>\n<body>\n${body}\n</body></html>\n`
  );
}

function findingTable(severity: Finding['severity'], findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const rows = findings.map(
    ({ id, sheet, cell, message, why, todo, cause, left, right, difference, related, consequences }) =>
      `<tr><td class="${severity}">${escapeHtml(id)}</td><td>${escapeHtml(`${sheet}!${cell}`)}` +
      placesOf(related)
        .map((place) => `<br><span class="small">${escapeHtml(place)}</span>`)
        .join('') +
      `</td><td>${escapeHtml(message)}<br><span class="small">${escapeHtml(why)}${cause === null ? '' : `<br>可能原因：${escapeHtml(cause)}`}` +
      `<br>怎么办：${escapeHtml(todo)}` +
      consequences.map((place) => `<br>由此引起：${escapeHtml(place.role ?? place.cell)}`).join('') +
      `</span></td>` +
      [left, right, difference].map((value) => `<td class="n">${figure(value)}</td>`).join('') +
      '</tr>',
  );
  return (
    `<h2>${SEVERITY_WORDS[severity]}（${findings.length}）</h2><table><thead><tr><th>编号</th><th>单元格</th><th>问题</th>` +
    `<th>填报值</th><th>应为值</th><th>差额</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  );
}

function scoreTable(scores: readonly Score[]): string {
  if (scores.length === 0) return '';
  const rows = scores.map(
    (score) =>
      `<tr><td>${escapeHtml(score.indicator)}<br><span class="small">${escapeHtml(`${score.sheet}!${score.cell}`)}</span></td>` +
      `<td class="n">${figure(score.points)}</td><td class="n">${figure(score.reported)}</td><td class="n">${computed(score)}</td>` +
      `<td>${STATUS_WORDS[score.status]}</td><td class="small">${working(score).map(escapeHtml).join('<br>')}</td></tr>`,
  );
  return (
    '<h2>得分</h2><table><thead><tr><th>指标</th><th>分值</th><th>填报</th><th>计算</th><th>状态</th><th>计算过程</th></tr></thead>' +
    `<tbody>${rows.join('\n')}</tbody></table>`
  );
}

function working(score: Score): string[] {
  const asked = asks(score);
  return asked === null ? [...score.trace] : [...score.trace, `还需要：${asked}`];
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const body = rows
    .map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<h2>${title}</h2><table><tbody>${body}</tbody></table>`;
}
