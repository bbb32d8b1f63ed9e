import { readFileSync } from 'node:fs';
import { cellReader, parseKept } from '../../src/core';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { openFile, openWorkbench } from '../support/browser';
import { useBrowser } from '../support/pane-test';

const NAME = 'department-2020.xlsx';

const browser = useBrowser();

describe('files of the workbench', () => {
  it('a workbook that is dropped on the page is opened', async () => {
    const bench = await openWorkbench(browser());
    const file = Array.from(readFileSync(`test/fixtures/${NAME}`));
    const dropped = await bench.page.evaluateHandle(
      ([name, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name));
        return transfer;
      },
      [NAME, file] as const,
    );
    const grid = bench.page.locator('#sheet canvas').first();
    await grid.dispatchEvent('dragover', { dataTransfer: dropped });
    expect(await bench.page.locator('body').getAttribute('class')).toContain('dropping');
    await grid.dispatchEvent('drop', { dataTransfer: dropped });
    await bench.page.locator('#file').getByText(NAME).waitFor();
    await bench.page.frameLocator('#pane').getByRole('heading', { level: 1, name: NAME }).waitFor();
    expect(await bench.page.locator('body').getAttribute('class')).not.toContain('dropping');
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('the download has what the pane made: the working paper, the marks and what is kept', async () => {
    const { bench, bytes } = await openFile(browser(), NAME);
    const press = (name: string) => bench.pane.getByRole('button', { name }).first().click();
    await press('一键评分');
    await bench.pane
      .getByText(/没有空白得分/)
      .first()
      .waitFor();
    await press('评分底稿');
    await bench.pane.getByText('已生成工作表“评分底稿”。').first().waitFor();
    await bench.screenshot('workbench-paper');
    const saved = new XlsxHost(await bench.download(), NAME);
    const { snapshot, settings } = await saved.read();
    const read = cellReader(snapshot);
    expect(snapshot.sheets.at(-1)?.name).toBe('评分底稿');
    expect(read({ sheet: '评分底稿', cell: 'A1' })?.value).toBe('评分底稿');
    expect(read({ sheet: '评分底稿', cell: 'A6' })?.value).toBe('序号');
    expect(parseKept(settings).kept.marked).toBe(true);
    const original = readXlsx(bytes, NAME);
    expect(snapshot.sheets.slice(0, -1)).toEqual(original.sheets);

    // Taken off again, nothing is left of them.
    await saved.apply({ marks: [] });
    expect((await saved.read()).snapshot.sheets.slice(0, -1)).toEqual(original.sheets);
    await bench.close();
  });

  it('a workbook that was downloaded is opened again with its paper, which is made again in its place', async () => {
    const first = await openFile(browser(), NAME);
    await first.bench.pane.getByRole('button', { name: '评分底稿' }).first().click();
    await first.bench.pane.getByText('已生成工作表“评分底稿”。').first().waitFor();
    const bytes = Buffer.from(await first.bench.download());
    await first.bench.close();

    const { bench } = await openFile(browser(), NAME, bytes);
    await bench.pane.getByRole('button', { name: '评分底稿' }).first().click();
    await bench.pane.getByText('已生成工作表“评分底稿”。').first().waitFor();
    const names = readXlsx(await bench.download(), NAME).sheets.map((sheet) => sheet.name);
    expect(names.filter((name) => name.startsWith('评分底稿'))).toEqual(['评分底稿']);
    await bench.close();
  });

  it('a new sheet is written in the font that comes with the page', async () => {
    const { bench } = await openFile(browser(), NAME);
    await bench.pane.getByRole('button', { name: '评分底稿' }).first().click();
    await bench.pane.getByText('已生成工作表“评分底稿”。').first().waitFor();
    const font: string = await bench.page.evaluate(
      `window.zipingWorkbench.session().model.sheets().at(-1).facade.getRange(5, 1).getFontFamily()`,
    );
    expect(font).toBe('Noto Sans SC');
    await bench.close();
  });
});
