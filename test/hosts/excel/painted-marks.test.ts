/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CellPatch } from '../../../src/core';
import { toA1 } from '../../../src/core';
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import type { Mark } from '../../../src/hosts/ports';
import { MemoryWorkbook } from '../../../src/workbench/host/model/memory-workbook';
import type { CellLook } from '../../../src/workbench/host/model/spreadsheet';
import { FIXTURE_FILES } from '../../support/fixture';
import { connectClient } from '../../support/office-client';
import { dump } from '../../support/workbook-dump';

const SHEET = '评分表';
const fixture = (name = 'department-2020.xlsx'): MemoryWorkbook =>
  MemoryWorkbook.from(readXlsx(readFileSync(`test/fixtures/${name}`), name));
const mark = (cell: string, severity: Mark['severity'] = 'error', sheet = SHEET): Mark => ({
  sheet,
  cell,
  severity,
  message: '不符',
});
const at = (row: number, column: number): { top: number; left: number; bottom: number; right: number } => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});
const codes = ({ notes }: Readonly<{ notes: readonly { code: string }[] }>): string[] =>
  notes.map(({ code }) => code);

/** A pane that is opened on a workbook in which conditional formats are refused. */
const opened = (model: MemoryWorkbook, formatsFrozen = true) => {
  const session = connectClient(model, { formatsFrozen, excelApi: '1.14' });
  return { session, host: new ExcelHost() };
};

/** How somebody may have filled a cell. */
const looks = fc.oneof(
  fc.constant<CellLook>({}),
  fc.constantFrom('#FFFFFF', '#FFFF00', '#C6EFCE').map((fill): CellLook => ({ fill })),
  fc.record({
    fill: fc.constantFrom('#FFFFFF', '#FFC8C8'),
    pattern: fc.constantFrom('Gray16', 'LightUp'),
    patternColor: fc.constantFrom('#000000', '#3366FF'),
    bold: fc.boolean(),
  }),
);

