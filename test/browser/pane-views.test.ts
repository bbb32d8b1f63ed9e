import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import {
  ARTIFACTS,
  launchBrowser,
  openFile,
  openWorkbench,
  type WorkbenchBrowser,
  type WorkbenchPage,
} from '../support/browser';
import { workbookBytes } from '../support/xlsx-builder';

const LIMIT_MS = 240_000;
jest.setTimeout(LIMIT_MS);

let browser: WorkbenchBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
}, LIMIT_MS);
afterAll(async () => {
  await browser.close();
});

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Violation = Readonly<{
  id: string;
  help: string;
  nodes: readonly { html: string; failureSummary?: string }[];
}>;

/** What axe finds wrong with the pane as it is shown now. */
async function violations(pane: Frame): Promise<string[]> {
  if (!(await pane.evaluate(`typeof axe !== 'undefined'`))) await pane.evaluate(AXE);
  const found: Violation[] = await pane.evaluate(`axe.run(document).then(({ violations }) => violations)`);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

const tab = (bench: WorkbenchPage, name: string) => bench.pane.getByRole('tab', { name, exact: true });
const button = (bench: WorkbenchPage, name: string | RegExp) =>
  bench.pane.getByRole('button', { name }).first();

/** Every view of the pane, each as a person gets there. */
const VIEWS: readonly (readonly [string, (bench: WorkbenchPage) => Promise<void>])[] = [
  ['opened', (bench) => bench.pane.getByRole('heading', { level: 2 }).first().waitFor()],
  [
    'scored',
    async (bench) => {
      await button(bench, '一键评分').click();
      await bench.pane
        .getByText(/已填入|没有空白得分/)
        .first()
        .waitFor();
    },
  ],
  [
    'finding',
    async (bench) => {
      await tab(bench, '问题').click();
      await bench.pane.getByRole('listitem').getByRole('button').first().click();
      await button(bench, /^检查说明/).waitFor();
    },
  ],
  [
    'page',
    async (bench) => {
      await button(bench, /^检查说明/).click();
      await bench.pane.getByRole('dialog').waitFor();
    },
  ],
  [
    'note',
    async (bench) => {
      await bench.page.keyboard.press('Escape');
      await button(bench, '填写说明').click();
      await bench.pane.getByRole('dialog').waitFor();
    },
  ],
  [
    'scores',
    async (bench) => {
      await bench.page.keyboard.press('Escape');
      await tab(bench, '评分').click();
      await bench.pane.getByRole('table').first().waitFor();
    },
  ],
  [
    'score',
    async (bench) => {
      await bench.pane
        .getByRole('rowheader')
        .getByRole('button', { name: /预算执行率|编外人员控制率|群众满意度/ })
        .last()
        .click();
      await bench.pane.getByRole('heading', { name: '评分标准' }).waitFor();
    },
  ],
  [
    'preview',
    async (bench) => {
      await button(bench, '返回').click();
      await button(bench, '全部写成公式').click();
      await bench.pane.getByRole('dialog').waitFor();
    },
  ],
  [
    'questions',
    async (bench) => {
      await bench.page.keyboard.press('Escape');
      await tab(bench, '待补').click();
      await button(bench, '保存并继续').waitFor();
    },
  ],
  [
    'settings',
    async (bench) => {
      await tab(bench, '设置').click();
      await bench.pane.getByRole('radio').first().waitFor();
    },
  ],
];

/** The same of a workbook in which nothing was recognised. */
const EMPTY_VIEWS: typeof VIEWS = [
  ['opened', (bench) => bench.pane.getByRole('heading', { name: '没有可检查的表格' }).waitFor()],
  ...(['评分', '待补', '设置', '问题'] as const).map((name): (typeof VIEWS)[number] => [
    name,
    (bench) => tab(bench, name).click(),
  ]),
];

const emptyWorkbook = (): Buffer => Buffer.from(workbookBytes([{ name: '封面' }]));

const LOOKS = [
  ['light', { colorScheme: 'light' }, '400px'],
  ['dark', { colorScheme: 'dark' }, '400px'],
  ['contrast', { forcedColors: 'active', colorScheme: 'dark' }, '400px'],
  ['narrow', { colorScheme: 'light' }, '320px'],
] as const;

/** What is wrong with each view, seen one after the other; each is kept as a picture. */
async function walk(
  bench: WorkbenchPage,
  views: typeof VIEWS,
  name: string,
  width: string,
): Promise<string[]> {
  await bench.page.evaluate(`document.documentElement.style.setProperty('--pane-width', '${width}')`);
  const wrong: string[] = [];
  for (const [view, go] of views) {
    await go(bench);
    await bench.page.locator('#pane').screenshot({ path: `${ARTIFACTS}/pane-${name}-${view}.png` });
    wrong.push(...(await violations(bench.pane)).map((text) => `${view}: ${text}`));
    const overflow = await bench.pane.evaluate(
      `document.documentElement.scrollWidth > document.documentElement.clientWidth`,
    );
    if (overflow) wrong.push(`${view}: wider than the pane`);
  }
  return wrong;
}

describe('every view of the pane', () => {
  it.each(LOOKS)('is accessible and fits: %s', async (look, options, width) => {
    const bench = await openWorkbench(browser, { options });
    expect(await walk(bench, VIEWS, look, width)).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  it.each(LOOKS)('of a workbook with several score tables: %s', async (look, options, width) => {
    const { bench } = await openFile(browser, 'projects-2020.xlsx', undefined, { options });
    const views = VIEWS.filter(([view]) => ['opened', 'finding', 'scores', 'score'].includes(view));
    expect(await walk(bench, views, `projects-${look}`, width)).toEqual([]);
    await bench.close();
  });

  it('of a workbook without anything to check says why', async () => {
    const { bench } = await openFile(browser, 'empty.xlsx', emptyWorkbook());
    expect(await walk(bench, EMPTY_VIEWS, 'empty', '320px')).toEqual([]);
    await bench.close();
  });
});
