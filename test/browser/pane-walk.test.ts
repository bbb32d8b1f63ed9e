import { cellReader, parseKept } from '../../src/core';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { openFile, type WorkbenchPage } from '../support/browser';
import { button, said, tab, useBrowser } from '../support/pane-test';

const browser = useBrowser();

const ribbon = async (bench: WorkbenchPage, name: string): Promise<void> => {
  const pressed = bench.page.locator('#ribbon').getByRole('button', { name, exact: true });
  await pressed.click();
  await bench.page.locator('#ribbon [aria-busy="true"]').waitFor({ state: 'detached' });
};

/** What a person would see in each of the four workbooks. */
type Expected = Readonly<{
  file: string;
  recognised: string;
  verdict: string;
  totals: readonly string[];
  /** The run that fills blanks. */
  scored: RegExp;
  filled: Readonly<Record<string, number>>;
  /** An indicator to open, and a number of its working. */
  indicator: string;
  working: RegExp;
  /** Whether its standard is printed, so that understood parts are underlined. */
  underlined: boolean;
  asks: boolean;
  /** A search, and how many findings it leaves. */
  search: readonly [string, number];
}>;

const WORKBOOKS: readonly Expected[] = [
  {
    file: 'department-2020.xlsx',
    recognised: '认出1张评分表、21项指标、7张数据表',
    verdict: '有 2 处错误须改正',
    totals: ['96.92', '96.42', '优'],
    scored: /没有空白得分需要填写/,
    filled: {},
    indicator: '预算执行率',
    working: /34\.17/,
    underlined: true,
    asks: true,
    search: ['RAT-001', 1],
  },
  {
    file: 'department-2020-blank-scores.xlsx',
    recognised: '认出1张评分表、21项指标、7张数据表',
    verdict: '有 1 处错误须改正',
    totals: ['—'],
    scored: /已填入 6 个得分/,
    filled: { H9: 2, H15: 1, H16: 1, H17: 0.5, H19: 5, H20: 5.92 },
    indicator: '预算执行率',
    working: /34\.17/,
    underlined: true,
    asks: true,
    search: ['结转', 5],
  },
  {
    file: 'projects-2020.xlsx',
    recognised: '认出8张评分表',
    verdict: '有 1 处错误须改正',
    totals: ['98', '99.8'],
    scored: /没有空白得分需要填写/,
    filled: {},
    indicator: '群众满意度',
    working: /9\.8/,
    underlined: false,
    asks: false,
    search: ['TXT-', 3],
  },
  {
    file: 'awkward-format.xlsx',
    recognised: '认出1张评分表',
    verdict: '还需补充 1 项',
    totals: ['28.38', '优'],
    scored: /没有空白得分需要填写/,
    filled: {},
    indicator: '预算执行率',
    working: /34\.17/,
    underlined: true,
    asks: true,
    search: ['文本型数字', 13],
  },
];

