import { act, within } from '@testing-library/react';
import { HostError } from '../../src/hosts/ports';
import { workbook, type Rows } from '../support/sheet';
import { giveSizes, openPane, screen } from '../support/pane';

const ROWS: Rows = [
  ['指标', '分值', '应得', '得分'],
  ['采购执行率', 5, 5, null],
  ['控制率', 4, 2, 4],
  ['利用率', 3, 3, 3],
  ['满意度', 8, '满意人数', 8],
];

const book = (rows: Rows = ROWS): ReturnType<typeof workbook> =>
  workbook({ 评分表: rows, 数据: [['满意人数', 7]] }, { name: '部门自评.xlsx' });
const at = (cell: string): { sheet: string; cell: string } => ({ sheet: '评分表', cell });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

// Fluent UI in jsdom is slow, and slower beside other test runs.
jest.setTimeout(30_000);

beforeAll(() => {
  giveSizes();
});

describe('the pane opens', () => {
  it('with the workbook, what was recognised, a verdict and the totals', async () => {
    await openPane(book());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('部门自评.xlsx');
    expect(screen.getByText('认出1张评分表、4项指标')).toBeVisible();
    expect(screen.getByRole('heading', { name: '有 2 处错误须改正' })).toBeVisible();
    const totals = screen.getByRole('region', { name: '总分' });
    expect(totals).toHaveTextContent('填报总分15');
    expect(totals).toHaveTextContent('计算总分18');
  });

  it('with one sentence that says what to do, before anything is read', async () => {
    await openPane(book(), { unread: true });
    expect(screen.getByText('打开含有评分表的工作簿，点“一键评分”。')).toBeVisible();
    expect(button('一键评分')).toBeEnabled();
  });

  it('says why there is nothing to check', async () => {
    await openPane(workbook({ 封面: [['部门整体支出']] }));
    expect(screen.getByRole('heading', { name: '没有可检查的表格' })).toBeVisible();
    expect(screen.getByText('因为：没有可识别的表格')).toBeVisible();
    expect(screen.queryByText('没有发现问题。')).not.toBeInTheDocument();
  });

  it('in English where Office is', async () => {
    await openPane(book(), { props: { officeLanguage: 'en-GB' } });
    expect(button('Score')).toBeVisible();
    expect(screen.getByRole('heading', { name: '2 errors to correct' })).toBeVisible();
  });
});

