import { startOffice } from '../../src/taskpane/office-start';
import { showStartPage } from '../../src/taskpane/start-page';
import { languageOf, stringsOf } from '../../src/taskpane/strings/strings';
import { isDark } from '../../src/taskpane/theme';

/** Puts an office.js in place that answers as given. */
function officeAnswers(answer: unknown, context: unknown = {}): void {
  Object.assign(globalThis, { Office: { onReady: () => Promise.resolve(answer), context } });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

describe('starting', () => {
  it('knows when office.js was not loaded', async () => {
    expect(await startOffice()).toEqual({ kind: 'unreachable' });
  });

  it('knows a plain browser, in which Office names no host', async () => {
    officeAnswers({ host: null, platform: null });
    expect(await startOffice()).toEqual({ kind: 'silent' });
  });

  it('does not wait forever for an Office that never answers', async () => {
    Object.assign(globalThis, { Office: { onReady: () => new Promise(() => undefined) } });
    expect(await startOffice(1)).toEqual({ kind: 'silent' });
  });

  it('names another program', async () => {
    officeAnswers({ host: 'Word' });
    expect(await startOffice()).toEqual({ kind: 'other-host', host: 'Word' });
  });

  it('takes language and look from Excel, where Excel tells them', async () => {
    officeAnswers({ host: 'Excel' }, { displayLanguage: 'zh-CN', officeTheme: { isDarkTheme: true } });
    expect(await startOffice()).toEqual({ kind: 'excel', language: 'zh-CN', look: { isDarkTheme: true } });
    // Excel on the web has no theme.
    officeAnswers({ host: 'Excel' }, {});
    expect(await startOffice()).toEqual({ kind: 'excel', language: '', look: null });
  });

  it.each([
    [{ kind: 'unreachable' }, '没有打开 office.js'],
    [{ kind: 'silent' }, '没有连接到 Excel'],
    [{ kind: 'other-host', host: 'Word' }, 'Word'],
    [{ kind: 'incomplete' }, '没有下载完整'],
  ] as const)('says in one page what to do: %j', (start, words) => {
    const root = document.createElement('div');
    showStartPage(root, start, stringsOf('zh-CN'));
    expect(root.querySelector('[role="alert"]')?.textContent).toContain(words);
    expect(root.querySelector('button')?.textContent).toBe('再试一次');
  });
});

describe('the language', () => {
  it.each([
    ['auto', 'zh-CN', 'zh-CN'],
    ['auto', 'en-US', 'en-US'],
    ['auto', 'EN-gb', 'en-US'],
    // The tables that are read are Chinese: who reads neither is better off with the same words as in the cells.
    ['auto', 'de-DE', 'zh-CN'],
    ['auto', '', 'zh-CN'],
    ['zh-CN', 'en-US', 'zh-CN'],
    ['en-US', 'zh-CN', 'en-US'],
  ] as const)('%s in an Office of %s is %s', (preference, office, language) => {
    expect(languageOf(preference, office)).toBe(language);
  });
});

describe('dark or light', () => {
  it.each([
    ['Office says dark', { isDarkTheme: true }, false, true],
    ['Office says light, in a dark system', { isDarkTheme: false }, true, false],
    ['older Office names only a colour: black', { bodyBackgroundColor: '#262626' }, false, true],
    ['older Office names only a colour: white', { bodyBackgroundColor: '#FFFFFF' }, true, false],
    ['a colour that is none leaves it to the system', { bodyBackgroundColor: 'white' }, true, true],
    ['Excel on the web says nothing: as the system', null, true, true],
    ['nobody says anything', null, false, false],
  ])('%s', (_, office, system, dark) => {
    expect(isDark(office, system)).toBe(dark);
  });
});
