import { figure } from './report-words';
import { exitOf, HAS_ERRORS, stateOf, UNREADABLE, type SummaryRow } from './summary-row';
import { clean, columnsOf } from './terminal-text';

/** Columns of every form of the summary, in order. */
export const SUMMARY_COLUMNS: readonly Readonly<{ title: string; of: (row: SummaryRow) => string }>[] = [
  { title: '文件', of: ({ path }) => path },
  { title: '结果', of: stateOf },
  { title: '错误', of: ({ errors }) => String(errors) },
  { title: '核实', of: ({ verify }) => String(verify) },
  { title: '提示', of: ({ hints }) => String(hints) },
  { title: '表格数', of: ({ tables }) => String(tables) },
  { title: '填报总分', of: ({ reportedTotal }) => figure(reportedTotal) },
  { title: '计算总分', of: ({ computedTotal }) => figure(computedTotal) },
  { title: '等次', of: ({ grade }) => grade ?? '—' },
  { title: '说明', of: ({ problem }) => problem ?? '' },
];

/** How many there are of each kind, in one sentence. */
export function summarySentence(rows: readonly SummaryRow[]): string {
  const count = (code: number): number => rows.filter((row) => exitOf(row) === code).length;
  return (
    `共 ${rows.length} 个工作簿：${count(HAS_ERRORS)} 个有错误，` +
    `${count(UNREADABLE)} 个读不了或没有认出表格，其余没有错误。`
  );
}

/** The summary for a terminal. */
export function summaryTable(rows: readonly SummaryRow[]): string {
  const cells = [
    SUMMARY_COLUMNS.map(({ title }) => title),
    ...rows.map((row) => SUMMARY_COLUMNS.map(({ of }) => clean(of(row)))),
  ];
  const widths = SUMMARY_COLUMNS.map((_, at) =>
    cells.reduce((width, line) => Math.max(width, columnsOf(line[at] ?? '')), 0),
  );
  const lines = cells.map((line) =>
    line
      .map((text, at) => text + ' '.repeat((widths[at] ?? 0) - columnsOf(text)))
      .join('  ')
      .trimEnd(),
  );
  return `${[...lines, summarySentence(rows)].join('\n')}\n`;
}
