import fc from 'fast-check';
import {
  collectFacts,
  isIndicatorTable,
  parseA1,
  partsOf,
  recogniseTables,
  type Table,
} from '../../../src/core';
import { workbook } from '../../support/sheet';

const WORDS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标名称',
  '分值',
  '评分标准',
  '自评得分',
  '指标值',
  '完成值',
  '得分',
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '执行率',
  '项目',
  '数值',
  '单位',
  '合计',
  '总分',
  '其中：甲',
  '一、乙',
  '1. 丙',
  '　丁',
  '项目资金（万元）',
  '年度资金总额',
  '第一季度',
  '单位：万元',
  '附注：某',
  '产出（40分）',
  '—',
  '',
  '２０％',
  '≥5个',
];

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.integer({ min: -100, max: 10_000 }) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const grid = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 });
const merges = fc.array(fc.constantFrom('A1:C1', 'A2:A4', 'B3:D3', 'C5:C9', 'A10:G10'), { maxLength: 2 });

const placesOf = (table: Table): string[] =>
  isIndicatorTable(table)
    ? table.indicators.flatMap(({ score, points }) => [score.ref.cell, ...(points ? [points.ref.cell] : [])])
    : table.rows.flatMap(({ cells }) => cells.map(({ ref }) => ref.cell));

it('any cells at all: tables with real cells, scores once, sums without circles', () => {
  fc.assert(
    fc.property(grid, merges, (rows, areas) => {
      const recognition = recogniseTables(workbook({ 表: rows }, { merges: { 表: areas } }));
      const scores = recognition.tables
        .filter(isIndicatorTable)
        .flatMap(({ indicators }) => indicators.map(({ score }) => score.ref.cell));
      expect(new Set(scores).size).toBe(scores.length);
      for (const table of recognition.tables) {
        expect(placesOf(table).every((place) => parseA1(place) !== null)).toBe(true);
        if (isIndicatorTable(table)) {
          expect(table.groups.every(({ parent }, index) => parent === null || parent < index)).toBe(true);
          continue;
        }
        table.rows.forEach((row, index) => {
          expect(row.parent === null || row.parent < index).toBe(true);
          expect(partsOf(table, index)).not.toContain(index);
        });
      }
      expect(['found', 'ambiguous', 'missing']).toContain(collectFacts(recognition).resolve('预算数').kind);
    }),
    { numRuns: 300 },
  );
});

it('a workbook says the same each time it is read', () => {
  fc.assert(
    fc.property(grid, (rows) => {
      const book = workbook({ 表: rows });
      expect(recogniseTables(book)).toEqual(recogniseTables(book));
    }),
    { numRuns: 50 },
  );
});

it('thousands of brackets in labels cost nothing', () => {
  const label = '('.repeat(32_000);
  const { tables } = recogniseTables(
    workbook({ 表: [['项目', '数值'], ...Array.from({ length: 20 }, () => [label, 1])] }),
  );
  expect(tables).toHaveLength(1);
});
