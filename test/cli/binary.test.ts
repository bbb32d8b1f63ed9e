import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const SAMPLE = 'test/fixtures/department-2020.xlsx';

/** Both ways to start the built command line that README names. */
const WAYS = [
  ['npx ziping', 'npx', ['ziping']],
  ['node dist/cli/ziping.js', process.execPath, ['dist/cli/ziping.js']],
] as const;

describe('the built command line', () => {
  test.each(WAYS)('%s checks a workbook and answers by its exit code', (_, command, words) => {
    const { status, stdout, stderr } = spawnSync(command, [...words, 'check', SAMPLE, '--format', 'json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status, errors: JSON.parse(stdout).summary.errors }).toEqual({ status: 1, errors: 2 });
    expect(stderr).not.toContain('Error');
  });

  test('a reader that closes the pipe early is no error', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" dist/cli/ziping.js check ${SAMPLE} --format json | head -c 10`],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect({ length: stdout.length, stderr }).toEqual({ length: 10, stderr: '' });
  });

  test('standard input is read to its end', () => {
    const { status, stdout } = spawnSync(process.execPath, ['dist/cli/ziping.js', 'standard'], {
      cwd: ROOT,
      encoding: 'utf8',
      input: JSON.stringify(
        Array.from({ length: 500 }, () => ({
          indicator: '重点工作办结率',
          points: 8,
          text: '得分=重点工作办结率×8分。',
          given: { quantities: { 重点工作办结率: 0.75 } },
        })),
      ),
    });
    const scores = (JSON.parse(stdout) as { score: number }[]).map(({ score }) => score);
    expect({ status, scores: new Set(scores), count: scores.length }).toEqual({
      status: 0,
      scores: new Set([6]),
      count: 500,
    });
  });

  test('starts from the code compiled at build time', () => {
    const { stdout } = spawnSync(
      process.execPath,
      ['-p', "require('./dist/cli/load-program.js').loadProgram().taken"],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(stdout).toBe('true\n');
  });

  // Another version of Node does not take the compiled code, and a copy of the folder may lack it.
  test.each([
    [
      'foreign',
      (file: string) => {
        writeFileSync(file, 'compiled elsewhere');
      },
    ],
    [
      'missing',
      (file: string) => {
        rmSync(file);
      },
    ],
  ])('starts as ever where the compiled code is %s', (_, change) => {
    const folder = mkdtempSync(join(tmpdir(), 'ziping-'));
    cpSync(join(ROOT, 'dist/cli'), folder, { recursive: true });
    change(join(folder, 'program.compiled'));
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'ziping.js'), '--version'], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect({ stdout, stderr }).toEqual({ stdout: '0.1.0\n', stderr: '' });
  });
});