describe('一键评分', () => {
  it('is one click: blanks are filled, findings marked, and the result is said', async () => {
    const { host, user } = await openPane(book());
    await user.click(button('一键评分'));
    expect(host.content(at('D2'))).toBe(5);
    expect(host.marks).toHaveLength(1);
    expect(await screen.findAllByText(/已填入 1 个得分，标出 1 处问题。/)).not.toHaveLength(0);
    expect(screen.getByRole('status', { name: '' })).toHaveTextContent('有 1 处错误须改正');
  });

  it('offers to replace what was typed, through a preview in which each cell can be left out', async () => {
    const { host, user } = await openPane(book([...ROWS, ['另一控制率', 4, 1, 4]]));
    await user.click(button('一键评分'));
    await user.click(button('查看并替换'));
    const dialog = screen.getByRole('dialog', { name: '替换填报的得分' });
    expect(dialog).toHaveTextContent('控制率 评分表!D3原来 4 → 改为 2');
    await user.click(within(dialog).getByRole('checkbox', { name: '改写 评分表!D6' }));
    await user.click(within(dialog).getByRole('button', { name: '改写 1 个单元格' }));
    expect([host.content(at('D3')), host.content(at('D6'))]).toEqual([2, 4]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is undone by one click', async () => {
    const { host, user } = await openPane(book());
    const before = host.snapshot;
    await user.click(button('一键评分'));
    await user.click(button('撤销评分'));
    expect(host.snapshot).toEqual(before);
    expect(host.marks).toEqual([]);
  });

  it('does not say that nothing was blank when the blank cells are locked', async () => {
    const { host, user } = await openPane(book());
    host.locked.add('评分表!D2');
    await user.click(button('一键评分'));
    expect(screen.getByText('得分没有填入，标出 2 处问题。')).toBeVisible();
    expect(screen.getByText('评分表!D2 受保护，没有写入；请先撤销工作表保护。')).toBeVisible();
  });

  it('shows a failure in one sentence and works again afterwards', async () => {
    const { host, user } = await openPane(book());
    host.fail.read = new HostError('edit-mode', '有单元格正在编辑。请按回车键结束编辑，再试一次。');
    await user.click(button('一键评分'));
    expect(screen.getByText('有单元格正在编辑。请按回车键结束编辑，再试一次。')).toBeVisible();
    await user.click(button('再试一次'));
    expect(screen.queryByText(/有单元格正在编辑/)).not.toBeInTheDocument();
  });
});

describe('问题', () => {
  it('opens a finding, selects its cell, and shows both sides', async () => {
    const { host, user } = await openPane(book());
    await user.click(button(/“控制率”按评分标准应得2分/));
    expect(host.selected).toEqual([at('D3')]);
    expect(screen.getByText('填报值').nextSibling).toHaveTextContent('4');
    expect(screen.getByText('差额').nextSibling).toHaveTextContent('2');
    await user.click(button('转到 取数 数据!B2'));
    expect(host.selected.at(-1)).toEqual({ sheet: '数据', cell: 'B2' });
  });

  it('applies a fix through a preview', async () => {
    const { host, user } = await openPane(book());
    await user.click(button(/“控制率”按评分标准应得2分/));
    await user.click(button('查看修改'));
    expect(host.content(at('D3'))).toBe(4);
    await user.click(button('改写 1 个单元格'));
    expect(host.content(at('D3'))).toBe(2);
    expect(screen.queryByText(/“控制率”按评分标准/)).not.toBeInTheDocument();
  });

  it('keeps an explanation with the finding; an error stays listed', async () => {
    const { user, host } = await openPane(book());
    await user.click(button(/“控制率”按评分标准应得2分/));
    await user.click(button('填写说明'));
    expect(button('保存')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText(/错误填写说明后仍列在问题里/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /说明/ }), '已与财政核实');
    await user.click(button('保存'));
    await user.click(button(/“控制率”按评分标准应得2分.*已说明/));
    expect(screen.getByText('已与财政核实')).toBeVisible();
    await user.click(button('修改说明'));
    expect(screen.getByRole('textbox', { name: /说明/ })).toHaveValue('已与财政核实');
    expect(host.settings.notes).toContain('已与财政核实');
  });

  it('sets a finding aside with a reason, lists it as settled, and brings it back', async () => {
    const { user } = await openPane(book());
    await user.click(button(/“控制率”按评分标准应得2分/));
    await user.click(button('不作处理'));
    await user.type(screen.getByRole('textbox', { name: /理由/ }), '另有批复');
    await user.click(button('保存'));
    expect(screen.queryByText(/“控制率”按评分标准/)).not.toBeInTheDocument();
    await user.click(button('已处理 1'));
    await user.click(button(/“控制率”按评分标准应得2分/));
    expect(screen.getByText('另有批复')).toBeVisible();
    await user.click(button('恢复'));
    await user.click(button('全部 2'));
    expect(button(/“控制率”按评分标准应得2分/)).toBeVisible();
  });

  it('searches, and says when nothing matches', async () => {
    const { user } = await openPane(book());
    await user.type(screen.getByRole('searchbox'), 'SCR-018');
    expect(screen.queryByText(/“控制率”按评分标准/)).not.toBeInTheDocument();
    expect(screen.getByText('“采购执行率”未填自评得分。')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), '没有的词');
    expect(screen.getByText('没有符合条件的问题。')).toBeVisible();
  });

  it('shows the page of a check', async () => {
    const { user } = await openPane(book());
    await user.click(button(/“控制率”按评分标准应得2分/));
    await user.click(button('检查说明 SCR-007'));
    expect(screen.getByText('说明文字')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('keeps only the visible of two thousand findings in the page', async () => {
    const rows: Rows = [
      ['指标', '分值', '应得', '得分'],
      ...Array.from({ length: 2000 }, (_, index) => [`指标${index}`, 5, 4, 5]),
    ];
    await openPane(book(rows));
    expect(screen.getByText('共 2,000 处'.replace(',', ''))).toBeVisible();
    const shown = screen.getAllByRole('listitem').length;
    expect(shown).toBeGreaterThan(3);
    expect(shown).toBeLessThan(60);
  });
});

describe('评分', () => {
  it('shows one indicator with standard, working, inputs and readings', async () => {
    const { host, user, session } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '评分' }));
    await user.click(button(/^控制率/));
    expect(screen.getByRole('heading', { name: /控制率/ })).toHaveFocus();
    expect(screen.getByText('按比例计分。')).toHaveAttribute('title', '定义');
    expect(screen.getByText('得2分')).toBeVisible();
    await user.click(button('转到 应得 评分表!C3'));
    expect(host.selected.at(-1)).toEqual(at('C3'));
    await user.click(screen.getByRole('radio', { name: /按比例折算/ }));
    expect(session.store.state().outcome).toEqual({ kind: 'kept' });
    await user.click(button('返回'));
    expect(screen.getByRole('columnheader', { name: '计算' })).toBeVisible();
  });

  it('writes a blank score at once and a typed one through the preview', async () => {
    const { host, user } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '评分' }));
    await user.click(button(/^采购执行率/));
    await user.click(button('写入公式'));
    expect(host.content(at('D2'))).toEqual({ formula: '=5+0' });
    await user.click(button('下一项'));
    await user.click(button('写入得分'));
    expect(host.content(at('D3'))).toBe(4);
    await user.click(button('改写 1 个单元格'));
    expect(host.content(at('D3'))).toBe(2);
  });

  it('folds groups', async () => {
    const { user } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '评分' }));
    await user.click(button('投入'));
    expect(screen.queryByRole('button', { name: /^控制率/ })).not.toBeInTheDocument();
  });
});

