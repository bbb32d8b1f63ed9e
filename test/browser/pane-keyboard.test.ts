import { readFileSync } from 'node:fs';
import { openFile, type WorkbenchPage } from '../support/browser';
import { said, useBrowser } from '../support/pane-test';

const NAME = 'department-2020-blank-scores.xlsx';
/** More presses of Tab than any place of the pane is away from any other. */
const FAR = 80;

const browser = useBrowser();

const press = (bench: WorkbenchPage, keys: string) => bench.page.keyboard.press(keys);

/** What a screen reader would call the element that has the focus. */
const focused = (bench: WorkbenchPage): Promise<string> =>
  bench.pane.evaluate(`(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '(nothing)';
    return at.getAttribute('aria-label') ?? (at.textContent || (at.labels?.[0]?.textContent ?? at.tagName));
  })()`);

/** Whether somebody who looks at the pane sees where the focus is: without it, the place looks otherwise. */
async function focusIsSeen({ page, pane }: WorkbenchPage): Promise<boolean> {
  const frame = await page.locator('#pane').boundingBox();
  const box: { x: number; y: number; width: number; height: number } = await pane.evaluate(
    `document.activeElement.getBoundingClientRect().toJSON()`,
  );
  if (!frame) throw new Error('The pane is not on the page.');
  const clip = {
    x: frame.x + box.x - 6,
    y: Math.max(0, frame.y + box.y - 6),
    width: box.width + 12,
    height: box.height + 12,
  };
  const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  const withFocus = await look();
  await pane.evaluate(`globalThis.place = document.activeElement; place.blur();`);
  const without = await look();
  await pane.evaluate(`place.focus()`);
  return !withFocus.equals(without);
}

/** Presses Tab until something of this name has the focus; every stop on the way must be seen. */
async function tabTo(bench: WorkbenchPage, name: RegExp, keys = 'Tab'): Promise<void> {
  const unseen: string[] = [];
  for (let presses = 0; presses < FAR; presses += 1) {
    await press(bench, keys);
    const now = await focused(bench);
    if (now !== '(nothing)' && !(await focusIsSeen(bench))) unseen.push(now);
    if (!name.test(now)) continue;
    expect(unseen).toEqual([]);
    return;
  }
  throw new Error(`Tab never came to ${String(name)}.`);
}

