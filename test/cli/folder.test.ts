import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckCommand } from '../../src/cli/check';
import { checkOne, type CheckOutcome, type CheckTask } from '../../src/cli/check-one';
import { listWorkbooks } from '../../src/cli/folder';
import { checkFolder } from '../../src/cli/folder-run';
import type { CheckPool } from '../../src/cli/folder-pool';
import { run } from '../../src/cli/run';

const FIXTURES = join(__dirname, '../fixtures');
const ROOT = join(__dirname, '../..');
const CONTEXT = { profile: null, inputs: null };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, fixture = 'department-2020-clean.xlsx'): string => {
  copyFileSync(join(FIXTURES, fixture), join(folder, name));
  return join(folder, name);
};

type Said = Readonly<{ code: number; out: string; err: string }>;

async function listening(
  work: (streams: Parameters<typeof run>[2]) => Promise<number>,
  terminal = false,
): Promise<Said> {
  let out = '';
  let err = '';
  const code = await work({
    print: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    colour: false,
    terminal,
    readInput: () => '',
  });
  return { code, out, err };
}

const ziping = (...words: string[]): Promise<Said> => listening((streams) => run(words, '0.0.0', streams));

const filesOf = (out: string): string[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { file: string }).file)
    .sort();

describe('a bad file among good ones', () => {
  test('is named, the others are done, and the exit code says so', async () => {
    put('一.xlsx');
    writeFileSync(join(folder, '二.xlsx'), '这不是工作簿');
    put('三.xlsx', 'department-2020.xlsx');
    const { code, out, err } = await ziping('check', folder, '--format', 'json');
    expect({ code, files: filesOf(out) }).toEqual({ code: 2, files: ['一.xlsx', '三.xlsx'] });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining('二.xlsx')]);
  });

  test('a thread that dies costs its own file only', async () => {
    put('一.xlsx');
    put('二.xlsx');
    const dying = poolOf((task) =>
      task.path.includes('一') ? Promise.reject(new Error('线程中断')) : checked(task),
    );
    const { code, out, err } = await listening((streams) =>
      checkFolder(commandFor([folder]), listWorkbooks([folder]), streams, CONTEXT, () => dying),
    );
    expect({ code, files: filesOf(out) }).toEqual({ code: 2, files: ['二.xlsx'] });
    expect(err).toContain('线程中断');
  });
});

describe('the pool', () => {
  test('never holds more tasks than it has threads, however many files there are', async () => {
    for (let n = 0; n < 12; n += 1) put(`${n}.xlsx`);
    let running = 0;
    let most = 0;
    const counting = poolOf(async (task) => {
      running += 1;
      most = Math.max(most, running);
      const outcome = await checked(task);
      running -= 1;
      return outcome;
    }, 3);
    const { out } = await listening((streams) =>
      checkFolder(commandFor([folder]), listWorkbooks([folder]), streams, CONTEXT, () => counting),
    );
    expect({ most, files: filesOf(out).length }).toEqual({ most: 3, files: 12 });
  });

  test('threads of the built program say what one thread says', () => {
    for (let n = 0; n < 9; n += 1)
      put(`${n}.xlsx`, n % 2 ? 'department-2020.xlsx' : 'hunan-data-and-score.xlsx');
    writeFileSync(join(folder, '坏.xlsx'), '');
    const built = (jobs: string): { status: number | null; lines: string[]; stderr: string } => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['dist/cli/ziping.js', 'check', folder, '--format', 'json', '--jobs', jobs],
        { cwd: ROOT, encoding: 'utf8' },
      );
      return { status, lines: stdout.trimEnd().split('\n').sort(), stderr };
    };
    const one = built('1');
    expect(one).toMatchObject({ status: 2, stderr: expect.stringContaining('坏.xlsx') });
    expect(one.lines).toHaveLength(9);
    expect(built('2')).toEqual(one);
  });
});

