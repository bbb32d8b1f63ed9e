import { readFileSync } from 'node:fs';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { openWorkbench, type WorkbenchPage } from '../support/browser';
import { useBrowser } from '../support/pane-test';

const SHEET = '评分表';

/** The indicators that the sample's own data decide, by score cell (`fixtures/expected`). */
const SCORES = { H9: 2, H15: 1, H16: 1, H17: 0.5, H19: 5, H20: 5.92 } as const;
const CELLS = Object.keys(SCORES);

const browser = useBrowser();

const values = async (bench: WorkbenchPage, cells: readonly string[]): Promise<unknown[]> =>
  Promise.all(cells.map(async (cell) => (await bench.cell(SHEET, cell)).value));

const button = (bench: WorkbenchPage, name: string) =>
  bench.pane.getByRole('button', { name, exact: false }).first();

describe('the workbench', () => {
  it('scores with one click, jumps to a finding, undoes, and leaves the sheet as it was', async () => {
    const bench = await openWorkbench(browser());
    const column = Array.from({ length: 26 }, (_, index) => `H${index + 1}`);
    const before = await values(bench, column);
    expect(await values(bench, CELLS)).toEqual(CELLS.map(() => null));

    await button(bench, '一键评分').click();
    await bench.pane.getByText('已填入 6 个得分').first().waitFor();
    expect(await values(bench, CELLS)).toEqual(Object.values(SCORES));
    expect(await bench.formatCount(SHEET)).toBeGreaterThan(0);
    await bench.screenshot('workbench-scored');

    await bench.pane.getByText('基础数据!B18').first().click();
    await bench.page.waitForFunction(`window.zipingWorkbench.selection().sheet === '基础数据'`);
    expect(await bench.selection()).toEqual({ sheet: '基础数据', address: 'B18' });
    await bench.screenshot('workbench-finding');

    await button(bench, '撤销评分').click();
    await bench.pane.getByText('已恢复 6 个单元格').first().waitFor();
    await button(bench, '清除标记').click();
    await bench.pane.getByText('标记已清除').first().waitFor();
    expect(await values(bench, column)).toEqual(before);
    expect(await bench.formatCount(SHEET)).toBe(0);
    await bench.screenshot('workbench-undone');

    expect((await bench.record()).undoWiped).toEqual([]);
    expect(bench.errors).toEqual([]);
    expect(bench.requests.filter((address) => !/^(?:http:\/\/localhost:|data:|blob:)/.test(address))).toEqual(
      [],
    );
    await bench.close();
  });

  it('opens another workbook, and gives the scored file back with everything else as it was', async () => {
    const bench = await openWorkbench(browser());
    const name = 'hunan-data-and-score.xlsx';
    const bytes = readFileSync(`test/fixtures/${name}`);
    await bench.page.setInputFiles('#open', { name, mimeType: 'application/octet-stream', buffer: bytes });
    await bench.page.getByText(name).waitFor();
    const original = readXlsx(bytes, name);
    const sheet = original.sheets[0]!;
    const typed = { row: sheet.cells[0]!.row, column: 25 };
    await bench.page.evaluate(
      `window.zipingWorkbench.session().model.sheets()[0].write([{ row: ${typed.row}, column: 25, content: { value: 7.5, formula: null, quoted: false } }])`,
    );
    const saved = readXlsx(await bench.download(), name);
    const added = saved.sheets[0]!.cells.filter((cell) => cell.column === typed.column);
    expect(added).toEqual([expect.objectContaining({ ...typed, value: 7.5 })]);
    const rest = saved.sheets.map((one) => ({
      ...one,
      cells: one.cells.filter((cell) => cell.column !== typed.column),
    }));
    expect(rest).toEqual(original.sheets);
    await bench.close();
  });

  it('says what is wrong with a file that is no workbook, and keeps what is open', async () => {
    const bench = await openWorkbench(browser());
    await button(bench, '一键评分').click();
    await bench.pane.getByText('已填入 6 个得分').first().waitFor();
    await bench.page.setInputFiles('#open', {
      name: '名单.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('姓名,得分\n'),
    });
    const message = bench.page.locator('#message');
    await message.getByText('名单.xlsx').waitFor();
    expect(await message.textContent()).toContain('文本文件');
    expect(await values(bench, CELLS)).toEqual(Object.values(SCORES));
    await bench.pane.getByText('已填入 6 个得分').first().waitFor();
    await bench.close();
  });
});
