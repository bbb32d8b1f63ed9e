import { append } from '../core/lists';
import type { Format, ReadingOptions } from './arguments';
import { toContract } from './contract';
import { sentenceOf } from './problem';
import { reviewFile, type ReadingContext } from './reading';
import { htmlReport } from './report-html';
import { textReport } from './report-text';
import { rowOf, unreadableRow, type SummaryRow } from './summary-row';
import type { Review } from '../core';

/** What a worker is asked: plain data, so that it crosses threads. */
export type CheckTask = Readonly<{ path: string; format: Format; colour: boolean; reading: ReadingOptions }>;

/** What came of one workbook: its report as text and one row, never the review itself, which may be large. */
export type CheckOutcome = Readonly<{
  output: string;
  /** Sentences for standard error. */
  notes: readonly string[];
  row: SummaryRow;
}>;

export type Rendering = Readonly<{ format: Format; colour: boolean; oneALine: boolean }>;

/** Reviews one workbook and renders it. Whatever is wrong with the file ends as a sentence in `notes`. */
export async function checkOne(path: string, context: ReadingContext, how: Rendering): Promise<CheckOutcome> {
  try {
    const { file, review, warnings } = await reviewFile(path, context);
    const notes = [...warnings];
    if (review.tables.length === 0) notes.push(`${path}：没有认出任何表格。${reasonsOf(review)}`);
    return { output: render(review, file, path, how), notes, row: rowOf(path, review) };
  } catch (error) {
    return failedOutcome(path, error);
  }
}

/** The outcome of a file that could not be read, or whose worker died. */
export function failedOutcome(path: string, error: unknown): CheckOutcome {
  const sentence = sentenceOf(error);
  return { output: '', notes: [`${path}：${sentence}`], row: unreadableRow(path, sentence) };
}

/** Sheets by the reason why nothing was read there; of many, the first stand for all. */
function reasonsOf(review: Review): string {
  const sheets = new Map<string, string[]>();
  for (const { sheet, reason } of review.ignoredSheets) append(sheets, reason, `“${sheet}”`);
  return [...sheets]
    .map(([reason, names]) => {
      const more = names.length > MOST_NAMED ? `等${names.length}张工作表` : '';
      return `${names.slice(0, MOST_NAMED).join('、')}${more}${reason}`;
    })
    .join('；');
}

const MOST_NAMED = 5;

/** Among several files the name alone may be ambiguous, so that a line also says the path. */
function render(review: Review, file: string, path: string, how: Rendering): string {
  switch (how.format) {
    case 'json':
      return how.oneALine
        ? `${JSON.stringify({ ...toContract(review, file), path })}\n`
        : `${JSON.stringify(toContract(review, file), null, 2)}\n`;
    case 'html':
      return htmlReport(review, file);
    case 'text':
      return textReport(review, file, how);
  }
}
