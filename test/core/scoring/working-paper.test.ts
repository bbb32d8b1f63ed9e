import { workingPaper, type PaperCell } from '../../../src/core/scoring/working-paper';
import { PAPER_NAME } from '../../../src/core/tables/own-paper';
import { workbook } from '../../support/sheet';
import { TOY_PROFILE, toyEngine } from '../../support/toy-engine';

const snapshot = workbook({
  评分表: [
    ['指标', '分值', '应得', '得分'],
    ['=SUM(A1)', 5, 5, null],
    ['控制率', 4, 2.3, 4.1],
    ['满意度', 8, '满意人数', 8],
  ],
});
const review = toyEngine(snapshot, TOY_PROFILE, {});
const values = (rows: readonly (readonly PaperCell[])[]): (string | number | null)[][] =>
  rows.map((row) => row.map((cell) => cell.value));

describe('评分底稿', () => {
  const paper = workingPaper(review, '部门.xlsx');

  it('is one landscape sheet whose rows fit its columns', () => {
    expect(paper).toMatchObject({ name: PAPER_NAME, landscape: true });
    expect(Math.max(...paper.rows.map((row) => row.length))).toBe(paper.columns.length);
  });

  it('names the workbook, totals and every section', () => {
    const texts = values(paper.rows).flat();
    for (const text of [
      '部门.xlsx',
      '填报总分',
      '一、指标得分',
      '二、取数',
      '三、问题与说明',
      '四、未能进行的检查',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('gives the title room, and adds no totals of several score tables', () => {
    expect(paper.rows[0]?.slice(0, 3).map(({ value }) => value)).toEqual([PAPER_NAME, null, null]);
    const total = { table: 0, sheet: '评分表', cell: 'D5', reported: 97, isFormula: false, scores: [0] };
    const several = workingPaper({ ...review, totals: [total, { ...total, table: 1 }] }, '项目.xlsx');
    expect(values(several.rows)[1]).toEqual(['评分表', 2]);
    expect(values(several.rows).flat()).not.toContain('填报总分');
  });

  it('shows each indicator with reported, computed and an exact difference', () => {
    const row = paper.rows.find((cells) => cells[1]?.value === '控制率');
    // 4.1 − 2.3 is 1.7999999999999998 in doubles.
    expect(row?.slice(2, 6).map((cell) => cell.value)).toEqual([4, 4.1, 2.3, 1.8]);
    expect(row?.[1]?.link).toEqual({ sheet: '评分表', cell: 'D3' });
  });

  it('links every input to its cell, and says what still has to be supplied', () => {
    const input = paper.rows.find((cells) => cells[6]?.value === '评分表!C3');
    expect(input?.[6]?.link).toEqual({ sheet: '评分表', cell: 'C3' });
    expect(values(paper.rows).flat()).toContain('待补充：按满意人数计分');
  });

  it('keeps text that looks like a formula as text', () => {
    const cell = paper.rows.flat().find(({ value }) => value === '=SUM(A1)');
    expect(cell?.style).toBe('text');
  });

  it('shows findings with their explanation, also those that are settled', () => {
    const note = {
      id: 'SCR-007',
      sheet: '评分表',
      cell: 'D3',
      left: 4.1,
      right: 2.3,
      text: '另有批复',
      kind: 'ignored' as const,
    };
    const settled = toyEngine(snapshot, TOY_PROFILE, { notes: [note] });
    const row = workingPaper(settled, '部门.xlsx', [note]).rows.find(
      (cells) => cells[0]?.value === 'SCR-007',
    );
    expect(row?.at(-1)?.value).toBe('不作处理：另有批复');
    expect(row?.[1]).toMatchObject({ value: '错误', style: 'error' });
  });

  it('says 无 where a section is empty', () => {
    expect(values(paper.rows).filter((row) => row.length === 1 && row[0] === '无')).toHaveLength(1);
  });
});
