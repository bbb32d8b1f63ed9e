import { summaryCsv, summaryHtml } from '../../src/cli/summary-file';
import { unreadableRow, type SummaryRow } from '../../src/cli/summary-row';
import { summaryTable } from '../../src/cli/summary-table';

const row = (changes: Partial<SummaryRow>): SummaryRow => ({
  ...unreadableRow('一.xlsx', ''),
  tables: 1,
  problem: null,
  ...changes,
});

const firstCell = (path: string): string =>
  summaryCsv([row({ path })])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .replace(/,没有错误[\s\S]*$/, '');

describe('no cell of the csv can act as a formula', () => {
  test.each([
    ['=cmd|calc!A0.xlsx', "'=cmd|calc!A0.xlsx", 'a formula'],
    ['+1.xlsx', "'+1.xlsx", 'a plus begins one'],
    ['-1+2.xlsx', "'-1+2.xlsx", 'so does a minus'],
    ['@SUM(1).xlsx', "'@SUM(1).xlsx", 'and an at sign'],
    ['\t=1.xlsx', '"\'\t=1.xlsx"', 'a tab before it is skipped by Excel'],
    ['＝1.xlsx', "'＝1.xlsx", 'full width signs are signs in a Chinese Excel'],
    ['=1,"x".xlsx', '"\'=1,""x"".xlsx"', 'quoting does not make it text'],
    ['a,b.xlsx', '"a,b.xlsx"', 'a comma is quoted'],
    ['一.xlsx', '一.xlsx', 'nothing to do'],
  ])('%j becomes %j: %s', (path, cell) => {
    expect(firstCell(path)).toBe(cell);
  });

  test('a negative total stays a number', () => {
    expect(summaryCsv([row({ reportedTotal: -3.5 })])).toContain(',-3.5,');
  });

  test('Excel is told that it is UTF-8', () => {
    expect(summaryCsv([]).startsWith('\uFEFF文件,')).toBe(true);
  });
});

describe('the html summary', () => {
  const page = summaryHtml([
    row({ path: '<img src=x onerror=alert(1)>&"\'.xlsx', grade: '<b>' }),
    unreadableRow('坏.xlsx', '“<script>”读不了'),
  ]);

  test('text is never markup', () => {
    expect(page).not.toMatch(/<img|<b>|<script/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;.xlsx');
  });

  test('nothing is loaded from anywhere', () => {
    expect(page).not.toMatch(/\b(src|href)=["']/);
    expect(page).toContain("default-src 'none'");
  });
});

describe('the table on a terminal', () => {
  test('a file name cannot drive the terminal', () => {
    expect(summaryTable([row({ path: '\u001B[2J一.xlsx' })])).not.toContain('\u001B');
  });

  test('says of each file what became of it', () => {
    const lines = summaryTable([
      row({ path: 'a', errors: 2 }),
      row({ path: 'b', verify: 1 }),
      row({ path: 'c' }),
      row({ path: 'd', tables: 0 }),
      unreadableRow('e', '文件已加密。'),
    ]).split('\n');
    expect(lines.slice(1, 6).map((line) => line.split(/ +/)[1])).toEqual([
      '有错误',
      '须核实',
      '没有错误',
      '没有认出表格',
      '读不了',
    ]);
    expect(lines[5]).toContain('文件已加密。');
  });
});
