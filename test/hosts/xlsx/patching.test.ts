import { readFileSync } from 'node:fs';
import { inverse, type CellContent, type CellPatch, type Snapshot } from '../../../src/core';
import type { ChangeReport } from '../../../src/hosts/ports';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import {
  pack,
  partOf,
  partsOf,
  sheetXml,
  stylesXml,
  workbookBytes,
  workbookParts,
  type Parts,
} from '../../support/xlsx-builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';

const patch = (cell: string, before: CellContent, after: CellContent): CellPatch => ({
  sheet: '表',
  cell,
  before,
  after,
});

type Written = Readonly<{ xml: string; bytes: Uint8Array; report: ChangeReport; snapshot: Snapshot }>;

async function write(sheet: string, patches: readonly CellPatch[], extra: Parts = {}): Promise<Written> {
  const host = new XlsxHost(workbookBytes([{ name: '表', xml: sheet }], extra), '表.xlsx');
  const report = await host.apply({ patches });
  const { snapshot } = await host.read();
  return { xml: partOf(host.save(), SHEET), bytes: host.save(), report, snapshot };
}

/** What stands between the tags of `sheetData`. */
const dataOf = (xml: string): string => /<(?:x:)?sheetData>(.*)<\/(?:x:)?sheetData>/s.exec(xml)?.[1] ?? '';

describe('where a cell is written', () => {
  const two =
    '<row r="2" spans="2:4"><c r="B2" s="1"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5" ht="20"/>';
  it.each<[string, CellPatch, string]>([
    ['over a number: the style stays', patch('B2', 1, 5.92), two.replace('<v>1</v>', '<v>5.92</v>')],
    [
      'between two cells',
      patch('C2', null, 7),
      two.replace(' spans="2:4"', '').replace('<c r="D2">', '<c r="C2"><v>7</v></c><c r="D2">'),
    ],
    [
      'before the first cell of a row',
      patch('A2', null, 7),
      two.replace(' spans="2:4"', '').replace('<c r="B2"', '<c r="A2"><v>7</v></c><c r="B2"'),
    ],
    [
      'behind the last cell of a row',
      patch('F2', null, 7),
      two.replace(' spans="2:4"', '').replace('</c></row>', '</c><c r="F2"><v>7</v></c></row>'),
    ],
    [
      'into a row without cells',
      patch('A5', null, 7),
      two.replace('<row r="5" ht="20"/>', '<row r="5" ht="20"><c r="A5"><v>7</v></c></row>'),
    ],
    [
      'into a new row between',
      patch('A3', null, 7),
      two.replace('<row r="5"', '<row r="3"><c r="A3"><v>7</v></c></row><row r="5"'),
    ],
    ['into a new first row', patch('A1', null, 7), `<row r="1"><c r="A1"><v>7</v></c></row>${two}`],
    [
      'into a new last row',
      patch('XFD1048576', null, 7),
      `${two}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`,
    ],
    [
      'emptied: the format stays',
      patch('B2', 1, null),
      two.replace('<c r="B2" s="1"><v>1</v></c>', '<c r="B2" s="1"/>'),
    ],
    ['nothing into an empty cell', patch('C3', null, null), two],
  ])('%s', async (_, change, data) => {
    const { xml, report } = await write(sheetXml(two), [change]);
    expect(report.refused).toEqual([]);
    expect(dataOf(xml)).toBe(data);
  });

  it.each([
    ['an empty sheet', `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`],
    ['an empty sheet with two tags', `<worksheet xmlns="${MAIN}"><sheetData></sheetData></worksheet>`],
  ])('into %s', async (_, sheet) => {
    const { xml } = await write(sheet, [patch('B2', null, '甲'), patch('A1', null, 1)]);
    expect(dataOf(xml)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve">甲</t></is></c></row>',
    );
  });

  it('into a sheet whose elements have a prefix', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { xml, snapshot } = await write(sheet, [
      patch('A1', 1, 2),
      patch('B1', null, '甲'),
      patch('A3', null, { formula: '=A1<2' }),
    ]);
    expect(snapshot.sheets[0]?.cells.map(({ value }) => value)).toEqual([2, '甲', false]);
    expect(xml).not.toMatch(/<\/?(?:row|c|v|f|is|t)\b/);
  });

  it('a new cell looks as its row or column does', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="3" style="1"/></cols><sheetData><row r="2" s="2" customFormat="1"/></sheetData></worksheet>`;
    const { xml } = await write(sheet, [patch('B1', null, 1), patch('B2', null, 1), patch('A1', null, 1)], {
      'xl/styles.xml': stylesXml(['<xf numFmtId="0"/>', '<xf numFmtId="2"/>', '<xf numFmtId="10"/>']),
    });
    expect(xml).toContain('<c r="B1" s="1">');
    expect(xml).toContain('<c r="B2" s="2">');
    expect(xml).toContain('<c r="A1"><v>');
  });

  it('the declared size grows with what is written outside it', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><dimension ref="B2:C3"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`;
    expect((await write(sheet, [patch('B2', 1, 2)])).xml).toContain('<dimension ref="B2:C3"/>');
    expect((await write(sheet, [patch('E9', null, 2)])).xml).toContain('<dimension ref="B2:E9"/>');
  });
});

