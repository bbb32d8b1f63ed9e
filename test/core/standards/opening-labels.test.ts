import { openingLabels } from '../../../src/core/standards/opening-labels';

/** The letters that are left when the labels are taken out. */
const without = (letters: string): string =>
  openingLabels(letters).reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), letters);

describe('what stands before a standard and is no part of it', () => {
  it.each([
    ['评分标准:执行率≥95%', '执行率≥95%', '名称和冒号'],
    ['[评分标准]执行率≥95%', '执行率≥95%', '名称在方括号里'],
    ['一、评分标准\n执行率≥95%', '执行率≥95%', '名称自成一行'],
    ['反映执行情况。评分办法如下:执行率≥95%', '反映执行情况。执行率≥95%', '句子中间的名称'],
    ['反映执行情况。\n评分标准:1.优:95%以上', '反映执行情况。\n优:95%以上', '名称后面没有下一项的序号'],
    ['评分标准:[评分标准]执行率≥95%', '执行率≥95%', '名称写了两遍'],
    ['[定量指标]满意度≥90%', '满意度≥90%', '标签'],
    ['(定量)得分=执行率×5分', '得分=执行率×5分', '标签后面是公式'],
    ['[资金到位率]=100%得5分', '[资金到位率]=100%得5分', '括号里是指标的名称'],
    ['[满意度]达到90%得5分', '[满意度]达到90%得5分', '括号里是指标的名称'],
    ['[质量]合格率达到90%', '合格率达到90%', '“质量”是类别'],
    ['[按时完成]得2分', '[按时完成]得2分', '后面是“得”，括号里是条件'],
    ['(含)90%以上得5分', '(含)90%以上得5分', '“含”说的是界限'],
    ['(1)制度健全;(2)执行有效', '(1)制度健全;(2)执行有效', '有（2）的是分项'],
    ['(1)制度健全得2分', '制度健全得2分', '没有（2）'],
    ['1.5个工作日内办结', '1.5个工作日内办结', '1.5是数'],
    ['“执行率≥95%得5分”', '执行率≥95%得5分', '整段的引号'],
    ['“三公”经费下降得5分', '“三公”经费下降得5分', '词的引号'],
    ['★执行率≥95%', '执行率≥95%', '记号'],
    ['-5%以内得3分', '-5%以内得3分', '负号不是记号'],
    ['满意度:≥90%得5分', '满意度:≥90%得5分', '冒号前是指标'],
    ['', '', '空白'],
  ])('%s → %s（%s）', (letters, expected) => {
    expect(without(letters)).toBe(expected);
  });
});

describe('texts that nobody would write take no more than a look', () => {
  it.each([
    ['list numbers on end', '1.\n'.repeat(10_000), 1],
    ['circled numbers on end', '①'.repeat(10_000), 1],
    ['titles on end', '评分标准:'.repeat(5_000), 20],
    ['tags on end', '[甲]乙。'.repeat(5_000), 20],
  ])('%s', (_, letters, most) => {
    expect(openingLabels(letters).length).toBeLessThanOrEqual(most);
  });
});
