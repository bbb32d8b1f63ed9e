import { readdirSync, readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { PROFILES, review, scorePatches } from '../../src/core';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { patchedSnapshot } from '../../src/taskpane/state/patched-snapshot';
import { stringsOf } from '../../src/taskpane/strings/strings';
import { ARTIFACTS, contactSheet, openFile, openWorkbench, type WorkbenchPage } from '../support/browser';
import { button, tab, useBrowser } from '../support/pane-test';
import { workbookBytes } from '../support/xlsx-builder';

const browser = useBrowser();

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

/** Waits until nothing moves or fades any more. */
async function settled(pane: Frame): Promise<void> {
  await pane.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished.catch(() => null)))`);
}

type Words = ReturnType<typeof stringsOf>;
type View = readonly [string, (bench: WorkbenchPage, words: Words) => Promise<void>];

const dialog = (bench: WorkbenchPage) => bench.pane.getByRole('dialog').waitFor();
const close = (bench: WorkbenchPage) => bench.page.keyboard.press('Escape');

/** Every view of the pane, each as a person gets there. */
const VIEWS: readonly View[] = [
  ['opened', (bench) => bench.pane.getByRole('heading', { level: 2 }).first().waitFor()],
  [
    'scored',
    async (bench, words) => {
      await button(bench, words.actions.score).click();
      await button(bench, words.actions.dismiss).waitFor();
    },
  ],
  [
    'finding',
    async (bench, words) => {
      await tab(bench, words.tabs.findings).click();
      await bench.pane.getByRole('listitem').getByRole('button').first().click();
      await button(bench, new RegExp(`^${words.findings.page}`)).waitFor();
    },
  ],
  [
    'page',
    async (bench, words) => {
      await button(bench, new RegExp(`^${words.findings.page}`)).click();
      await dialog(bench);
    },
  ],
  [
    'note',
    async (bench, words) => {
      await close(bench);
      await button(bench, words.findings.explain).click();
      await dialog(bench);
    },
  ],
  [
    'scores',
    async (bench, words) => {
      await close(bench);
      await tab(bench, words.tabs.scores).click();
      await bench.pane.getByRole('table').first().waitFor();
    },
  ],
  [
    'score',
    async (bench, words) => {
      await bench.pane
        .getByRole('rowheader')
        .getByRole('button', { name: /预算执行率|编外人员控制率|群众满意度/ })
        .last()
        .click();
      await bench.pane.getByRole('heading', { name: words.scores.standard }).waitFor();
    },
  ],
  [
    'preview',
    async (bench, words) => {
      await button(bench, words.actions.back).click();
      await button(bench, words.scores.writeAllFormulas).click();
      await dialog(bench);
    },
  ],
  [
    'runs',
    async (bench, words) => {
      await close(bench);
      await button(bench, words.actions.runs).click();
      await dialog(bench);
    },
  ],
  [
    'questions',
    async (bench, words) => {
      await close(bench);
      await tab(bench, words.tabs.questions).click();
      await button(bench, words.questions.save).waitFor();
    },
  ],
  [
    'question',
    async (bench, words) => {
      // On to the first question that wants a number.
      for (let step = 0; step < 12; step += 1) {
        if ((await bench.pane.getByRole('textbox').count()) > 0) return;
        await button(bench, words.questions.skip).click();
      }
      throw new Error('No question asks for a number.');
    },
  ],
  [
    'settings',
    async (bench, words) => {
      await tab(bench, words.tabs.settings).click();
      await bench.pane.getByRole('radio').first().waitFor();
    },
  ],
];

/** The same of a workbook in which nothing was recognised. */
const EMPTY_VIEWS: readonly View[] = [
  ['opened', (bench, words) => bench.pane.getByRole('heading', { name: words.verdict.nothing }).waitFor()],
  ...(['scores', 'questions', 'settings', 'findings'] as const).map((name): View => [
    name,
    (bench, words) => tab(bench, words.tabs[name]).click(),
  ]),
];

const emptyWorkbook = (): Buffer => Buffer.from(workbookBytes([{ name: '封面' }]));

const LOOKS = [
  { look: 'light', options: { colorScheme: 'light' }, width: '400px', language: 'zh-CN' },
  { look: 'dark', options: { colorScheme: 'dark' }, width: '400px', language: 'zh-CN' },
  {
    look: 'contrast',
    options: { forcedColors: 'active', colorScheme: 'dark' },
    width: '400px',
    language: 'zh-CN',
  },
  { look: 'narrow', options: { colorScheme: 'light' }, width: '320px', language: 'zh-CN' },
  { look: 'english', options: { colorScheme: 'light' }, width: '400px', language: 'en-US' },
] as const;

/** What a person's screen shows of a pane beside a sheet, and a little more, so that pictures show whole views. */
const VIEWPORT = { width: 1440, height: 1300 };

/** What is wrong with each view, seen one after the other; each is kept as a picture. */
async function walk(
  bench: WorkbenchPage,
  views: readonly View[],
  name: string,
  width: string,
  words: Words = stringsOf('zh-CN'),
  foreign: (pane: Frame) => Promise<string[]> = () => Promise.resolve([]),
): Promise<string[]> {
  await bench.page.evaluate(`document.documentElement.style.setProperty('--pane-width', '${width}')`);
  const wrong: string[] = [];
  const pictures: string[] = [];
  for (const [view, go] of views) {
    await go(bench, words);
    await settled(bench.pane);
    pictures.push(`${ARTIFACTS}/pane-${name}-${view}.png`);
    await bench.page.locator('#pane').screenshot({ path: pictures.at(-1)! });
    const said = [...(await violations(bench.pane)), ...(await foreign(bench.pane))];
    wrong.push(...said.map((text) => `${view}: ${text}`));
    const overflow = await bench.pane.evaluate(
      `document.documentElement.scrollWidth > document.documentElement.clientWidth`,
    );
    if (overflow) wrong.push(`${view}: wider than the pane`);
  }
  await contactSheet(browser(), pictures, `${ARTIFACTS}/views-${name}.png`);
  return wrong;
}

/** Every text that the workbook holds or that says something about it; longest first. */
function wordsOfWorkbook(file: string): string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      found.add(value);
      for (const part of value.split(/[（）()：:\n]/)) found.add(part);
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect);
  };
  const snapshot = readXlsx(readFileSync(`test/fixtures/${file}`), file);
  const profile = PROFILES[0]!;
  const first = review(snapshot, profile, {});
  const fills = scorePatches(first, snapshot, { mode: 'fill', write: 'values' });
  const filled = patchedSnapshot(snapshot, fills, new Map());
  const titles = readdirSync('src/core/checks')
    .filter((name) => name.endsWith('.md'))
    .map((name) => /^# \S+ (.+)$/m.exec(readFileSync(`src/core/checks/${name}`, 'utf8'))?.[1]);
  // The name of the other language is in that language; the workbench names itself as the platform.
  collect([file, snapshot, first, review(filled, profile, {}), PROFILES, titles, '中文', '工作台']);
  return [...found].filter((text) => /\p{Script=Han}/u.test(text)).sort((a, b) => b.length - a.length);
}

/** Chinese words of the pane's own that are left: in its texts and in what a screen reader says. */
async function chineseIn(pane: Frame, known: readonly string[]): Promise<string[]> {
  const texts: string[] = await pane.evaluate(`(() => {
    const texts = [];
    // The page of a check is a document of its own, in Chinese.
    const isPage = (node) => node.closest('[lang]').lang === 'zh-CN';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 3 && !isPage(node.parentElement) && !node.parentElement.closest('script,style,noscript,#unreachable'))
        texts.push(node.textContent);
      if (node.nodeType === 1)
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt'])
          if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
    }
    return texts;
  })()`);
  return texts.flatMap((text) => {
    let left = text;
    for (const word of known) left = left.replaceAll(word, '');
    return /\p{Script=Han}/u.test(left) ? [`Chinese: ${text}`] : [];
  });
}

describe('every view of the pane', () => {
  it.each(LOOKS)('is accessible and fits: $look', async ({ look, options, width, language }) => {
    const bench = await openWorkbench(browser(), {
      query: `?language=${language}`,
      options: { ...options, viewport: VIEWPORT },
    });
    const known = wordsOfWorkbook('department-2020-blank-scores.xlsx');
    const foreign = language === 'en-US' ? (pane: Frame) => chineseIn(pane, known) : undefined;
    expect(await walk(bench, VIEWS, look, width, stringsOf(language), foreign)).toEqual([]);
    expect(bench.errors).toEqual([]);
    await bench.close();
  });

  // The other workbooks look otherwise where they hold more tables, more findings, longer words.
  // The narrow look is light, too.
  const others = LOOKS.filter(({ look }) => look !== 'light');
  describe.each(['department-2020', 'projects-2020', 'awkward-format'])('of %s', (name) => {
    it.each(others)('$look', async ({ look, options, width, language }) => {
      const file = `${name}.xlsx`;
      const how = { query: `?language=${language}`, options: { ...options, viewport: VIEWPORT } };
      const { bench } = await openFile(browser(), file, undefined, how);
      const views = VIEWS.filter(([view]) => ['opened', 'finding', 'page', 'scores', 'score'].includes(view));
      const known = wordsOfWorkbook(file);
      const foreign = language === 'en-US' ? (pane: Frame) => chineseIn(pane, known) : undefined;
      expect(await walk(bench, views, `${name}-${look}`, width, stringsOf(language), foreign)).toEqual([]);
      expect(bench.errors).toEqual([]);
      await bench.close();
    });
  });

  it('of a workbook without anything to check says why', async () => {
    const { bench } = await openFile(browser(), 'empty.xlsx', emptyWorkbook());
    expect(await walk(bench, EMPTY_VIEWS, 'empty', '320px')).toEqual([]);
    await bench.close();
  });

  it('follows the language that is chosen in the settings, and keeps it with the workbook', async () => {
    const bench = await openWorkbench(browser());
    const [zh, en] = [stringsOf('zh-CN'), stringsOf('en-US')];
    await tab(bench, zh.tabs.settings).click();
    await bench.pane.getByRole('combobox', { name: zh.settings.language }).selectOption('en-US');
    await button(bench, en.actions.score).waitFor();
    expect(await bench.pane.locator('html').getAttribute('lang')).toBe('en-US');
    await button(bench, en.actions.recheck).click();
    await bench.pane.getByText(en.outcome.checkedSame).first().waitFor();
    await bench.pane.getByRole('combobox', { name: en.settings.language }).selectOption('zh-CN');
    await button(bench, zh.actions.score).waitFor();
    await bench.close();
  });
});
