import { readdirSync, readFileSync } from 'node:fs';
import { parseA1, type Cell, type Sheet } from '../../../src/core';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { partsOf } from '../../support/xlsx-builder';

const FOLDER = 'test/fixtures';
const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => name.replace('.xlsx', ''));

const bytes = (name: string): Uint8Array => readFileSync(`${FOLDER}/${name}.xlsx`);
type Expected = Readonly<{
  scores?: readonly Readonly<{ sheet: string; cell: string; reported?: number | null }>[];
  numbers: readonly Readonly<{ sheet: string; cell: string; text: string }>[];
  survive: Readonly<{
    hiddenSheets: readonly string[];
    protectedSheets: readonly string[];
    formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
    cachedValues: Readonly<Record<string, Readonly<Record<string, number>>>>;
    textCells: Readonly<Record<string, string>>;
    mergedCells: Readonly<Record<string, readonly string[]>>;
  }>;
}>;
const expected = (name: string): Expected =>
  JSON.parse(readFileSync(`${FOLDER}/expected/${name}.json`, 'utf8')) as Expected;

const cellAt = (sheet: Sheet | undefined, address: string): Cell | undefined => {
  const position = parseA1(address);
  return sheet?.cells.find(({ row, column }) => row === position?.row && column === position.column);
};
const sheetOf = (name: string, sheet: string): Sheet | undefined =>
  readXlsx(bytes(name), name).sheets.find((one) => one.name === sheet);

describe('the fixtures', () => {
  it('are all there', () => {
    expect(NAMES).toHaveLength(8);
  });

  it.each(NAMES.filter((name) => expected(name).scores))(
    '%s: reported scores stand where they are expected',
    (name) => {
      const { sheets } = readXlsx(bytes(name), name);
      const scores = expected(name).scores ?? [];
      const reported = scores.filter((score) => typeof score.reported === 'number');
      for (const score of reported) {
        const cell = cellAt(
          sheets.find((one) => one.name === score.sheet),
          score.cell,
        );
        expect([score.sheet, score.cell, cell?.value]).toEqual([score.sheet, score.cell, score.reported]);
      }
      expect(scores.length).toBeGreaterThan(0);
    },
  );

  it('keep the very text of numbers that were typed as text', () => {
    const { sheets } = readXlsx(bytes('awkward-format'), 'awkward-format.xlsx');
    const typed = expected('awkward-format').numbers;
    for (const { sheet, cell, text } of typed) {
      const value = cellAt(
        sheets.find((one) => one.name === sheet),
        cell,
      )?.value;
      expect([cell, typeof value === 'number' ? String(value) : value]).toEqual([cell, text]);
    }
  });

  it('tell what is hidden, protected, merged and indented', () => {
    const { sheets } = readXlsx(bytes('awkward-format'), 'awkward-format.xlsx');
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['表1-3', 'visible'],
      ['表1-4', 'visible'],
      ['评分表', 'visible'],
      ['参数', 'hidden'],
    ]);
    expect(sheets.map((sheet) => sheet.protected)).toEqual([false, false, true, false]);
    expect(sheets[1]?.hiddenRows).toEqual([5]);
    expect(sheets.map(({ merges }) => merges.length)).toEqual([3, 2, 4, 0]);
  });

  it('keep formulas, their last results and number formats', () => {
    const total = cellAt(sheetOf('awkward-format', '评分表'), 'F10');
    expect(total).toMatchObject({ formula: 'SUM(F5:F9)', value: 28.38, format: '0.00' });
    const rate = cellAt(sheetOf('awkward-format', '表1-4'), 'D4');
    expect(rate).toMatchObject({ formula: 'C4/B4', value: 1.3668673987483764, format: '0.00%' });
  });

  it.each(NAMES)('%s: a host that changes nothing hands out the same bytes', async (name) => {
    const original = bytes(name);
    const host = new XlsxHost(original, name);
    await host.read();
    await host.apply({ patches: [], marks: [] });
    expect(Buffer.compare(host.save(), original)).toBe(0);
  });

  it.each(NAMES)('%s: writing one cell leaves every other part as it was', async (name) => {
    const original = bytes(name);
    const copy = Uint8Array.from(original);
    const { sheets } = readXlsx(original, name);
    const sheet = sheets.find(
      (one) => one.cells.some(({ value }) => typeof value === 'number') && !one.protected,
    );
    const cell = sheet?.cells.find(
      ({ value, formula }) => typeof value === 'number' && formula === undefined,
    );
    const address = `${String.fromCharCode(65 + (cell?.column ?? 0))}${(cell?.row ?? 0) + 1}`;
    const host = new XlsxHost(original, name);
    const before = cell?.value as number;
    const report = await host.apply({
      patches: [{ sheet: sheet?.name ?? '', cell: address, before, after: before + 1 }],
    });
    expect(report.applied).toHaveLength(1);
    expect(Buffer.compare(original, copy)).toBe(0);

    const [old, now] = [partsOf(original), partsOf(host.save())];
    expect([...now.keys()]).toEqual([...old.keys()]);
    const touched = [...old.keys()].filter((path) => old.get(path) !== now.get(path));
    expect(touched.filter((path) => !/worksheets\/sheet\d+\.xml$|workbook\.xml$/.test(path))).toEqual([]);
    expect(touched.filter((path) => path.includes('worksheets')).length).toBeGreaterThanOrEqual(1);
  });
});

