/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { type CellPatch, inverse, PROFILES, review, workingPaper } from '../../../src/core';
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import type { Mark } from '../../../src/hosts/ports';
import { MemoryWorkbook } from '../../../src/workbench/host/model/memory-workbook';
import { FIXTURE_FILES } from '../../support/fixture';
import { connectClient } from '../../support/office-client';
import { dump } from '../../support/workbook-dump';

const fixture = (name: string): MemoryWorkbook =>
  MemoryWorkbook.from(readXlsx(readFileSync(`test/fixtures/${name}`), name));

/** The client hands events on in a later turn. */
const delivered = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

const DEPARTMENT = 'department-2020.xlsx';
const SCORE: CellPatch = { sheet: '评分表', cell: 'J1', before: null, after: 0.5 };
const mark = (cell: string, severity: Mark['severity'] = 'error', sheet = '评分表'): Mark => ({
  sheet,
  cell,
  severity,
  message: '不符',
});

describe('round trips', () => {
  it('reads the department workbook in 2, writes and marks in 1', async () => {
    const session = connectClient(fixture(DEPARTMENT));
    const host = new ExcelHost();
    await host.read();
    expect(session.record.syncs).toBe(2);
    await host.apply({ patches: [SCORE], marks: [mark('H19'), mark('H20', 'hint')], settings: { a: '1' } });
    expect(session.record.syncs).toBe(3);
    expect(session.heldReferences).toBe(0);
  });

  it('looks again before it writes when somebody has changed the workbook', async () => {
    const model = fixture(DEPARTMENT);
    const session = connectClient(model);
    const host = new ExcelHost();
    await host.read();
    model.type('评分表', 'J1', 9);
    await delivered();
    const { refused } = await host.apply({ patches: [SCORE] });
    expect(refused).toEqual([{ patch: SCORE, reason: 'changed' }]);
    expect(session.record.syncs).toBe(3);
  });

  it('looks again when what it read is old: Excel drops some events', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    let now = 0;
    const host = new ExcelHost(() => now);
    await host.read();
    model.sheet('评分表').write([{ row: 0, column: 9, content: { value: 9, formula: null, quoted: false } }]);
    now += 60_000;
    expect((await host.apply({ patches: [SCORE] })).refused).toEqual([{ patch: SCORE, reason: 'changed' }]);
  });

  it('trusts its own writes', async () => {
    const session = connectClient(fixture(DEPARTMENT));
    const host = new ExcelHost();
    await host.read();
    await host.apply({ patches: [SCORE] });
    const { refused } = await host.apply({ patches: [inverse(SCORE)] });
    expect(refused).toEqual([]);
    expect(session.record.syncs).toBe(4);
  });
});

describe('large workbooks', () => {
  it.each([
    ['the 5 MB of Excel on the web', { payloadLimit: 30_000 }],
    ['values that come back null', { cellLimit: 60 }],
  ])('reads the same within %s', async (_limit, switches) => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    const whole = await new ExcelHost().read();
    connectClient(model, switches);
    expect(await new ExcelHost().read()).toEqual(whole);
  });

  it('reads more than 512 merged areas', async () => {
    const model = new MemoryWorkbook('合并.xlsx');
    const sheet = model.addSheet('大表');
    sheet.merged = Array.from({ length: 700 }, (_, row) => ({ top: row, left: 0, bottom: row, right: 2 }));
    sheet.write(
      sheet.merged.map(({ top }) => ({
        row: top,
        column: 0,
        content: { value: top, formula: null, quoted: false },
      })),
    );
    connectClient(model);
    const { snapshot } = await new ExcelHost().read();
    expect(snapshot.sheets[0]?.merges).toHaveLength(700);
    expect(snapshot.sheets[0]?.cells).toHaveLength(700);
  });

  it('says what to do when even the smallest part is too large', async () => {
    const model = new MemoryWorkbook('长.xlsx');
    model
      .addSheet('表')
      .write([{ row: 0, column: 0, content: { value: '长'.repeat(4000), formula: null, quoted: false } }]);
    connectClient(model, { payloadLimit: 6000 });
    await expect(new ExcelHost().read()).rejects.toMatchObject({ name: 'HostError', code: 'too-large' });
  });
});

