import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_CHECKS } from '../../../src/core/checks/all-checks';
import { checkIds, checkPage } from '../../../src/core/checks/pages';

const SOURCE = join(__dirname, '../../../src/core/checks');

/** Headings of a page below its title, in their order. */
const HEADINGS = ['一句话', '检查什么', '为什么', '有问题的例子', '没有问题的例子', '容差', '已知限制'];

/** Rows of the catalogue: id and severities (a sum may be a hint or an error). */
const CATALOGUE = [
  ...readFileSync(join(__dirname, '../../fixtures/checks.md'), 'utf8').matchAll(
    /^\| ([A-Z]{3}-\d{3}) \| ([a-z/]+) \|/gm,
  ),
].map(([, id = '', severities = '']) => ({ id, severities: severities.split('/') }));

describe('the catalogue', () => {
  it('is covered, check by check', () => {
    expect([...checkIds()].sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
  });

  it('names each check once', () => {
    expect(new Set(checkIds()).size).toBe(ALL_CHECKS.length);
  });
});

describe.each(ALL_CHECKS.map((check) => [check.meta.id, check] as const))('%s', (id, { meta, page }) => {
  const file = `${id.toLowerCase()}-${meta.name}`;
  const messages = Object.values(meta.messages);

  it('has source, page and test of one name', () => {
    expect(existsSync(join(SOURCE, `${file}.ts`))).toBe(true);
    expect(existsSync(join(SOURCE, `${file}.md`))).toBe(true);
    expect(existsSync(join(__dirname, `${file}.test.ts`))).toBe(true);
  });

  it('is one purpose in at most 120 lines', () => {
    expect(readFileSync(join(SOURCE, `${file}.ts`), 'utf8').split('\n').length).toBeLessThanOrEqual(121);
  });

  it('has the severities of the catalogue', () => {
    const allowed = CATALOGUE.find((row) => row.id === id)?.severities ?? [];
    const own = new Set(messages.map((message) => message.severity ?? meta.severity));
    // A rounding difference of a sum is a hint everywhere; a check without that word in its row may still say so.
    expect([...own].filter((severity) => !allowed.includes(severity) && severity !== 'hint')).toEqual([]);
    expect(allowed).toContain(meta.severity);
  });

  it('has a page with every heading in order, and no other', () => {
    expect(page.split('\n')[0]).toBe(`# ${id} ${meta.title}`);
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(HEADINGS);
    for (const section of page.split(/^#+ .+$/m).slice(2)) expect(section.trim()).not.toBe('');
    expect(checkPage(id.toLowerCase())).toBe(page);
  });

  it('says what, why and what to do, in full sentences without code', () => {
    for (const { what, todo } of messages) {
      expect(what).toMatch(/。$/);
      expect(todo).toMatch(/。$/);
      expect(`${what}${todo}${meta.why}`.replaceAll('Excel', '')).not.toMatch(
        /[!！?？]|null|undefined|NaN|[a-z]{3,}(?![^{]*\})/,
      );
    }
    expect(meta.why).toMatch(/。$/);
  });
});

describe('pages', () => {
  it('belong to a check each', () => {
    const pages = readdirSync(SOURCE).filter((file) => file.endsWith('.md'));
    expect(pages.map((file) => file.slice(0, 7).toUpperCase()).sort()).toEqual([...checkIds()].sort());
  });

  it('are not made up for an unknown id', () => {
    expect(checkPage('SCR-999')).toBeNull();
  });
});
