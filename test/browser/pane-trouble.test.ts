import { readFileSync } from 'node:fs';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { stackedProjects } from '../support/long-workbook';
import { openFile, type WorkbenchPage } from '../support/browser';
import { button, said, useBrowser } from '../support/pane-test';

const NAME = 'department-2020-blank-scores.xlsx';

const browser = useBrowser();

const dismiss = (bench: WorkbenchPage) => button(bench, '不再显示这条消息').click();
/** Changes the workbook, or a switch of the host, behind the pane's back. */
const upset = (bench: WorkbenchPage, script: string): Promise<unknown> =>
  bench.page.evaluate(
    `(({ model, switches }) => { const sheet = (name) => model.sheets().find((one) => one.name === name); ${script} })(window.zipingWorkbench.session())`,
  );

describe('when something is in the way', () => {
  it('the pane says what it is and what to do, and goes on working', async () => {
    const { bench } = await openFile(browser(), NAME);

    // A cell that changed after the preview was shown is not overwritten, and named.
    await bench.pane.getByRole('searchbox').fill('RAT-001');
    await bench.pane.getByRole('list', { name: '问题' }).getByRole('button').first().click();
    await button(bench, '查看修改').click();
    await bench.pane.getByRole('dialog').waitFor();
    await upset(bench, `sheet('基础数据').facade.getRange(17, 1).setValue(0.5);`);
    await bench.pane.getByRole('button', { name: '改写 1 个单元格' }).click();
    await said(bench, /基础数据!B18 的内容已被改动，没有覆盖。/);
    expect((await bench.cell('基础数据', 'B18')).value).toBe(0.5);
    await said(bench, /已改动，结果可能过时/);
    await button(bench, '重新检查').click();
    await said(bench, /检查完成/);

    // A hidden sheet cannot be gone to; the pane says how to show it.
    await bench.pane.getByRole('searchbox').fill('CAR-001');
    await upset(bench, `sheet('基础数据').visibility = 'hidden';`);
    await bench.pane.getByRole('list', { name: '问题' }).getByRole('button').first().click();
    await said(bench, /工作表“基础数据”是隐藏的。请先取消隐藏/);
    await upset(bench, `sheet('基础数据').visibility = 'visible';`);

    // Another workbook in front.
    await upset(bench, `switches.inFront = false;`);
    await bench.pane.getByRole('button', { name: /^转到/ }).first().click();
    await said(bench, /请确认当前显示的是这个工作簿/);
    await bench.screenshot('trouble-front');
    await upset(bench, `switches.inFront = true;`);
    await dismiss(bench);

    // A protected sheet is read, and what could not be written is named.
    await upset(bench, `sheet('评分表').isProtected = true;`);
    await button(bench, '一键评分').click();
    await said(bench, /得分没有填入/);
    await said(bench, /评分表!H9.*受保护，没有写入；请先撤销工作表保护。/);
    expect((await bench.cell('评分表', 'H9')).value).toBeNull();
    await bench.screenshot('trouble-protected');
    await upset(bench, `sheet('评分表').isProtected = false;`);

    // Somebody is typing in a cell: the run waits, and ends when the cell is left.
    await upset(bench, `switches.editMode = true;`);
    await button(bench, '重新检查').click();
    await said(bench, '正在读取工作簿…');
    await upset(bench, `switches.editMode = false;`);
    await said(bench, /检查完成/);

    // The connection is gone.
    await upset(bench, `switches.lost = true;`);
    await button(bench, '重新检查').click();
    await said(bench, '与 Excel 的连接断开了。请关闭窗格再重新打开。');
    await bench.screenshot('trouble-lost');
    await upset(bench, `switches.lost = false;`);
    await button(bench, '再试一次').click();
    await said(bench, /检查完成/);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('conditional formats are refused: cells are painted, and every one gets its own look back', async () => {
    const { bench, bytes } = await openFile(browser(), NAME);
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    const looks = `return JSON.stringify(model.sheets().map((one) => {
      const { top, left, bottom, right } = one.bounds(false);
      const all = [];
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) all.push(one.look(row, column));
      return all;
    }));`;
    const before = await upset(bench, looks);
    await upset(bench, `switches.formatsFrozen = true;`);
    await button(bench, '一键评分').click();
    await said(bench, /标记改用底色和底纹/);
    expect((await bench.cell('评分表', 'H9')).value).toBe(2);
    expect(await bench.formatCount('基础数据')).toBe(0);
    expect(await upset(bench, `return sheet('基础数据').look(17, 1).pattern;`)).toBe('LightUp');
    await bench.screenshot('trouble-painted');
    await button(bench, '撤销评分').click();
    await said(bench, '已恢复 6 个单元格。');
    await button(bench, '清除标记').click();
    await said(bench, '标记已清除。');
    expect(await upset(bench, looks)).toBe(before);
    expect(readXlsx(await bench.download(), NAME).sheets).toEqual(readXlsx(bytes, NAME).sheets);
    expect((await bench.record()).undoWiped).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('single cells of a run are taken back, the others stay', async () => {
    const { bench } = await openFile(browser(), NAME);
    await button(bench, '一键评分').click();
    await said(bench, /已填入 6 个得分/);
    await button(bench, '撤销记录').click();
    await bench.pane.getByRole('dialog').getByText('单元格', { exact: true }).click();
    await bench.pane.getByRole('button', { name: '恢复 评分表!H16' }).click();
    await said(bench, '已恢复 1 个单元格。');
    expect((await bench.cell('评分表', 'H16')).value).toBeNull();
    expect((await bench.cell('评分表', 'H15')).value).toBe(1);
    await bench.close();
  });

  it('a finding is set aside with a reason, and brought back', async () => {
    const { bench } = await openFile(browser(), NAME);
    await bench.pane.getByRole('searchbox').fill('EXE-005');
    await bench.pane.getByRole('list', { name: '问题' }).getByRole('button').first().click();
    await button(bench, '不作处理').click();
    await bench.pane.getByRole('textbox', { name: /^理由/ }).fill('有批复');
    await button(bench, '保存').click();
    await button(bench, '已处理 1').click();
    await bench.pane.getByRole('list', { name: '问题' }).getByRole('button').first().click();
    await said(bench, '有批复');
    await button(bench, '恢复').click();
    await said(bench, '没有符合条件的问题。');
    await button(bench, /^全部/).click();
    await said(bench, /^(?:共 1 处|第 1 \/ 1 处)$/);
    await bench.close();
  });

  it('a long workbook is given up while it is computed, and scrolls with a few rows in the page', async () => {
    const long = stackedProjects(readFileSync('test/fixtures/projects-2020.xlsx'), 600);
    const { bench } = await openFile(browser(), '很多项目.xlsx', long);
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await bench.pane.getByRole('listitem').count()).toBeLessThan(80);
    // The engine is kept from answering, so that there is time to change one's mind.
    await bench.pane.evaluate(
      `Worker.prototype.postMessage = function () { globalThis.held = (globalThis.held ?? 0) + 1; }`,
    );
    await button(bench, '一键评分').click();
    await said(bench, '正在计算和核对…');
    await bench.pane.waitForFunction(`globalThis.held === 1`);
    await button(bench, '取消').click();
    await said(bench, '已取消，工作簿没有改动。');
    expect(bench.page.workers()).toEqual([]);
    expect((await bench.record()).undoSteps).toBe(0);

    // The same after a change of the local practice: the last result stays where it is.
    const verdict = await bench.pane.getByRole('heading', { level: 2 }).first().textContent();
    await bench.pane.getByRole('tab', { name: '设置' }).click();
    await bench.pane.getByRole('radio', { name: '按比例计' }).click();
    await said(bench, '正在计算和核对…');
    await button(bench, '取消').click();
    await said(bench, '已取消，工作簿没有改动。');
    expect(await bench.pane.getByRole('radio', { name: '按比例计' }).isChecked()).toBe(false);
    expect(await bench.pane.getByRole('heading', { level: 2 }).first().textContent()).toBe(verdict);
    expect((await bench.record()).undoSteps).toBe(0);
    await bench.close();
  });
});