describe('what is written', () => {
  it.each([
    ['=1+1', '=1+1'],
    ['+1', '+1'],
    ['-1', '-1'],
    ['@SUM(A1)', '@SUM(A1)'],
    ['<script>&amp;"\'', "&lt;script&gt;&amp;amp;&quot;'"],
    [' 两端空格 ', ' 两端空格 '],
    ['行\n尾\t制表', '行\n尾\t制表'],
    ['回车\r\n', '回车_x000D_\n'],
    ['\u0001\u001f', '_x0001__x001F_'],
    ['_x000D_', '_x005F_x000D_'],
    ['\ud800', '_xD800_'],
    ['𠮷', '𠮷'],
  ])('the text %j stays that text', async (text, written) => {
    const { xml, snapshot } = await write(sheetXml(''), [patch('A1', null, text)]);
    expect(xml).toContain(`<is><t xml:space="preserve">${written}</t></is>`);
    expect(snapshot.sheets[0]?.cells[0]).toEqual({ row: 0, column: 0, value: text });
  });

  it('a formula is written without its sign and with the prefix of newer functions', async () => {
    const { xml, snapshot } = await write(sheetXml(''), [
      patch('A1', null, { formula: '=IFS(B1>1,"IFS(")&TEXTJOIN(",",B1:B2)' }),
    ]);
    expect(xml).toContain(
      '<f>_xlfn.IFS(B1&gt;1,&quot;IFS(&quot;)&amp;_xlfn.TEXTJOIN(&quot;,&quot;,B1:B2)</f>',
    );
    expect(snapshot.sheets[0]?.cells[0]?.formula).toBe('IFS(B1>1,"IFS(")&TEXTJOIN(",",B1:B2)');
  });

  it('a number that is none is a fault of the program, and the file stays as it was', async () => {
    const host = new XlsxHost(workbookBytes([{ name: '表' }]), '表.xlsx');
    const before = host.save();
    await expect(host.apply({ patches: [patch('A1', null, Number.NaN)] })).rejects.toThrow(RangeError);
    expect(host.save()).toBe(before);
  });
});

describe('what is refused', () => {
  const sheet = sheetXml(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c><c r="D1"><f t="array" ref="D1:D2">A1:A2</f><v>1</v></c></row><row r="2"><c r="D2"><v>1</v></c></row>',
    '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>',
  );
  it.each<[string, CellPatch, string]>([
    ['another number', patch('A1', 2, 3), 'changed'],
    ['a number where text was', patch('C1', 1, 3), 'changed'],
    ['something where nothing was', patch('A1', null, 3), 'changed'],
    ['a formula where a value was', patch('B1', 1, 3), 'changed'],
    ['inside a merged area', patch('B6', null, 3), 'missing'],
    ['a cell that cannot be', patch('A0', null, 3), 'missing'],
    ['a sheet that is not there', { ...patch('A1', 1, 3), sheet: '别的' }, 'missing'],
    [
      'the first cell of an array formula of several cells',
      patch('D1', { formula: '=A1:A2' }, 3),
      'protected',
    ],
    ['another cell of it', patch('D2', 1, 3), 'protected'],
  ])('%s', async (_, change, reason) => {
    const { report, xml } = await write(sheet, [change]);
    expect(report).toEqual({ applied: [], refused: [{ patch: change, reason }], notes: [] });
    expect(xml).toBe(sheet);
  });

  it('the first cell of a merged area may be written', async () => {
    expect((await write(sheet, [patch('A5', null, 3)])).report.refused).toEqual([]);
  });

  it('on a protected sheet only unlocked cells are written, also those that are not there yet', async () => {
    const styles = stylesXml(['<xf numFmtId="0"/>', '<xf numFmtId="0"><protection locked="0"/></xf>']);
    const locked = `<worksheet xmlns="${MAIN}"><cols><col min="3" max="3" style="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row></sheetData><sheetProtection sheet="1"/></worksheet>`;
    const changes = [patch('A1', 1, 2), patch('B1', null, 2), patch('C1', null, 2), patch('D1', null, 2)];
    const { report, xml } = await write(locked, changes, { 'xl/styles.xml': styles });
    expect(report.applied).toEqual([changes[1], changes[2]]);
    expect(report.refused.map(({ reason }) => reason)).toEqual(['protected', 'protected']);
    expect(xml).toContain('<sheetProtection sheet="1"/>');
  });

  it('a second patch of a cell stands on the first', async () => {
    const { report, snapshot } = await write(sheetXml(''), [
      patch('A1', null, 1),
      patch('A1', 1, 2),
      patch('A1', 1, 3),
    ]);
    expect(report.refused).toHaveLength(1);
    expect(snapshot.sheets[0]?.cells[0]?.value).toBe(2);
  });
});