describe('what must survive a score written into the awkward workbook', () => {
  const survive = expected('awkward-format').survive;
  const write = async (): Promise<XlsxHost> => {
    const host = new XlsxHost(bytes('awkward-format'), 'awkward-format.xlsx');
    const { applied } = await host.apply({
      patches: [
        { sheet: '评分表', cell: 'F6', before: 1.96, after: 1.9 },
        { sheet: '评分表', cell: 'F5', before: 5.92, after: 5.98 },
      ],
    });
    expect(applied).toHaveLength(2);
    return host;
  };

  it('all parts but the sheet are the same bytes, and the sheet differs in the two cells only', async () => {
    const host = await write();
    const [old, now] = [partsOf(bytes('awkward-format')), partsOf(host.save())];
    expect([...now.keys()]).toEqual([...old.keys()]);
    const touched = [...old.keys()].filter((path) => old.get(path) !== now.get(path));
    expect(touched).toEqual(['xl/worksheets/sheet3.xml']);
    const undone = now
      .get('xl/worksheets/sheet3.xml')
      ?.replace('<v>5.98</v>', '<v>5.92</v>')
      .replace('<v>1.9</v>', '<v>1.96</v>');
    expect(undone).toBe(
      old
        .get('xl/worksheets/sheet3.xml')
        ?.replace('r="F5" s="22" t="n"', 'r="F5" s="22"')
        .replace('r="F6" s="22" t="n"', 'r="F6" s="22"'),
    );
  });

  it('formulas, results, merges, hidden things, protection and texts read back as listed', async () => {
    const { snapshot } = await (await write()).read();
    const named = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    expect(
      snapshot.sheets.filter(({ visibility }) => visibility === 'hidden').map(({ name }) => name),
    ).toEqual(survive.hiddenSheets);
    expect(snapshot.sheets.filter((sheet) => sheet.protected).map(({ name }) => name)).toEqual(
      survive.protectedSheets,
    );
    for (const [sheet, formulas] of Object.entries(survive.formulas)) {
      for (const [cell, formula] of Object.entries(formulas)) {
        expect(`=${cellAt(named.get(sheet), cell)?.formula ?? ''}`).toBe(formula);
      }
    }
    for (const [sheet, values] of Object.entries(survive.cachedValues)) {
      for (const [cell, value] of Object.entries(values))
        expect(cellAt(named.get(sheet), cell)?.value).toBe(value);
    }
    for (const [place, text] of Object.entries(survive.textCells)) {
      const [sheet = '', cell = ''] = place.split('!');
      expect(cellAt(named.get(sheet), cell)?.value).toBe(text);
    }
    for (const [sheet, merges] of Object.entries(survive.mergedCells)) {
      expect(named.get(sheet)?.merges).toHaveLength(merges.length);
    }
  });

  it('a total that is a formula comes out new when its parts no longer add up to it', async () => {
    const host = new XlsxHost(bytes('awkward-format'), 'awkward-format.xlsx');
    await host.apply({ patches: [{ sheet: '评分表', cell: 'F5', before: 5.92, after: 5 }] });
    const { snapshot } = await host.read();
    const sheet = snapshot.sheets.find(({ name }) => name === '评分表');
    expect(cellAt(sheet, 'F10')).toMatchObject({ formula: 'SUM(F5:F9)', value: 27.46 });
  });
});
