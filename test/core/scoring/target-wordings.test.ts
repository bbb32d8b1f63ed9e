import { outcomeOf, scoredLine } from '../../support/scored-line';

describe('what was not to happen did not', () => {
  it.each([
    ['0起 beside 零投诉', '群众投诉', '零投诉', '0起', 10],
    ['0次 beside 零投诉', '群众投诉', '零投诉', '0次', 10],
    ['无 beside 零投诉 is none, not “does not apply”', '群众投诉', '零投诉', '无', 10],
    ['a plain nought', '群众投诉', '零投诉', 0, 10],
    ['the words on the other side', '群众投诉', '≤0次', '零投诉', 10],
    ['另一种说法', '安全事故', '无事故', '未发生事故', 10],
    ['one complaint is not none', '群众投诉', '零投诉', '1起', 'needs-input'],
    ['none of another thing', '群众投诉', '0起', '零事故', 'needs-input'],
    ['two different things', '安全管理', '零事故', '零投诉', 'needs-input'],
    ['无 as the target still says that nothing applies', '群众投诉', '无', '零投诉', 'manual'],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});

describe('months of one year', () => {
  it.each([
    ['a month before the deadline', '完成时间', '12月底前', '11月', 10],
    ['月 and 月份 are one', '完成时间', '12月', '11月份', 10],
    ['a month is a time, not eleven twelfths', '完成时间', '12月', '11月', 10],
    ['a month too late', '完成时间', '11月', '12月份', [0, 10]],
    ['January may be that of the next year', '完成时间', '12月底前', '1月', 'needs-input'],
    ['a year that is printed settles it', '完成时间', '2023年12月底前', '2023年1月', 10],
    ['a length of time is no month of the year', '服务期限', '12月', '11月', 'needs-input'],
    ['months in number', '服务期限', '12个月', '11个月', 9.17],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});

describe('tens of thousands and thousandths', () => {
  it.each([
    ['人 beside 万人', '受益规模', '≥1.2万人', '13000人', null, 10],
    ['人次 beside 万人次', '服务规模', '≥10万人次', '98000人次', null, 9.8],
    ['a figure without a unit that is short of it in 人', '受益规模', '≥1.2万人', 9000, null, 'needs-input'],
    ['a figure without a unit that meets it either way', '受益规模', '≥1.2万人', 12500, null, 10],
    ['per person', '补助标准', '1.5万元/人', '14000元/人', null, 9.33],
    ['‰ beside ‰', '差错率', '≤5‰', '4‰', null, 10],
    ['% beside ‰', '差错率', '≤5‰', '0.6%', null, 8.33],
    ['a share beside ‰', '差错率', '≤5‰', 0.004, null, 10],
    ['4 beside 5‰ may be 4% too', '差错率', '≤5‰', 4, null, 'needs-input'],
    ['a column in ‰', '差错率', '≤5', '4', '‰', 10],
    ['% in a column in ‰', '差错率', '≤5', '0.6%', '‰', 8.33],
    ['0.006 in a column in ‰ may be a share', '差错率', '≤5', 0.006, '‰', 'needs-input'],
  ])('%s', (_, name, target, actual, unit, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual, unit))).toEqual(expected);
  });
});

describe('targets that list the grades there are', () => {
  it.each([
    ['the best of them', '办公环境', '优良中低差', '优', [8, 10]],
    ['the best of them in full', '办公环境', '优良中差', '优秀', [8, 10]],
    ['the worst of them', '办公环境', '优、良、中、差', '差', [0, 6]],
    ['one in the middle says no band', '办公环境', '优良中低差', '良', 'needs-input'],
    ['two of them', '管理规范', '好坏', '好', [8, 10]],
    ['yes or no', '是否按期', '是/否', '否', [0, 6]],
    ['a single grade is the aim itself', '办公环境', '优', '良', 'needs-input'],
    ['a level may be good or bad', '风险等级', '高中低', '高', 'needs-input'],
  ])('%s', (_, name, target, actual, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual))).toEqual(expected);
  });
});

describe('money for each person and month', () => {
  it.each([
    ['a stroke and a star', '≥600元/人*月', '580元/人*月', 9.67],
    ['a stroke and a dot', '≥600元/人·月', '650元/人·月', 10],
    ['another time is another unit', '≥600元/人*月', '7200元/人*年', 'needs-input'],
    ['a month alone is a time', '6月', '5月', 10],
  ])('%s', (_, target, actual, expected) => {
    expect(outcomeOf(scoredLine('生活补助', target, actual))).toEqual(expected);
  });
});

describe('a column of per cent', () => {
  it.each([
    ['whatever the indicator is called', '学校事业发展', 100, '80%', '%', 8],
    ['named twice', '学校事业发展', 100, '80%', '%（百分比）', 8],
    ['a count beside a share is two things', '学校事业发展', 100, '80%', '人', 'needs-input'],
    ['a count without a unit may be of what is shared', '培训教师', 200, '80%', null, 'needs-input'],
  ])('%s', (_, name, target, actual, unit, expected) => {
    expect(outcomeOf(scoredLine(name, target, actual, unit))).toEqual(expected);
  });
});
