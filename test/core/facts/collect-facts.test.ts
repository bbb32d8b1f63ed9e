import { collectFacts, recogniseTables, type Fact, type Snapshot } from '../../../src/core';
import { reportYear } from '../../../src/core/facts/year';
import { expectedOf, fixture } from '../../support/fixture';
import { workbook } from '../../support/sheet';
import { eachSheet, inYuan } from '../../support/transform';

const factsOf = (snapshot: Snapshot): readonly Fact[] => collectFacts(recogniseTables(snapshot)).facts;

it('every fact the expectation names has its label, value and cell', () => {
  const facts = factsOf(fixture('department-2020')).map(({ name, printed, ref }) => ({
    name,
    value: printed.valueOf(),
    ...ref,
  }));
  for (const expected of expectedOf('department-2020').facts ?? []) expect(facts).toContainEqual(expected);
});

it('names say label and column; money is in 元 once, the printed unit is kept', () => {
  const facts = factsOf(fixture('department-2020'));
  const named = (name: string): unknown => {
    const fact = facts.find((one) => one.name === name);
    return fact && [fact.printed.valueOf(), fact.value.valueOf(), fact.unit, fact.decimals, fact.ref.cell];
  };
  expect(named('基本支出调整预算数')).toEqual([649.75, 6497500, '万元', 2, 'C4']);
  expect(named('第二季度年度预算资金')).toEqual([846.89, 8468900, '万元', 2, 'B5']);
  expect(named('第三季度执行率')).toEqual([0.9238, 0.9238, '%', 2, 'D6']);
  expect(named('在编人员年末实有人数')).toEqual([15, 15, '人', 0, 'C4']);
  expect(named('通用设备数量')).toEqual([183, 183, null, 0, 'B8']);
  expect(named('核定编制数')).toEqual([16, 16, '人', 0, 'B41']);
});

it('blank, — and text are no facts', () => {
  const facts = factsOf(
    workbook({
      表: [
        ['项目', '数值', '单位'],
        ['甲', null, '万元'],
        ['乙', '—', '万元'],
        ['丙', '见附件', '万元'],
        ['丁', 0, '万元'],
      ],
    }),
  );
  expect(facts.map(({ name }) => name)).toEqual(['丁']);
});

it('万元 rewritten as 元 gives the same values', () => {
  const book = fixture('department-2020');
  const money = /表1-[1-5]|基础数据/;
  const yuan = eachSheet(book, (sheet) =>
    money.test(sheet.name)
      ? inYuan(sheet, ({ row, column, format }) => {
          if (format?.includes('%')) return false;
          if (sheet.name === '表1-5') return column === 2 || column === 3;
          return (
            sheet.name !== '基础数据' ||
            sheet.cells.some((cell) => cell.row === row && cell.column === 2 && cell.value === '万元')
          );
        })
      : sheet,
  );
  const values = (snapshot: Snapshot): string[] =>
    factsOf(snapshot).map(({ name, value }) => `${name}=${value.toFraction()}`);
  expect(values(yuan)).toEqual(values(book));
});

it('the money of a form belongs to its project and answers for nobody else', () => {
  const book = collectFacts(recogniseTables(fixture('project-national-form')));
  expect(book.facts.map(({ name }) => name)).toContain('委托业务项目当年财政拨款全年执行数');
  expect(book.resolve('全年执行数')).toEqual({ kind: 'missing' });
});

describe('the year of the report', () => {
  it.each<[why: string, name: string, year: number | null]>([
    ['from the score table', 'hunan-data-and-score', 2018],
    ['from the score table', 'department-2020', 2020],
    ['the latest of the forms', 'project-national-form', 2023],
    ['none is printed', 'projects-2020', null],
  ])('%s', (_why, name, year) => {
    expect(reportYear(recogniseTables(fixture(name)))).toBe(year);
  });

  it('the columns of a table without a title count', () => {
    expect(
      reportYear(
        recogniseTables(
          workbook({
            表: [
              ['项目', '2020年预算数', '2021年预算数'],
              ['甲', 1, 2],
            ],
          }),
        ),
      ),
    ).toBe(2021);
  });
});
