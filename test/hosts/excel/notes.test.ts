/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import type { CellPatch } from '../../../src/core';
import { ExcelHost, missingFeatures } from '../../../src/hosts/excel/excel-host';
import type { Mark } from '../../../src/hosts/ports';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { MemoryWorkbook } from '../../../src/workbench/host/model/memory-workbook';
import { teachNotes } from '../../support/client-notes';
import { connectClient } from '../../support/office-client';
import { dump } from '../../support/workbook-dump';

const NAME = 'department-2020.xlsx';
const SHEET = '评分表';
const fixture = (): MemoryWorkbook =>
  MemoryWorkbook.from(readXlsx(readFileSync(`test/fixtures/${NAME}`), NAME));
const mark = (cell: string, message: string, severity: Mark['severity'] = 'error'): Mark => ({
  sheet: SHEET,
  cell,
  severity,
  message,
});
const notesOf = (model: MemoryWorkbook): unknown =>
  model
    .sheet(SHEET)
    .notes()
    .map(({ row, column, content }) => [row, column, content]);
const ours = (text: string): string => `绩效自评助手：\n${text}\n（清除标记时一并删除）`;
/** What somebody wrote at H20 before us. */
const theirs = { content: '王会计：四季度数以决算为准', author: '某人' };

describe('where the client and Excel know notes', () => {
  let forget: () => void;
  beforeAll(() => {
    connectClient(fixture());
    forget = teachNotes();
  });
  afterAll(() => {
    forget();
  });

  it('each mark gets one with its message, and clearing takes exactly ours away', async () => {
    const model = fixture();
    model.sheet(SHEET).setNote(0, 0, theirs);
    const before = dump(model);
    connectClient(model);
    const host = new ExcelHost();
    await host.apply({ marks: [mark('H19', '填报5.92，应为5.00。'), mark('B2:C4', '合计不符。', 'hint')] });
    expect(notesOf(model)).toEqual([
      [0, 0, theirs.content],
      [18, 7, ours('填报5.92，应为5.00。')],
      [1, 1, ours('合计不符。')],
    ]);
    expect((await host.apply({ marks: [] })).notes).toEqual([]);
    expect(dump(model)).toEqual(before);
  });

  it('a cell with a note of somebody else keeps it, and gets none from us', async () => {
    const model = fixture();
    model.sheet(SHEET).setNote(19, 7, theirs);
    connectClient(model);
    await new ExcelHost().apply({ marks: [mark('H20', '不符')] });
    expect(notesOf(model)).toEqual([[19, 7, theirs.content]]);
    connectClient(model);
    await new ExcelHost().apply({ marks: [] });
    expect(model.sheet(SHEET).notes()).toEqual([{ row: 19, column: 7, ...theirs }]);
  });

  it('a note of ours that somebody wrote into is theirs from then on', async () => {
    const model = fixture();
    connectClient(model);
    const host = new ExcelHost();
    await host.apply({ marks: [mark('H20', '不符')] });
    const content = `${ours('不符')}\n已与财政核实`;
    model.sheet(SHEET).setNote(19, 7, { content, author: '某人' });
    await host.read();
    await host.apply({ marks: [] });
    expect(notesOf(model)).toEqual([[19, 7, content]]);
  });

  it('new marks replace the notes of the old ones, also by a pane that was opened anew', async () => {
    const model = fixture();
    connectClient(model);
    await new ExcelHost().apply({ marks: [mark('H19', '甲'), mark('H20', '乙')] });
    connectClient(model);
    await new ExcelHost().apply({ marks: [mark('H20', '丙')] });
    expect(notesOf(model)).toEqual([[19, 7, ours('丙')]]);
  });

  it('costs no round trip when nothing about the marks has changed', async () => {
    const model = fixture();
    const session = connectClient(model);
    const host = new ExcelHost();
    await host.read();
    await host.apply({ marks: [mark('H20', '不符')] });
    const before = session.record.syncs;
    await host.apply({ marks: [mark('H20', '不符')] });
    expect(session.record.syncs).toBe(before + 1);
  });

  it('a refused note is told, and neither scores nor marks are lost', async () => {
    const model = fixture();
    const sheet = model.sheet(SHEET);
    jest.spyOn(sheet, 'setNote').mockImplementation(() => {
      throw Object.assign(new Error('threaded comment'), { code: 'InvalidOperation' });
    });
    connectClient(model);
    const patch: CellPatch = { sheet: SHEET, cell: 'J1', before: null, after: 0.5 };
    const { applied, notes } = await new ExcelHost().apply({
      patches: [patch],
      marks: [mark('H20', '不符')],
    });
    expect(applied).toEqual([patch]);
    expect(sheet.conditionalFormats()).toHaveLength(1);
    expect(notes).toMatchObject([{ code: 'notes-refused' }]);
  });

  it('a protected sheet gets none', async () => {
    const model = fixture();
    model.sheet(SHEET).isProtected = true;
    connectClient(model);
    await new ExcelHost().apply({ marks: [mark('H20', '不符')] });
    expect(model.sheet(SHEET).notes()).toEqual([]);
  });

  it('is not among what is missing', () => {
    connectClient(fixture());
    expect(missingFeatures()).toEqual([]);
  });

  it('an Excel below ExcelApi 1.18 is not asked for them', async () => {
    const model = fixture();
    connectClient(model, { excelApi: '1.17' });
    const { notes } = await new ExcelHost().apply({ marks: [mark('H20', '不符')] });
    expect(notes).toEqual([]);
    expect(model.sheet(SHEET).notes()).toEqual([]);
    expect(missingFeatures()).toEqual(['notes', 'undo-group']);
  });
});