describe('待补', () => {
  it('asks, refuses what is no number, and scores follow the answer', async () => {
    const { user } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '待补' }));
    expect(screen.getByRole('heading', { name: '请填写“满意人数”' })).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: '数值' }), '六');
    await user.click(button('保存并继续'));
    expect(screen.getByRole('alert')).toHaveTextContent('这不是一个数，请重新填写。');
    await user.clear(screen.getByRole('textbox', { name: '数值' }));
    await user.type(screen.getByRole('textbox', { name: '数值' }), '６');
    await user.click(button('保存并继续'));
    expect(screen.getByText('没有需要补充的内容。')).toBeVisible();
    expect(screen.getByText('满意人数 6')).toBeVisible();
    await user.click(button('重新填写 满意度'));
    expect(screen.getByRole('heading', { name: '请填写“满意人数”' })).toBeVisible();
  });

  it('takes the selected cell, when it holds a number', async () => {
    const { host, user, session } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '待补' }));
    await user.click(button('取所选单元格'));
    expect(screen.getByRole('alert')).toHaveTextContent('没有选中单元格');
    host.current = { sheet: '数据', cell: 'A1' };
    await user.click(button('取所选单元格'));
    expect(screen.getByRole('alert')).toHaveTextContent('数据!A1 里不是数字');
    host.current = { sheet: '数据', cell: 'B1' };
    await user.click(button('取所选单元格'));
    await user.click(button('保存并继续'));
    const { phase } = session.store.state();
    expect(phase.kind === 'reviewed' && phase.book.review.scores[3]?.score).toBe(7);
  });
});

describe('设置', () => {
  it('changes how the workbook is scored and keeps it there', async () => {
    const { host, user } = await openPane(book());
    await user.click(screen.getByRole('tab', { name: '设置' }));
    await user.click(screen.getByRole('radio', { name: '公式' }));
    await user.click(screen.getByRole('radio', { name: '按比例计' }));
    await user.click(screen.getByRole('switch', { name: '在工作表上标出问题' }));
    await user.selectOptions(screen.getByRole('combobox', { name: '界面语言' }), 'en-US');
    expect(screen.getByRole('tab', { name: 'Settings' })).toBeVisible();
    expect(JSON.parse(host.settings['preferences']!)).toEqual({
      mode: 'fill',
      write: 'formulas',
      marks: false,
      language: 'en-US',
    });
    expect(JSON.parse(host.settings['profile']!)).toEqual({
      id: 'national',
      readings: { perPoint: 'linear' },
    });
  });
});

describe('messages', () => {
  it('says that the sheet changed, and checks again on request', async () => {
    const { host, user } = await openPane(book());
    act(() => {
      host.type('评分表', 'D3', 2);
    });
    expect(await screen.findByText('评分表!D3 已改动，结果可能过时。')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: '重新检查' })[0]!);
    expect(screen.queryByText(/结果可能过时/)).not.toBeInTheDocument();
    expect(screen.getAllByText(/解决 1 处/)[0]).toBeInTheDocument();
  });

  it('brings a result into view when somebody had scrolled down, and leaves a reader alone otherwise', async () => {
    const { host, user, session } = await openPane(book());
    const pane = screen.getByRole('main');
    pane.scrollTop = 500;
    await user.click(button('清除标记'));
    expect(pane.scrollTop).toBe(0);
    pane.scrollTop = 500;
    await act(() => session.setPreferences({ write: 'formulas' }));
    expect(pane.scrollTop).toBe(500);
    host.fail.select = new HostError('refused', '工作表“数据”是隐藏的。');
    await act(() => session.select({ sheet: '数据', cell: 'B1' }));
    expect(pane.scrollTop).toBe(0);
    expect(screen.getByText('工作表“数据”是隐藏的。')).toBeVisible();
  });

  it('reminds of marks once everything else is in order', async () => {
    const { host, user } = await openPane(book([...ROWS.slice(0, 1), ['控制率', 4, 2, 4]]));
    await user.click(button('一键评分'));
    act(() => {
      host.type('评分表', 'D2', 2);
    });
    await user.click(screen.getAllByRole('button', { name: '重新检查' })[0]!);
    expect(screen.getByRole('heading', { name: '可以提交' })).toBeVisible();
    expect(screen.getByText('工作表上还有标记，提交前请“清除标记”。')).toBeVisible();
    await user.click(button('清除标记'));
    expect(screen.queryByText(/工作表上还有标记/)).not.toBeInTheDocument();
  });

  it('takes back single cells from the history', async () => {
    const { host, user } = await openPane(book());
    await user.click(button('一键评分'));
    await user.click(button('撤销记录'));
    await user.click(screen.getByText('单元格'));
    await user.click(button('恢复 评分表!D2'));
    expect(host.content(at('D2'))).toBeNull();
  });
});
