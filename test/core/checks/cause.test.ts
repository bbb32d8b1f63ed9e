import { exact } from '../../../src/core/scoring/number';
import { sumCause, typingCause } from '../../../src/core/checks/cause';

describe('a likely cause', () => {
  it.each([
    ['sign', '-6', '6', '两数仅正负号相反，可能是符号填错。'],
    ['factor 10', '20', '2', '两数恰好相差10倍，可能是小数点错位。'],
    ['factor 100', '0.98', '98', '两数恰好相差100倍，可能是小数点错位，或百分数少填、多填了%。'],
    ['factor 10⁴', '34214900', '3421.49', '两数恰好相差一万倍，可能是元与万元混用。'],
    ['swapped digits', '3412.49', '3421.49', '3412.49与3421.49相邻两位数字对调，可能是录入时数字颠倒。'],
    [
      'digits swapped across the point',
      '36.76',
      '37.66',
      '36.76与37.66相邻两位数字对调，可能是录入时数字颠倒。',
    ],
  ])('is named: %s', (_, printed, expected, cause) => {
    expect(typingCause(exact(printed), exact(expected), 2)).toBe(cause);
  });

  it.each([
    ['two digits differ otherwise', '12.35', '12.47'],
    ['zero says nothing', '0', '5'],
    ['equal numbers', '5', '5'],
    ['digits swapped that are not neighbours', '3.21', '1.23'],
  ])('is not made up: %s', (_, printed, expected) => {
    expect(typingCause(exact(printed), exact(expected), 2)).toBeNull();
  });

  const parts = (...values: readonly string[]) =>
    values.map((value, index) => ({ name: `第${index + 1}项`, value: exact(value) }));

  it.each([
    ['one part left out', '35', parts('10', '25', '7'), '差额恰好等于“第3项”7.00，可能是漏加了这一项。'],
    ['one part twice', '49', parts('10', '25', '7'), '差额恰好等于“第3项”7.00，可能是重复加了这一项。'],
    ['total left at 0', '0', parts('10', '25'), '合计填为0，而分项不为零。'],
  ])('of a sum is named: %s', (_, total, of, cause) => {
    expect(sumCause(exact(total), of, 2)).toBe(cause);
  });

  it('of a sum is not named when two parts fit', () => {
    expect(sumCause(exact('20'), parts('10', '10', '10'), 2)).toBeNull();
  });
});