describe('versions of Excel', () => {
  it('reads no merged areas below ExcelApi 1.13, and everything else', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    const { snapshot } = await new ExcelHost().read();
    connectClient(model, { excelApi: '1.9' });
    const old = await new ExcelHost().read();
    expect(old.snapshot.sheets).toEqual(snapshot.sheets.map((sheet) => ({ ...sheet, merges: [] })));
  });

  it('tells its own changes from others also without the source of an event', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model, { excelApi: '1.9' });
    const host = new ExcelHost();
    const seen: string[] = [];
    await host.read();
    await host.onChanged((sheet, address) => seen.push(`${sheet}!${address}`));
    await host.apply({ patches: [SCORE] });
    model.type('评分表', 'J1', 1);
    await delivered();
    expect(seen).toEqual(['评分表!J1']);
  });

  it('refuses an Excel that is too old, in words', async () => {
    connectClient(fixture(DEPARTMENT), { excelApi: '1.8' });
    await expect(new ExcelHost().read()).rejects.toMatchObject({
      code: 'too-old',
      message: expect.stringContaining('Excel 2021'),
    });
  });
});

describe('a workbook in use', () => {
  it('waits until the cell that is edited is left', async () => {
    const session = connectClient(fixture(DEPARTMENT), { editMode: true });
    const reading = new ExcelHost().read();
    await delivered();
    expect(session.record.answerBytes).toBe(0);
    session.switches.editMode = false;
    expect((await reading).snapshot.sheets).toHaveLength(9);
  });

  it('reports changes of others, not its own, until told to stop', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    const host = new ExcelHost();
    const seen: string[] = [];
    await host.read();
    const stop = await host.onChanged((sheet, address) => seen.push(`${sheet}!${address}`));
    await host.apply({ patches: [SCORE], marks: [mark('H19')] });
    model.type('基础数据', 'C12', 1);
    await delivered();
    await stop();
    model.type('基础数据', 'C12', 2);
    await delivered();
    expect(seen).toEqual(['基础数据!C12']);
  });

  it('selects across sheets and tells what is selected', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    const host = new ExcelHost();
    await host.select({ sheet: '基础数据', cell: 'C12:C13' });
    expect(model.activeSheet().name).toBe('基础数据');
    expect(await host.selection()).toEqual({ sheet: '基础数据', cell: 'C12:C13' });
  });

  it.each([
    ['a hidden sheet', '表1-1', 'refused', '取消隐藏'],
    ['a sheet that is gone', '没有', 'not-found', '没有'],
  ])('explains why it cannot go to %s', async (_case, sheet, code, words) => {
    const model = fixture(DEPARTMENT);
    model.sheet('表1-1').visibility = 'hidden';
    connectClient(model);
    const going = new ExcelHost().select({ sheet, cell: 'A1' });
    await expect(going).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('explains that another workbook is in front, and goes there once it is not', async () => {
    const model = fixture(DEPARTMENT);
    const session = connectClient(model, { inFront: false });
    const host = new ExcelHost();
    await expect(host.select({ sheet: '基础数据', cell: 'C12' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('请确认当前显示的是这个工作簿'),
    });
    session.switches.inFront = true;
    await host.select({ sheet: '基础数据', cell: 'C12' });
    expect(model.activeSheet().name).toBe('基础数据');
  });

  it('says what to do when the connection is gone', async () => {
    const session = connectClient(fixture(DEPARTMENT));
    const host = new ExcelHost();
    await host.read();
    session.switches.lost = true;
    await expect(host.apply({ patches: [SCORE] })).rejects.toMatchObject({
      code: 'lost',
      message: '与 Excel 的连接断开了。请关闭窗格再重新打开。',
    });
  });

  it('writes the unlocked cells of a protected sheet and marks none', async () => {
    const model = fixture(DEPARTMENT);
    const sheet = model.sheet('评分表');
    sheet.isProtected = true;
    sheet.setLook({ top: 4, left: 7, bottom: 4, right: 7 }, { locked: false });
    connectClient(model);
    const host = new ExcelHost();
    const { snapshot } = await host.read();
    const before = (row: number): CellPatch['before'] =>
      snapshot.sheets.at(-1)?.cells.find((cell) => cell.row === row && cell.column === 7)?.value as number;
    const open = { sheet: '评分表', cell: 'H5', before: before(4), after: 1 };
    const locked = { sheet: '评分表', cell: 'H6', before: before(5), after: 1 };
    const report = await host.apply({ patches: [open, locked], marks: [mark('H5')] });
    expect(report.applied).toEqual([open]);
    expect(report.refused).toEqual([{ patch: locked, reason: 'protected' }]);
    expect(report.notes.map(({ message }) => message)).toEqual([
      '工作表“评分表”受保护，没有在上面做标记。问题仍列在窗格里。',
    ]);
    expect(sheet.isProtected).toBe(true);
  });
});

describe('marks', () => {
  it('are one conditional format a severity, and leave those of others alone', async () => {
    const model = fixture(DEPARTMENT);
    const sheet = model.sheet('评分表');
    const theirs = { ...THEIRS, id: '{theirs}' };
    sheet.putConditionalFormat(theirs);
    connectClient(model);
    const host = new ExcelHost();
    await host.read();
    await host.apply({ marks: [mark('H5'), mark('H6'), mark('H9', 'verify'), mark('B2', 'hint')] });
    expect(sheet.conditionalFormats()).toHaveLength(4);
    // The gravest finding wins where two meet.
    expect(sheet.conditionalFormats()[0]).toMatchObject({
      ranges: [{ top: 4, left: 7, bottom: 5, right: 7 }],
    });
    await host.apply({ marks: [] });
    expect(sheet.conditionalFormats()).toEqual([theirs]);
  });

  it('are found again by a pane that was opened anew, and copies Excel made of them too', async () => {
    const model = fixture(DEPARTMENT);
    const sheet = model.sheet('评分表');
    connectClient(model);
    await new ExcelHost().apply({ marks: [mark('H5')] });
    const [ours] = sheet.conditionalFormats();
    sheet.putConditionalFormat({ ...ours!, id: '{copied with its cells}' });
    connectClient(model);
    await new ExcelHost().apply({ marks: [] });
    expect(sheet.conditionalFormats()).toEqual([]);
  });

  it('do not stumble over one that was taken off by hand', async () => {
    const model = fixture(DEPARTMENT);
    const sheet = model.sheet('评分表');
    connectClient(model);
    const host = new ExcelHost();
    await host.apply({ marks: [mark('H5')] });
    sheet.removeConditionalFormat(sheet.conditionalFormats()[0]!.id);
    await host.apply({ marks: [mark('H6')] });
    expect(sheet.conditionalFormats()).toHaveLength(1);
  });

  it('are drawn on thousands of scattered cells', async () => {
    const model = fixture(DEPARTMENT);
    connectClient(model);
    const cells = Array.from({ length: 4000 }, (_, index) => mark(`B${2 * index + 1}`));
    await new ExcelHost().apply({ marks: cells });
    const marked = model
      .sheet('评分表')
      .conditionalFormats()
      .flatMap(({ ranges }) => ranges);
    expect(marked).toHaveLength(4000);
  });
});

const THEIRS = {
  type: 'Custom',
  ranges: [{ top: 4, left: 7, bottom: 30, right: 7 }],
  formula: '=H5>5',
  fill: '#00FF00',
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  borders: {},
  stopIfTrue: false,
};

describe('after score, mark, undo and clear', () => {
  it.each(FIXTURE_FILES)('%s is the workbook it was, and Excel could still undo', async (name) => {
    const model = fixture(name);
    const session = connectClient(model);
    const host = new ExcelHost();
    const { snapshot } = await host.read();
    await model.settle();
    const before = dump(model);
    const patches = snapshot.sheets
      .filter((sheet) => !sheet.protected)
      .flatMap((sheet) =>
        sheet.cells.slice(-8).map((cell): CellPatch => ({
          sheet: sheet.name,
          cell: `${String.fromCharCode(65 + cell.column)}${cell.row + 1}`,
          before:
            cell.formula === undefined ? (cell.value as string | number) : { formula: `=${cell.formula}` },
          after: 12.5,
        })),
      );
    const marks = patches.map(({ sheet, cell }) => mark(cell, 'verify', sheet));
    const report = await host.apply({ patches, marks });
    expect(report.refused).toEqual([]);
    expect(dump(model)).not.toEqual(before);
    const undone = await host.apply({ patches: patches.map(inverse), marks: [] });
    expect(undone.refused).toEqual([]);
    expect(dump(model)).toEqual(before);
    expect(session.record.undoWiped).toEqual([]);
  });
});

describe('the working paper', () => {
  it.each(FIXTURE_FILES)(
    '%s: is written twice into one sheet, with the orientation and the widths it asks for',
    async (name) => {
      const model = fixture(name);
      const session = connectClient(model);
      const host = new ExcelHost();
      for (let times = 0; times < 2; times += 1) {
        const { snapshot } = await host.read();
        const sheet = workingPaper(review(snapshot, PROFILES[0]!, {}), name);
        expect((await host.apply({ sheet })).notes).toEqual([]);
      }
      const papers = model.sheets().filter((sheet) => sheet.name.startsWith('评分底稿'));
      expect(papers).toHaveLength(1);
      expect(papers[0]?.attributes.get('orientation')).toBe('Landscape');
      expect(session.record.undoWiped).toEqual([]);
    },
  );
});
