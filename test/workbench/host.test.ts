/** @jest-environment jsdom */
import { MemoryWorkbook } from '../../src/workbench/host/model/memory-workbook';
import { connectClient } from '../support/office-client';

const plain = (value: string | number) => ({ value, formula: null, quoted: false });

const workbook = (): MemoryWorkbook => {
  const made = new MemoryWorkbook('样表.xlsx');
  const sheet = made.addSheet('评分表');
  sheet.write([
    { row: 0, column: 0, content: plain('指标') },
    { row: 1, column: 1, content: plain(0.95), numberFormat: '0.00%' },
    { row: 2, column: 1, content: { value: 0, formula: '=B2*2', quoted: false } },
  ]);
  made.addSheet('空表');
  return made;
};

/** Runs a batch and answers the code of the error it ends with, `none` when it ends well. */
const codeOf = async (batch: (context: Excel.RequestContext) => Promise<void>): Promise<string> => {
  try {
    await Excel.run(batch);
    return 'none';
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
};

const sheetOf = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('评分表');

describe('reading', () => {
  it('answers a load of the used range with the shapes the client expects', async () => {
    const session = connectClient(workbook());
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility,items/protection/protected');
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.protection.protected])).toEqual(
        [
          ['评分表', 'Visible', false],
          ['空表', 'Visible', false],
        ],
      );
      const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
      for (const range of used) range.load('address,values,formulas,numberFormat,text,valueTypes');
      await context.sync();
      expect(used[0]?.address).toBe('评分表!A1:B3');
      expect(used[0]?.values).toEqual([
        ['指标', ''],
        ['', 0.95],
        ['', 1.9],
      ]);
      expect(used[0]?.formulas[2]).toEqual(['', '=B2*2']);
      expect(used[0]?.text[1]).toEqual(['', '95.00%']);
      expect(used[0]?.valueTypes[0]).toEqual(['String', 'Empty']);
      expect(used[1]?.isNullObject).toBe(true);
    });
    expect(session.record.syncs).toBe(2);
    expect(session.heldReferences).toBe(0);
  });

  it('tells of a merged area only where its first cell is asked for, and gives up above 512', async () => {
    const model = workbook();
    model.sheet('评分表').merged = [{ top: 0, left: 0, bottom: 1, right: 1 }];
    model.sheet('空表').merged = Array.from({ length: 513 }, (_, row) => ({
      top: row,
      left: 0,
      bottom: row,
      right: 1,
    }));
    connectClient(model);
    await Excel.run(async (context) => {
      const whole = sheetOf(context).getRange('A1:B3').getMergedAreasOrNullObject();
      const lower = sheetOf(context).getRange('A2:B3').getMergedAreasOrNullObject();
      whole.load('areas/items/address');
      lower.load('areas/items/address');
      await context.sync();
      expect(whole.areas.items.map(({ address }) => address)).toEqual(['评分表!A1:B2']);
      expect(lower.isNullObject).toBe(true);
    });
    const code = await codeOf(async (context) => {
      context.workbook.worksheets
        .getItem('空表')
        .getRange('A1:B600')
        .getMergedAreasOrNullObject()
        .load('address');
      await context.sync();
    });
    expect(code).toBe('GeneralException');
  });

  it('answers null above its limit of cells, without an error', async () => {
    connectClient(workbook(), { cellLimit: 4 });
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange('A1:B3');
      range.load('values');
      await context.sync();
      expect(range.values).toBeNull();
    });
  });
});

describe('writing', () => {
  it('leaves a cell under null as it is and empties one under an empty text', async () => {
    const model = workbook();
    connectClient(model);
    await Excel.run(async (context) => {
      sheetOf(context).getRange('A1:B2').values = [
        ['', 7],
        [8, null],
      ];
      await context.sync();
    });
    const sheet = model.sheet('评分表');
    expect([sheet.content(0, 0).value, sheet.content(0, 1).value]).toEqual([null, 7]);
    expect([sheet.content(1, 0).value, sheet.content(1, 1).value]).toEqual([8, 0.95]);
  });

  it.each<[string, unknown, unknown, string]>([
    ['a text that looks like a number becomes one', '100', 100, 'General'],
    ['a percentage becomes a number with its format', '95%', 0.95, '0%'],
    ['a date becomes its serial number', '2020-1-5', 43_835, 'yyyy/m/d'],
    ['a plus begins a formula', '+B2', 0.95, 'General'],
    ['an apostrophe makes text', "'=1", '=1', 'General'],
  ])('%s', async (_reason, written, value, format) => {
    const model = workbook();
    connectClient(model);
    await Excel.run(async (context) => {
      sheetOf(context).getRange('D1').values = [[written]];
      await context.sync();
    });
    expect(model.sheet('评分表').content(0, 3).value).toBe(value);
    expect(model.sheet('评分表').numberFormat(0, 3)).toBe(format);
  });

  it('recalculates', async () => {
    const model = workbook();
    connectClient(model);
    await Excel.run(async (context) => {
      sheetOf(context).getRange('B2').values = [[2]];
      await context.sync();
    });
    expect(model.sheet('评分表').content(2, 1).value).toBe(4);
  });
});

