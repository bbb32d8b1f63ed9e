import { strToU8, zipSync } from 'fflate';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { WorkbookFileError, type FileProblem } from '../../../src/hosts/xlsx/file-fault';
import { LIMITS } from '../../../src/hosts/xlsx/limits';
import { pack, sheetXml, workbookBytes, workbookParts, type SheetInput } from '../../support/xlsx-builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The error a file ends with; its sentence must name the file and be one sentence for people. */
function problemOf(bytes: Uint8Array, limits = LIMITS): FileProblem | 'read' {
  try {
    readXlsx(bytes, '文件夹/自评表.xlsx', { limits });
    return 'read';
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    expect(error.message).toMatch(/^“自评表\.xlsx”[^\n]+。$/);
    return error.problem;
  }
}

const text = (content: string): Uint8Array => strToU8(content);
const good = workbookBytes([{ name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]);
const withSheet = (xml: string): Uint8Array => workbookBytes([{ name: '表', xml }]);
const ole = (name: string): Uint8Array => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  for (let n = 0; n < name.length; n += 1) view.setUint16(640 + n * 2, name.charCodeAt(n), true);
  return bytes;
};

describe('what is no workbook', () => {
  it.each<[string, Uint8Array, FileProblem]>([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a csv file by another name', text('指标,得分\n预算执行率,5.92\n'), 'text'],
    ['a csv file in GBK', Uint8Array.from([0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0x31, 0x0a]), 'text'],
    ['a web page by another name', text('<!DOCTYPE html><html><table></table></html>'), 'html'],
    [
      'an old Excel export that is a web page',
      text('<meta charset=utf-8><table><tr><td>1</td></tr></table>'),
      'html',
    ],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'unknown-format'],
    ['an old .xls', ole('Workbook'), 'old-xls'],
    ['a workbook with a password', ole('EncryptedPackage'), 'encrypted'],
    ['an old document', ole('WordDocument'), 'old-office'],
    ['an OLE file that breaks off', ole('Workbook').subarray(0, 100), 'old-office'],
    ['a zip of something else', zipSync({ 'a.txt': text('a') }), 'not-workbook'],
    ['an empty zip', zipSync({}), 'not-workbook'],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': text('a') }), 'binary-workbook'],
    ['two letters', text('PK'), 'truncated'],
  ])('%s', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it('says what to do about a password', () => {
    expect(() => readXlsx(ole('EncryptedPackage'), '甲.xlsx')).toThrow(
      '“甲.xlsx”设有打开密码，请在 Excel 中取消密码（文件→信息→保护工作簿）并保存后再试。',
    );
  });
});

