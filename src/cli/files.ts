import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from './problem';

/** Larger files are refused before they are read: no self-evaluation workbook comes near it. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;

export function readBytes(path: string): Uint8Array {
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) {
    throw new Problem(`文件“${basename(path)}”有${Math.round(size / 1048576)} MB，超过512 MB，不予读取。`);
  }
  return readFileSync(path);
}

/** Reads a JSON file given on the command line; `what` names it in the sentence for the user. */
export function readJson(path: string, what: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Problem(`${what}“${basename(path)}”不是有效的 JSON：${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Whether two paths lead to the same file; a file that does not exist yet is not the same as any other. */
export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return resolve(a) === resolve(b);
    throw error;
  }
}

/** Writes beside the target and renames, so that a full disk or a crash never leaves half a file. */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    closeQuietly(file);
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Closes a descriptor that may be closed already; the error that led here is the one to report. */
function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBADF') throw error;
  }
}
