import { readFileSync } from 'node:fs';
import { ADD_IN } from '../../../src/hosts/xlsx/settings/apply-settings';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { partOf, partsOf, workbookBytes } from '../../support/xlsx-builder';

const EXTENSION = 'xl/webextensions/webextension1.xml';
const WE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const extension = (properties: string, id = 'wa1'): string =>
  `<we:webextension xmlns:we="${WE}" id="{1}"><we:reference id="${id}" version="1.0" store="zh-CN" storeType="OMEX"/><we:alternateReferences/>${properties}<we:bindings/></we:webextension>`;
const property = (name: string, value: string): string => `<we:property name="${name}" value="${value}"/>`;

describe('settings in a file', () => {
  it('are read from the part that Excel keeps for the add-in, and only ours', async () => {
    const xml = extension(
      `<we:properties>${property('ziping.answers', '&quot;{\\&quot;a\\&quot;:1}&quot;')}${property('theirs', '&quot;x&quot;')}${property('ziping.odd', '5')}</we:properties>`,
    );
    const host = new XlsxHost(workbookBytes([{ name: '表' }], { [EXTENSION]: xml }), '表.xlsx');
    expect((await host.read()).settings).toEqual({ answers: '{"a":1}', odd: '5' });
  });

  it('are changed, added and deleted in that part; what others keep there stays', async () => {
    const theirs = property('theirs', '&quot;x&quot;');
    const xml = extension(
      `<we:properties>${property('ziping.a', '&quot;1&quot;')}${theirs}${property('ziping.b', '&quot;2&quot;')}</we:properties>`,
    );
    const bytes = workbookBytes([{ name: '表' }], { [EXTENSION]: xml });
    const host = new XlsxHost(bytes, '表.xlsx');
    await host.apply({ settings: { a: '"<改>"', b: null, c: '新\n行' } });
    expect((await host.read()).settings).toEqual({ a: '"<改>"', c: '新\n行' });
    const [old, now] = [partsOf(bytes), partsOf(host.save())];
    expect([...now.keys()].filter((path) => old.get(path) !== now.get(path))).toEqual([EXTENSION]);
    expect(now.get(EXTENSION)).toContain(theirs);
  });

  it('are put into an empty list of properties', async () => {
    const id = '7d0c2b56-3a8e-4f0d-9c41-5b1de6a2f083';
    const host = new XlsxHost(
      workbookBytes([{ name: '表' }], { [EXTENSION]: extension('<we:properties/>', id.toUpperCase()) }),
      '表.xlsx',
    );
    await host.apply({ settings: { a: '1' } });
    expect((await host.read()).settings).toEqual({ a: '1' });
    expect(partsOf(host.save()).size).toBe(workbookSize + 1);
  });

  it("never go into another add-in's part", async () => {
    const theirs = extension('<we:properties></we:properties>', 'other');
    const host = new XlsxHost(workbookBytes([{ name: '表' }], { [EXTENSION]: theirs }), '表.xlsx');
    await host.apply({ settings: { a: '1' } });
    expect(partOf(host.save(), EXTENSION)).toBe(theirs);
    expect((await host.read()).settings).toEqual({ a: '1' });
  });

  it('get a part of their own, with type, pane and relationships, in a file that has none', async () => {
    const host = new XlsxHost(workbookBytes([{ name: '表' }]), '表.xlsx');
    await host.apply({ settings: { __proto__x: '1', a: '{"名":"值"}' } });
    const parts = partsOf(host.save());
    expect([...parts.keys()].filter((path) => path.includes('webextensions'))).toEqual([
      EXTENSION,
      'xl/webextensions/_rels/taskpanes.xml.rels',
      'xl/webextensions/taskpanes.xml',
    ]);
    expect(parts.get('_rels/.rels')).toContain(
      'webextensiontaskpanes" Target="/xl/webextensions/taskpanes.xml"',
    );
    expect(parts.get('xl/webextensions/taskpanes.xml')).toContain('visibility="0"');
    expect((await host.read()).settings).toEqual({ __proto__x: '1', a: '{"名":"值"}' });
  });

  it('belong to the add-in that the manifest names', () => {
    const manifest = readFileSync('manifest.xml', 'utf8');
    expect(manifest).toContain(`<Id>${ADD_IN.id}</Id>`);
    expect(manifest).toContain(`<Version>${ADD_IN.version}</Version>`);
  });

  it('deleting what is not there makes no part', async () => {
    const bytes = workbookBytes([{ name: '表' }]);
    const host = new XlsxHost(bytes, '表.xlsx');
    await host.apply({ settings: { a: null } });
    expect(partsOf(host.save())).toEqual(partsOf(bytes));
  });
});

const workbookSize = partsOf(workbookBytes([{ name: '表' }])).size;
