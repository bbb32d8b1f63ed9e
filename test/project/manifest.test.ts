/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commands/commands';

const root = join(__dirname, '..', '..');
const source = readFileSync(join(root, 'manifest.xml'), 'utf8');
const doc = new DOMParser().parseFromString(source, 'application/xml');
const BT = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';
const BASE = 'https://localhost:3000/';

const all = (name: string): Element[] => [...doc.getElementsByTagNameNS('*', name)];
const children = (element: Element): string[] => [...element.children].map((child) => child.localName);
const attribute = (name: string): string[] =>
  [...doc.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '');
const resources = (name: string): Element[] =>
  [...doc.getElementsByTagNameNS(BT, name)].filter((element) => element.hasAttribute('id'));
const definitions = [...resources('Image'), ...resources('Url'), ...resources('String')];

describe('manifest.xml', () => {
  it('is well-formed', () => {
    expect(doc.getElementsByTagName('parsererror')).toHaveLength(0);
  });

  it('has an identity: GUID, four-part version, both languages', () => {
    expect(all('Id')[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(all('Version')[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(all('DefaultLocale')[0]?.textContent).toBe('zh-CN');
    for (const name of ['DisplayName', 'Description']) {
      expect([...(all(name)[0]?.children ?? [])].map((child) => child.getAttribute('Locale'))).toEqual([
        'en-US',
      ]);
    }
  });

  // The schema's sequences: an element out of order makes Excel refuse the whole manifest.
  it.each([
    [
      'OfficeApp',
      'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides',
    ],
    ['VersionOverrides', 'Hosts Resources'],
    ['DesktopFormFactor', 'FunctionFile ExtensionPoint'],
    ['CustomTab', 'Group Group Group Label'],
    ['Resources', 'Images Urls ShortStrings LongStrings'],
    ['Supertip', 'Title Description'],
    ['ShowTaskpane', 'TaskpaneId SourceLocation'],
  ])('keeps the order of elements in %s', (name, order) => {
    const found =
      name === 'ShowTaskpane'
        ? all('Action').filter((one) => one.getAttribute('xsi:type') === name)
        : all(name);
    expect(found.length).toBeGreaterThan(0);
    for (const element of found) expect(children(element).join(' ')).toBe(order);
  });

  it('keeps the order of elements in the host, its groups and controls', () => {
    const host = all('Host').find((one) => one.getAttribute('xsi:type') === 'Workbook');
    expect(children(host!)).toEqual(['Runtimes', 'DesktopFormFactor']);
    for (const group of all('Group')) expect(children(group).join(' ')).toMatch(/^Label Icon( Control)+$/);
    for (const control of all('Control'))
      expect(children(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
  });

  it('defines every resource that is used, once, and uses every one that is defined', () => {
    const defined = definitions.map((element) => element.getAttribute('id') ?? '');
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(attribute('resid'))].sort()).toEqual([...defined].sort());
  });

  it('stays within the lengths that Excel accepts', () => {
    for (const id of [
      ...attribute('resid'),
      ...definitions.map((element) => element.getAttribute('id') ?? ''),
    ]) {
      expect(id.length).toBeLessThanOrEqual(32);
    }
    const texts = (list: string): string[] =>
      [...(all(list)[0]?.querySelectorAll('[DefaultValue], [Value]') ?? [])].map(
        (element) => element.getAttribute('DefaultValue') ?? element.getAttribute('Value') ?? '',
      );
    for (const text of texts('ShortStrings')) expect(text.length).toBeLessThanOrEqual(125);
    for (const text of texts('LongStrings')) expect(text.length).toBeLessThanOrEqual(250);
    for (const id of attribute('id')) expect(id.length).toBeLessThanOrEqual(125);
    for (const text of [all('Description')[0]!.getAttribute('DefaultValue')!])
      expect(text.length).toBeLessThanOrEqual(250);
  });

  it('says every string in both languages', () => {
    for (const element of resources('String')) {
      expect([...element.children].map((child) => child.getAttribute('Locale'))).toEqual(['en-US']);
    }
  });

  it('names only HTTPS addresses of one place', () => {
    const addresses =
      source
        .match(/https?:\/\/[^"'\s<>]+/g)
        ?.filter((address) => !address.includes('schemas.microsoft.com') && !address.includes('w3.org')) ??
      [];
    expect(addresses.length).toBeGreaterThan(70);
    for (const address of addresses) expect(address.startsWith(BASE.slice(0, -1))).toBe(true);
  });

  it('has every icon in every size it names', () => {
    const named = [
      ...resources('Image').map((element) => element.getAttribute('DefaultValue') ?? ''),
      all('IconUrl')[0]!.getAttribute('DefaultValue')!,
      all('HighResolutionIconUrl')[0]!.getAttribute('DefaultValue')!,
    ];
    for (const address of named) {
      const file = join(root, 'assets', 'icons', address.replace(`${BASE}assets/`, ''));
      expect(existsSync(file)).toBe(true);
      expect(pixels(file)).toEqual([sizeIn(file), sizeIn(file)]);
    }
    expect(pixels(join(root, 'assets/icons/logo-32.png'))).toEqual([32, 32]);
    expect(pixels(join(root, 'assets/icons/logo-64.png'))).toEqual([64, 64]);
  });

  it('gives every icon element the size it says', () => {
    const files = new Map(
      resources('Image').map((element) => [
        element.getAttribute('id'),
        element.getAttribute('DefaultValue') ?? '',
      ]),
    );
    const used = [...doc.getElementsByTagNameNS(BT, 'Image')].filter((element) =>
      element.hasAttribute('resid'),
    );
    for (const element of used) {
      expect(files.get(element.getAttribute('resid'))).toMatch(
        new RegExp(`-${element.getAttribute('size') ?? ''}\\.png$`),
      );
    }
    for (const icon of all('Icon')) {
      expect([...icon.children].map((child) => child.getAttribute('size'))).toEqual([
        '16',
        '20',
        '24',
        '32',
        '40',
        '48',
        '64',
        '80',
      ]);
    }
  });

  it('ships no icon that nobody uses', () => {
    const used = new Set(
      resources('Image').map((element) => element.getAttribute('DefaultValue')?.split('/').at(-1)),
    );
    expect(readdirSync(join(root, 'assets/icons')).filter((file) => !used.has(file))).toEqual([]);
  });

  it('asks for what the add-in needs, and for one runtime', () => {
    const sets = all('Set').map(
      (element) => `${element.getAttribute('Name') ?? ''} ${element.getAttribute('MinVersion') ?? ''}`,
    );
    expect(sets).toEqual(['ExcelApi 1.9', 'SharedRuntime 1.1']);
    expect(all('Permissions')[0]?.textContent).toBe('ReadWriteDocument');
    const pages = [...all('Runtime'), ...all('FunctionFile'), ...all('SourceLocation').slice(1)].map(
      (element) => element.getAttribute('resid'),
    );
    expect(new Set(pages)).toEqual(new Set(['Pane.Url']));
  });

  it('calls only commands that the add-in has, and has a button for each', () => {
    const functions = all('FunctionName').map((element) => element.textContent);
    expect([...functions, 'ziping.showPane'].sort()).toEqual([...COMMANDS].sort());
    const labels = resources('String').filter((element) => element.getAttribute('id')?.endsWith('.Label'));
    expect(labels.map((element) => element.getAttribute('DefaultValue'))).toEqual(
      expect.arrayContaining([
        '一键评分',
        '检查',
        '上一个问题',
        '下一个问题',
        '清除标记',
        '撤销评分',
        '评分底稿',
        '打开窗格',
      ]),
    );
  });
});

describe('shortcuts.json', () => {
  const shortcuts = JSON.parse(readFileSync(join(root, 'assets', 'shortcuts.json'), 'utf8')) as {
    actions: { id: string; type: string; name: string }[];
    shortcuts: { action: string; key: Record<string, string> }[];
  };

  it('is where the manifest says', () => {
    expect(all('ExtendedOverrides')[0]?.getAttribute('Url')).toBe(`${BASE}shortcuts.json`);
  });

  it('names commands of the add-in, each key once, with a modifier that is not Shift alone', () => {
    expect(shortcuts.shortcuts.map(({ action }) => action).sort()).toEqual(
      shortcuts.actions.map(({ id }) => id).sort(),
    );
    for (const { id, type } of shortcuts.actions) {
      expect(COMMANDS).toContain(id);
      expect(type).toBe('ExecuteFunction');
    }
    for (const platform of ['default', 'mac']) {
      const keys = shortcuts.shortcuts.map(({ key }) => key[platform] ?? '');
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(key).toMatch(/^(Ctrl|Command|Alt)(\+(Alt|Shift))?\+[A-Z0-9]$/);
    }
  });
});

/** Width and height that a PNG file declares. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function sizeIn(file: string): number {
  return Number(/-(\d+)\.png$/.exec(file)?.[1]);
}
