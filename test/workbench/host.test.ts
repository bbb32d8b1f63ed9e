/**
 * @jest-environment jsdom
 */
import { MemoryWorkbook } from '../../src/workbench/host/model/memory-workbook';
import { connectClient } from '../support/office-client';

const workbook = (): MemoryWorkbook => {
  const made = new MemoryWorkbook('样表.xlsx');
  const sheet = made.addSheet('评分表');
  sheet.write([
    { row: 0, column: 0, content: { value: '指标', formula: null, quoted: false } },
    { row: 1, column: 1, content: { value: 0.95, formula: null, quoted: false }, numberFormat: '0.00%' },
    { row: 2, column: 1, content: { value: 0, formula: '=B2*2', quoted: false } },
  ]);
  made.addSheet('空表');
  return made;
};

describe('reading', () => {
  it('answers a load of the used range with the shapes the client expects', async () => {
    const session = connectClient(workbook());
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility,items/protection/protected');
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.protection.protected])).toEqual(
        [
          ['评分表', 'Visible', false],
          ['空表', 'Visible', false],
        ],
      );
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
      for (const range of used) range.load('address,values,formulas,numberFormat,text,valueTypes');
      await context.sync();
      expect(used[0]?.address).toBe('评分表!A1:B3');
      expect(used[0]?.values).toEqual([
        ['指标', ''],
        ['', 0.95],
        ['', 1.9],
      ]);
      expect(used[0]?.formulas[2]).toEqual(['', '=B2*2']);
      expect(used[0]?.text[1]).toEqual(['', '95.00%']);
      expect(used[1]?.isNullObject).toBe(true);
    });
    expect(session.record.syncs).toBe(2);
  });
});
