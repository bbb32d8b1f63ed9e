import { type Cell, type CellPatch, inverse, parseA1, type Sheet, type Snapshot } from '../../src/core';
import type { Mark, SheetDraft, WorkbookHost } from '../../src/hosts/ports';

/** A cell of the contract workbook, by address. */
const cell = (address: string, rest: Omit<Cell, 'row' | 'column'>): Cell => {
  const position = parseA1(address);
  if (!position) throw new Error(`No such cell: ${address}`);
  return { ...position, ...rest };
};

const sheet = (name: string, rest: Partial<Sheet>): Sheet => ({
  name,
  visibility: 'visible',
  protected: false,
  cells: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  ...rest,
});

/** The workbook that every host is tried on; a host's test puts it into its own kind of workbook. */
export const CONTRACT_WORKBOOK: Snapshot = {
  name: '合同样表.xlsx',
  sheets: [
    sheet('评分表', {
      merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
      cells: [
        cell('A1', { value: '部门整体支出绩效自评表' }),
        cell('A2', { value: '政府采购执行率' }),
        cell('B2', { value: 2 }),
        cell('C2', { value: 0.955, format: '0.00%' }),
        cell('A3', { value: '其中：货物', indent: 1 }),
        cell('B3', { value: 4, formula: 'B2*2' }),
        cell('C3', { value: '３,４１９.００' }),
        cell('D3', { value: '100', format: '@' }),
        cell('A4', { value: '总分' }),
        cell('B4', { value: 6, formula: 'SUM(B2:B3)' }),
        cell('D4', { value: '终' }),
      ],
      hiddenRows: [2],
    }),
    sheet('表1 收支', { cells: [cell('B2', { value: true }), cell('C9', { value: '末' })] }),
    sheet('说明', { visibility: 'hidden', cells: [cell('A1', { value: '隐藏' })] }),
    sheet('锁定', { protected: true, cells: [cell('A1', { value: 1 })] }),
  ],
};

const patch = (
  sheetName: string,
  address: string,
  before: CellPatch['before'],
  after: CellPatch['after'],
): CellPatch => ({
  sheet: sheetName,
  cell: address,
  before,
  after,
});

const DRAFT: SheetDraft = {
  name: '评分底稿',
  columns: [20, 10],
  landscape: true,
  rows: [
    [{ value: '评分底稿', style: 'title' }],
    [{ value: '=B2/C2' }, { value: 96.92, style: 'number', link: { sheet: '表1 收支', cell: 'C9' } }],
  ],
};

/** What each content must read back as once it was written: the reason stands beside it. */
const WRITTEN: readonly (readonly [CellPatch['after'], string])[] = [
  [0.5, 'a number'],
  [0, 'zero is a value, not a blank'],
  [-1.25, 'a negative number'],
  ['优', 'a text'],
  ['100', 'a text that looks like a number stays text'],
  ['=B2', 'a text that looks like a formula stays text'],
  ['+1', 'a text that begins with a plus stays text'],
  ['-', 'a dash alone is text'],
  ['@甲', 'a text that begins with @ stays text'],
  ["'引号", 'an apostrophe of the text itself is kept'],
  ['2020-1-5', 'a text that looks like a date stays text'],
  ['95%', 'a text that looks like a percentage stays text'],
  ['TRUE', 'a text that looks like a truth value stays text'],
  ['得分12', 'Chinese text with digits'],
  [true, 'a truth value'],
  [{ formula: '=B2*3' }, 'a live formula'],
];

