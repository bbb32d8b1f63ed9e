import { displayedText, type Cell } from '../../../src/core';
import { formatShape } from '../../../src/core/snapshot/number-format';

const shown = (value: Cell['value'], format?: string, text?: string): string =>
  displayedText({
    row: 0,
    column: 0,
    value,
    ...(format === undefined ? {} : { format }),
    ...(text === undefined ? {} : { text }),
  });

describe('what a reader sees in a cell', () => {
  it.each<[why: string, value: Cell['value'], format: string | undefined, expected: string]>([
    ['general', 3421.49, undefined, '3421.49'],
    ['binary traces do not show', 81.90000000000001, undefined, '81.9'],
    ['fixed decimals, half away from zero', 846.895, '0.00', '846.90'],
    ['grouping', 1234567.5, '#,##0.00', '1,234,567.50'],
    ['percent', 0.0324, '0.00%', '3.24%'],
    ['a rate that vanishes in its format', 0.000324, '0%', '0%'],
    ['negative with its own section', -5.5, '0.0;[Red]△0.0', '△5.5'],
    ['negative without a section of its own', -5.5, '0.0', '-5.5'],
    ['zero as a dash', 0, '0.00;-0.00;"—"', '—'],
    ['literal behind', 12, '0"个"', '12个'],
    ['in thousands', 12_345_678, '#,##0,', '12,346'],
    ['a date', 45250, 'yyyy-mm-dd', '2023年11月20日'],
    ['the leap day', 45351, 'yyyy"年"m"月"d"日"', '2024年2月29日'],
    ['the first of March 1900', 61, 'yyyy/m/d', '1900年3月1日'],
    ['text', '达成', undefined, '达成'],
    ['a truth value', true, undefined, 'TRUE'],
    ['an error', { error: '#REF!' }, undefined, '#REF!'],
  ])('%s', (_why, value, format, expected) => {
    expect(shown(value, format)).toBe(expected);
  });

  it('the host knows best what it shows', () => {
    expect(shown(0.5, '0%', '5折')).toBe('5折');
  });
});

describe('number formats', () => {
  it.each<[format: string | undefined, kind: string, decimals: number | null]>([
    [undefined, 'general', null],
    ['General', 'general', null],
    ['0', 'number', 0],
    ['#,##0.00_);(#,##0.00)', 'number', 2],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 'number', 2],
    ['0.0%', 'percent', 1],
    ['@', 'text', null],
    ['yyyy/m/d', 'date', null],
    ['[$-804]yyyy"年"m"月"', 'date', null],
    ['h:mm', 'date', null],
    ['0.00"元"', 'number', 2],
    ['[Red]0.000', 'number', 3],
  ])('%s', (format, kind, decimals) => {
    expect(formatShape(format)).toMatchObject({ kind, decimals });
  });
});
