// The pane in a real browser: what `npm run build` and `npm run build:workbench` have made, over the workbench host.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { median } from './measure.mjs';

const FRAMES = 240;
/** Pixels a frame: a fast turn of the wheel. */
const STEP = 160;
const PATIENCE_MS = 120_000;

/**
 * First paint, one click and scrolling. `root` is the repository, `small` a workbook with blank scores, `large` one with
 * more than two thousand findings (bytes of both).
 */
export async function measurePane(root, { small, large }, rounds) {
  const server = spawn(process.execPath, ['scripts/serve.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve) => {
    createInterface({ input: server.stdout }).once('line', resolve);
  });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    headless: true,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url);
    await paneOf(page);
    return {
      paint: await firstPaint(page, rounds),
      click: await oneClick(page, small),
      scroll: await scrolling(page, large),
    };
  } finally {
    await browser.close();
    server.kill();
  }
}

/** The pane's frame, once it shows a result. */
async function paneOf(page) {
  const pane = await (await page.waitForSelector('#pane')).contentFrame();
  await pane.waitForSelector('#root h2');
  return pane;
}

async function open(page, name, bytes) {
  await page.setInputFiles('#open', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  await page.frameLocator('#pane').getByRole('heading', { level: 1, name }).waitFor();
  return paneOf(page);
}

/** Milliseconds from the pane's own navigation: to its first paint, and to the first result. */
async function firstPaint(page, rounds) {
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    const loaded = page.waitForEvent('framenavigated', (frame) => frame !== page.mainFrame());
    await page.evaluate(`document.getElementById('pane').contentWindow.location.reload()`);
    await loaded;
    const pane = await paneOf(page);
    const shown = await pane.evaluate(`performance.now()`);
    const paints = await pane.evaluate(
      `performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime])`,
    );
    samples.push({ ...Object.fromEntries(paints), shown });
  }
  const of = (name) => samples.map((sample) => sample[name]);
  return {
    first: spread(of('first-paint')),
    contentful: spread(of('first-contentful-paint')),
    shown: spread(of('shown')),
  };
}

/** Round trips and bytes of 一键评分 with the real office.js client: read, write and mark. */
async function oneClick(page, bytes) {
  const pane = await open(page, '部门自评.xlsx', bytes);
  const record = () => page.evaluate(`({ ...window.zipingWorkbench.session().record })`);
  const before = await record();
  const start = performance.now();
  await pane.getByRole('button', { name: '一键评分' }).first().click();
  await pane
    .getByText(/已填入/)
    .first()
    .waitFor();
  const ms = performance.now() - start;
  const after = await record();
  const grown = Object.keys(before).filter((key) => typeof before[key] === 'number');
  return {
    ms,
    ...Object.fromEntries(grown.map((key) => [key, after[key] - before[key]])),
    undoWiped: after.undoWiped.length,
  };
}

/** Times between frames while the list of findings runs past, and how many of its rows are in the page. */
async function scrolling(page, bytes) {
  const pane = await open(page, '很多问题.xlsx', bytes);
  const findings = Number(
    (
      await pane
        .getByText(/^共 \d+ 处$/)
        .first()
        .textContent()
    ).replace(/\D/g, ''),
  );
  return pane.evaluate(
    `(async () => {
      const scroller = document.querySelector('main');
      const times = [];
      let most = 0;
      let last = await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < ${FRAMES}; frame += 1) {
        scroller.scrollTop += ${STEP};
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
        most = Math.max(most, document.querySelectorAll('[role=listitem]').length);
      }
      times.sort((a, b) => a - b);
      return { findings: ${findings}, rows: most, middle: times[times.length >> 1],
        slow: times[Math.floor(times.length * 0.95)], slowest: times.at(-1) };
    })()`,
  );
}

const spread = (values) => ({ median: median(values), low: Math.min(...values), high: Math.max(...values) });
