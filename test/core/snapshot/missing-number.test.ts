import { isMissingNumber, placeOfNumber } from '../../../src/core/snapshot/missing-number';

describe('text where a number should stand', () => {
  it.each<[string, string, boolean, 'number' | 'dash' | null]>([
    ['12.3.4', '也可能是行的序号', true, null],
    ['1,23.4', '千分位打错', true, 'number'],
    ['1O.5', '字母O', true, 'number'],
    ['l00', '字母l', true, 'number'],
    ['13..5万元', '多一点，带单位', true, 'number'],
    ['约100', '大约的数', true, 'number'],
    ['100余万元', '大约的数', true, 'number'],
    ['近50万元左右', '大约的数', true, 'number'],
    ['待定', '还没有定', true, 'dash'],
    ['（待核实）', '还没有定', true, 'dash'],
    ['5.', '数后多一点，也可能是行的序号', true, null],
    ['2.1.3', '也可能是行的序号', true, null],
    ['见附件1', '写在别处', false, 'dash'],
    ['暂无', '没有', false, 'dash'],
    ['2020.12.31', '日期', false, null],
    ['2023.06', '年月', false, null],
    ['10-12', '区间', false, null],
    ['5/8', '分数', false, null],
    ['近3年', '不是数', false, null],
    ['I', '没有数字', false, null],
    ['待定事项清单', '更长的文字', false, null],
    ['', '空白', false, null],
  ])('%s（%s）', (text, _why, missing, place) => {
    expect([isMissingNumber(text), placeOfNumber(text)]).toEqual([missing, place]);
  });
});
