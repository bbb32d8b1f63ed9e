import type { Cell } from '../../../src/core';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import {
  pack,
  sheetXml,
  stylesXml,
  workbookBytes,
  workbookParts,
  type Parts,
} from '../../support/xlsx-builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Cells of the only sheet of a workbook, by address as `row:column`. */
function cellsOf(data: string, extra: Parts = {}): Cell[] {
  const [sheet] = readXlsx(workbookBytes([{ name: '表', data }], extra), '表.xlsx').sheets;
  return [...(sheet?.cells ?? [])];
}
const row = (cells: string): string => `<row r="1">${cells}</row>`;

describe('one cell, as different programs write it', () => {
  const strings = (items: string): Parts => ({
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>`,
  });
  it.each<[string, string, Parts, unknown]>([
    ['a number', '<c r="A1"><v>5.92</v></c>', {}, 5.92],
    ['a number with an exponent', '<c r="A1"><v>1E-3</v></c>', {}, 0.001],
    ['a number with blanks around', '<c r="A1"><v> 5 </v></c>', {}, 5],
    ['a number in a CDATA section', '<c r="A1"><v><![CDATA[5]]></v></c>', {}, 5],
    ['attributes in another order', '<c t="n" s="0" r="A1"><v>5</v></c>', {}, 5],
    ['attributes in single quotes, with blanks', `<c  r = 'A1'\n t='n' ><v>5</v></c >`, {}, 5],
    ['no address', '<c><v>5</v></c>', {}, 5],
    ['unknown attributes and children', '<c r="A1" cm="1" vm="2"><v>5</v><extLst><ext/></extLst></c>', {}, 5],
    ['true', '<c r="A1" t="b"><v>1</v></c>', {}, true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', {}, false],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', {}, { error: '#DIV/0!' }],
    ['a formula string', '<c r="A1" t="str"><f>B1</f><v>优 &amp; 良</v></c>', {}, '优 & 良'],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>得分</t></is></c>', {}, '得分'],
    [
      'spaces that count',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 548.00 </t></is></c>',
      {},
      ' 548.00 ',
    ],
    [
      'decimal entities',
      '<c r="A1" t="inlineStr"><is><t>&#24471;&#20998;1&#65285;</t></is></c>',
      {},
      '得分1％',
    ],
    ['hexadecimal entities', '<c r="A1" t="inlineStr"><is><t>&#x5F97;&#x5206;</t></is></c>', {}, '得分'],
    [
      'an entity beyond 16 bits',
      '<c r="A1" t="inlineStr"><is><t>&#x20BB7;&#134071;</t></is></c>',
      {},
      '𠮷𠮷',
    ],
    [
      'escaped control characters',
      '<c r="A1" t="inlineStr"><is><t>甲_x000D_\n乙_x005F_x000D_</t></is></c>',
      {},
      '甲\r\n乙_x000D_',
    ],
    ['line ends of Windows in the XML', '<c r="A1" t="inlineStr"><is><t>甲\r\n乙</t></is></c>', {}, '甲\n乙'],
    [
      'runs',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>得</t></r><r><t>分</t></r></is></c>',
      {},
      '得分',
    ],
    [
      'a shared string',
      '<c r="A1" t="s"><v>1</v></c>',
      strings('<si><t>甲</t></si><si><t>乙</t></si>'),
      '乙',
    ],
    [
      'a shared string with runs and a phonetic reading',
      '<c r="A1" t="s"><v>0</v></c>',
      strings(
        '<si><r><t>自</t></r><r><t>评</t></r><rPh sb="0" eb="1"><t>zi</t></rPh><phoneticPr fontId="1"/></si>',
      ),
      '自评',
    ],
    ['a date of the strict edition', '<c r="A1" t="d"><v>2021-03-31T12:00:00</v></c>', {}, 44286.5],
  ])('%s', (_, xml, extra, value) => {
    expect(cellsOf(row(xml), extra).map((cell) => cell.value)).toEqual([value]);
  });

  it.each([
    ['a format only', '<c r="A1" s="0"/>'],
    ['an empty value', '<c r="A1" t="n"><v></v></c>'],
    ['an empty element', '<c r="A1" t="n"></c>'],
    ['an empty string', '<c r="A1" t="inlineStr"><is><t/></is></c>'],
  ])('%s is no cell of the snapshot', (_, xml) => {
    expect(cellsOf(row(xml))).toEqual([]);
  });

  it('a formula without a result is computed', () => {
    expect(cellsOf(row('<c r="A1"><f>SUM(B1:B2)</f></c>'))).toEqual([
      { row: 0, column: 0, value: 0, formula: 'SUM(B1:B2)' },
    ]);
  });
});

describe('formulas', () => {
  it('shared formulas are written out for every cell that shares them', () => {
    const cells = cellsOf(
      '<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+SUM($A1:A$9)&amp;"A1"</f><v>1</v></c></row>' +
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"></f><v>1</v></c></row>',
    );
    expect(cells.map(({ formula }) => formula)).toEqual([
      'A1*$B$1+SUM($A1:A$9)&"A1"',
      'A2*$B$1+SUM($A2:A$9)&"A1"',
      'A3*$B$1+SUM($A3:A$9)&"A1"',
    ]);
  });

  it('newer functions lose the prefix that only files show, but not inside a text', () => {
    const [cell] = cellsOf(
      row('<c r="A1"><f>_xlfn.IFS(B1&gt;1,"_xlfn.")+_xlfn._xlws.SORT(B1)</f><v>1</v></c>'),
    );
    expect(cell?.formula).toBe('IFS(B1>1,"_xlfn.")+SORT(B1)');
  });

  it('array formulas and data tables are formulas', () => {
    const cells = cellsOf(
      row(
        '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c><c r="C1"><f t="dataTable" ref="C1:C2" r1="D1"/><v>1</v></c>',
      ),
    );
    expect(cells.map(({ formula }) => formula)).toEqual(['B1:B2*2', 'TABLE(D1)']);
  });
});

describe('styles', () => {
  it.each([
    ['a built-in format', '<xf numFmtId="10"/>', { format: '0.00%' }],
    ['a format of the file', '<xf numFmtId="164"/>', { format: '0.0"分"' }],
    ['a Chinese date', '<xf numFmtId="57"/>', { format: 'yyyy"年"m"月"' }],
    ['text', '<xf numFmtId="49"/>', { format: '@' }],
    ['an indent', '<xf numFmtId="0"><alignment indent="2"/></xf>', { indent: 2 }],
    ['General by name', '<xf numFmtId="165"/>', {}],
  ])('%s', (_, xf, rest) => {
    const formats =
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/><numFmt numFmtId="165" formatCode="General"/></numFmts>';
    const styles = stylesXml(['<xf numFmtId="0"/>', xf], formats);
    const [cell] = cellsOf(row('<c r="A1" s="1"><v>1</v></c>'), { 'xl/styles.xml': styles });
    expect(cell).toEqual({ row: 0, column: 0, value: 1, ...rest });
  });

  it('a workbook without a style part is read all the same', () => {
    const rels = workbookParts([{ name: '表' }])['xl/_rels/workbook.xml.rels'] as string;
    const extra = {
      'xl/styles.xml': '',
      'xl/_rels/workbook.xml.rels': rels.replace(/<Relationship Id="rIdS"[^>]*>/, ''),
    };
    expect(cellsOf(row('<c r="A1" s="7"><v>1</v></c>'), extra)).toEqual([{ row: 0, column: 0, value: 1 }]);
  });
});

describe('packages, as different programs write them', () => {
  const data = '<row r="2"><c r="B2"><v>5</v></c></row>';
  const value = (bytes: Uint8Array): unknown => readXlsx(bytes, '表.xlsx').sheets[0]?.cells[0]?.value;

  it('elements with a prefix', () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c><x:c r="C2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    const parts = workbookParts([{ name: '表', xml: sheet }]);
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] as string)
      .replaceAll(/<(\/?)(workbook|sheets|sheet)\b/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    const [read] = readXlsx(pack(parts), '表.xlsx').sheets;
    expect(read?.cells.map((cell) => cell.value)).toEqual([5, '甲']);
    expect(read?.merges).toHaveLength(1);
  });

  it('the strict edition with its other namespaces', () => {
    const strict = (text: string): string =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const parts = workbookParts([{ name: '表', data }]);
    for (const [path, part] of Object.entries(parts)) parts[path] = strict(part as string);
    expect(value(pack(parts))).toBe(5);
  });

  it.each([
    ['absolute targets', '/xl/worksheets/sheet1.xml'],
    ['targets that go up and down again', '../xl/./worksheets/sheet1.xml'],
    ['targets with backslashes', 'worksheets\\sheet1.xml'],
    ['targets in another case', 'Worksheets/Sheet1.XML'],
    ['targets with percent signs', 'worksheets/sheet%31.xml'],
  ])('%s', (_, target) => {
    const parts = workbookParts([{ name: '表', data }]);
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      'worksheets/sheet1.xml',
      target,
    );
    expect(value(pack(parts))).toBe(5);
  });

  it('no list of relationships of the package', () => {
    expect(value(workbookBytes([{ name: '表', data }], { '_rels/.rels': '' }))).toBe(5);
  });

  it('a byte order mark, and UTF-16', () => {
    const xml = sheetXml('<row r="2"><c r="B2" t="inlineStr"><is><t>得分</t></is></c></row>');
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]));
    expect(value(workbookBytes([{ name: '表' }], { 'xl/worksheets/sheet1.xml': `\ufeff${xml}` }))).toBe(
      '得分',
    );
    expect(value(workbookBytes([{ name: '表' }], { 'xl/worksheets/sheet1.xml': utf16 }))).toBe('得分');
  });

  it('the 1904 date system: numbers stay what they are', () => {
    const parts = workbookParts([{ name: '表', data }]);
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] as string).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect(value(pack(parts))).toBe(5);
  });

  it('chart sheets hold no cells and are left out', () => {
    const parts = workbookParts([{ name: '图' }, { name: '表', data }]);
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      '/worksheet"',
      '/chartsheet"',
    );
    expect(readXlsx(pack(parts), '表.xlsx').sheets.map(({ name }) => name)).toEqual(['表']);
  });

  it('comments, instructions and blanks between tags', () => {
    const xml = `<?xml version="1.0"?>\n<!-- <row> --><worksheet xmlns="${MAIN}">\n <sheetData>\n  <row r="2"><!-- x --> <c r="B2"><v>5</v></c>\n</row><?pi <c r="C2"/>?></sheetData>\n</worksheet>\n<!-- end -->`;
    expect(value(workbookBytes([{ name: '表', xml }]))).toBe(5);
  });

  it('rows and cells out of order are put in order', () => {
    const cells = cellsOf(
      '<row r="3"><c r="B3"><v>4</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>',
    );
    expect(cells.map((cell) => cell.value)).toEqual([1, 2, 4]);
  });

  it('rows and cells without numbers are counted on', () => {
    const cells = cellsOf(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>',
    );
    expect(cells.map((cell) => [cell.row, cell.column])).toEqual([
      [0, 0],
      [0, 3],
      [0, 4],
      [5, 0],
    ]);
  });

  it('hidden rows and columns, protection, visibility', () => {
    const xml = `<worksheet xmlns="${MAIN}"><cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols><sheetData><row r="2" hidden="1"><c r="E2"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/></worksheet>`;
    const [sheet] = readXlsx(workbookBytes([{ name: '表', xml, state: 'veryHidden' }]), '表.xlsx').sheets;
    expect(sheet).toMatchObject({
      visibility: 'veryHidden',
      protected: true,
      hiddenRows: [1],
      hiddenColumns: [1, 3, 4],
    });
  });

  it('foreign elements of the same names are no cells', () => {
    const xml = sheetXml(
      data,
      '<extLst><ext uri="x"><z:sheetData xmlns:z="urn:z"><z:row r="9"><z:c r="A9"><z:v>9</z:v></z:c></z:row></z:sheetData></ext></extLst>',
    );
    expect(readXlsx(workbookBytes([{ name: '表', xml }]), '表.xlsx').sheets[0]?.cells).toHaveLength(1);
  });

  it('the name of the workbook is without folders, on either system', () => {
    expect(readXlsx(workbookBytes([{ name: '表' }]), 'C:\\报表\\甲.xlsx').name).toBe('甲.xlsx');
    expect(readXlsx(workbookBytes([{ name: '表' }]), '/a/b/乙.xlsx').name).toBe('乙.xlsx');
  });
});
