import { outcomeOf, scoredLine } from '../../support/scored-line';

describe('numbers among the words of what was done', () => {
  it.each([
    ['a verb in both', '举办讲座', '全年12期', '全年举办12期', 10],
    ['a verb in both, short of it', '举办讲座', '全年12期', '举办10期', 8.33],
    ['words of the name', '走访企业', '不少于100家', '走访企业112家', 10],
    ['words of the name, short of it', '走访企业', '不少于100家', '走访企业95家', 9.5],
    ['a noun behind on one side', '建设平台', '建成2个平台', '建成1个', 5],
    ['a verb beside a number', '采购车辆', '2辆', '采购2辆', 10],
    ['the same words on both sides', '就业效果', '带动就业500人', '带动就业400人', 8],
    ['a bound behind the number', '农户收入', '户均增收1000元以上', '户均增收1120元', 10],
    ['other words: another thing may be counted', '受益情况', '覆盖12个村', '覆盖8个贫困户', 'needs-input'],
    ['two numbers say more than one', '举办讲座', '12期', '举办10期，参加2000人', 'needs-input'],
    ['what is left is no result', '建设任务', '建设10处', '剩余2处', 'needs-input'],
    ['what failed is no result', '建设任务', '建设10处', '未建设2处', 'needs-input'],
    ['less may be better', '能耗', '减少用电500度', '减少用电400度', 'needs-input'],
    ['a rank is no amount', '全省排名', '全省第3名', '全省第5名', 'needs-input'],
    ['a date is no amount', '完成时间', '建成2个', '建成2023年', 'needs-input'],
    ['about so many', '走访企业', '100家', '约100家', 'needs-input'],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});

describe('one unit in several spellings', () => {
  it.each([
    ['万份 beside 份', '印发资料', '≥2万份', '18000份', 9],
    ['亿立方米 beside 万立方米', '用水总量', '≤1.2亿立方米', '11500万立方米', 10],
    ['万㎡ beside 万平方米', '管护面积', '47万㎡', '47万平方米', 10],
    ['m² beside 平方米', '管护面积', '1000m²', '950平方米', 9.5],
    ['个 beside 处 counts another thing', '建设站点', '10个', '9处', 'needs-input'],
    ['万份 beside 册 counts another thing', '印发资料', '≥2万份', '18000册', 'needs-input'],
    ['达到 before a result says what was reached', '合格率', '≥99.5%', '达到99.2%', 9.97],
    ['the rate by its name', '完成率', '≥99.5%', '完成率99.2%', 9.97],
    ['another rate than the name', '完成率', '≥99.5%', '合格率99.2%', 'needs-input'],
    ['内 behind money', '总投资', '控制在500万元内', '520万元', 9.62],
    ['以上 behind it is a bound', '合格率', '≥99.5%', '达到99%以上', 'needs-input'],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});
