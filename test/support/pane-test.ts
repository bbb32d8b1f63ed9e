import type { Locator } from 'playwright-core';
import { launchBrowser, type WorkbenchBrowser, type WorkbenchPage } from './browser';

/** Long enough for a whole walk through a workbook on a busy machine of two cores. */
const LIMIT_MS = 300_000;

/** One browser for all tests of a file; answers how to get it while they run. */
export function useBrowser(): () => WorkbenchBrowser {
  let browser: WorkbenchBrowser | null = null;
  jest.setTimeout(LIMIT_MS);
  beforeAll(async () => {
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!browser) throw new Error('The browser is there once the tests run.');
    return browser;
  };
}

/** The first button of the pane with this name. */
export const button = (bench: WorkbenchPage, name: string | RegExp): Locator =>
  bench.pane.getByRole('button', { name }).first();

/** A tab of the pane. */
export const tab = (bench: WorkbenchPage, name: string): Locator =>
  bench.pane.getByRole('tab', { name, exact: true });

/** Waits until the pane says this. */
export const said = (bench: WorkbenchPage, words: string | RegExp): Promise<void> =>
  bench.pane.getByText(words).first().waitFor();
