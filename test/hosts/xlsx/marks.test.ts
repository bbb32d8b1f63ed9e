import { readFileSync } from 'node:fs';
import type { Mark } from '../../../src/hosts/ports';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { pack, partOf, partsOf, sheetXml, workbookBytes, workbookParts } from '../../support/xlsx-builder';

const SHEET = 'xl/worksheets/sheet1.xml';
const mark = (cell: string, severity: Mark['severity'] = 'error', sheet = '表'): Mark => ({
  sheet,
  cell,
  severity,
  message: '不符',
});

async function marked(
  xml: string,
  marks: readonly Mark[],
): Promise<{ host: XlsxHost; xml: string; styles: string }> {
  const host = new XlsxHost(workbookBytes([{ name: '表', xml }]), '表.xlsx');
  await host.apply({ marks });
  return { host, xml: partOf(host.save(), SHEET), styles: partOf(host.save(), 'xl/styles.xml') };
}

describe('marks in a file', () => {
  it('are one conditional format a severity, errors first, with a condition that can be found again', async () => {
    const { xml } = await marked(sheetXml(''), [mark('B2', 'hint'), mark('A1'), mark('C3:C5'), mark('A1')]);
    expect(xml).toContain(
      '<conditionalFormatting sqref="A1 C3:C5"><cfRule type="expression" dxfId="0" priority="1"><formula>&quot;ziping.error&quot;&lt;&gt;&quot;&quot;</formula></cfRule></conditionalFormatting>' +
        '<conditionalFormatting sqref="B2"><cfRule type="expression" dxfId="1" priority="2"><formula>&quot;ziping.hint&quot;',
    );
  });

  it('add one style a severity, whose border tells them apart without colours', async () => {
    const { styles } = await marked(sheetXml(''), [
      mark('A1'),
      mark('A2', 'verify'),
      mark('A3', 'hint'),
      mark('A4'),
    ]);
    expect(styles).toContain('<dxfs count="3">');
    expect([...styles.matchAll(/<left style="(\w+)"/g)].map(([, line]) => line)).toEqual([
      'thin',
      'dashed',
      'dotted',
    ]);
  });

  it.each([
    [
      'behind merged areas, before validations',
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>|<dataValidations count="0"/><pageMargins/>',
    ],
    ['behind protection, before hyperlinks', '<sheetProtection sheet="1"/>|<hyperlinks/>'],
    [
      'behind the conditional formats of others',
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>TRUE</formula></cfRule></conditionalFormatting>|<drawing r:id="rId1"/>',
    ],
    ['at the end of a bare sheet', '|'],
  ])('stand in the order of the format: %s', async (_, around) => {
    const [before = '', after = ''] = around.split('|');
    const { xml } = await marked(sheetXml('', before + after), [mark('A1')]);
    expect(xml).toContain(
      `</sheetData>${before}<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0"`,
    );
    expect(xml).toContain(`</conditionalFormatting>${after}</worksheet>`);
  });

  it('take priorities that nobody has, newer formats included', async () => {
    const others =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>TRUE</formula></cfRule></conditionalFormatting>' +
      '<extLst><ext xmlns:x14="urn:x14"><x14:cfRule type="dataBar" priority="12" id="{1}"/></ext></extLst>';
    expect((await marked(sheetXml('', others), [mark('A1')])).xml).toContain('priority="13"');
  });

  it('come off without a trace, and so do the styles', async () => {
    const bytes = workbookBytes([
      { name: '表', data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      { name: '乙' },
    ]);
    const host = new XlsxHost(bytes, '表.xlsx');
    await host.apply({ marks: [mark('A1'), mark('B1', 'hint', '乙'), mark('C1', 'verify')] });
    expect(partsOf(host.save())).not.toEqual(partsOf(bytes));
    await host.apply({ marks: [] });
    expect(partsOf(host.save())).toEqual(partsOf(bytes));
  });

  it('made again leave nothing of the first ones', async () => {
    const { host, xml } = await marked(sheetXml(''), [mark('A1'), mark('B1', 'hint')]);
    await host.apply({ marks: [mark('B9')] });
    await host.apply({ marks: [mark('A1'), mark('B1', 'hint')] });
    expect(partOf(host.save(), SHEET)).toBe(xml);
  });

  it('come off also after another program merged them with a rule of its own', async () => {
    const own =
      '<cfRule type="expression" dxfId="0" priority="1"><formula>"ziping.error" &lt;&gt; ""</formula></cfRule>';
    const theirs = '<cfRule type="expression" priority="2"><formula>"ziping.error"</formula></cfRule>';
    const sheet = (rules: string): string =>
      sheetXml('', `<conditionalFormatting sqref="A1">${rules}</conditionalFormatting>`);
    expect((await marked(sheet(own + theirs), [])).xml).toBe(sheet(theirs));
  });

  it('leave the styles of others alone, also one that looks the same and is in use', async () => {
    const { styles } = await marked(sheetXml(''), [mark('A1')]);
    const used =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>';
    const parts = workbookParts([{ name: '表', xml: sheetXml('', used) }], { 'xl/styles.xml': styles });
    const host = new XlsxHost(pack(parts), '表.xlsx');
    await host.apply({ marks: [mark('B1')] });
    await host.apply({ marks: [] });
    expect(partOf(host.save(), 'xl/styles.xml')).toBe(styles);
  });

  it('keep the conditional formats of a real workbook', async () => {
    const original = readFileSync('test/fixtures/awkward-format.xlsx');
    const host = new XlsxHost(original, 'awkward-format.xlsx');
    await host.apply({ marks: [mark('F5', 'verify', '评分表'), mark('B5', 'hint', '表1-3')] });
    const sheet = partOf(host.save(), 'xl/worksheets/sheet3.xml');
    expect([...sheet.matchAll(/priority="(\d+)"/g)].map(([, digits]) => digits)).toEqual(['1', '2', '3']);
    await host.apply({ marks: [] });
    const [old, now] = [partsOf(original), partsOf(host.save())];
    expect([...old.keys()].filter((path) => old.get(path) !== now.get(path))).toEqual([]);
  });

  it('of a sheet that is not there are said to be missing', async () => {
    const host = new XlsxHost(workbookBytes([{ name: '表' }]), '表.xlsx');
    expect((await host.apply({ marks: [mark('A1', 'error', '没有')] })).notes).toMatchObject([
      { code: 'marks-missing', message: '没有工作表“没有”，其中的标记没有做。' },
    ]);
  });
});
