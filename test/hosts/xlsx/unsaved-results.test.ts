import { cellReader, type Snapshot } from '../../../src/core';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { workbookBytes, workbookParts, pack } from '../../support/xlsx-builder';

const row = (...cells: readonly string[]): string => `<row r="1">${cells.join('')}</row>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;
const formula = (cell: string, text: string, saved = ''): string =>
  `<c r="${cell}"><f>${text}</f>${saved}</c>`;

const snapshotOf = (...cells: readonly string[]): Snapshot =>
  readXlsx(workbookBytes([{ name: '表', data: row(...cells) }]), '表.xlsx');

const valueAt = (snapshot: Snapshot, cell: string): unknown =>
  cellReader(snapshot)({ sheet: '表', cell })?.value;

describe('formulas that were saved without a result', () => {
  it.each<[why: string, saved: string, value: unknown]>([
    ['no result at all', '', 5],
    ['an empty one, as some programs write', '<v></v>', 5],
    ['another one that ends in itself', '<v/>', 5],
    ['a result that was saved is kept, though it is old', '<v>7</v>', 7],
  ])('%s', (_, saved, value) => {
    const snapshot = snapshotOf(number('A1', 2), number('B1', 3), formula('C1', 'SUM(A1:B1)', saved));
    expect(valueAt(snapshot, 'C1')).toBe(value);
  });

  it('one after the other, and through a name', () => {
    const parts = workbookParts([
      { name: '表', data: row(number('A1', 2), formula('B1', '分值*2'), formula('C1', 'B1+1')) },
    ]);
    const named = String(parts['xl/workbook.xml']).replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="分值">表!$A$1</definedName></definedNames>',
    );
    const snapshot = readXlsx(pack({ ...parts, 'xl/workbook.xml': named }), '表.xlsx');
    expect([valueAt(snapshot, 'B1'), valueAt(snapshot, 'C1')]).toEqual([4, 5]);
  });

  it('a text that is saved as empty is a result', () => {
    const snapshot = snapshotOf(number('A1', 2), '<c r="B1" t="str"><f>IF(A1=2,"","有")</f><v></v></c>');
    expect(valueAt(snapshot, 'B1')).toBe('');
  });

  it('what cannot be computed stays empty and is named', async () => {
    const data = row(
      number('A1', 2),
      formula('B1', 'CUBEVALUE(A1)'),
      formula('C1', 'B1+1'),
      formula('D1', 'A1+1'),
    );
    const host = new XlsxHost(workbookBytes([{ name: '表', data }]), '表.xlsx');
    const { snapshot, unknownResults } = await host.read();
    expect(unknownResults).toEqual([
      { sheet: '表', cell: 'B1' },
      { sheet: '表', cell: 'C1' },
    ]);
    expect([valueAt(snapshot, 'C1'), valueAt(snapshot, 'D1')]).toEqual(['', 3]);
  });

  it('a circle of formulas stays empty', () => {
    expect(valueAt(snapshotOf(formula('A1', 'B1'), formula('B1', 'A1')), 'A1')).toBe('');
  });
});
