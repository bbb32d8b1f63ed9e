import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  chromium as playwright,
  type Frame,
  type Page,
} from 'playwright-core';
import type { WorkbenchWindow } from '../../src/workbench/page/workbench-window';

/** Without these, Chromium looks for updates and the like on its own. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const BUILT = ['dist/addin/taskpane.html', 'dist/workbench/index.html'];
/** A loaded machine of two cores has been seen to need 15 s for Univer's 11 MB of scripts. */
const PATIENCE_MS = 60_000;
export const ARTIFACTS = 'test-artifacts';

/** A browser with the built workbench behind a server of its own. */
export type WorkbenchBrowser = Readonly<{
  url: string;
  browser: Browser;
  close(): Promise<void>;
}>;

/** The workbench page and what a test wants to know of it. */
export type WorkbenchPage = Readonly<{
  page: Page;
  pane: Frame;
  /** Every address that was asked for, the pane's included. */
  requests: readonly string[];
  /** Errors that nobody caught, and what the console called an error. */
  errors: readonly string[];
  cell(sheet: string, address: string): Promise<{ value: unknown; formula: string | null; text: string }>;
  selection(): Promise<{ sheet: string; address: string }>;
  formatCount(sheet: string): Promise<number>;
  /** Round trips, and calls that would have emptied Excel's undo stack. */
  record(): Promise<{ syncs: number; undoSteps: number; undoWiped: string[] }>;
  /** The file as it would be downloaded. */
  download(): Promise<Uint8Array>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}>;

/** Starts a server for what `npm run build` and `npm run build:workbench` have made, and a browser. */
export async function launchBrowser(): Promise<WorkbenchBrowser> {
  const missing = BUILT.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(`Build first: npm run build && npm run build:workbench (${missing.join(', ')})`);
  const { server, url } = await startServer();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own flags: its single process ends with the first context, and it has no web security.
    args: QUIET,
    headless: true,
  });
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

async function startServer(): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, ['scripts/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    server.once('exit', () => {
      reject(new Error('The workbench server ended.'));
    });
  });
  return { server, url };
}

/** A context in which only this machine can be reached; what is asked of others is refused and written down. */
export async function isolatedContext({ browser }: WorkbenchBrowser, options = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    ...options,
  });
  await context.route(
    ({ hostname, protocol }) => hostname !== 'localhost' && protocol.startsWith('http'),
    (route) => route.abort('internetdisconnected'),
  );
  return context;
}

/** Opens the workbench page with one of its samples and waits until the pane has shown something. */
export async function openWorkbench(
  at: WorkbenchBrowser,
  {
    query = '',
    ready = '#root button',
    options = {},
  }: { query?: string; ready?: string; options?: object } = {},
): Promise<WorkbenchPage> {
  const context = await isolatedContext(at, options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${at.url}${query}`);
  const pane = await (await page.waitForSelector('#pane')).contentFrame();
  if (!pane) throw new Error('The pane has no frame.');
  await pane.waitForSelector(ready);
  const of = <T>(ask: (workbench: WorkbenchWindow['zipingWorkbench']) => T): Promise<T> =>
    page.evaluate<T>(`(${ask.toString()})(window.zipingWorkbench)`);
  return {
    page,
    pane,
    requests,
    errors,
    cell: (sheet, address) =>
      page.evaluate(
        ([name, cell]) => (window as unknown as WorkbenchWindow).zipingWorkbench.cell(name, cell),
        [sheet, address] as const,
      ),
    selection: () => of((workbench) => workbench.selection()),
    formatCount: (sheet) =>
      page.evaluate(
        (name) => (window as unknown as WorkbenchWindow).zipingWorkbench.formatCount(name),
        sheet,
      ),
    record: () =>
      of((workbench) => {
        const record = workbench.session()?.record;
        return {
          syncs: record?.syncs ?? 0,
          undoSteps: record?.undoSteps ?? 0,
          undoWiped: record?.undoWiped ?? [],
        };
      }),
    download: async () =>
      Uint8Array.from(await of(async (workbench) => Array.from(await workbench.download()))),
    screenshot: async (name) => {
      mkdirSync(ARTIFACTS, { recursive: true });
      await page.screenshot({ path: `${ARTIFACTS}/${name}.png` });
    },
    close: () => context.close(),
  };
}

/** Opens a fixture (or other bytes under its name) in the workbench; the pane starts anew and reads it. */
export async function openFile(
  at: WorkbenchBrowser,
  name: string,
  bytes: Buffer = readFileSync(`test/fixtures/${name}`),
  how: Parameters<typeof openWorkbench>[1] = {},
): Promise<{ bench: WorkbenchPage; bytes: Uint8Array }> {
  const bench = await openWorkbench(at, how);
  await bench.page.setInputFiles('#open', { name, mimeType: 'application/octet-stream', buffer: bytes });
  await bench.page.frameLocator('#pane').getByRole('heading', { level: 1, name }).waitFor();
  const pane = await (await bench.page.waitForSelector('#pane')).contentFrame();
  if (!pane) throw new Error('The pane has no frame.');
  await pane.waitForSelector('#root button');
  return { bench: { ...bench, pane }, bytes };
}

/** Pictures side by side in one, so that they can be looked at together. */
export async function contactSheet(
  { browser }: WorkbenchBrowser,
  pictures: readonly string[],
  path: string,
): Promise<void> {
  const page = await browser.newPage();
  const images = pictures.map(
    (file) => `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`,
  );
  await page.setContent(
    `<body style="margin:8px;background:#888"><div style="display:grid;grid-template-columns:repeat(6,max-content);gap:8px;width:max-content">${images.join('')}</div></body>`,
  );
  await page.locator('div').screenshot({ path });
  await page.close();
}
