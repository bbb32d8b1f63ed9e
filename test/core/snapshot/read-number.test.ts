import fc from 'fast-check';
import { readNumber, type Cell, type NumberReading } from '../../../src/core';

const cell = (value: Cell['value'], more: Partial<Cell> = {}): Cell => ({
  row: 0,
  column: 0,
  value,
  ...more,
});

const told = (reading: NumberReading): unknown =>
  reading.kind === 'number'
    ? [
        reading.value.valueOf(),
        reading.decimals,
        reading.percent,
        reading.unit,
        reading.sign,
        reading.quirks.join(),
      ]
    : reading.kind;

describe('numbers as people type them', () => {
  it.each<[why: string, typed: string, value: number, decimals: number, quirks: string]>([
    ['a number stored as text', '592.00', 592, 2, 'text'],
    ['spaces around', ' 548.00 ', 548, 2, 'text,spaces'],
    ['full-width digits and point', '６１３．０８', 613.08, 2, 'text,full-width'],
    ['thousands', '2,827.00', 2827, 2, 'text,thousands'],
    ['full-width comma', '2，771.74', 2771.74, 2, 'text,full-width,thousands'],
    ['brackets for a negative amount', '(55.26)', -55.26, 2, 'text,parentheses'],
    ['full-width brackets', '（７．３３）', -7.33, 2, 'text,full-width,parentheses'],
    ['a triangle for a negative amount', '△12', -12, 0, 'text,parentheses'],
    ['full-width minus', '－5', -5, 0, 'text,full-width'],
    ['a currency sign', '¥1,200.50', 1200.5, 2, 'text,thousands'],
    ['no zero before the point', '.5', 0.5, 1, 'text'],
    ['a full stop behind', '592.00。', 592, 2, 'text'],
  ])('%s: %s', (_why, typed, value, decimals, quirks) => {
    expect(told(readNumber(cell(typed)))).toEqual([value, decimals, false, null, null, quirks]);
  });

  it.each<[why: string, typed: string, value: number, decimals: number, unit: string | null, quirks: string]>(
    [
      ['a percentage as text', '90%', 0.9, 0, null, 'text'],
      ['thousandths', '5‰', 0.005, 1, null, 'text'],
      ['thousandths with decimals', '12.5‰', 0.0125, 2, null, 'text'],
      ['full-width percent', '９８％', 0.98, 0, null, 'text,full-width'],
      ['a space before the sign', '99.99 %', 0.9999, 2, null, 'text,spaces'],
      ['full width throughout', '１０９．４５％', 1.0945, 2, null, 'text,full-width'],
      ['in words', '百分之九十五点五', 0.955, 1, null, 'text'],
      ['the import form of the finance system', '100百分比', 1, 0, '百分比', 'text,unit-in-cell'],
    ],
  )('%s: %s is a rate', (_why, typed, value, decimals, unit, quirks) => {
    expect(told(readNumber(cell(typed)))).toEqual([value, decimals, true, unit, null, quirks]);
  });

  it.each<[typed: string, value: number, unit: string]>([
    ['90万元', 90, '万元'],
    ['1.2万人', 1.2, '万人'],
    ['10万人次', 10, '万人次'],
    ['0.3万元/人', 0.3, '万元/人'],
    ['3万户', 3, '万户'],
    ['87.48万元', 87.48, '万元'],
    ['50个', 50, '个'],
    ['46人次', 46, '人次'],
    ['1200（人）', 1200, '人'],
    ['5年', 5, '年'],
    ['三个', 3, '个'],
    ['12元/人', 12, '元/人'],
  ])('%s has its unit in the cell', (typed, value, unit) => {
    expect(told(readNumber(cell(typed)))).toEqual([
      value,
      expect.any(Number),
      false,
      unit,
      null,
      expect.stringContaining('unit-in-cell'),
    ]);
  });

  it.each<[typed: string, sign: string, value: number]>([
    ['≥50个', '>=', 50],
    ['≧95%', '>=', 0.95],
    ['＞３', '>', 3],
    ['≤90万元', '<=', 90],
    ['不低于90%', '>=', 0.9],
    ['不超过3次', '<=', 3],
    ['90%以上', '>=', 0.9],
    ['10个（含）以上', '>=', 10],
    ['5天以内', '<=', 5],
    ['=8个', '=', 8],
    ['<2%', '<', 0.02],
    ['达到100%', '>=', 1],
  ])('%s: sign and number of a target', (typed, sign, value) => {
    const reading = readNumber(cell(typed), { measured: true });
    expect(reading).toMatchObject({ kind: 'number', sign });
    expect(reading.kind === 'number' && reading.value.valueOf()).toBe(value);
  });

  it.each(['—', '——', '--', '/', '／', '\\', '无', '不适用', ' — ', 'N/A', '不涉及'])(
    '“%s” means not applicable',
    (typed) => {
      expect(readNumber(cell(typed)).kind).toBe('not-applicable');
    },
  );

  it.each(['', '   ', '\u3000', '\u00a0 ', '\n'])('spaces alone are blank (%j)', (typed) => {
    expect(readNumber(cell(typed))).toEqual({ kind: 'blank' });
  });

  it.each<[why: string, typed: string]>([
    ['a date', '2023年11月20日'],
    ['a deadline', '2023年11月底前'],
    ['a year', '2020年'],
    ['a report year', '2020年度'],
    ['a heading number', '一'],
    ['a numbered heading', '1、信访费用'],
    ['a quarter', '一季度'],
    ['two numbers', '5/8'],
    ['a range', '80%-90%'],
    ['an item number', '(1)'],
    ['a reference', '见表1-4'],
    ['a sentence', '完成60%，其余顺延'],
    ['a month', '11月底前'],
    ['a separator that could as well be a decimal comma', '1,2345'],
    ['digits joined by a hyphen, as in a number to call', '000-000'],
  ])('%s is text: %s', (_why, typed) => {
    expect(readNumber(cell(typed)).kind).toBe('text');
  });
});

