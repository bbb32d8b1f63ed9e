import type { SheetDraft } from '../../../src/hosts/ports';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { pack, partOf, partsOf, workbookBytes, workbookParts } from '../../support/xlsx-builder';

const DRAFT: SheetDraft = {
  name: '评分底稿',
  columns: [12, 60],
  landscape: true,
  rows: [
    [{ value: '评分底稿', style: 'title' }],
    [
      { value: '指标', style: 'header' },
      { value: '依据', style: 'header' },
    ],
    [
      { value: '=HYPERLINK("x")', style: 'text', link: { sheet: "甲'表", cell: 'B2' } },
      { value: 5.92, style: 'number' },
    ],
    [
      { value: null, style: 'error' },
      { value: '核实', style: 'verify' },
      { value: '提示', style: 'hint' },
    ],
  ],
};

async function withPaper(bytes: Uint8Array, draft = DRAFT): Promise<XlsxHost> {
  const host = new XlsxHost(bytes, '表.xlsx');
  await host.apply({ sheet: draft });
  return host;
}

describe('the working paper in a file', () => {
  it('is a sheet behind the last one, with its part, type and relationship', async () => {
    const bytes = workbookBytes([{ name: '甲' }, { name: '乙' }]);
    const host = await withPaper(bytes);
    const { snapshot } = await host.read();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['甲', '乙', '评分底稿']);
    const [old, now] = [partsOf(bytes), partsOf(host.save())];
    expect([...now.keys()].filter((path) => !old.has(path))).toEqual(['xl/worksheets/sheet3.xml']);
    expect([...old.keys()].filter((path) => old.get(path) !== now.get(path))).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
    ]);
    expect(now.get('[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet3.xml"');
    expect(now.get('xl/workbook.xml')).toContain('sheetId="3" r:id="rId5"/></sheets>');
  });

  it('holds texts as texts, links to cells, widths, and prints on A4 across', async () => {
    const host = await withPaper(workbookBytes([{ name: '甲' }]));
    const xml = partOf(host.save(), 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('<is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t></is>');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain(`<hyperlink ref="A3" location="'甲''表'!B2"/>`);
    expect(xml).toContain('<col min="2" max="2" width="60" customWidth="1"/>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
    expect(xml).toContain('<dimension ref="A1:C4"/>');
  });

  it('adds its styles behind those of the workbook, once', async () => {
    const host = await withPaper(workbookBytes([{ name: '甲' }]));
    const first = partOf(host.save(), 'xl/styles.xml');
    expect(first).toMatch(/<cellXfs count="8"><xf numFmtId="0"\/>/);
    await host.apply({ sheet: DRAFT });
    expect(partOf(host.save(), 'xl/styles.xml')).toBe(first);
  });

  it('replaces an earlier one in its place, also one that a person renamed or moved', async () => {
    const host = await withPaper(workbookBytes([{ name: '甲' }]));
    await host.apply({ sheet: { ...DRAFT, rows: [[{ value: '新' }]] } });
    const { snapshot } = await host.read();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['甲', '评分底稿']);
    expect(snapshot.sheets[1]?.cells.map(({ value }) => value)).toEqual(['新']);
  });

  it("leaves a person's sheets of that name alone and says where it is", async () => {
    const host = new XlsxHost(workbookBytes([{ name: '评分底稿' }, { name: '评分底稿 (2)' }]), '表.xlsx');
    const { notes } = await host.apply({ sheet: DRAFT });
    expect(notes).toMatchObject([
      { code: 'paper-renamed', message: '已有名为“评分底稿”的工作表，底稿写在“评分底稿 (3)”。' },
    ]);
    await host.apply({ sheet: DRAFT });
    expect((await host.read()).snapshot.sheets).toHaveLength(3);
  });

  it('goes into a workbook whose elements have a prefix, and into one of the strict edition', async () => {
    const prefixed = workbookParts([{ name: '甲' }]);
    prefixed['xl/workbook.xml'] = (prefixed['xl/workbook.xml'] as string)
      .replaceAll(/<(\/?)(workbook|sheets|sheet)\b/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    const strict = workbookParts([{ name: '甲' }]);
    for (const [path, part] of Object.entries(strict)) {
      strict[path] = (part as string)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    }
    for (const parts of [prefixed, strict]) {
      const host = await withPaper(pack(parts));
      expect((await host.read()).snapshot.sheets.map(({ name }) => name)).toEqual(['甲', '评分底稿']);
    }
    const part = partOf((await withPaper(pack(strict))).save(), 'xl/worksheets/sheet2.xml');
    expect(part).toContain('xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"');
  });
});
