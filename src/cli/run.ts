import { parseCommand } from './arguments';
import { runCheck } from './check';
import { runExplain } from './explain';
import { sentenceOf } from './problem';
import { runScore } from './score';
import { runStandard } from './standard';
import type { Streams } from './streams';
import { UNREADABLE } from './summary-row';
import { USAGE } from './usage';

/** Runs one command line; answers the exit code. Everything that goes wrong ends here as one sentence. */
export async function run(words: readonly string[], version: string, streams: Streams): Promise<number> {
  try {
    const command = parseCommand(words);
    switch (command.name) {
      case 'check':
        return await runCheck(command, streams);
      case 'score':
        return await runScore(command, streams);
      case 'standard':
        return runStandard(streams);
      case 'explain':
        return runExplain(command.id, streams);
      case 'help':
        streams.print(USAGE);
        return 0;
      case 'version':
        streams.print(`${version}\n`);
        return 0;
    }
  } catch (error) {
    streams.error(`${sentenceOf(error)}\n`);
    return UNREADABLE;
  }
}
