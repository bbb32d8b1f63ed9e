import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { enUS } from '../../src/taskpane/strings/en-US';
import { zhCN } from '../../src/taskpane/strings/zh-CN';

const pane = join(__dirname, '..', '..', 'src', 'taskpane');
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]/;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every text that a file can put on the screen: literals, templates, JSX text; comments are none. */
function texts(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      found.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

describe('strings of the pane', () => {
  it('stand in the typed string files and nowhere else', () => {
    const stray = files(pane)
      .filter((file) => !relative(pane, file).startsWith('strings'))
      .flatMap((file) =>
        texts(file)
          .filter((text) => CHINESE.test(text))
          .map((text) => `${relative(pane, file)}: ${text}`),
      );
    expect(stray).toEqual([]);
  });

  it('are found where they do stand, so that the test above can fail', () => {
    expect(texts(join(pane, 'strings', 'zh-CN.ts')).some((text) => CHINESE.test(text))).toBe(true);
  });

  it('leave no JSX text or label in English either', () => {
    const views = files(pane).filter((file) => file.endsWith('.tsx'));
    const words = views.flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /[A-Za-z]{2,}/.test(node.text)) found.push(node.text.trim());
        if (
          ts.isJsxAttribute(node) &&
          /^(aria-label|title|label|placeholder|hint)$/.test(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer)
        )
          found.push(node.initializer.text);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found.map((text) => `${relative(pane, file)}: ${text}`);
    });
    expect(words).toEqual([]);
  });

  it('are written as this house writes Chinese: full-width punctuation between Chinese characters', () => {
    const wrong = texts(join(pane, 'strings', 'zh-CN.ts')).filter((text) =>
      /[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it('have no Chinese left in the English file, but for words that have no English', () => {
    const left = texts(join(pane, 'strings', 'en-US.ts')).filter((text) =>
      CHINESE.test(text.replace(/万元|中文|[“”]/g, '')),
    );
    expect(left).toEqual([]);
  });

  it('have the same shape in both languages', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value;
    // Failures and notes by code stand only where the host's own sentences would be in the wrong language.
    const plain = ({ failures, hostNotes: _notes, ...rest }: typeof zhCN): unknown =>
      shape({ ...rest, failures: failures.title });
    expect(plain(enUS)).toEqual(plain(zhCN));
  });
});
