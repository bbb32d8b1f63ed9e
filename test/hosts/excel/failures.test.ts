import { requireExcel, toHostError } from '../../../src/hosts/excel/failures';
import { HostError } from '../../../src/hosts/ports';

const office = (code: string): Error => Object.assign(new Error('English words of Excel'), { code });

describe('failures of Excel', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'edit-mode', '回车'],
    ['AccessDenied', 'protected', '撤销工作表保护'],
    ['ItemNotFound', 'not-found', '重新检查'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large', '桌面版'],
    ['ConnectionFailure', 'lost', '重新打开'],
    ['ApiNotFound', 'too-old', 'Excel 2021'],
    ['InvalidOperation', 'refused', '再试一次'],
    ['GeneralException', 'unknown', '读取工作簿时 Excel 报告了错误“GeneralException”'],
  ])('%s becomes %s, with what to do', (code, expected, words) => {
    const error = toHostError(office(code), '读取工作簿');
    expect(error.code).toBe(expected);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('English');
    expect(error.message.endsWith('。')).toBe(true);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('keeps a failure that is already explained', () => {
    const known = new HostError('refused', '已说明。');
    expect(toHostError(known, '写入')).toBe(known);
  });

  it('says so outside Excel', () => {
    expect(requireExcel).toThrow('没有连接到 Excel');
  });
});
