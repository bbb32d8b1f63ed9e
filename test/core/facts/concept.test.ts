import fc from 'fast-check';
import { conceptOf, exactKey } from '../../../src/core/facts/concept';

describe('what a name is made of', () => {
  it.each<[name: string, subject: string, stage: string | null, year: number | 'prior' | null]>([
    ['“三公”经费预算安排数', '三公经费', 'budget', null],
    ['本年度“三公经费”预算数', '三公经费', 'budget', null],
    ['上年度“三公经费”总额', '三公经费', null, 'prior'],
    ['2017年公用经费决算数', '公用经费', 'final', 2017],
    ['日常公用经费调整预算数', '公用经费', 'adjusted', null],
    ['实际采购金额合计数', '政府采购', 'final', null],
    ['采购计划金额合计数', '政府采购', 'budget', null],
    ['一般公共预算财政拨款决算数', '一般公共财政拨款', 'final', null],
    ['年初预算总规模', '', 'initial', null],
    ['调整后预算数', '', 'adjusted', null],
    ['决算支出', '', 'final', null],
    ['全年执行数', '', 'final', null],
    ['预算调整数', '预算调整', null, null],
    ['本年追加预算', '追加预算', null, null],
    ['上年结转', '年初结转结余', null, null],
    ['年末财政拨款结转和结余决算数', '年末财政拨款结转结余', 'final', null],
    ['年初财政拨款结转和结余（调整预算数）', '年初财政拨款结转结余', 'adjusted', null],
    ['本年度在编人数（含工勤人员）', '在编', null, null],
    ['核定编制数', '编制', null, null],
    ['实际在用固定资产总额', '在用固定资产', null, null],
    ['计划数', '计划', null, null],
    ['项目支出', '项目支出', null, null],
    ['项目支出预算数', '项目支出', 'budget', null],
  ])('%s', (name, subject, stage, year) => {
    expect(conceptOf(name)).toEqual({ subject, stage, year, rate: false });
  });

  it.each(['结转结余率', '“三公”经费控制率', '服务对象满意度', '基本支出占比', '一季度部门预算支出进度'])(
    '%s is a rate and goes by its full name',
    (name) => {
      expect(conceptOf(name)).toMatchObject({ rate: true, stage: null, subject: name.replace(/[“”]/g, '') });
    },
  );
});

it('spaces, width, quotes and numbering make no other name', () => {
  const names = fc.constantFrom(
    '三公经费决算数',
    '公用经费年初预算数',
    '年末结转和结余',
    '在编人数',
    '结转结余率',
  );
  const dress = fc.constantFrom<(name: string) => string>(
    (name) => ` ${name} `,
    (name) => `一、${name}`,
    (name) => `（二）${name}`,
    (name) => `其中：${name}`,
    (name) => `${name}（万元）`,
    (name) => `“${name.slice(0, 2)}”${name.slice(2)}`,
    (name) => name.split('').join('\u3000'),
  );
  fc.assert(
    fc.property(names, dress, (name, change) => {
      expect(conceptOf(change(name))).toEqual(conceptOf(name));
      expect(exactKey(change(name))).toBe(exactKey(name));
    }),
  );
});
