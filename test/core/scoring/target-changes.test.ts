import { outcomeOf, scoredLine } from '../../support/scored-line';

describe('changes since the year before', () => {
  it.each([
    ['the number alone', '增长率', '同比增长≥5%', '6.2%', 10],
    ['short of it', '增长率', '同比增长≥5%', '4%', 8],
    ['both in words', '增长率', '同比增长5%以上', '同比增长3%', 6],
    ['words only behind', '增长率', '≥5%', '增长4%', 8],
    ['a fall is no growth', '增长率', '同比增长5%', '下降2%', 'needs-input'],
    ['a fall of so much', '能耗', '较上年下降5%', '下降4%', 8],
    ['a plain number beside a fall may be what is left', '能耗', '同比下降5%', '4%', 'needs-input'],
    ['growth where a fall was aimed at', '能耗', '下降5%', '增长1%', 'needs-input'],
    ['a change of another thing than the name says', '合格率', '≥5%', '增长4%', 'needs-input'],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});

describe('one number in another kind than the other', () => {
  it.each([
    ['90% beside 200 people may be 90% of them', '培训人次', 200, '90%', 'needs-input'],
    ['90% beside 50 is not 180% of it', '培训人次', 50, '90%', 'needs-input'],
    ['100% beside 100 is all of it either way', '培训人次', 100, '100%', 10],
    ['of a rate 95 is 95%', '合格率', 95, '90.25%', 9.5],
    ['1.5万 beside 15000', '受益人口', '15000', '1.5万', 10],
    ['1.2万人 beside 15000', '受益人口', '15000', '1.2万人', 8],
    ['98万元 beside 98 is in the same unit', '收入', '98', '98万元', 10],
    ['公里 and most likely 米', '建设里程', '5公里', '4800', 'needs-input'],
    ['吨 and most likely 公斤', '清运垃圾', '≥2吨', '1800', 'needs-input'],
    ['公顷 and most likely 平方米', '新增绿化', '≥2公顷', '18000', 'needs-input'],
    ['within days', '完成时限', '30天内', '35天', 8.57],
    ['within months', '完成时限', '6个月内', '5个月', 10],
    ['㎡ is 平方米', '单位成本', '≤1500元/㎡', '1450元/平方米', 10],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});
