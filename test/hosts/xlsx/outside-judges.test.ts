import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../../../src/hosts/xlsx/read/read-xlsx';
import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';

/**
 * Two programs that had no part in writing the file open it, where the machine has them. Nothing here depends on them:
 * where one is missing, a line on the console says that its judgement is missing, and no test of its name is counted.
 */
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const hasOpenpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;

let folder = '';
let file = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ziping-judges-'));
  file = join(folder, 'written.xlsx');
  const host = new XlsxHost(readFileSync('test/fixtures/awkward-format.xlsx'), 'awkward-format.xlsx');
  const report = await host.apply({
    patches: [
      { sheet: '评分表', cell: 'F6', before: 1.96, after: 1.5 },
      { sheet: '表1-3', cell: 'F20', before: null, after: '=1+1 <&> 文字' },
      { sheet: '表1-3', cell: 'F21', before: null, after: { formula: '=ROUND(C5/3,2)' } },
    ],
    marks: [
      { sheet: '评分表', cell: 'F6', severity: 'error', message: '不符' },
      { sheet: '表1-4', cell: 'B5:B7', severity: 'hint', message: '提示' },
    ],
    sheet: {
      name: '评分底稿',
      columns: [20, 40],
      landscape: true,
      rows: [
        [{ value: '评分底稿', style: 'title' }],
        [
          { value: '=A1', style: 'text', link: { sheet: '评分表', cell: 'F6' } },
          { value: 1.5, style: 'number' },
        ],
      ],
    },
    settings: { answers: '{"名":1}' },
  });
  expect(report.refused).toEqual([]);
  writeFileSync(file, host.save());
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('tells which judges are at hand', () => {
  const missing = [hasOffice ? '' : 'LibreOffice', hasOpenpyxl ? '' : 'openpyxl'].filter(
    (name) => name !== '',
  );
  if (missing.length > 0)
    process.stdout.write(`没有外部程序复核写出的文件：${missing.join('、')}（这台机器上没有）\n`);
  expect(missing.length).toBe(Number(!hasOffice) + Number(!hasOpenpyxl));
});

if (hasOffice) {
  it('LibreOffice opens the file and holds the same values, after computing them itself', () => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = spawnSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      file,
    ]);
    expect(run.status).toBe(0);
    const ours = readXlsx(readFileSync(file), 'a.xlsx').sheets;
    const theirs = readXlsx(readFileSync(join(folder, 'out', 'written.xlsx')), 'a.xlsx').sheets;
    const values = (sheets: typeof ours): unknown =>
      sheets.map(({ name, cells }) => [
        name,
        cells.map(({ row, column, value }) => [
          row,
          column,
          typeof value === 'number' ? Number(value.toPrecision(12)) : value,
        ]),
      ]);
    expect(values(theirs)).toEqual(values(ours));
  }, 120_000);
}

if (hasOpenpyxl) {
  it('openpyxl finds everything that must survive, and what was added', () => {
    const script = `
import json, openpyxl, sys
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({ws.title: {
  'charts': len(ws._charts), 'notes': [c.coordinate for r in ws.iter_rows() for c in r if c.comment],
  'validations': sorted(str(v.sqref) for v in ws.data_validations.dataValidation),
  'formats': sorted(str(f.sqref) for f in ws.conditional_formatting), 'merges': sorted(str(m) for m in ws.merged_cells.ranges),
  'freeze': ws.freeze_panes, 'print': ws.print_area, 'state': ws.sheet_state, 'protected': ws.protection.sheet,
  'links': [c.hyperlink.location for r in ws.iter_rows() for c in r if c.hyperlink], 'orientation': ws.page_setup.orientation,
  'unlocked': sum(1 for r in ws.iter_rows() for c in r if not c.protection.locked)} for ws in wb}
  | {'names': {n: d.attr_text for n, d in wb.defined_names.items()}}))`;
    const run = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const found = JSON.parse(run.stdout) as Record<string, Record<string, unknown>>;
    expect(found).toMatchObject({
      '表1-3': {
        notes: ['B5'],
        freeze: 'B5',
        merges: ['A1:C1', 'A2:C2', 'A3:C3'],
        print: "'表1-3'!$A$1:$C$13",
      },
      '表1-4': { charts: 1, freeze: 'A4', formats: ['B5:B7'] },
      评分表: {
        notes: ['F5'],
        validations: ['F5:F9', 'G5:G9'],
        formats: ['B5:B9', 'F5:F9', 'F6'],
        protected: true,
        unlocked: 15,
        freeze: 'C5',
      },
      参数: { state: 'hidden' },
      评分底稿: { links: ["'评分表'!F6"], orientation: 'landscape' },
      names: { 年初预算总计: "'表1-3'!$B$13", 等次列表: '参数!$A$2:$A$5' },
    });
  }, 60_000);
}
