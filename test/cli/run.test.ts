import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { cellReader, serialiseKept, type Review } from '../../src/core';
import { workbook } from '../support/sheet';
import { bytesOf, workbookBytes } from '../support/xlsx-builder';

/** The command line's JSON of one workbook. */
type Printed = Review & { version: number; file: string };
const parsed = (text: string): Printed => JSON.parse(text) as Printed;

const FIXTURES = join(__dirname, '../fixtures');
const fixture = (name: string): string => join(FIXTURES, name);

/** Runs one command line in this process. */
async function ziping(
  words: readonly string[],
  input = '',
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(words, '0.0.0', {
    print: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    colour: false,
    readInput: () => input,
  });
  return { code, out, err };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('ziping check', () => {
  test('the department workbook: one wrong score, one rate printed as 0%, exit code 1', async () => {
    const { code, out, err } = await ziping(['check', fixture('department-2020.xlsx'), '--format', 'json']);
    const result = parsed(out);
    expect({ code, err, version: result.version, file: result.file }).toEqual({
      code: 1,
      err: '',
      version: 1,
      file: 'department-2020.xlsx',
    });
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ id, sheet, cell, left, right }) => [id, sheet, cell, left, right])).toEqual([
      ['RAT-001', '基础数据', 'B18', 0, expect.closeTo(0.000324, 6)],
      ['SCR-007', '评分表', 'H17', 1, 0.5],
    ]);
    expect(result.summary).toMatchObject({
      reportedTotal: 96.92,
      computedTotal: 96.42,
      grade: '优',
      errors: 2,
    });
  });

  test('a clean workbook: nothing found, exit code 0', async () => {
    const { code, out } = await ziping(['check', fixture('department-2020-clean.xlsx'), '--format', 'json']);
    expect({ code, findings: parsed(out).findings }).toEqual({ code: 0, findings: [] });
  });

  test('several files print one object a line, and a bad file does not stop the others', async () => {
    const broken = join(folder, '坏文件.xlsx');
    writeFileSync(broken, '这不是工作簿');
    const { code, out, err } = await ziping([
      'check',
      broken,
      fixture('department-2020-clean.xlsx'),
      fixture('hunan-data-and-score.xlsx'),
      '--format',
      'json',
    ]);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(lines.map((line) => parsed(line).file)).toEqual([
      'department-2020-clean.xlsx',
      'hunan-data-and-score.xlsx',
    ]);
    expect(err).toContain('坏文件.xlsx');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/at .*\.ts/);
  });

  test('a folder is searched; lock files of Excel are passed over', async () => {
    mkdirSync(join(folder, '局里/处室'), { recursive: true });
    copyFileSync(fixture('department-2020-clean.xlsx'), join(folder, '局里/处室/一.xlsx'));
    copyFileSync(fixture('department-2020-clean.xlsx'), join(folder, '局里/二.xlsx'));
    writeFileSync(join(folder, '局里/~$二.xlsx'), '');
    const { code, out } = await ziping(['check', folder, '--format', 'json']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  test('a missing file is one sentence and exit code 2', async () => {
    const { code, err } = await ziping(['check', join(folder, '没有.xlsx')]);
    expect(code).toBe(2);
    expect(err).toContain('找不到文件');
  });

  test('text and html say the same two errors', async () => {
    const text = await ziping(['check', fixture('department-2020.xlsx')]);
    const html = await ziping(['check', fixture('department-2020.xlsx'), '--format', 'html']);
    for (const { out } of [text, html]) {
      expect(out).toContain('编外人员控制率');
      expect(out).toContain('SCR-007');
      expect(out).toContain('RAT-001');
    }
  });

  test('answers given by --inputs decide an indicator', async () => {
    const inputs = join(folder, '补充.json');
    writeFileSync(
      inputs,
      JSON.stringify({
        indicators: { 重点工作完成情况: { answers: [{ about: '一项重点工作没有完成', count: 1 }] } },
      }),
    );
    const { out } = await ziping([
      'check',
      fixture('department-2020.xlsx'),
      '--format',
      'json',
      '--inputs',
      inputs,
    ]);
    const score = parsed(out).scores.find((one) => one.cell === 'H21');
    expect(score).toMatchObject({ indicator: '重点工作完成情况', status: 'scored', score: 4 });
  });

  test('an unknown profile lists those there are', async () => {
    const { code, err } = await ziping(['check', fixture('department-2020.xlsx'), '--profile', '火星']);
    expect(code).toBe(2);
    expect(err).toContain('national');
  });

  test('a formula that was saved without a result and cannot be computed is named', async () => {
    const file = join(folder, '公式.xlsx');
    const data = '<row r="1"><c r="A1"><f>CUBEVALUE(1)</f></c><c r="B1"><f>A1</f></c></row>';
    writeFileSync(file, workbookBytes([{ name: '表', data }]));
    const { err } = await ziping(['check', file]);
    expect(err).toContain('公式.xlsx：有 2 个公式没有保存计算结果（表!A1 等），按空白处理；');
  });

  test('why a check was not made is said on one line for each check', async () => {
    const { out } = await ziping(['check', fixture('projects-2020.xlsx')]);
    const skipped = out
      .slice(out.indexOf('未能检查'))
      .split('\n')
      .flatMap((line) => /^\s+([A-Z]{3}-\d{3})\s/.exec(line)?.[1] ?? []);
    expect(skipped.length).toBeGreaterThan(5);
    expect(new Set(skipped).size).toBe(skipped.length);
  });

  test('of many sheets without a table the first stand for all', async () => {
    const file = join(folder, '台账.xlsx');
    const pages = Array.from({ length: 40 }, (_, n) => [`第${n + 1}页`, [['日期', '摘要']]] as const);
    writeFileSync(
      file,
      bytesOf(workbook({ 填报说明: [['填报说明'], ['一、请如实填写。']], ...Object.fromEntries(pages) })),
    );
    const { code, err } = await ziping(['check', file]);
    expect(code).toBe(2);
    expect(err).toBe(
      `${file}：没有认出任何表格。“填报说明”参数清单，不是填报表；` +
        '“第1页”、“第2页”、“第3页”、“第4页”、“第5页”等40张工作表没有可识别的表格\n',
    );
  });
});

describe('ziping score', () => {
  const SIX = { H9: 2, H15: 1, H16: 1, H17: 0.5, H19: 5, H20: 5.92 };

  test('fills the six cells that the data decide and no other', async () => {
    const source = fixture('department-2020-blank-scores.xlsx');
    const before = readFileSync(source);
    const target = join(folder, 'out.xlsx');
    const { code } = await ziping(['score', source, '-o', target]);
    expect(code).toBe(0);
    expect(readFileSync(source).equals(before)).toBe(true);

    const read = cellReader(readXlsx(readFileSync(target), 'out.xlsx'));
    const column = Array.from({ length: 22 }, (_, index) => `H${index + 5}`);
    const filled = column.flatMap((cell) => {
      const value = read({ sheet: '评分表', cell })?.value;
      return value === undefined ? [] : [[cell, value]];
    });
    expect(Object.fromEntries(filled)).toEqual(SIX);
  });

  test('marks and a working paper change nothing that a later check reads', async () => {
    const source = fixture('department-2020.xlsx');
    const target = join(folder, 'out.xlsx');
    const again = join(folder, 'again.xlsx');
    await ziping(['score', source, '-o', target, '--mark', '--paper']);
    await ziping(['score', target, '-o', again, '--mark', '--paper']);
    const before = parsed((await ziping(['check', source, '--format', 'json'])).out);
    for (const path of [target, again]) {
      const after = parsed((await ziping(['check', path, '--format', 'json'])).out);
      expect(after.findings).toEqual(before.findings);
      expect(after.tables).toEqual(before.tables);
      expect(after.ignoredSheets.map(({ sheet }) => sheet)).toEqual(['封面', '评分底稿']);
    }
  });

  test('the working paper carries the explanations that are kept with the workbook', async () => {
    const source = join(folder, '有说明.xlsx');
    const name = 'department-2020.xlsx';
    const host = new XlsxHost(readFileSync(fixture(name)), name);
    const { id, sheet, cell, left, right } = parsed(
      (await ziping(['check', fixture(name), '--format', 'json'])).out,
    ).findings.find((finding) => finding.severity === 'verify')!;
    const note = { id, sheet, cell, left, right, text: '已与财政部门核实', kind: 'explained' } as const;
    await host.apply({ settings: serialiseKept({ notes: [note] }) });
    writeFileSync(source, host.save());
    const target = join(folder, 'out.xlsx');
    await ziping(['score', source, '-o', target, '--paper']);
    const paper = readXlsx(readFileSync(target), 'out.xlsx').sheets.find((one) => one.name === '评分底稿');
    expect(paper?.cells.map(({ value }) => value)).toContain('已与财政部门核实');
  });

  test('says in a sentence what became of the working paper where its name is taken', async () => {
    const source = join(folder, '已有底稿.xlsx');
    const snapshot = readXlsx(readFileSync(fixture('hunan-data-and-score.xlsx')), '已有底稿.xlsx');
    const theirs = { ...snapshot.sheets[0]!, name: '评分底稿', cells: [], merges: [] };
    writeFileSync(source, bytesOf({ ...snapshot, sheets: [...snapshot.sheets, theirs] }));
    const { err } = await ziping(['score', source, '-o', join(folder, 'out.xlsx'), '--paper']);
    expect(err).toBe('已有名为“评分底稿”的工作表，底稿写在“评分底稿 (2)”。\n');
  });

  test('overwrite corrects the one wrong score and the total', async () => {
    const target = join(folder, 'out.xlsx');
    await ziping(['score', fixture('department-2020.xlsx'), '-o', target, '--mode', 'overwrite']);
    const read = cellReader(readXlsx(readFileSync(target), 'out.xlsx'));
    const values = ['H17', 'H20', 'H26'].map((cell) => read({ sheet: '评分表', cell })?.value);
    expect(values).toEqual([0.5, 5.92, 96.42]);
  });

  test('the output may not be the file itself', async () => {
    const file = join(folder, '自评.xlsx');
    copyFileSync(fixture('department-2020-blank-scores.xlsx'), file);
    const before = readFileSync(file);
    const { code, err } = await ziping(['score', file, '-o', join(folder, '.', '自评.xlsx')]);
    expect(code).toBe(2);
    expect(err).toContain('不能是原文件');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a folder that does not exist leaves nothing behind', async () => {
    const target = join(folder, '没有的文件夹', 'out.xlsx');
    const { code } = await ziping(['score', fixture('department-2020-blank-scores.xlsx'), '-o', target]);
    expect(code).toBe(2);
    expect(existsSync(target)).toBe(false);
  });
});

describe('ziping standard', () => {
  const input = {
    indicator: '财政供养人员控制率',
    points: 5,
    text: '以100%为标准。在职人员控制率≦100%,计5分;每超过一个百分点扣0.5分,扣完为止。',
    formula: '在职人员控制率=（在职人员数/编制数）×100%',
    given: { quantities: { 在职人员数: 33, 编制数: 32 } },
  };

  test('one object gives one object', async () => {
    const { code, out } = await ziping(['standard'], JSON.stringify(input));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'scored', score: 3.5, alternatives: [{ score: 3.44 }] });
  });

  test('an array gives an array', async () => {
    const { out } = await ziping(['standard'], JSON.stringify([input, { ...input, given: {} }]));
    expect((JSON.parse(out) as { status: string }[]).map(({ status }) => status)).toEqual([
      'scored',
      'needs-input',
    ]);
  });

  test.each([
    ['text that is no JSON', '{', 'JSON'],
    ['a standard without points', JSON.stringify({ indicator: '甲', text: '得5分' }), '分值'],
    ['the second of two is named', JSON.stringify([input, 3]), '第2条'],
  ])('%s is one sentence', async (_, text, part) => {
    const { code, err } = await ziping(['standard'], text);
    expect(code).toBe(2);
    expect(err).toContain(part);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('ziping explain', () => {
  test('prints the page of a check', async () => {
    const { code, out } = await ziping(['explain', 'scr-007']);
    expect(code).toBe(0);
    expect(out).toContain('SCR-007');
  });

  test('an unknown check is named', async () => {
    const { code, err } = await ziping(['explain', 'SCR-999']);
    expect(code).toBe(2);
    expect(err).toContain('SCR-999');
  });
});
