import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from './problem';

const WORKBOOK = /\.(xlsx|xlsm|xls)$/i;

/** Excel's lock files (`~$…`) and hidden files are not workbooks. */
const PASSING = /^(~\$|\.)/;

/**
 * The workbooks that the paths name: a file as it stands, a folder with everything below it in name order. Old `.xls`
 * files are listed too, so that they are reported and not passed over in silence.
 * @throws {Problem} when a folder holds no workbook at all.
 */
export function listWorkbooks(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const found = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && WORKBOOK.test(entry.name) && !PASSING.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }));
    if (found.length === 0) throw new Problem(`文件夹“${basename(path)}”里没有 .xlsx 工作簿。`);
    return found;
  });
}