describe('errors', () => {
  it.each<[string, string, (context: Excel.RequestContext) => unknown]>([
    [
      'a sheet that is not there',
      'ItemNotFound',
      (context) => context.workbook.worksheets.getItem('没有').load('name'),
    ],
    [
      'a matrix of another shape',
      'InvalidArgument',
      (context) => (sheetOf(context).getRange('A1:B2').values = [[1]]),
    ],
    [
      'no matrix at all',
      'InvalidArgument',
      (context) => (sheetOf(context).getRange('A1').values = null as never),
    ],
    [
      'an address that is none',
      'InvalidArgument',
      (context) => sheetOf(context).getRange('没有').load('values'),
    ],
    [
      'a locked cell',
      'AccessDenied',
      (context) => (context.workbook.worksheets.getItem('空表').getRange('A1').values = [[1]]),
    ],
    ['a sheet that exists', 'ItemAlreadyExists', (context) => context.workbook.worksheets.add('空表')],
    ['a name Excel refuses', 'InvalidArgument', (context) => context.workbook.worksheets.add('a/b')],
  ])('%s: %s', async (_case, code, act) => {
    const model = workbook();
    model.sheet('空表').isProtected = true;
    connectClient(model);
    const found = await codeOf(async (context) => {
      act(context);
      await context.sync();
    });
    expect(found).toBe(code);
  });

  it('names a member it was not taught, instead of answering nothing', async () => {
    connectClient(workbook());
    const batch = Excel.run(async (context) => {
      sheetOf(context).getRange('A1').format.autofitColumns();
      await context.sync();
    });
    await expect(batch).rejects.toMatchObject({
      code: 'WorkbenchUnknownMember',
      message: 'The workbench host does not know RangeFormat.autofitColumns.',
    });
  });

  it('leaves PropertyNotLoaded and ApiNotFound to the client', async () => {
    connectClient(workbook(), { excelApi: '1.8' });
    const unloaded = await codeOf(async (context) => {
      const sheet = sheetOf(context);
      await context.sync();
      expect(sheet.name).toBe('never read');
    });
    const newer = await codeOf(async (context) => {
      sheetOf(context).getRanges('A1,B2').load('address');
      await context.sync();
    });
    expect([unloaded, newer]).toEqual(['PropertyNotLoaded', 'ApiNotFound']);
  });

  it('refuses a batch while a cell is edited, unless the batch waits', async () => {
    const session = connectClient(workbook(), { editMode: true });
    const refused = await codeOf(async (context) => {
      sheetOf(context).load('name');
      await context.sync();
    });
    expect(refused).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = sheetOf(context);
      sheet.load('name');
      await context.sync();
      return sheet.name;
    });
    session.switches.editMode = false;
    await expect(waiting).resolves.toBe('评分表');
  });

  it('has the limits of Excel on the web when told to', async () => {
    connectClient(workbook(), { payloadLimit: 2000 });
    const request = await codeOf(async (context) => {
      sheetOf(context).getRange('A1').values = [['长'.repeat(2000)]];
      await context.sync();
    });
    const answer = await codeOf(async (context) => {
      sheetOf(context).getRange('A1:Z100').load('values');
      await context.sync();
    });
    expect([request, answer]).toEqual([
      'RequestPayloadSizeLimitExceeded',
      'ResponsePayloadSizeLimitExceeded',
    ]);
  });
});

describe('the record', () => {
  it('names the calls that would empty the undo stack, and counts the steps', async () => {
    const session = connectClient(workbook());
    await Excel.run(async (context) => {
      sheetOf(context).getRange('A1').values = [['新']];
      await context.sync();
      sheetOf(context).load('name');
      await context.sync();
      const other = context.workbook.worksheets.getItem('空表');
      other.name = '改名';
      other.protection.protect();
      other.delete();
      await context.sync();
    });
    expect(session.record.undoSteps).toBe(2);
    expect(session.record.undoWiped).toEqual([
      'Worksheet.name',
      'WorksheetProtection.protect',
      'Worksheet.delete',
    ]);
  });
});

describe('events', () => {
  it('reach handlers of the sheet and of the workbook, until they are removed', async () => {
    const model = workbook();
    connectClient(model);
    const seen: string[] = [];
    const handlers = await Excel.run(async (context) => {
      const all = context.workbook.worksheets.onChanged.add(({ address, triggerSource }) => {
        seen.push(`workbook ${address} ${triggerSource}`);
        return Promise.resolve();
      });
      const one = sheetOf(context).onChanged.add(({ address }) => {
        seen.push(`sheet ${address}`);
        return Promise.resolve();
      });
      const selected = context.workbook.worksheets.onSelectionChanged.add(({ address }) => {
        seen.push(`selected ${address}`);
        return Promise.resolve();
      });
      await context.sync();
      return [all, one, selected];
    });
    model.type('评分表', 'A1', '人');
    model.select(model.sheet('评分表'), { top: 1, left: 1, bottom: 1, right: 1 });
    await Excel.run(async (context) => {
      sheetOf(context).getRange('A2').values = [['我']];
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      sheetOf(context).getRange('A3').values = [['静']];
      context.runtime.enableEvents = true;
      await context.sync();
    });
    for (const handler of handlers) {
      handler.remove();
      await handler.context.sync();
    }
    model.type('评分表', 'A4', '晚');
    expect(seen.sort()).toEqual([
      'selected B2',
      'sheet A1',
      'sheet A2',
      'workbook A1 Unknown',
      'workbook A2 ThisLocalAddin',
    ]);
  });
});
