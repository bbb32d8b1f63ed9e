import { basename } from 'node:path';
import { scorePatches, workingPaper, type CellPatch, type Finding, type Review } from '../core';
import type { Mark, WorkbookChange } from '../hosts/ports';
import type { Command } from './arguments';
import { isSameFile, writeAtomically } from './files';
import { Problem } from './problem';
import { readingContext, reviewFile } from './reading';
import type { Streams } from './streams';

/** `ziping score`: writes computed scores into a copy; the file itself is never changed. */
export async function runScore(
  command: Extract<Command, { name: 'score' }>,
  streams: Streams,
): Promise<number> {
  if (isSameFile(command.file, command.output)) {
    throw new Problem('输出文件不能是原文件：请用 -o 写一个新的文件名。');
  }
  const context = readingContext(command);
  const {
    file,
    host,
    snapshot,
    review,
    notes: explanations,
    warnings,
  } = await reviewFile(command.file, context);
  for (const warning of warnings) streams.error(`${warning}\n`);
  if (review.tables.length === 0) throw new Problem(`${file}：没有认出任何表格，没有写出文件。`);

  const change: WorkbookChange = {
    patches: scorePatches(review, snapshot, command),
    ...(command.mark ? { marks: marksOf(review.findings) } : {}),
    ...(command.paper ? { sheet: workingPaper(review, file, explanations) } : {}),
  };
  const { applied, refused, notes } = await host.apply(change);
  writeAtomically(command.output, host.save());
  streams.print(summary(applied, review, basename(command.output)));
  for (const { patch } of refused) streams.error(`${patch.sheet}!${patch.cell} 没有写入。\n`);
  for (const { message } of notes) streams.error(`${message}\n`);
  return refused.length > 0 ? 1 : 0;
}

/** One mark a finding, at the place where the reader should look. */
export function marksOf(findings: readonly Finding[]): readonly Mark[] {
  return findings.map(({ sheet, cell, severity, message }) => ({ sheet, cell, severity, message }));
}

function summary(applied: readonly CellPatch[], review: Review, output: string): string {
  const open = review.scores.filter((score) => score.score === null).length;
  const lines = applied.map(({ sheet, cell, after }) => {
    const score = review.scores.find((one) => one.sheet === sheet && one.cell === cell);
    const value = typeof after === 'object' ? (after?.formula ?? '') : String(after);
    return `${sheet}!${cell}　${score?.indicator ?? '总分'}　${value}`;
  });
  return [
    `已写入${applied.length}个得分，保存为“${output}”。`,
    ...lines,
    ...(open > 0
      ? [`还有${open}个指标需要补充资料或人工评定，没有写入；用 ziping check 查看还缺什么。`]
      : []),
    '',
  ].join('\n');
}
