import { BadInput, scoreStandard } from '../../../src/core';

const good = { indicator: '满意度', points: 5, text: '满意度≥90%得5分，否则得3分。' };

describe('input that does not keep to the interface', () => {
  it.each([
    ['no object', 5, '对象'],
    ['no indicator', { ...good, indicator: '' }, 'indicator'],
    ['no text', { ...good, text: ' ' }, '满意度'],
    ['text longer than a cell', { ...good, text: '得'.repeat(32_768) }, '32767'],
    ['points of nothing', { ...good, points: 0 }, 'points'],
    ['points as text', { ...good, points: '5' }, 'points'],
    ['a formula that is no text', { ...good, formula: 3 }, 'formula'],
    ['quantities as a list', { ...good, given: { quantities: [] } }, 'quantities'],
    ['a quantity as text', { ...good, given: { quantities: { 满意度: '98%' } } }, '满意度'],
    ['answers as an object', { ...good, given: { answers: {} } }, 'answers'],
    ['an answer without about', { ...good, given: { answers: [{ met: true }] } }, 'about'],
    ['an answer that says nothing', { ...good, given: { answers: [{ about: '满意度' }] } }, 'count'],
    ['a negative count', { ...good, given: { answers: [{ about: '满意度', count: -1 }] } }, 'count'],
    ['a flag as text', { ...good, given: { answers: [{ about: '满意度', met: '是' }] } }, 'met'],
    ['otherwise of another word', { ...good, given: { otherwise: 'yes' } }, 'otherwise'],
    ['an unknown profile', { ...good, profile: { perPoint: 'half' } }, 'perPoint'],
  ])('is refused in one sentence: %s', (_, input, names) => {
    expect(() => scoreStandard(input)).toThrow(BadInput);
    expect(() => scoreStandard(input)).toThrow(names);
  });

  it('is accepted where optional parts are null', () => {
    expect(scoreStandard({ ...good, formula: null, given: null, profile: null }).status).toBe('needs-input');
  });
});

describe('given quantities', () => {
  const score = (quantities: Record<string, number>, text = good.text, formula?: string) =>
    scoreStandard({ ...good, text, formula, given: { quantities } });

  it('are found whatever the width, quotes and remarks of their names', () => {
    const text = '控制率=“三公”经费支出数（含出国）/“三公”经费预算数；控制率≤100%得5分，否则得0分。';
    expect(score({ '三公经费支出数(含出国)': 8, '“三公”经费预算数': 10 }, text).score).toBe(5);
    expect(score({ 三公经费支出数: 12, 三公经费预算数: 10 }, text).score).toBe(0);
  });

  it('lose the noise of binary fractions', () => {
    expect(score({ 满意度: 0.1 + 0.2 + 0.6 }).score).toBe(5);
  });

  it('of 98 for a rate are asked about, not taken as 9800%', () => {
    expect(score({ 满意度: 98 })).toMatchObject({
      status: 'needs-input',
      needs: [{ name: '满意度', kind: 'quantity' }],
    });
  });
});

describe('other readings of the quarterly rate', () => {
  it('are the ones a reviewer could defend', () => {
    const quarter = (name: string, share: number) =>
      `${name}季度预算执行率得分=（${name}季度部门预算支出进度/序时进度 ${share}%）×1 分`;
    const text = `1. ${quarter('一', 25)}\n2. ${quarter('二', 50)}\n3. ${quarter('三', 75)}\n4. ${quarter('四', 100)}\n5. 全年平均支出进度得分=全年平均执行率×2 分\n其中：全年平均执行率=Σ（每个季度的执行率）÷4`;
    const quantities = {
      一季度部门预算支出进度: 0.341725,
      二季度部门预算支出进度: 0.54725,
      三季度部门预算支出进度: 0.69285,
      四季度部门预算支出进度: 0.9999,
    };
    const scored = scoreStandard({ indicator: '预算执行率', points: 6, text, given: { quantities } });
    expect(scored.score).toBe(5.92);
    expect(scored.alternatives.map(({ score }) => score).sort()).toEqual([5.21, 5.89, 6]);
  });
});

describe('a rate the text does not define', () => {
  it('takes the definition of the field and says so; another denominator is another reading', () => {
    const text = '1. 比率<5%的，得1分； 2. 5%≤比率≤10%的，得0.5分； 3. 比率>10%的，得0分。';
    const scored = scoreStandard({
      indicator: '编外人员控制率',
      points: 1,
      text,
      given: { quantities: { 编外人员: 1, 编制数: 22, 在编人数: 18 } },
    });
    expect(scored).toMatchObject({
      score: 1,
      alternatives: [{ reading: '编外人员数÷在编人数', score: 0.5 }],
    });
    expect(scored.trace.join()).toContain('评分标准未写');
  });
});