describe('where Excel refuses conditional formats', () => {
  it.each(FIXTURE_FILES)(
    '%s: painted marks leave every format as it was, also for a pane opened anew',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 9 }), looks), { maxLength: 30 }),
          fc.array(
            fc.tuple(
              fc.nat(),
              fc.nat({ max: 40 }),
              fc.nat({ max: 9 }),
              fc.constantFrom('error', 'verify', 'hint'),
            ),
            {
              minLength: 1,
              maxLength: 30,
            },
          ),
          async (filled, wanted) => {
            const model = fixture(name);
            const open = model.sheets().filter((sheet) => !sheet.isProtected);
            // A cell that looks like a mark of ours from the start cannot be told from one.
            const theirs = filled.filter(
              ([, , look]) => look.fill !== '#FFC8C8' || look.pattern !== 'LightUp',
            );
            for (const [row, column, look] of theirs) open[row % open.length]?.setLook(at(row, column), look);
            await model.settle();
            const before = dump(model);
            const marks = wanted.map(([sheet, row, column, severity]) =>
              mark(toA1({ row, column }), severity, open[sheet % open.length]?.name),
            );
            const { session, host } = opened(model);
            expect(codes(await host.apply({ marks }))).toEqual(['marks-painted']);
            expect(dump(model)).not.toEqual(before);
            expect(model.sheets().flatMap((sheet) => sheet.conditionalFormats())).toEqual([]);
            // Other marks take the place of the first ones.
            await host.apply({ marks: marks.slice(1) });
            const anew = opened(model);
            expect(codes(await anew.host.apply({ marks: [] }))).toEqual([]);
            expect(dump(model)).toEqual(before);
            expect([...model.settings.keys()]).toEqual([]);
            expect([...session.record.undoWiped, ...anew.session.record.undoWiped]).toEqual([]);
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it('scores are written once, and everything of the change arrives', async () => {
    const model = fixture();
    const { host } = opened(model);
    const patch: CellPatch = { sheet: SHEET, cell: 'J1', before: null, after: 0.5 };
    const report = await host.apply({ patches: [patch], marks: [mark('H19')], settings: { answers: '1' } });
    expect(report).toMatchObject({ applied: [patch], refused: [] });
    expect(model.sheet(SHEET).content(0, 9).value).toBe(0.5);
    expect(model.sheet(SHEET).look(18, 7)).toMatchObject({ fill: '#FFC8C8', pattern: 'LightUp' });
    expect(model.settings.get('ziping.answers')).toBe('1');
  });

  it('the kinds of findings differ in pattern and not in colour alone', async () => {
    const model = fixture();
    await opened(model).host.apply({ marks: [mark('H5'), mark('H6', 'verify'), mark('H7', 'hint')] });
    const patterns = [4, 5, 6].map((row) => model.sheet(SHEET).look(row, 7).pattern);
    expect(new Set(patterns).size).toBe(3);
  });

  it('a cell that somebody has filled since keeps that, the others get theirs back', async () => {
    const model = fixture();
    const sheet = model.sheet(SHEET);
    sheet.setLook(at(4, 7), { fill: '#FFFF00' });
    const { host } = opened(model);
    await host.apply({ marks: [mark('H5'), mark('H6')] });
    sheet.setLook(at(5, 7), { fill: '#00FF00', pattern: null, patternColor: null });
    await host.apply({ marks: [] });
    expect(sheet.look(4, 7)).toEqual({ fill: '#FFFF00' });
    expect(sheet.look(5, 7)).toEqual({ fill: '#00FF00' });
  });

  it('painted cells that have moved with an inserted row each get their own fill back', async () => {
    const model = fixture();
    const sheet = model.sheet(SHEET);
    sheet.setLook(at(4, 7), { fill: '#FFFF00' });
    const { host } = opened(model);
    await host.apply({ marks: [mark('H5'), mark('H6', 'hint')] });
    const painted = [sheet.look(4, 7), sheet.look(5, 7)];
    sheet.setLook(at(4, 7), { fill: null, pattern: null, patternColor: null });
    for (const [index, look] of painted.entries()) sheet.setLook(at(5 + index, 7), look);
    await host.apply({ marks: [] });
    expect([4, 5, 6].map((row) => sheet.look(row, 7))).toEqual([{}, { fill: '#FFFF00' }, {}]);
  });

  it('a gradient is left alone: it could not be given back', async () => {
    const model = fixture();
    const sheet = model.sheet(SHEET);
    sheet.setLook(at(4, 7), { fill: '#FFFF00', pattern: 'LinearGradient' });
    await opened(model).host.apply({ marks: [mark('H5')] });
    expect(sheet.look(4, 7)).toEqual({ fill: '#FFFF00', pattern: 'LinearGradient' });
  });

  it('marks from before the refusal are told to stay, and go once it has ended', async () => {
    const model = fixture();
    const { session, host } = opened(model, false);
    await host.apply({ marks: [mark('H5')] });
    session.switches.formatsFrozen = true;
    expect(codes(await host.apply({ marks: [] }))).toEqual(['marks-stuck']);
    session.switches.formatsFrozen = false;
    await host.read();
    expect(codes(await host.apply({ marks: [] }))).toEqual([]);
    expect(model.sheet(SHEET).conditionalFormats()).toEqual([]);
  });

  it('where it has ended, the fills go back and conditional formats are used again', async () => {
    const model = fixture();
    const before = dump(model);
    await opened(model).host.apply({ marks: [mark('H5')] });
    const { host } = opened(model, false);
    expect(codes(await host.apply({ marks: [mark('H5')] }))).toEqual([]);
    expect(model.sheet(SHEET).look(4, 7).fill).toBeUndefined();
    expect(model.sheet(SHEET).conditionalFormats()).toHaveLength(1);
    await host.apply({ marks: [] });
    expect(dump(model)).toEqual(before);
  });

  it('a sheet that was protected meanwhile keeps its paint until it can be taken off', async () => {
    const model = fixture();
    const before = dump(model);
    await opened(model).host.apply({ marks: [mark('H5')] });
    model.sheet(SHEET).isProtected = true;
    expect(codes(await opened(model).host.apply({ marks: [] }))).toEqual(['marks-locked']);
    model.sheet(SHEET).isProtected = false;
    await opened(model).host.apply({ marks: [] });
    expect(dump(model)).toEqual(before);
  });

  it('an unreadable record stops nothing', async () => {
    const model = fixture();
    model.settings.set('ziping:painted', '[["x",');
    const { notes } = await opened(model).host.apply({ marks: [mark('H5')] });
    expect(notes).toHaveLength(1);
  });
});