describe('what is damaged', () => {
  it('a file that breaks off anywhere is never read in part', () => {
    for (let length = 2; length < good.length; length += 7) {
      expect([length, problemOf(good.subarray(0, length))]).not.toEqual([length, 'read']);
    }
  });

  it('a byte that flipped in packed data is noticed', () => {
    const at = Buffer.from(good).indexOf('xl/worksheets/sheet1.xml') + 30;
    const flipped = Uint8Array.from(good);
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    expect(problemOf(flipped)).toBe('damaged');
  });

  const row = (cells: string): string => sheetXml(`<row r="1">${cells}</row>`);
  const whole = row('<c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c>');
  it('sheet XML cut off anywhere is refused', () => {
    for (let length = 1; length < whole.length; length += 1) {
      expect([length, problemOf(withSheet(whole.slice(0, length)))]).toEqual([length, 'damaged']);
    }
  });

  it.each([
    ['tags that cross', row('<c r="A1"><v>1</c></v>')],
    ['a tag that is never closed', `<worksheet xmlns="${MAIN}"><sheetData></worksheet>`],
    ['something behind the end', `${whole}<c r="A1"/>`],
    ['text behind the end', `${whole}x`],
    ['an attribute without quotes', row('<c r=A1><v>1</v></c>')],
    ['an unknown entity', row('<c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c>')],
    ['a stray ampersand', row('<c r="A1" t="inlineStr"><is><t>a & b</t></is></c>')],
    ['an entity that is no character', row('<c r="A1" t="inlineStr"><is><t>&#1114112;</t></is></c>')],
    ['a number that is none', row('<c r="A1"><v>五</v></c>')],
    ['a hexadecimal number', row('<c r="A1"><v>0x1F</v></c>')],
    ['infinity', row('<c r="A1"><v>Infinity</v></c>')],
    ['an unknown type', row('<c r="A1" t="zz"><v>1</v></c>')],
    ['a shared string that is not there', row('<c r="A1" t="s"><v>7</v></c>')],
    ['the same cell twice', row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')],
    [
      'the same cell twice, not side by side',
      row('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c>'),
    ],
    [
      'the same row twice',
      sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
    ],
    ['a cell in the wrong row', row('<c r="A2"><v>1</v></c>')],
    ['a column beyond XFD', row('<c r="XFE1"><v>1</v></c>')],
    ['a row beyond the last', sheetXml('<row r="1048577"/>')],
    ['a merged area that is none', sheetXml('', '<mergeCells><mergeCell ref="A1:ZZZZ9"/></mergeCells>')],
    ['another root', '<chartsheet/>'],
    ['nothing', ' '],
    ['nesting without end', `<worksheet>${'<a>'.repeat(5000)}`],
    ['a value with tags in it', row('<c r="A1"><v>1<b/>2</v></c>')],
  ])('%s', (_, xml) => {
    expect(problemOf(withSheet(xml))).toBe('damaged');
  });

  it('names the sheet part and the cell', () => {
    expect(() => readXlsx(withSheet(row('<c r="A1"><v>五</v></c>')), '甲.xlsx')).toThrow(
      '“甲.xlsx”已损坏（“xl/worksheets/sheet1.xml”单元格 A1 的数值“五”无法识别），请用 Excel 打开并修复、另存后再试。',
    );
  });

  it.each([
    ['entities that expand without end', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['an entity that reads a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ])('%s', (_, doctype) => {
    const xml = doctype + row('<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>');
    expect(problemOf(withSheet(xml))).toBe('damaged');
  });

  it('a sheet part that is missing', () => {
    expect(problemOf(workbookBytes([{ name: '表' }], { 'xl/worksheets/sheet1.xml': '' }))).toBe('damaged');
  });

  it('a sheet without a relationship', () => {
    const parts = workbookParts([{ name: '表' }]);
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      'Id="rId1"',
      'Id="other"',
    );
    expect(problemOf(pack(parts))).toBe('damaged');
  });

  it('a workbook without sheets', () => {
    expect(problemOf(workbookBytes([]))).toBe('damaged');
  });

  it('text that is not UTF-8', () => {
    expect(
      problemOf(
        workbookBytes([{ name: '表' }], { 'xl/worksheets/sheet1.xml': Uint8Array.from([0xd6, 0xb8]) }),
      ),
    ).toBe('damaged');
  });

  it('two entries of one name: nobody can tell which counts', () => {
    const twice = Uint8Array.from(
      pack({ ...workbookParts([{ name: '表' }]), 'xl/worksheets/sheet2.xml': sheetXml('') }),
    );
    const bytes = Buffer.from(twice);
    for (let at = bytes.indexOf('sheet2.xml'); at >= 0; at = bytes.indexOf('sheet2.xml', at + 1))
      bytes.write('sheet1', at);
    expect(problemOf(bytes)).toBe('damaged');
  });

  it('entries that share their bytes', () => {
    const bytes = Buffer.from(good);
    const second = bytes.lastIndexOf('xl/styles.xml') - 46;
    const third = bytes.lastIndexOf('xl/sharedStrings.xml') - 46;
    bytes.writeUInt32LE(bytes.readUInt32LE(second + 42), third + 42);
    expect(problemOf(bytes)).toBe('truncated');
  });
});

describe('what is too large', () => {
  // Packs to a thousandth, as 200 MB would: it is refused by what it claims, before anything is unpacked.
  const zeros = new Uint8Array(24 * 2 ** 20);

  it('a sheet that unpacks to a thousand times its size is not unpacked', () => {
    const bomb = zipSync({ ...files(workbookParts([{ name: '表' }])), 'xl/worksheets/sheet1.xml': zeros });
    expect(problemOf(bomb)).toBe('too-large');
  });

  it('a bomb in a part that nobody reads is not touched', () => {
    const bomb = zipSync({ ...files(workbookParts([{ name: '表' }])), 'xl/media/image1.png': zeros });
    expect(problemOf(bomb)).toBe('read');
  });

  it('a bomb that claims to be small ends at what it claims', () => {
    const parts = files(workbookParts([{ name: '表' }]));
    const bomb = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': zeros.subarray(0, 2 ** 22) }));
    const record = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bomb.writeUInt32LE(100, record + 24);
    expect(problemOf(bomb)).toBe('damaged');
  });

  it('a forged size on megabytes of packed data stops early', () => {
    const parts = files(workbookParts([{ name: '表' }]));
    const noise = new Uint8Array(1.2 * 2 ** 20);
    for (let n = 0, seed = 1; n < noise.length; n += 1)
      noise[n] = (seed = Math.imul(seed, 1664525) + 1013904223) >>> 24;
    const bomb = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': [noise, { level: 1 }] }));
    bomb.writeUInt32LE(5000, bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
    expect(problemOf(bomb)).toBe('damaged');
  });

  it.each([
    ['cells', { ...LIMITS, cells: 2 }],
    ['sheets', { ...LIMITS, sheets: 1 }],
    ['bytes of a part', { ...LIMITS, partBytes: 100 }],
    ['bytes of all parts', { ...LIMITS, totalBytes: 800 }],
    ['entries', { ...LIMITS, entries: 3 }],
  ])('more %s than allowed', (_, limits) => {
    const data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>';
    expect(problemOf(workbookBytes([{ name: '甲', data }, { name: '乙' }]), limits)).toBe('too-large');
    expect(problemOf(workbookBytes([{ name: '甲', data }, { name: '乙' }]))).toBe('read');
  });

  it('merged areas that overlap over the whole sheet, ten thousand times', () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000);
    const xml = sheetXml(
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      `<mergeCells>${merges}</mergeCells>`,
    );
    expect(problemOf(withSheet(xml))).toBe('too-large');
  });
});

describe('what looks dangerous and is not', () => {
  it('a declared size of a whole sheet with three cells', () => {
    const xml = `<worksheet xmlns="${MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`;
    const [sheet] = readXlsx(withSheet(xml), '甲.xlsx').sheets;
    expect(sheet?.cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [1_048_575, 16_383],
    ]);
  });

  it('sheets named like parts of the language', () => {
    const names = ['__proto__', 'constructor', 'toString', '../../etc/passwd', '<script>', "a'b&c", '=1+1'];
    const sheets = names.map((name): SheetInput => ({
      name,
      data: '<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c></row>',
    }));
    const read = readXlsx(workbookBytes(sheets), '甲.xlsx').sheets;
    expect(read.map(({ name }) => name)).toEqual(names);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('names that lead out of the archive are only names', () => {
    const bytes = pack({
      ...workbookParts([{ name: '表' }]),
      '../../evil.txt': 'x',
      '/abs.txt': 'y',
      '..\\..\\evil.bat': 'z',
    });
    expect(problemOf(bytes)).toBe('read');
  });

  it('a thousand empty sheets', () => {
    const sheets = Array.from({ length: 1000 }, (_, n): SheetInput => ({ name: `表${n}` }));
    expect(readXlsx(workbookBytes(sheets), '甲.xlsx').sheets).toHaveLength(1000);
  });

  it('a standard of 32,767 characters, plain and as entities', () => {
    const long = '每超过1个百分点扣0.5分，'.repeat(3000).slice(0, 32_767);
    const entities = long.replace(/[^]/g, (character) => `&#${character.charCodeAt(0)};`);
    const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c><c r="B1" t="inlineStr"><is><t>${entities}</t></is></c></row>`;
    const [sheet] = readXlsx(workbookBytes([{ name: '表', data }]), '甲.xlsx').sheets;
    expect(sheet?.cells.map(({ value }) => value)).toEqual([long, long]);
  });

  it('reads a sheet of many cells in time that grows with its size, not with its square', () => {
    // Once a search ran to the end of the part for every cell; this size took minutes then.
    const rows = Array.from(
      { length: 20_000 },
      (_, n) =>
        `<row r="${n + 1}"><c r="A${n + 1}" t="inlineStr"><is><t>说明文字${n}</t></is></c><c r="B${n + 1}"><v>${n}</v></c></row>`,
    );
    expect(
      readXlsx(workbookBytes([{ name: '表', data: rows.join('') }]), '甲.xlsx').sheets[0]?.cells,
    ).toHaveLength(40_000);
  });
});

function files(parts: Record<string, string | Uint8Array>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
  );
}
