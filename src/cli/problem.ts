import { types } from 'node:util';

/** Something the user must put right before the command can go on: one Chinese sentence, exit code 2. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** The sentence to print for anything thrown. An unforeseen error names itself, never its stack. */
export function sentenceOf(error: unknown): string {
  if (!types.isNativeError(error)) return `发生未知错误：${String(error)}`;
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return `找不到文件，请核对路径：${(error as NodeJS.ErrnoException).path ?? ''}`;
    case 'EACCES':
    case 'EPERM':
      return `没有权限读写文件，请检查权限或关闭正在使用它的程序：${(error as NodeJS.ErrnoException).path ?? ''}`;
    case 'EBUSY':
      return `文件正被其他程序使用，请先关闭再试：${(error as NodeJS.ErrnoException).path ?? ''}`;
    case 'ENOSPC':
      return '磁盘空间不足，没有写出文件，原文件未改动。';
    case 'EISDIR':
      return `这里需要文件而不是文件夹：${(error as NodeJS.ErrnoException).path ?? ''}`;
    default:
      return error.message;
  }
}
