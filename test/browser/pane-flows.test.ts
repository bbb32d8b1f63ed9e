import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { openFile } from '../support/browser';
import { button, said, tab, useBrowser } from '../support/pane-test';

const browser = useBrowser();

const open = (name: string) => openFile(browser(), name);

describe('a workbook from opening to handing in', () => {
  it.each(['department-2020.xlsx', 'projects-2020.xlsx', 'awkward-format.xlsx'])(
    '%s: score, mark, undo and clear leave every cell as it was',
    async (name) => {
      const { bench, bytes } = await open(name);
      await button(bench, '一键评分').click();
      await said(bench, /已填入|没有空白得分/);
      await bench.screenshot(`flow-${name.replace('.xlsx', '')}`);
      await button(bench, '撤销评分').click();
      await said(bench, /已恢复|没有可以撤销/);
      await button(bench, '清除标记').click();
      await said(bench, '标记已清除');
      expect(readXlsx(await bench.download(), name).sheets).toEqual(readXlsx(bytes, name).sheets);
      expect((await bench.record()).undoWiped).toEqual([]);
      expect(bench.errors).toEqual([]);
      await bench.close();
    },
  );

  it('answers what is missing, reads a cell that is selected, and keeps both with the workbook', async () => {
    const { bench } = await open('department-2020.xlsx');
    await tab(bench, '待补').click();
    const position = bench.pane.getByText(/第 1 题，共 \d+ 题/);
    const before = await position.textContent();
    await button(bench, '全部符合').click();
    await button(bench, '保存并继续').click();
    await said(bench, '已保存在工作簿中，得分已更新。');
    expect(await bench.pane.getByText(/第 \d+ 题，共 \d+ 题/).textContent()).not.toBe(before);
    await button(bench, '重新检查').click();
    await said(bench, '检查完成，与上次相同。');
    await bench.pane.getByRole('heading', { name: '已补充' }).waitFor();
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('takes the counts of several categories for one question', async () => {
    const { bench } = await open('hunan-data-and-score.xlsx');
    await tab(bench, '待补').click();
    const asked = bench.pane.getByRole('heading', { name: /发现一处不规范/ });
    for (let steps = 0; steps < 12 && !(await asked.isVisible()); steps += 1)
      await button(bench, '跳过').click();
    await said(bench, /单类最多扣2分，有几类的请按类别分别填列数目/);
    const counts = bench.pane.getByRole('textbox', { name: '次数' });
    await counts.fill('几处');
    await button(bench, '保存并继续').click();
    await said(bench, '请填写 0 或正整数。');
    await counts.fill('6、1');
    await bench.screenshot('question-categories');
    await button(bench, '保存并继续').click();
    await said(bench, '已保存在工作簿中，得分已更新。');
    await bench.pane.getByText('会计核算规范性').first().waitFor();
    expect(await asked.count()).toBe(0);
    // 2分 at most for six of a kind, 0.5分 for the other.
    await tab(bench, '评分').click();
    await said(bench, '2.5');
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('explains a finding, and does not nag again', async () => {
    const { bench } = await open('department-2020.xlsx');
    const finding = bench.pane.getByRole('button', { name: /年初结转0.23与0.00不一致/ }).first();
    await finding.click();
    await button(bench, '填写说明').click();
    await bench.pane.getByRole('textbox', { name: /^说明/ }).fill('已与财政部门核实');
    await button(bench, '保存').click();
    await said(bench, '已保存在工作簿中，得分已更新。');
    await button(bench, '重新检查').click();
    await said(bench, '检查完成，与上次相同。');
    await button(bench, '已处理 1').click();
    await finding.click();
    await said(bench, '已与财政部门核实');
    await bench.close();
  });

  it('writes the working paper once, however often it is made', async () => {
    const { bench } = await open('department-2020.xlsx');
    for (let times = 0; times < 2; times += 1) {
      await button(bench, '评分底稿').click();
      await said(bench, '已生成工作表“评分底稿”。');
      await button(bench, '不再显示这条消息').click();
    }
    const names: string[] = await bench.page.evaluate(
      `window.zipingWorkbench.session().model.sheets().map((sheet) => sheet.name)`,
    );
    expect(names.filter((name) => name.startsWith('评分底稿'))).toEqual(['评分底稿']);
    await bench.screenshot('flow-paper');
    await bench.close();
  });

  it('can be walked through by keyboard alone', async () => {
    const { bench } = await open('department-2020.xlsx');
    await tab(bench, '问题').focus();
    await bench.page.keyboard.press('ArrowRight');
    await bench.pane.getByRole('table').first().waitFor();
    expect(await tab(bench, '评分').getAttribute('aria-selected')).toBe('true');
    await bench.page.keyboard.press('Home');
    await bench.pane.getByRole('searchbox').waitFor();
    await bench.pane.getByRole('listitem').getByRole('button').first().focus();
    await bench.page.keyboard.press('Enter');
    await button(bench, /^检查说明/).focus();
    await bench.page.keyboard.press('Enter');
    await bench.pane.getByRole('dialog').waitFor();
    await bench.page.keyboard.press('Escape');
    await bench.pane.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await bench.pane.evaluate(`document.activeElement.textContent`)).toContain('检查说明');
    await bench.close();
  });
});
