import type { Review } from '../core';
import { toContract } from './contract';
import type { Command } from './arguments';
import { listWorkbooks } from './folder';
import { sentenceOf } from './problem';
import { readingContext, reviewFile } from './reading';
import { htmlReport } from './report-html';
import { textReport } from './report-text';
import type { Streams } from './streams';

/** Exit codes of the contract. */
export const CLEAN = 0;
export const HAS_ERRORS = 1;
export const UNREADABLE = 2;

/** `ziping check`: reviews each workbook and prints it; a file that cannot be read never stops the others. */
export async function runCheck(
  command: Extract<Command, { name: 'check' }>,
  streams: Streams,
): Promise<number> {
  const context = readingContext(command);
  const files = listWorkbooks(command.paths);
  const oneALine = files.length !== 1 || files[0] !== command.paths[0];
  let exit = CLEAN;
  for (const path of files) {
    try {
      const { file, review, warnings } = await reviewFile(path, context);
      for (const warning of warnings) streams.error(`${warning}\n`);
      streams.print(render(command.format, review, file, oneALine, streams.colour));
      if (review.tables.length === 0) {
        streams.error(`${path}：没有认出任何表格。${reasonsOf(review)}\n`);
        exit = UNREADABLE;
      } else if (review.summary.errors > 0 && exit === CLEAN) exit = HAS_ERRORS;
    } catch (error) {
      streams.error(`${path}：${sentenceOf(error)}\n`);
      exit = UNREADABLE;
    }
  }
  return exit;
}

function reasonsOf(review: Review): string {
  return review.ignoredSheets.map(({ sheet, reason }) => `“${sheet}”${reason}`).join('；');
}

function render(
  format: 'text' | 'json' | 'html',
  review: Review,
  file: string,
  oneALine: boolean,
  colour: boolean,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(toContract(review, file), null, oneALine ? 0 : 2)}\n`;
    case 'html':
      return htmlReport(review, file);
    case 'text':
      return textReport(review, file, { colour });
  }
}
