import { factorBetween, unitAt, unitOf } from '../../../src/core/standards/units';

const factor = (from: string, to: string): string | null => {
  const [a, b] = [unitOf(from), unitOf(to)];
  return a && b ? (factorBetween(a, b)?.toFraction() ?? null) : null;
};

describe('a unit', () => {
  it.each([
    ['元', '万元', '1/10000'],
    ['亿元', '万元', '10000'],
    // 每一份的金额与总额之外的单位不说明时可以相比。
    ['元/人', '元', '1'],
    ['万人', '人', '10000'],
    ['万平方米', '公顷', '1'],
    ['年', '个月', '12'],
    ['周', '日', '7'],
    // 工作日与日没有固定的换算，月的天数也不固定。
    ['工作日', '日', null],
    ['个月', '日', null],
    ['元', '人', null],
    ['元/人', '元/户', null],
    ['人', '人次', null],
  ])('%s in %s is %s', (from, to, expected) => {
    expect(factor(from, to)).toBe(expected);
  });

  it.each([
    ['万元以内', '万元'],
    ['个工作日内', '个工作日'],
    ['元/人次', '元/人次'],
    ['万人次', '万人次'],
    ['亿元', '亿元'],
    ['村民', null],
    ['', null],
  ])('at the beginning of %j is %j', (text, expected) => {
    expect(unitAt(text, 0, text.length)?.unit.word ?? null).toBe(expected);
  });

  it.each(['万', '亿', '年度', '元角', '分', '%'])('%s is none', (word) => {
    expect(unitOf(word)).toBeNull();
  });
});