describe('shared formulas', () => {
  const shared = (rows: number): string =>
    Array.from(
      { length: rows },
      (_, n) =>
        `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c><c r="B${n + 1}">${n === 0 ? `<f t="shared" ref="B1:B${rows}" si="3">A1*2</f>` : '<f t="shared" si="3"/>'}<v>${n * 2}</v></c></row>`,
    ).join('');
  const formulas = (snapshot: Snapshot): unknown[] =>
    snapshot.sheets[0]?.cells
      .filter(({ column }) => column === 1)
      .map(({ formula, value }) => formula ?? value) ?? [];

  it('the next cell takes over when the first is overwritten', async () => {
    const { xml, snapshot } = await write(sheetXml(shared(3)), [patch('B1', { formula: '=A1*2' }, 9)]);
    expect(xml).toContain('<c r="B2"><f t="shared" ref="B2:B3" si="3">A2*2</f><v>2</v></c>');
    expect(formulas(snapshot)).toEqual([9, 'A2*2', 'A3*2']);
  });

  it('takes over also when its own result changes in the same step', async () => {
    const { snapshot } = await write(sheetXml(shared(3)), [
      patch('B1', { formula: '=A1*2' }, 9),
      patch('A2', 1, 5),
    ]);
    expect(formulas(snapshot)).toEqual([9, 'A2*2', 'A3*2']);
    expect(snapshot.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 1)?.value).toBe(10);
  });

  it('nobody takes over when all are overwritten', async () => {
    const all = [1, 2].map((n) => patch(`B${n}`, { formula: `=A${n}*2` }, n));
    expect(formulas((await write(sheetXml(shared(2)), all)).snapshot)).toEqual([1, 2]);
  });

  it('cells left that form no line get formulas of their own', async () => {
    const block =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">D1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>';
    const { snapshot } = await write(sheetXml(block), [patch('A1', { formula: '=D1' }, 9)]);
    expect(snapshot.sheets[0]?.cells.map(({ formula, value }) => formula ?? value)).toEqual([
      9,
      'E1',
      'D2',
      'E2',
    ]);
  });

  it('a cell that only shares is overwritten without touching the first', async () => {
    const { xml, snapshot } = await write(sheetXml(shared(3)), [patch('B2', { formula: '=A2*2' }, 9)]);
    expect(xml).toContain('<f t="shared" ref="B1:B3" si="3">A1*2</f>');
    expect(formulas(snapshot)).toEqual(['A1*2', 9, 'A3*2']);
  });
});

