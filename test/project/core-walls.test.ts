import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const PLANTED = join(ROOT, 'src/core/index.ts');

/** Messages of the compiler when core's own tsconfig meets `source` in place of the barrel. */
function compileInCore(source: string): string[] {
  const configPath = join(ROOT, 'src/core/tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath));
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language) =>
    file === PLANTED ? ts.createSourceFile(file, source, language) : getSourceFile(file, language);
  const program = ts.createProgram([PLANTED], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

describe('core is pure, by force of its own tsconfig', () => {
  test.each([
    ['console', `export const x = () => { console.log('甲'); };`],
    ['fetch', `export const x = () => fetch('/');`],
    ['Excel', `export const x = () => Excel.run(() => undefined);`],
    ['node:fs', `import { readFileSync } from 'node:fs'; export const x = readFileSync;`],
    ['document', `export const x = () => document.title;`],
  ])('%s does not compile', (name, source) => {
    expect(compileInCore(source).join('\n')).toContain(name);
  });

  test('plain code compiles, so the wall is not simply closed', () => {
    expect(compileInCore(`export const x = [1n].at(-1);`)).toEqual([]);
  });
});

describe('core is pure, by force of lint', () => {
  const planted = [
    [`import { readFileSync } from 'node:fs';`, 'no-restricted-imports'],
    [`import { HostError } from '../hosts/ports';`, 'no-restricted-imports'],
    [`export const clock = (): number => Date.now();`, 'no-restricted-globals'],
    [`export const chance = (): number => Math.random();`, 'no-restricted-properties'],
    [`export const later = async (): Promise<void> => {};`, 'no-restricted-syntax'],
    [`export const used = [readFileSync, HostError];`, null],
  ] as const;

  test('each forbidden line is refused by its own rule', () => {
    const { stdout } = spawnSync(
      'npx',
      ['eslint', '--format', 'json', '--stdin', '--stdin-filename', PLANTED],
      {
        cwd: ROOT,
        encoding: 'utf8',
        input: planted.map(([line]) => `${line}\n`).join(''),
      },
    );
    const [result] = JSON.parse(stdout) as { messages: { line: number; ruleId: string }[] }[];
    const refused = planted.map(
      (_, index) =>
        result?.messages.find(({ line, ruleId }) => line === index + 1 && ruleId.startsWith('no-restricted'))
          ?.ruleId ?? null,
    );
    expect(refused).toEqual(planted.map(([, rule]) => rule));
  });
});
