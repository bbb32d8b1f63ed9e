import { HostError } from '../ports';

/** What is the matter with a file, for programs; the sentence for people is made in this module. */
export type FileProblem =
  | 'empty'
  | 'text'
  | 'html'
  | 'unknown-format'
  | 'old-xls'
  | 'old-office'
  | 'encrypted'
  | 'binary-workbook'
  | 'not-workbook'
  | 'truncated'
  | 'damaged'
  | 'too-large';

const SENTENCES: Readonly<Record<FileProblem, (detail: string) => string>> = {
  empty: () => '是空文件（0 字节），请重新获取或重新保存该文件。',
  text: () => '实际上是文本文件（如 .csv），只是扩展名不同，请用 Excel 打开后另存为 .xlsx 再试。',
  html: () => '实际上是网页文件（HTML），只是扩展名不同，请用 Excel 打开后另存为 .xlsx 再试。',
  'unknown-format': () => '不是 Excel 工作簿，请选择 .xlsx 或 .xlsm 文件。',
  'old-xls': () => '是旧版 .xls 工作簿，请用 Excel 打开后另存为 .xlsx 再试。',
  'old-office': () => '是旧版 Office 文件，不是 .xlsx 工作簿，请用 Excel 打开后另存为 .xlsx 再试。',
  encrypted: () => '设有打开密码，请在 Excel 中取消密码（文件→信息→保护工作簿）并保存后再试。',
  'binary-workbook': () => '是二进制工作簿（.xlsb），请用 Excel 打开后另存为 .xlsx 再试。',
  'not-workbook': () => '是压缩文件，但其中没有 Excel 工作簿，请选择 .xlsx 或 .xlsm 文件。',
  truncated: () => '不完整（下载或复制可能中断过），请重新获取该文件。',
  damaged: (detail) => `已损坏（${detail}），请用 Excel 打开并修复、另存后再试。`,
  'too-large': (detail) => `过大（${detail}），请删去无关的工作表或多余的行列、另存后再试。`,
};

/** Thrown inside this folder, where the file's name is not known; {@link forFile} turns it into the user's sentence. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  constructor(
    readonly problem: FileProblem,
    readonly detail = '',
  ) {
    super(detail || problem);
  }
}

/** A file that cannot be read as a workbook; `message` is one Chinese sentence that names the file and what to do. */
export class WorkbookFileError extends HostError {
  constructor(
    readonly problem: FileProblem,
    file: string,
    detail = '',
    options?: ErrorOptions,
  ) {
    super(
      problem === 'too-large' ? 'too-large' : 'refused',
      `“${file}”${SENTENCES[problem](detail)}`,
      options,
    );
  }
}

/** Runs a piece of work on a file and gives its faults the file's name. Bugs pass through unchanged. */
export function forFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileFault) {
      throw new WorkbookFileError(error.problem, file, error.detail, { cause: error });
    }
    throw error;
  }
}