describe('by keyboard alone', () => {
  it('score, go through the findings, jump, preview, write, undo', async () => {
    const { bench } = await openFile(browser(), NAME);
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    await bench.pane.evaluate(`window.focus()`);

    await tabTo(bench, /^一键评分/);
    await press(bench, 'Enter');
    await said(bench, /已填入 6 个得分/);
    expect(await focused(bench)).toMatch(/^一键评分/);

    // From tab to tab with the arrows.
    await tabTo(bench, /^问题/);
    await press(bench, 'ArrowRight');
    await bench.pane.getByRole('table').first().waitFor();
    await press(bench, 'ArrowLeft');
    await bench.pane.getByRole('searchbox').waitFor();

    await tabTo(bench, /^下一个问题/);
    await press(bench, 'Enter');
    await said(bench, /^第 1 \/ \d+ 处$/);
    await press(bench, 'Enter');
    await said(bench, /^第 2 \/ \d+ 处$/);
    await tabTo(bench, /^上一个问题/, 'Shift+Tab');
    await press(bench, 'Enter');
    await said(bench, /^第 1 \/ \d+ 处$/);

    // To a cell of the other side of the finding.
    await tabTo(bench, /基础数据!B14/);
    await press(bench, 'Enter');
    await bench.page.waitForFunction(`window.zipingWorkbench.selection().address === 'B14'`);
    expect(await focused(bench)).toMatch(/基础数据!B14/);

    // A dialog takes the focus, keeps it, and gives it back.
    await tabTo(bench, /^查看修改/);
    await press(bench, 'Enter');
    await bench.pane.getByRole('dialog').waitFor();
    const inside = `document.activeElement.closest('[role="dialog"]') !== null`;
    await bench.pane.waitForFunction(inside);
    for (let presses = 0; presses < 6; presses += 1) {
      await press(bench, 'Tab');
      expect(await bench.pane.evaluate(inside)).toBe(true);
    }
    await press(bench, 'Escape');
    await bench.pane.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(bench)).toMatch(/^查看修改/);
    await press(bench, 'Enter');
    await bench.pane.getByRole('dialog').waitFor();
    await tabTo(bench, /^改写 1 个单元格/);
    await press(bench, 'Enter');
    await said(bench, '已写入 1 个单元格。');
    expect((await bench.cell('基础数据', 'B18')).value).toBeCloseTo(0.0003, 4);
    // The finding is gone, and with it the button that opened the dialog: the keyboard stays in the list.
    expect(await bench.pane.evaluate(`document.activeElement.id`)).toBe('panel');

    await tabTo(bench, /^撤销评分/, 'Shift+Tab');
    await press(bench, 'Enter');
    await said(bench, '已恢复 1 个单元格。');
    await press(bench, 'Enter');
    await said(bench, '已恢复 6 个单元格。');
    expect((await bench.cell('评分表', 'H9')).value).toBeNull();
    expect((await bench.record()).undoWiped).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  // Workbooks without blank scores, with several score tables, with another layout.
  it.each([
    ['department-2020.xlsx', /没有空白得分需要填写/],
    ['projects-2020.xlsx', /没有空白得分需要填写/],
    ['awkward-format.xlsx', /没有空白得分需要填写/],
  ])('mark, step through the findings, jump and clear: %s', async (name, outcome) => {
    const { bench } = await openFile(browser(), name);
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    await bench.pane.evaluate(`window.focus()`);
    await tabTo(bench, /^一键评分/);
    await press(bench, 'Enter');
    await said(bench, outcome);
    await tabTo(bench, /^下一个问题/);
    await press(bench, 'Enter');
    await said(bench, /^第 1 \/ \d+ 处$/);
    await tabTo(bench, /^.+![A-Z]+\d+$/);
    const cell = (await focused(bench)).replace(/^.*!/, '');
    await press(bench, 'Enter');
    await bench.page.waitForFunction(`window.zipingWorkbench.selection().address === '${cell}'`);
    await tabTo(bench, /^清除标记/, 'Shift+Tab');
    await press(bench, 'Enter');
    await said(bench, '标记已清除。');
    expect(await focused(bench)).toMatch(/^清除标记/);
    expect((await bench.record()).undoWiped).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('every shortcut of the shipped file does what its button does, on the sheet and in the pane', async () => {
    const { shortcuts } = JSON.parse(readFileSync('dist/addin/shortcuts.json', 'utf8')) as {
      shortcuts: { action: string; key: { default: string } }[];
    };
    const keys = new Map(
      shortcuts.map(({ action, key }) => [action, key.default.replace('Ctrl', 'Control')]),
    );
    const { bench } = await openFile(browser(), NAME);
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    const does: Readonly<Record<string, string | RegExp>> = {
      'ziping.score': /已填入 6 个得分/,
      'ziping.next': /^第 1 \/ \d+ 处$/,
      'ziping.previous': /^第 (\d+) \/ \1 处$/,
      'ziping.check': /检查完成/,
      'ziping.clearMarks': '标记已清除。',
      'ziping.undo': '已恢复 6 个单元格。',
      'ziping.showPane': /一键评分/,
    };
    expect(Object.keys(does).sort()).toEqual([...keys.keys()].sort());
    for (const [index, [action, words]] of Object.entries(does).entries()) {
      if (index % 2 === 0)
        await bench.page
          .locator('#univer-sheet-main-canvas_workbook')
          .click({ position: { x: 300, y: 300 } });
      else await bench.pane.getByRole('tab', { name: '问题' }).focus();
      await press(bench, keys.get(action) ?? '');
      await bench.page.locator('#ribbon [aria-busy="true"]').waitFor({ state: 'detached' });
      await said(bench, words);
    }
    expect(bench.errors).toEqual([]);
    await bench.close();
  });
});
