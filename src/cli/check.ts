import type { Command } from './arguments';
import { checkOne } from './check-one';
import { listWorkbooks } from './folder';
import { readingContext } from './reading';
import type { Streams } from './streams';
import { exitOf } from './summary-row';

export type CheckCommand = Extract<Command, { name: 'check' }>;

/**
 * `ziping check`: reviews each workbook and prints it. One file is done here and now; what several files need (threads,
 * resuming, a summary) is loaded only for them.
 */
export async function runCheck(command: CheckCommand, streams: Streams): Promise<number> {
  const context = readingContext(command);
  const files = listWorkbooks(command.paths);
  const [file, ...others] = files;
  const single = others.length === 0 && file === command.paths[0];
  if (file === undefined || !single || command.summary !== null || command.resume !== null) {
    const { checkFolder } = await import(/* webpackChunkName: "folder" */ './folder-run');
    return checkFolder(command, files, streams, context);
  }
  const { output, notes, row } = await checkOne(file, context, {
    format: command.format,
    colour: streams.colour,
    oneALine: false,
  });
  for (const note of notes) streams.error(`${note}\n`);
  streams.print(output);
  return exitOf(row);
}
