import { HostError, type HostErrorCode } from '../ports';
import { hasExcelApi, OLDEST_EXCEL_API } from './requirements';

type Explained = Readonly<{ code: HostErrorCode; message: string }>;

const TOO_LARGE =
  '工作簿太大，Excel 网页版一次传不了这么多数据。请用桌面版 Excel 打开，或删去不用的行后再试。';
const LOST = '与 Excel 的连接断开了。请关闭窗格再重新打开。';

/** Error codes of Excel that have a cause a user can do something about. */
const EXPLAINED: Readonly<Record<string, Explained>> = {
  InvalidOperationInCellEditMode: {
    code: 'edit-mode',
    message: '有单元格正在编辑。请按回车键结束编辑，再试一次。',
  },
  AccessDenied: {
    code: 'protected',
    message: '工作表受保护，Excel 不允许改动。请先撤销工作表保护，再试一次。',
  },
  ItemNotFound: { code: 'not-found', message: '找不到工作表或单元格，它可能已被删除或改名。请重新检查。' },
  InvalidObjectPath: { code: 'not-found', message: '工作表已被删除或改名。请重新检查。' },
  RequestPayloadSizeLimitExceeded: { code: 'too-large', message: TOO_LARGE },
  ResponsePayloadSizeLimitExceeded: { code: 'too-large', message: TOO_LARGE },
  ResponsePayloadSizeLimit: { code: 'too-large', message: TOO_LARGE },
  InvalidOrTimedOutSession: { code: 'lost', message: LOST },
  ConnectionFailure: { code: 'lost', message: LOST },
  HostRestartNeeded: { code: 'lost', message: LOST },
  ApiNotFound: {
    code: 'too-old',
    message: '这个版本的 Excel 缺少所需的功能。请升级到 Excel 2021 或更高版本。',
  },
  InvalidOperation: {
    code: 'refused',
    message: 'Excel 拒绝了这一步。请确认当前显示的是这个工作簿，没有打开的对话框，再试一次。',
  },
};

/** Code of an error that office.js raised, null for any other error. */
export function officeCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Where in the object model Excel met the error, as it tells it; empty where it does not. */
export function errorPlace(error: unknown): string {
  const { debugInfo } = (error ?? {}) as { debugInfo?: { errorLocation?: string } };
  return debugInfo?.errorLocation ?? '';
}

/** The one error a face has to know, whatever went wrong. `doing` completes the sentence for what has no known cause. */
export function toHostError(error: unknown, doing: string): HostError {
  if (error instanceof HostError) return error;
  const code = officeCode(error);
  const known = code === null ? undefined : EXPLAINED[code];
  if (known) return new HostError(known.code, known.message, { cause: error });
  const detail = error instanceof Error ? error.message : String(error);
  return new HostError(
    'unknown',
    `${doing}时 Excel 报告了错误“${code ?? detail}”。请再试一次；仍不行，请保存后重新打开工作簿。`,
    {
      cause: error,
    },
  );
}

/** Throws unless the program runs inside an Excel that is new enough. */
export function requireExcel(): void {
  if (typeof Excel === 'undefined' || typeof Office === 'undefined')
    throw new HostError('not-excel', '没有连接到 Excel。请在 Excel 的“绩效自评”选项卡里打开窗格。');
  if (!hasExcelApi(OLDEST_EXCEL_API))
    throw new HostError(
      'too-old',
      '这个版本的 Excel 太旧。请升级到 Excel 2021 或更高版本，或使用 Microsoft 365。',
    );
}
