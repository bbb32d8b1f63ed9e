import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { version } from '../../package.json';
import type { ReadingOptions } from './arguments';
import { Problem } from './problem';
import type { SummaryRow } from './summary-row';

/** First line of the file, so that no other file is ever appended to. */
const HEADER = '{"ziping":"resume"}';

type Entry = Readonly<{ path: string; stamp: string; options: string; row: SummaryRow }>;

export type ResumeFile = Readonly<{
  /** The row of a workbook that was finished with the same options and has not changed since. */
  find: (path: string, stamp: string) => SummaryRow | null;
  /** Notes a finished workbook; on disk when this returns, so that an interrupted run loses nothing. */
  add: (path: string, stamp: string, row: SummaryRow) => void;
  close: () => void;
}>;

/**
 * Opens the state of a run, or begins it. A last line that was cut off by a crash is passed over.
 * @throws {Problem} when the file is something else.
 */
export function openResume(path: string, options: ReadingOptions): ResumeFile {
  const known = new Map<string, Entry>();
  const before = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : '';
  const [header, ...lines] = before.split('\n');
  if (before !== '' && header !== HEADER) {
    throw new Problem(`“${basename(path)}”不是 ziping 的续做文件，没有改动它：请另写一个文件名。`);
  }
  for (const line of lines) {
    const entry = parseEntry(line);
    if (entry) known.set(entry.path, entry);
  }
  const file = openSync(path, 'a');
  const append = (line: string): void => {
    writeSync(file, `${line}\n`);
  };
  if (before === '') append(HEADER);
  else if (!before.endsWith('\n')) append('');
  const print = fingerprint(options);
  return {
    find: (workbook, stamp) => {
      const entry = known.get(resolve(workbook));
      return entry?.stamp === stamp && entry.options === print ? entry.row : null;
    },
    add: (workbook, stamp, row) => {
      append(JSON.stringify({ path: resolve(workbook), stamp, options: print, row } satisfies Entry));
    },
    close: () => {
      closeSync(file);
    },
  };
}

function parseEntry(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as Entry;
    return typeof entry.path === 'string' && typeof entry.row === 'object' ? entry : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Another program version, profile or set of answers may give another result: such entries do not count. */
function fingerprint({ profile, inputs }: ReadingOptions): string {
  const hash = createHash('sha256').update(version);
  for (const option of [profile, inputs]) {
    hash.update(`\n${option ?? ''}\n`);
    if (option !== null && statSync(option, { throwIfNoEntry: false })?.isFile())
      hash.update(readFileSync(option));
  }
  return hash.digest('hex').slice(0, 16);
}
