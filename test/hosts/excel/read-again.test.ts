/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type CellPatch, toA1 } from '../../../src/core';
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { MemoryWorkbook } from '../../../src/workbench/host/model/memory-workbook';
import type { MemorySheet } from '../../../src/workbench/host/model/memory-sheet';
import { connectClient } from '../../support/office-client';

const fixture = (name: string): MemoryWorkbook =>
  MemoryWorkbook.from(readXlsx(readFileSync(`test/fixtures/${name}`), name));

/** The client hands events on in a later turn. */
const delivered = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

/** Something that happens to the workbook between two checks. */
type Happening = (model: MemoryWorkbook, sheet: MemorySheet, cell: string, host: ExcelHost) => unknown;

/**
 * A change that may be refused, because a sheet was renamed since the last look: then the host says so, and the next look
 * must be as good as a first one all the same.
 */
const orRefused = async (change: Promise<unknown>): Promise<void> => {
  try {
    await change;
  } catch (error) {
    expect(error).toMatchObject({ code: 'not-found' });
  }
};

const HAPPENINGS: Readonly<Record<string, Happening>> = {
  'a number is typed': (model, { name }, cell) => {
    model.type(name, cell, 3.5);
  },
  'a text is typed': (model, { name }, cell) => {
    model.type(name, cell, '另见说明');
  },
  'a cell is emptied': (model, { name }, cell) => {
    model.type(name, cell, null);
  },
  'a formula is typed that follows another sheet': (model, { name }, cell) => {
    model.type(name, cell, { formula: `='${model.sheets()[0]!.name}'!B2+1` });
  },
  'what a formula follows is changed': (model) => {
    model.type(model.sheets()[0]!.name, 'B2', 77);
  },
  'a value changes and Excel loses the event': (_model, sheet, cell) => {
    const [column, row] = [cell.charCodeAt(0) - 65, Number(cell.slice(1)) - 1];
    sheet.write([{ row, column, content: { value: 41, formula: null, quoted: false } }]);
  },
  'a number format is set': (model, { name }, cell) => {
    model.format(name, cell, '0.00%');
  },
  'a sheet is added': (model) => {
    model
      .addSheet(`新表${model.sheets().length}`)
      .write([{ row: 0, column: 0, content: { value: 1, formula: null, quoted: false } }]);
  },
  'a sheet is deleted': (model, { id }) => {
    if (model.sheets().length > 2) model.removeSheet(id);
  },
  'a sheet is renamed': (_model, sheet) => {
    sheet.name = `${sheet.name.slice(0, 20)}改`;
  },
  'a sheet is hidden': (_model, sheet) => {
    sheet.visibility = 'hidden';
  },
  'a sheet is protected, or no longer': (_model, sheet) => {
    sheet.isProtected = !sheet.isProtected;
  },
  'cells are merged': (_model, sheet) => {
    sheet.merged = [...sheet.merged, { top: 60, left: 0, bottom: 60, right: 2 }];
  },
  'a row and a column are hidden': (_model, sheet) => {
    sheet.hiddenRows.add(1);
    sheet.hiddenColumns.add(1);
  },
  'we write scores and marks': async (_model, sheet, cell, host) => {
    if (sheet.isProtected) return;
    const [column, row] = [cell.charCodeAt(0) - 65, Number(cell.slice(1)) - 1];
    const { value, formula } = sheet.content(row, column);
    const before = (formula === null ? value : { formula }) as CellPatch['before'];
    await orRefused(
      host.apply({
        patches: [{ sheet: sheet.name, cell, before, after: 12.5 }],
        marks: [{ sheet: sheet.name, cell, severity: 'error', message: '不符' }],
      }),
    );
  },
  'we write the working paper': (_model, _sheet, _cell, host) =>
    orRefused(
      host.apply({
        sheet: { name: '评分底稿', columns: [10], rows: [[{ value: '评分底稿' }]], landscape: true },
      }),
    ),
};

const NAMES = Object.keys(HAPPENINGS);

describe('checking again', () => {
  it.each(['department-2020.xlsx', 'projects-2020.xlsx', 'awkward-format.xlsx'])(
    '%s: whatever has happened, the workbook is what a first look would see',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat(), fc.nat({ max: 30 }), fc.nat({ max: 8 })), {
              maxLength: 4,
            }),
            { minLength: 1, maxLength: 4 },
          ),
          async (rounds) => {
            const model = fixture(name);
            connectClient(model);
            const host = new ExcelHost();
            await host.read();
            for (const round of rounds) {
              for (const [what, sheet, row, column] of round) {
                const target = model.sheets()[sheet % model.sheets().length]!;
                await HAPPENINGS[what]?.(model, target, toA1({ row, column }), host);
              }
              await model.settle();
              await delivered();
              expect(await host.read()).toEqual(await new ExcelHost().read());
            }
          },
        ),
        { numRuns: 15 },
      );
    },
  );

  it.each(NAMES)('sees that %s', async (name) => {
    const model = fixture('department-2020.xlsx');
    connectClient(model);
    const host = new ExcelHost();
    await host.read();
    await HAPPENINGS[name]?.(model, model.sheets()[2]!, 'C5', host);
    await model.settle();
    await delivered();
    expect(await host.read()).toEqual(await new ExcelHost().read());
  });

  it.each([
    ['department-2020.xlsx', '基础数据', 0.6],
    ['projects-2020.xlsx', null, 0.6],
  ])('%s: the second look carries less than the first', async (name, edited, share) => {
    const model = fixture(name);
    const session = connectClient(model);
    const host = new ExcelHost();
    const bytes = async (): Promise<number> => {
      const before = session.record.answerBytes;
      await host.read();
      return session.record.answerBytes - before;
    };
    const first = await bytes();
    if (edited !== null) model.type(edited, 'C12', 1);
    await delivered();
    expect(await bytes()).toBeLessThan(first * share);
    expect(session.record.syncs).toBe(4);
  });

  it('reads everything again after something went wrong', async () => {
    const model = fixture('department-2020.xlsx');
    const session = connectClient(model);
    const host = new ExcelHost();
    await host.read();
    session.switches.lost = true;
    await expect(host.read()).rejects.toMatchObject({ code: 'lost' });
    session.switches.lost = false;
    model.sheet('评分表').write([{ row: 3, column: 3, numberFormat: '0.000' }]);
    expect(await host.read()).toEqual(await new ExcelHost().read());
  });

  it('stays within the limit of Excel on the web', async () => {
    const model = fixture('department-2020.xlsx');
    const session = connectClient(model);
    const host = new ExcelHost();
    const { snapshot } = await host.read();
    session.switches.payloadLimit = 20_000;
    expect((await host.read()).snapshot).toEqual(snapshot);
  });
});
