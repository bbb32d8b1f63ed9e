import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { isolatedContext, openWorkbench } from '../support/browser';
import { useBrowser } from '../support/pane-test';

const browser = useBrowser();

describe('the built pane', () => {
  it('keeps its script within 250 KB compressed', () => {
    expect(gzipSync(readFileSync('dist/addin/taskpane.js'), { level: 9 }).length).toBeLessThanOrEqual(
      250 * 1024,
    );
  });

  it('asks nobody but its own server for anything, and runs under its own security policy', async () => {
    const bench = await openWorkbench(browser());
    await bench.pane.getByRole('heading', { level: 2 }).first().waitFor();
    const policy = await bench.pane
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("default-src 'none'");
    const foreign = bench.requests.filter((address) => !/^(?:http:\/\/localhost:|data:|blob:)/.test(address));
    expect(foreign).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it('says what to do when office.js cannot be reached', async () => {
    const context = await isolatedContext(browser());
    const page = await context.newPage();
    // The page as it is shipped, without the workbench around it: the real address of office.js is out of reach here.
    await page.route('**/shipped.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: readFileSync('dist/addin/taskpane.html'),
      }),
    );
    for (const file of ['taskpane.js', 'engine.js']) {
      await page.route(`**/${file}`, (route) =>
        route.fulfill({
          contentType: 'text/javascript; charset=utf-8',
          body: readFileSync(`dist/addin/${file}`),
        }),
      );
    }
    await page.goto(`${browser().url}/shipped.html`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('没有打开 office.js');
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await context.close();
  });
});