describe('where Excel knows notes and the client does not, as the one on npm', () => {
  it('marks are made without them, and the pane is told', async () => {
    const model = fixture();
    connectClient(model);
    const { notes } = await new ExcelHost().apply({ marks: [mark('H20', '不符')] });
    expect(notes).toEqual([]);
    expect(model.sheet(SHEET).conditionalFormats()).toHaveLength(1);
    expect(missingFeatures()).toEqual(['notes']);
  });
});

describe('one step of Excel’s undo', () => {
  it.each([
    ['1.20', { delayForCellEdit: true, mergeUndoGroup: true }],
    ['1.19', { delayForCellEdit: true }],
  ])('ExcelApi %s', async (excelApi, expected) => {
    connectClient(fixture(), { excelApi });
    const run = jest.spyOn(Excel, 'run');
    await new ExcelHost().apply({ marks: [mark('H20', '不符')] });
    expect(run.mock.calls.map(([options]) => options)).toEqual([expected]);
    run.mockRestore();
  });

  it('is given up where a step cannot be grouped, and the work is done all the same', async () => {
    const model = fixture();
    connectClient(model);
    const run = jest.spyOn(Excel, 'run');
    run.mockRejectedValueOnce(Object.assign(new Error('no group'), { code: 'UndoNotSupported' }));
    const host = new ExcelHost();
    const { applied } = await host.apply({
      patches: [{ sheet: SHEET, cell: 'J1', before: null, after: 0.5 }],
    });
    expect(applied).toHaveLength(1);
    expect(model.sheet(SHEET).content(0, 9).value).toBe(0.5);
    expect(run.mock.calls.map(([options]) => options)).toEqual([
      { delayForCellEdit: true, mergeUndoGroup: true },
      { delayForCellEdit: true },
    ]);
    run.mockRestore();
  });

  it('a group that is refused only after its work was done is not taken for a change of somebody else', async () => {
    connectClient(fixture());
    const { run: real } = Excel;
    const run = jest.spyOn(Excel, 'run');
    run.mockImplementationOnce(async (...args: unknown[]) => {
      await (real as (...given: unknown[]) => Promise<unknown>)(...args);
      throw Object.assign(new Error('no group'), { code: 'UndoNotSupported' });
    });
    const host = new ExcelHost();
    const patch: CellPatch = { sheet: SHEET, cell: 'J1', before: null, after: 0.5 };
    const { applied, refused } = await host.apply({ patches: [patch], marks: [mark('H20', '不符')] });
    expect([applied, refused]).toEqual([[patch], []]);
    run.mockRestore();
  });
});
