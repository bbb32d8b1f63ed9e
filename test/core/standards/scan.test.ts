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
    ['a line break inside a word', '预算执\n行率达到95%\n以上得5分', '预算执行率达到%以上得#分'],
    ['a line break inside a figure', '达到1\n00%，9\n0.\n5%以下', '达到%,%以下'],
    ['a line break behind （含）', '90%（含）\n以上', '%(含)以上'],
    ['spaces between all characters', '达 到 95 % 以 上 得 5 分', '达到%以上得#分'],
    [
      'a line break inside a word ending in 分',
      '每低1个百\n分点、部分\n完成、评分\n标准',
      '每低%、部分完成、评分标准',
    ],
    ['a line that begins with a figure', '95%以上5分\n90%-95%3分', '%以上#分\n%-%#分'],
    ['list items without punctuation', '1.制度健全\n2.执行有效', '#.制度健全\n#.执行有效'],
    ['a name of a definition that a line parts', '预算执\n行率=甲/乙', '预算执行率=甲/乙'],
    ['a definition that begins a line', '计算公式\n预算执行率=甲/乙', '计算公式\n预算执行率=甲/乙'],
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