describe('--resume', () => {
  const resumed = (...more: string[]): Promise<Said> =>
    ziping('check', folder, '--format', 'json', '--resume', join(folder, '进度.jsonl'), ...more);

  test('what is finished is not done again, and still counts', async () => {
    put('一.xlsx', 'department-2020.xlsx');
    put('二.xlsx');
    expect((await resumed()).code).toBe(1);
    put('三.xlsx');
    const summary = join(folder, '汇总.csv');
    const { code, out } = await resumed('--summary', summary);
    expect({ code, files: filesOf(out) }).toEqual({ code: 1, files: ['三.xlsx'] });
    expect(readFileSync(summary, 'utf8').trimEnd().split('\r\n')).toHaveLength(4);
  });

  test('a workbook that changed is done again', async () => {
    const one = put('一.xlsx');
    put('二.xlsx');
    await resumed();
    utimesSync(one, new Date(2021, 1, 1), new Date(2021, 1, 1));
    expect(filesOf((await resumed()).out)).toEqual(['一.xlsx']);
  });

  test('other answers are another run', async () => {
    put('一.xlsx');
    const inputs = join(folder, '补充.json');
    writeFileSync(inputs, '{"otherwise":"met"}');
    await resumed();
    expect(filesOf((await resumed('--inputs', inputs)).out)).toEqual(['一.xlsx']);
    writeFileSync(inputs, '{"quantities":{"在职人员数":3}}');
    expect(filesOf((await resumed('--inputs', inputs)).out)).toEqual(['一.xlsx']);
    expect(filesOf((await resumed('--inputs', inputs)).out)).toEqual([]);
  });

  test('a line cut off by a crash is done again and does not spoil the next', async () => {
    put('一.xlsx');
    await resumed();
    appendFileSync(join(folder, '进度.jsonl'), '{"path":"/x","stamp":"1/');
    put('二.xlsx');
    expect(filesOf((await resumed()).out)).toEqual(['二.xlsx']);
    expect(filesOf((await resumed()).out)).toEqual([]);
  });

  test('a file that could not be read is tried again', async () => {
    writeFileSync(join(folder, '坏.xlsx'), 'x');
    put('一.xlsx');
    await resumed();
    const { code, err } = await resumed();
    expect({ code, named: err.includes('坏.xlsx') }).toEqual({ code: 2, named: true });
  });

  test('any other file is refused and left as it is', async () => {
    const workbook = put('一.xlsx');
    const before = readFileSync(workbook);
    const { code, err } = await ziping('check', folder, '--resume', workbook);
    expect({ code, sentence: err.includes('不是 ziping 的续做文件') }).toEqual({ code: 2, sentence: true });
    expect(readFileSync(workbook).equals(before)).toBe(true);
  });
});

describe('the summary', () => {
  test('a text report ends with the table; scripts get JSON lines alone', async () => {
    put('一.xlsx', 'department-2020.xlsx');
    put('二.xlsx');
    const text = await ziping('check', folder);
    expect(text.out.trimEnd().split('\n').at(-1)).toBe(
      '共 2 个工作簿：1 个有错误，0 个读不了或没有认出表格，其余没有错误。',
    );
    const json = await ziping('check', folder, '--format', 'json');
    expect({ err: json.err, files: filesOf(json.out) }).toEqual({ err: '', files: ['一.xlsx', '二.xlsx'] });
  });

  test.each(['汇总.xlsx', '汇总', '汇总.csv.bak'])('“%s” is neither csv nor html', async (name) => {
    put('一.xlsx');
    const { code, out } = await ziping('check', folder, '--summary', join(folder, name));
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('one file may have a summary too', async () => {
    const summary = join(folder, '汇总.html');
    await ziping('check', put('一.xlsx'), '--summary', summary);
    expect(readFileSync(summary, 'utf8')).toContain('共 1 个工作簿');
  });
});

describe('the progress bar', () => {
  test('is drawn on a terminal only, and is gone at the end', async () => {
    mkdirSync(join(folder, '局'));
    put('局/一.xlsx');
    put('局/二.xlsx');
    const command = commandFor([folder]);
    const work = (streams: Parameters<typeof run>[2]): Promise<number> =>
      checkFolder(command, listWorkbooks([folder]), streams, CONTEXT);
    const terminal = await listening(work, true);
    expect(terminal.err).toContain('2/2');
    expect(terminal.err.indexOf('2/2')).toBeLessThan(terminal.err.lastIndexOf('\r\u001B[K'));
    expect((await listening(work)).err).toBe('');
  });
});

function commandFor(paths: readonly string[]): CheckCommand {
  return {
    name: 'check',
    paths,
    format: 'json',
    jobs: null,
    resume: null,
    summary: null,
    profile: null,
    inputs: null,
  };
}

function poolOf(check: CheckPool['check'], workers = 2): CheckPool {
  return { workers, check, close: () => Promise.resolve() };
}

function checked({ path, format, colour }: CheckTask): Promise<CheckOutcome> {
  return checkOne(path, CONTEXT, { format, colour, oneALine: true });
}