/** What every host must do. `make` puts {@link CONTRACT_WORKBOOK}, or the workbook given, behind the host. */
export function describeWorkbookHost(
  name: string,
  make: (workbook: Snapshot) => Promise<WorkbookHost> | WorkbookHost,
): void {
  const open = async (): Promise<WorkbookHost> => make(CONTRACT_WORKBOOK);
  const cellsOf = async (host: WorkbookHost, sheetName: string): Promise<Map<string, Cell>> => {
    const { snapshot } = await host.read();
    const found = snapshot.sheets.find((one) => one.name === sheetName);
    return new Map(found?.cells.map((one) => [`${one.row}:${one.column}`, one]));
  };
  const contentAt = async (
    host: WorkbookHost,
    sheetName: string,
    address: string,
  ): Promise<CellPatch['after']> => {
    const position = parseA1(address);
    const found = (await cellsOf(host, sheetName)).get(`${position?.row ?? ''}:${position?.column ?? ''}`);
    if (!found) return null;
    if (found.formula !== undefined) return { formula: `=${found.formula}` };
    return typeof found.value === 'object' ? found.value.error : found.value;
  };

  describe(`${name} as a workbook host`, () => {
    it('reads every sheet as it is', async () => {
      const { snapshot, settings } = await (await open()).read();
      expect(snapshot).toEqual(CONTRACT_WORKBOOK);
      expect(settings).toEqual({});
    });

    it.each(WRITTEN)('writes %j: %s', async (after) => {
      const host = await open();
      const report = await host.apply({ patches: [patch('评分表', 'D2', null, after)] });
      expect(report.refused).toEqual([]);
      expect(await contentAt(host, '评分表', 'D2')).toEqual(after);
    });

    it('empties a cell', async () => {
      const host = await open();
      await host.apply({ patches: [patch('评分表', 'B2', 2, null)] });
      expect(await contentAt(host, '评分表', 'B2')).toBeNull();
    });

    it('writes a number into a cell of the text format as a number', async () => {
      const host = await open();
      await host.apply({ patches: [patch('评分表', 'D3', '100', 98)] });
      expect(await contentAt(host, '评分表', 'D3')).toBe(98);
    });

    it('refuses a patch whose cell holds something else, and applies the others', async () => {
      const host = await open();
      const stale = patch('评分表', 'B2', 1, 5);
      const good = patch('评分表', 'C2', 0.955, 0.9);
      const report = await host.apply({ patches: [stale, good] });
      expect(report.applied).toEqual([good]);
      expect(report.refused).toEqual([{ patch: stale, reason: 'changed' }]);
      expect(await contentAt(host, '评分表', 'B2')).toBe(2);
    });

    it('takes a formula for something else than its value', async () => {
      const host = await open();
      const byValue = patch('评分表', 'B3', 4, 1);
      const byFormula = patch('评分表', 'B4', { formula: '=SUM(B2:B3)' }, 1);
      const report = await host.apply({ patches: [byValue, byFormula] });
      expect(report.applied).toEqual([byFormula]);
    });

    it('names patches of a sheet or cell that is not there', async () => {
      const host = await open();
      const noSheet = patch('没有', 'A1', null, 1);
      const noCell = patch('评分表', 'ZZZZ1', null, 1);
      const report = await host.apply({ patches: [noSheet, noCell] });
      expect(report.refused).toEqual([
        { patch: noSheet, reason: 'missing' },
        { patch: noCell, reason: 'missing' },
      ]);
    });

    it('reads a protected sheet and never writes to its locked cells', async () => {
      const host = await open();
      const locked = patch('锁定', 'A1', 1, 2);
      const report = await host.apply({ patches: [locked] });
      expect(report.refused).toEqual([{ patch: locked, reason: 'protected' }]);
      const { snapshot } = await host.read();
      expect(snapshot.sheets.at(-1)).toEqual(CONTRACT_WORKBOOK.sheets.at(-1));
    });

    it('is back where it was after the inverse of every patch', async () => {
      const host = await open();
      const patches = [
        patch('评分表', 'D2', null, 5.92),
        patch('评分表', 'D3', '100', 1),
        patch('评分表', 'B3', { formula: '=B2*2' }, 'x'),
        patch('表1 收支', 'C9', '末', null),
      ];
      await host.apply({ patches });
      const { refused } = await host.apply({ patches: patches.map(inverse) });
      expect(refused).toEqual([]);
      expect((await host.read()).snapshot).toEqual(CONTRACT_WORKBOOK);
    });

    it('marks cells without touching what they hold, and lifts every mark off', async () => {
      const host = await open();
      const marks: Mark[] = [
        { sheet: '评分表', cell: 'B2', severity: 'error', message: '不符' },
        { sheet: '评分表', cell: 'C2:C3', severity: 'verify', message: '核对' },
        { sheet: '表1 收支', cell: 'C9', severity: 'hint', message: '提示' },
      ];
      await host.apply({ marks });
      expect((await host.read()).snapshot).toEqual(CONTRACT_WORKBOOK);
      await host.apply({ marks: marks.slice(0, 1) });
      await host.apply({ marks: [] });
      expect((await host.read()).snapshot).toEqual(CONTRACT_WORKBOOK);
    });

    it('keeps settings with the workbook', async () => {
      const host = await open();
      await host.apply({ settings: { answers: '{"a":1}', profile: '"深圳"' } });
      await host.apply({ settings: { profile: null, answers: '{"a":2}' } });
      expect((await host.read()).settings).toEqual({ answers: '{"a":2}' });
    });

    it('writes a sheet of its own once, however often it is asked', async () => {
      const host = await open();
      await host.apply({ sheet: DRAFT });
      await host.apply({ sheet: { ...DRAFT, rows: DRAFT.rows.slice(1) } });
      const { snapshot } = await host.read();
      const names = snapshot.sheets.map((one) => one.name);
      expect(names).toEqual([...CONTRACT_WORKBOOK.sheets.map((one) => one.name), '评分底稿']);
      expect(await contentAt(host, '评分底稿', 'A1')).toBe('=B2/C2');
      expect(await contentAt(host, '评分底稿', 'B1')).toBe(96.92);
      expect(await contentAt(host, '评分底稿', 'A2')).toBeNull();
    });

    it("never writes over a person's sheet of the same name", async () => {
      const theirs = sheet('评分底稿', { cells: [cell('A1', { value: '我的底稿' })] });
      const host = await make({ ...CONTRACT_WORKBOOK, sheets: [...CONTRACT_WORKBOOK.sheets, theirs] });
      const { notes } = await host.apply({ sheet: DRAFT });
      expect(notes.map(({ message }) => message).join()).toContain('评分底稿');
      expect(await contentAt(host, '评分底稿', 'A1')).toBe('我的底稿');
    });
  });
}
