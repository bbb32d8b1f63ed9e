import type { Cell, Snapshot } from '../../src/core';
import { differences } from '../../src/workbench/page/differences';

const book = (cells: readonly Cell[], name = '表'): Snapshot => ({
  name: '样表.xlsx',
  sheets: [
    { name, visibility: 'visible', protected: false, cells, merges: [], hiddenRows: [], hiddenColumns: [] },
  ],
});
const at = (row: number, rest: Omit<Cell, 'row' | 'column'>): Cell => ({ row, column: 0, ...rest });

describe('what the downloaded file gets', () => {
  it.each<[string, readonly Cell[], readonly Cell[], readonly unknown[]]>([
    ['nothing when nothing changed', [at(0, { value: 1 })], [at(0, { value: 1 })], []],
    ['a number that was typed', [], [at(1, { value: 2 })], [['A2', null, 2]]],
    ['a cell that was emptied', [at(0, { value: '甲' })], [], [['A1', '甲', null]]],
    [
      'a formula, by its text and not by its result',
      [at(0, { value: 1, formula: 'B1' })],
      [at(0, { value: 5, formula: 'B1' })],
      [],
    ],
    [
      'a number over a formula',
      [at(0, { value: 1, formula: 'B1' })],
      [at(0, { value: 1 })],
      [['A1', { formula: '=B1' }, 1]],
    ],
  ])('%s', (_case, before, after, expected) => {
    const found = differences(book(before), book(after));
    expect(found.map((patch) => [patch.cell, patch.before, patch.after])).toEqual(expected);
  });

  it('leaves out sheets that the file does not have', () => {
    expect(differences(book([], '表'), book([at(0, { value: 1 })], '新表'))).toEqual([]);
  });
});