describe('numbers with a format', () => {
  it.each<[why: string, more: Partial<Cell>, value: number, expected: unknown]>([
    [
      'a percent format gives the decimals of the figure',
      { format: '0.00%' },
      0.0324,
      [0.0324, 2, true, null, null, ''],
    ],
    ['a percent format without decimals', { format: '0%' }, 0, [0, 0, true, null, null, '']],
    ['grouping and padding', { format: '#,##0.00_ ' }, 3421.49, [3421.49, 2, false, null, null, '']],
    [
      'integers shown without decimals keep their value',
      { format: '0' },
      12.6,
      [12.6, 0, false, null, null, ''],
    ],
    ['traces of binary arithmetic go, as in Excel', {}, 81.90000000000001, [81.9, 1, false, null, null, '']],
    ['small numbers', {}, 1e-7, [1e-7, 7, false, null, null, '']],
    ['literals in the format', { format: '0.0"万元"' }, 5.25, [5.25, 1, false, null, null, '']],
  ])('%s', (_why, more, value, expected) => {
    expect(told(readNumber(cell(value, more)))).toEqual(expected);
  });

  it('a date is text, also as a number', () => {
    expect(readNumber(cell(45250, { format: 'yyyy"年"m"月"d"日"' }))).toEqual({
      kind: 'text',
      text: '2023年11月20日',
    });
    expect(readNumber(cell(45250, { format: 'yyyy/m/d' })).kind).toBe('text');
  });

  it('an error value stays one', () => {
    expect(readNumber(cell({ error: '#DIV/0!' }))).toEqual({ kind: 'error', error: '#DIV/0!' });
  });
});

describe('a place for rates', () => {
  it.each<[why: string, value: Cell['value'], more: Partial<Cell>, expected: unknown]>([
    ['98 means 98%', 98, {}, [0.98, 0, true, null, null, 'missing-percent']],
    ['92.38 means 92.38%', 92.38, {}, [0.9238, 2, true, null, null, 'missing-percent']],
    ['0.9238 is a fraction already', 0.9238, {}, [0.9238, 2, true, null, null, '']],
    ['1.3669 is 136.69%', 1.3669, {}, [1.3669, 2, true, null, null, '']],
    ['a percent format needs no help', 0.98, { format: '0%' }, [0.98, 0, true, null, null, '']],
    ['98 as text', '98', {}, [0.98, 0, true, null, null, 'text,missing-percent']],
    ['a unit says that it is no rate', '98个', {}, [98, 0, false, '个', null, 'text,unit-in-cell']],
  ])('%s', (_why, value, more, expected) => {
    expect(told(readNumber(cell(value, more), { rate: true }))).toEqual(expected);
  });

  it('a plain 98 elsewhere stays 98', () => {
    expect(told(readNumber(cell(98)))).toEqual([98, 0, false, null, null, '']);
  });
});

it('targets and actual values are text by custom: only real oddities count', () => {
  expect(told(readNumber(cell('87.48万元'), { measured: true }))).toEqual([
    87.48,
    2,
    false,
    '万元',
    null,
    '',
  ]);
  expect(told(readNumber(cell('９８％'), { measured: true }))).toEqual([
    0.98,
    0,
    true,
    null,
    null,
    'full-width',
  ]);
});

describe('properties', () => {
  const amount = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100);

  it('a number reads the same typed as a number, as text, in full width and with separators', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const plain = value.toFixed(2);
        const wide = plain.replace(/[0-9.]/g, (sign) =>
          sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
        );
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        for (const typed of [plain, wide, grouped, ` ${plain} `, `${plain}万元`]) {
          const reading = readNumber(cell(typed));
          expect(reading.kind === 'number' && reading.value.valueOf()).toBe(value);
        }
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (text, rate) =>
        ['number', 'blank', 'not-applicable', 'text'].includes(readNumber(cell(text), { rate }).kind),
      ),
    );
  });
});
