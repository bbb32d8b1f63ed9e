import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { createBridge } from '../../src/workbench/host/bridge';
import { MemoryWorkbook } from '../../src/workbench/host/model/memory-workbook';
import { HostSession } from '../../src/workbench/host/session';
import { isolatedContext } from '../support/browser';
import { useBrowser } from '../support/pane-test';

const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const SAMPLE = 'department-2020-blank-scores.xlsx';

const browser = useBrowser();

/** Answers the address that the shipped page names with the files of Microsoft's package. */
async function serveOffice(context: BrowserContext): Promise<void> {
  await context.route(`${OFFICE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
    return route.fulfill({ path: path.join('node_modules/@microsoft/office-js/dist', name) });
  });
}

/**
 * The interface that Excel on Windows offers to office.js when it starts. It is undocumented: this is for one smoke
 * test with a pinned office.js, and nothing else rests on it.
 */
const NATIVE_START = `
  const context = { GetAppType: () => 1, GetSolutionRef: () => 'ziping', GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1, GetAppUILocale: () => 'zh-CN', GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => 'file:///book.xlsx', GetAppCapabilities: () => 0, GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1, GetSolutionToken: () => '', GetCorrelationId: () => 'c',
    GetInstanceId: () => 'i', GetTouchEnabled: () => false, GetCommerceAllowed: () => false,
    GetHostFullVersion: () => '16.0.1.1', GetInitialDisplayMode: () => 0,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: '1.14', DialogApi: '1.1' }),
    GetOfficeThemeInfo: () => JSON.stringify({}),
    GetSettings: () => ({ Read() {}, Write() {} }) };
  window.external.GetContext = () => context;
  window.external.RegisterEvent = (id, target, handler, done) => done(0);
  window.external.UnregisterEvent = (id, target, done) => done(0);
  window.external.Execute = (id, parameters, done) => done([0]);
  window._richApiNativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) { window.toHost(text); },
  };`;

async function openShippedPane(
  context: BrowserContext,
  model: MemoryWorkbook,
): Promise<{ page: Page; session: HostSession }> {
  const page = await context.newPage();
  const session = new HostSession(model, { excelApi: '1.14' });
  const bridge = createBridge(session);
  bridge.onMessageFromHost = (text) => {
    void page.evaluate(`window._richApiNativeBridge.onMessageFromHost(${JSON.stringify(text)})`);
  };
  await page.exposeFunction('toHost', (text: string) => {
    bridge.sendMessageToHost(text);
  });
  await page.addInitScript(NATIVE_START);
  await page.goto(`${browser().url}addin/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN$telemetry$$$0`);
  return { page, session };
}

describe('the shipped pane', () => {
  it('starts with the whole of office.js, under its own content security policy, and scores', async () => {
    const context = await isolatedContext(browser(), { viewport: { width: 400, height: 900 } });
    await serveOffice(context);
    const model = MemoryWorkbook.from(readXlsx(readFileSync(`test/fixtures/${SAMPLE}`), SAMPLE));
    const { page, session } = await openShippedPane(context, model);
    const strangers: string[] = [];
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(browser().url) && !address.startsWith(OFFICE) && !address.startsWith('data:'))
        strangers.push(address);
    });
    await page.getByRole('button', { name: '一键评分' }).first().click();
    await page.getByText('已填入 6 个得分').first().waitFor();
    expect(model.sheet('评分表').content(19, 7).value).toBe(5.92);
    expect(session.record.undoWiped).toEqual([]);
    // The security policy of the page lets the engine run on a thread of its own.
    expect(page.workers()).toHaveLength(1);
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('says what to do when office.js cannot be reached', async () => {
    const context = await isolatedContext(browser());
    const page = await context.newPage();
    await page.goto(`${browser().url}addin/taskpane.html`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('office.js');
    await context.close();
  });

  it('says what to do when it is opened in a plain browser', async () => {
    const context = await isolatedContext(browser());
    await serveOffice(context);
    const page = await context.newPage();
    await page.goto(`${browser().url}addin/taskpane.html`);
    const alert = page.getByRole('alert');
    await alert.waitFor({ timeout: 60_000 });
    expect(await alert.textContent()).toContain('绩效自评');
    await context.close();
  });
});