describe('the order of computing', () => {
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const withChain = (): Uint8Array => {
    const data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>';
    const parts = workbookParts([{ name: '表', data }], {
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="B1" i="1"/></calcChain>`,
    });
    const insert = (path: string, before: string, piece: string): void => {
      parts[path] = (parts[path] as string).replace(before, piece + before);
    };
    insert(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdC" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
    );
    insert(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
    );
    return pack(parts);
  };

  it('stays when only values are written; recalculation is requested', async () => {
    const host = new XlsxHost(withChain(), '表.xlsx');
    await host.apply({ patches: [patch('A1', 1, 2)] });
    const parts = partsOf(host.save());
    expect(parts.has('xl/calcChain.xml')).toBe(true);
    expect(parts.get('xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
  });

  it.each([
    ['a formula goes', patch('B1', { formula: '=A1' }, 2)],
    ['a formula comes', patch('C1', null, { formula: '=A1' })],
  ])('goes with its type and relationship when %s', async (_, change) => {
    const host = new XlsxHost(withChain(), '表.xlsx');
    await host.apply({ patches: [change] });
    const parts = partsOf(host.save());
    expect([...parts.keys()].some((path) => path.includes('calcChain'))).toBe(false);
    expect(parts.get('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(parts.get('[Content_Types].xml')).not.toContain('calcChain');
    await expect(host.read()).resolves.toBeDefined();
  });

  it.each([
    ['<calcPr calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'],
    ['<calcPr calcId="1" fullCalcOnLoad="0"></calcPr>', '<calcPr calcId="1" fullCalcOnLoad="1"></calcPr>'],
    [
      `<definedNames><definedName name="a">1</definedName></definedNames><extLst/>`,
      `</definedNames><calcPr fullCalcOnLoad="1"/><extLst/>`,
    ],
  ])('the request stands in its place: %s', async (before, after) => {
    const parts = workbookParts([
      { name: '表', data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>' },
    ]);
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] as string).replace(
      '</sheets>',
      `</sheets>${before}`,
    );
    const host = new XlsxHost(pack(parts), '表.xlsx');
    await host.apply({ patches: [patch('A1', 1, 2)] });
    expect(partOf(host.save(), 'xl/workbook.xml')).toContain(after);
  });

  it('a workbook without formulas is asked for nothing', async () => {
    const { bytes } = await write(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'), [patch('A1', 1, 2)]);
    expect(partOf(bytes, 'xl/workbook.xml')).not.toContain('calcPr');
  });
});

describe('the archive', () => {
  it('copies what is not touched with its packed bytes, order, names and times', async () => {
    const original = readFileSync('test/fixtures/department-2020.xlsx');
    const host = new XlsxHost(original, 'department-2020.xlsx');
    const { snapshot } = await host.read();
    const cell = snapshot.sheets[1]?.cells.find(({ value }) => typeof value === 'number');
    const address = `${String.fromCharCode(65 + (cell?.column ?? 0))}${(cell?.row ?? 0) + 1}`;
    await host.apply({
      patches: [
        { sheet: snapshot.sheets[1]?.name ?? '', cell: address, before: cell?.value as number, after: 1 },
      ],
    });
    const [old, now] = [listing(original), listing(Buffer.from(host.save()))];
    expect(now.map(({ name, time }) => [name, time])).toEqual(old.map(({ name, time }) => [name, time]));
    const changed = now.filter((entry, n) => entry.region !== old[n]?.region).map(({ name }) => name);
    expect(changed).toEqual(['xl/worksheets/sheet2.xml']);
  });

  it('takes the changes of a file from a stream: sizes behind the data, and a comment at the end', async () => {
    const bytes = withDescriptors(
      workbookBytes([{ name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]),
      '注',
    );
    const host = new XlsxHost(bytes, '表.xlsx');
    await host.apply({ patches: [patch('A1', 1, 2)] });
    expect((await host.read()).snapshot.sheets[0]?.cells[0]?.value).toBe(2);
    expect(Buffer.from(host.save()).subarray(-3).toString()).toBe('注');
    const [old, now] = [partsOf(bytes), partsOf(host.save())];
    expect([...old.keys()].filter((path) => old.get(path) !== now.get(path))).toEqual([SHEET]);
  });

  it('the inverse of every patch gives back the sheet part itself', async () => {
    const data = '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1"><v>5.5</v></c></row>';
    const host = new XlsxHost(workbookBytes([{ name: '表', data }]), '表.xlsx');
    const patches = [patch('B1', 5.5, 7), patch('B1', 7, 8)];
    await host.apply({ patches });
    await host.apply({ patches: patches.map(inverse).reverse() });
    expect(partOf(host.save(), SHEET)).toBe(sheetXml(data));
  });
});

type Listed = { name: string; time: number; region: string };

/** Entries of an archive in the order of its directory, with their stored bytes. */
function listing(bytes: Buffer): Listed[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const entries: Listed[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + name).toString(),
      time: bytes.readUInt32LE(at + 12),
      region: bytes.subarray(start, data + bytes.readUInt32LE(at + 20)).toString('base64'),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The same archive as a program writes it that does not know sizes beforehand. */
function withDescriptors(bytes: Uint8Array, comment: string): Uint8Array {
  const source = Buffer.from(bytes);
  const end = source.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  let length = 0;
  let at = source.readUInt32LE(end + 16);
  for (let n = source.readUInt16LE(end + 10); n > 0; n -= 1) {
    const next =
      at + 46 + source.readUInt16LE(at + 28) + source.readUInt16LE(at + 30) + source.readUInt16LE(at + 32);
    const record = Buffer.from(source.subarray(at, next));
    const start = record.readUInt32LE(42);
    const data = start + 30 + source.readUInt16LE(start + 26) + source.readUInt16LE(start + 28);
    const header = Buffer.from(source.subarray(start, data));
    header.writeUInt16LE(header.readUInt16LE(6) | 8, 6);
    header.fill(0, 14, 26);
    record.writeUInt16LE(record.readUInt16LE(8) | 8, 8);
    record.writeUInt32LE(length, 42);
    const descriptor = Buffer.alloc(16);
    descriptor.write('PK\u0007\u0008', 'latin1');
    record.copy(descriptor, 4, 16, 28);
    pieces.push(header, source.subarray(data, data + record.readUInt32LE(20)), descriptor);
    length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    records.push(record);
    at = next;
  }
  const tail = Buffer.concat([source.subarray(end, end + 22), Buffer.from(comment)]);
  tail.writeUInt32LE(length, 16);
  tail.writeUInt16LE(Buffer.byteLength(comment), 20);
  return new Uint8Array(Buffer.concat([...pieces, ...records, tail]));
}
