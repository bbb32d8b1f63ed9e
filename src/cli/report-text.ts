import type { Finding, Review, Severity } from '../core';
import { append, greatest } from '../core/lists';
import {
  asks,
  computed,
  figure,
  SEVERITIES,
  SEVERITY_WORDS,
  STATUS_WORDS,
  verdict,
  totalsOf,
} from './report-words';
import { clean, columnsOf } from './terminal-text';

const COLOURS: Readonly<Record<Severity, string>> = {
  error: '\u001B[31m',
  verify: '\u001B[33m',
  hint: '\u001B[36m',
};
const BOLD = '\u001B[1m';
const PLAIN = '\u001B[0m';

type Options = Readonly<{ colour: boolean }>;

/** The review for a terminal: verdict, findings by severity, scores, what could not be checked. */
export function textReport(review: Review, file: string, { colour }: Options): string {
  const paint = (code: string, text: string): string => (colour ? `${code}${text}${PLAIN}` : text);
  const { summary, coverage } = review;
  const lines = [paint(BOLD, clean(file)), verdict(review)];
  if (review.tables.length > 0) {
    const { reported, computed } = totalsOf(review);
    const each = review.totals.length > 1 ? `${review.totals.length} 张自评表各自的` : '';
    lines.push(
      `认出 ${coverage.tables} 张表；${each}填报总分 ${reported}，计算总分 ${computed}` +
        (summary.grade === null ? '。' : `，等次“${summary.grade}”。`),
    );
  }
  for (const severity of SEVERITIES) {
    const findings = review.findings.filter((finding) => finding.severity === severity);
    if (findings.length === 0) continue;
    lines.push('', paint(COLOURS[severity], `${SEVERITY_WORDS[severity]}（${findings.length}）`));
    for (const finding of findings) lines.push(...findingLines(finding));
  }
  if (review.scores.length > 0) lines.push('', paint(BOLD, '得分'), ...scoreLines(review));
  if (review.settled.length > 0) {
    lines.push(
      '',
      paint(BOLD, '已说明或不作处理'),
      ...review.settled.map(
        ({ id, sheet, cell, message }) => `  ${id}　${clean(sheet)}!${cell}　${clean(message)}`,
      ),
    );
  }
  if (review.skipped.length > 0) {
    lines.push(
      '',
      paint(BOLD, '未能检查'),
      ...reasonsByCheck(review).map(([id, reasons]) => `  ${id}　${reasons}`),
    );
  }
  for (const { sheet, reason } of review.ignoredSheets)
    lines.push(clean(`未检查的工作表“${sheet}”：${reason}`));
  return `${lines.join('\n')}\n\n`;
}

function findingLines({ id, sheet, cell, message, cause, todo, consequences }: Finding): string[] {
  return [
    `  ${id}　${clean(sheet)}!${cell}　${clean(message)}`,
    ...(cause === null ? [] : [`    可能原因：${clean(cause)}`]),
    `    怎么办：${clean(todo)}`,
    ...consequences.map((place) => `    由此引起：${clean(place.role ?? place.cell)}`),
  ];
}

/** Why each check was not made, a line each. */
function reasonsByCheck({ skipped }: Review): readonly (readonly [id: string, reasons: string])[] {
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of skipped) append(reasons, id, clean(reason));
  return [...reasons].map(([id, list]) => [id, list.join('；')]);
}

function scoreLines(review: Review): string[] {
  const rows = review.scores.map((score) => [
    clean(score.indicator),
    `${clean(score.sheet)}!${score.cell}`,
    `分值 ${figure(score.points)}`,
    `填报 ${figure(score.reported)}`,
    `计算 ${computed(score)}`,
    STATUS_WORDS[score.status],
  ]);
  const widths = (rows[0] ?? []).map((_, column) =>
    greatest(
      rows.map((row) => columnsOf(row[column] ?? '')),
      0,
    ),
  );
  return rows.flatMap((row, index) => {
    const line = row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - columnsOf(text)))
      .join('  ');
    const score = review.scores[index];
    const asked = score ? asks(score) : null;
    return [`  ${line.trimEnd()}`, ...(asked === null ? [] : [`    还需要：${clean(asked)}`])];
  });
}
