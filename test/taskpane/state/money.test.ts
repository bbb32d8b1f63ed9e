import { scaleOf, toWorkbookUnit } from '../../../src/taskpane/state/money';
import { amountOf } from '../../../src/taskpane/views/questions/draft';
import { EMPTY } from '../../support/toy-engine';

const fact = (cell: string, unit: string | null) => ({ name: cell, value: 1, unit, sheet: '基础数据', cell });
const inTenThousands = {
  ...EMPTY,
  facts: [fact('B2', '万元'), fact('B3', '万元'), fact('B4', '元'), fact('B5', '人')],
};

describe('amounts in the unit of the workbook', () => {
  it.each([
    ["the workbook's own unit", 'B2', 1],
    ['a list printed in 元 beside it', 'B4', 0.0001],
    ['people are no money', 'B5', 1],
    ['a cell in which nothing was recognised is taken as it stands', 'Z9', 1],
  ])('a cell: %s', (_, cell, scale) => {
    expect(scaleOf(inTenThousands, { sheet: '基础数据', cell })).toBe(scale);
  });

  it.each([
    ['12', 12],
    ['12万元', 12],
    ['120000元', 12],
    ['0.3亿元', 3000],
    ['1,234.5', 1234.5],
    ['９８％', 0.98],
    ['16人', 16],
    ['十二', null],
    ['', null],
  ])('typed: %s', (text, value) => {
    expect(amountOf(text, inTenThousands)).toBe(value);
  });

  it('is 元 where nothing is printed', () => {
    expect(toWorkbookUnit(EMPTY, '万元')).toBe(10000);
  });

  it('a number that is asked in a unit of money of its own is read in that', () => {
    expect(amountOf('3万元', EMPTY, '元')).toBe(30000);
    expect(amountOf('3', EMPTY, '元')).toBe(3);
    expect(amountOf('3', EMPTY, '日')).toBe(3);
  });
});
