import { extname } from 'node:path';
import { isSameFile, writeAtomically } from './files';
import { escapeHtml } from './html-text';
import { Problem } from './problem';
import { stateOf, type SummaryRow } from './summary-row';
import { SUMMARY_COLUMNS, summarySentence } from './summary-table';

/** Where the summary goes and how it is written. */
export type SummaryTarget = Readonly<{ path: string; render: (rows: readonly SummaryRow[]) => string }>;

/** Decides by the name, before any work is done. @throws {Problem} for another ending or for a workbook of the run. */
export function summaryTarget(path: string, files: readonly string[]): SummaryTarget {
  const render = { '.csv': summaryCsv, '.html': summaryHtml }[extname(path).toLowerCase()];
  if (!render) throw new Problem(`--summary 只能写成 .csv 或 .html 文件，不能是“${path}”。`);
  if (files.some((file) => isSameFile(file, path))) {
    throw new Problem(`--summary 不能写到要检查的文件“${path}”上。`);
  }
  return { path, render };
}

export function writeSummary({ path, render }: SummaryTarget, rows: readonly SummaryRow[]): void {
  writeAtomically(path, new TextEncoder().encode(render(rows)));
}

/** Excel takes text that begins so for a formula, also after a tab or a line break. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** The summary for Excel: a byte order mark so that Chinese reads as such, and no cell that could act as a formula. */
export function summaryCsv(rows: readonly SummaryRow[]): string {
  const lines = [
    SUMMARY_COLUMNS.map(({ title }) => title),
    ...rows.map((row) => SUMMARY_COLUMNS.map(({ of }) => of(row))),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A negative number stays a number. */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const STYLE =
  'body{font:14px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans SC",sans-serif;color:#1f1f1f;margin:2em}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.25em .5em;text-align:left}' +
  'th{background:#f0f0f0}tr{break-inside:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:15mm}';

/** The summary as one page: no script, nothing loaded. */
export function summaryHtml(rows: readonly SummaryRow[]): string {
  const head = SUMMARY_COLUMNS.map(({ title }) => `<th>${title}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr data-state="${stateOf(row)}">` +
        SUMMARY_COLUMNS.map(({ of }) => `<td>${escapeHtml(of(row))}</td>`).join('') +
        '</tr>',
    )
    .join('\n');
  return (
    '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>绩效自评检查汇总</title><style>${STYLE}</style></head>\n<body><h1>绩效自评检查汇总</h1>` +
    `<p>${summarySentence(rows)}</p>\n<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></body></html>\n`
  );
}