describe.each(WORKBOOKS)('$file', (expected) => {
  it('is shown, searched, scored, answered, changed, checked again and left as it was', async () => {
    const { bench, bytes } = await openFile(browser(), expected.file);
    const original = readXlsx(bytes, expected.file);
    const scoreSheet = original.sheets.at(-1)!.name;

    // The top: what was recognised, a verdict, the totals, the chart.
    await said(bench, new RegExp(expected.recognised));
    await bench.pane.getByRole('heading', { level: 2, name: expected.verdict }).waitFor();
    const totals = (await bench.pane.getByRole('region', { name: '总分' }).textContent()) ?? '';
    for (const total of expected.totals) expect(totals).toContain(total);
    expect(totals).not.toContain('776');
    expect(
      await bench.pane.getByRole('region', { name: '一级指标' }).getByRole('listitem').count(),
    ).toBeGreaterThan(1);

    // 问题: search, open, follow the link to the cell, step on.
    const list = bench.pane.getByRole('list', { name: '问题' });
    const [words, count] = expected.search;
    await bench.pane.getByRole('searchbox').fill(words);
    await said(bench, `共 ${count} 处`);
    await list.getByRole('button').first().click();
    await said(bench, `第 1 / ${count} 处`);
    const place = (await list.getByRole('button', { name: /^转到/ }).first().textContent()) ?? '';
    await list.getByRole('button', { name: /^转到/ }).first().click();
    await bench.page.waitForFunction(([sheet, cell]) => {
      const at = (
        window as unknown as { zipingWorkbench: { selection(): { sheet: string; address: string } } }
      ).zipingWorkbench.selection();
      return at.sheet === sheet && at.address === cell;
    }, place.split('!'));
    await bench.pane.getByRole('searchbox').fill('');
    await button(bench, '下一个问题').click();
    await said(bench, /^第 \d+ \/ \d+ 处$/);

    // 评分: the standard with what was understood, the working, where the numbers come from.
    await tab(bench, '评分').click();
    const tables = bench.pane.getByRole('button', { expanded: false });
    if (expected.file.startsWith('projects') && (await tables.count()) > 0) await tables.first().click();
    await bench.pane
      .getByRole('rowheader')
      .getByRole('button', { name: new RegExp(expected.indicator) })
      .last()
      .click();
    await bench.pane.getByRole('heading', { name: '计算过程' }).waitFor();
    const detail = (await bench.pane.getByRole('article').textContent()) ?? '';
    expect(detail).toMatch(expected.working);
    expect(await bench.pane.getByText('读懂的部分').count()).toBe(expected.underlined ? 1 : 0);
    await button(bench, '返回').click();

    // 待补
    await tab(bench, '待补').click();
    if (expected.asks) await button(bench, '保存并继续').waitFor();
    else await said(bench, '没有需要补充的内容。');

    // 设置 are kept with the workbook: they are there when the pane is opened anew.
    await tab(bench, '设置').click();
    await bench.pane.getByRole('radio', { name: '公式' }).click();
    await said(bench, /已保存在工作簿中/);
    await bench.pane.getByRole('radio', { name: '数值' }).click();

    // One click, from the ribbon: blanks are filled, findings are marked, nothing else is touched.
    await ribbon(bench, '一键评分');
    await said(bench, expected.scored);
    for (const [cell, value] of Object.entries(expected.filled))
      expect((await bench.cell(scoreSheet, cell)).value).toBe(value);
    expect((await bench.record()).undoWiped).toEqual([]);
    await bench.screenshot(`walk-${expected.file.replace('.xlsx', '')}`);

    // Somebody types: the pane says that it is out of date, and a new check takes the change in.
    const aside = `(() => {
      const sheet = window.zipingWorkbench.session().model.sheets().find((one) => one.name === ${JSON.stringify(scoreSheet)});
      return sheet.facade.getRange(0, sheet.facade.getMaxColumns() - 1);
    })()`;
    await bench.page.evaluate(`void ${aside}.setValue('备忘')`);
    await said(bench, /已改动，结果可能过时/);
    await ribbon(bench, '检查');
    await said(bench, /检查完成/);
    expect(await bench.pane.getByText(/已改动，结果可能过时/).count()).toBe(0);

    // The working paper, twice, is one sheet.
    await ribbon(bench, '评分底稿');
    await ribbon(bench, '评分底稿');
    const { snapshot } = await new XlsxHost(await bench.download(), expected.file).read();
    const papers = snapshot.sheets.filter(({ name }) => name.startsWith('评分底稿'));
    expect(papers.map(({ name }) => name)).toEqual(['评分底稿']);
    expect(cellReader(snapshot)({ sheet: '评分底稿', cell: 'A1' })?.value).toBe('评分底稿');

    // Finding to finding from the ribbon, without the pane.
    await ribbon(bench, '下一个问题');
    await ribbon(bench, '上一个问题');

    // Undo and clear: the sheets are what they were, but for what was typed here.
    await ribbon(bench, '撤销评分');
    await said(bench, /已恢复|没有可以撤销/);
    await ribbon(bench, '清除标记');
    await said(bench, '标记已清除。');
    await bench.page.evaluate(`void ${aside}.clear()`);
    const saved = await new XlsxHost(await bench.download(), expected.file).read();
    expect(saved.snapshot.sheets.filter(({ name }) => name !== '评分底稿')).toEqual(original.sheets);
    expect(parseKept(saved.settings).kept.marked).toBe(false);
    expect((await bench.record()).undoWiped).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });
});
