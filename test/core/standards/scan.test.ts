import { scan, slice } from '../../../src/core/standards/scan';

const shape = (text: string): string => scan(text).shape;

describe('scan evens out what only sets type', () => {
  it.each([
    ['width of figures and signs', '满意度≥９５％', '满意度≥%'],
    ['look-alike signs', '≧90%且≦100%；〈90%', '≥%且≤%;<%'],
    ['two-letter signs', '>=90%', '≥%'],
    ['spaces inside a phrase', '得 8 分', '得#分'],
    [
      'a space that ends a formula stays a break',
      '得分=采购率×2分 采购率=甲/乙',
      '得分=采购率×#分\n采购率=甲/乙',
    ],
    ['a space before a list number stays a break', '（1分）； 2. 资产', '(#分);\n#.资产'],
    ['zero-width characters vanish', '满\u200b意度', '满意度'],
    ['a percentage in words', '百分之九十五以上', '%以上'],
    ['percentage points are percentages', '每超过一个百分点', '每超过%'],
    ['thousands separators', '1,234.5万元', '#万元'],
    ['ordinary words keep their numerals', '一般公共预算第一季度三公经费', '一般公共预算第一季度三公经费'],
    ['a Chinese figure of points', '扣一分', '扣#分'],
    ['list number and percentage without a space', '1.甲得1分；2.5%以下', '#.甲得#分;#.%以下'],
    ['a decimal is no list number', '1.5分', '#分'],
    ['a figure longer than any ledger has', '1'.repeat(30), '\ue002'],
    ['a stray sign is no token of ours', '#和%', '\ue003和\ue003'],
  ])('%s', (_, text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('reads percentages exactly', () => {
    const values = scan('0.1%、百分之七点、12.5％、‰').numbers.filter((number) => number !== undefined);
    expect(values.map(({ value }) => value.toFraction())).toEqual(['1/1000', '7/100', '1/8']);
  });

  it('leads every token back to the original', () => {
    const text = ' 满意度 ≥ ９５％ 的，得 １０ 分';
    const scanned = scan(text);
    expect(slice(scanned, 0, 3)).toBe('满意度');
    const percent = scanned.shape.indexOf('%');
    expect(slice(scanned, percent, percent + 1)).toBe('９５％');
  });
});
