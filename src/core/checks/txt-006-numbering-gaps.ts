import { defineCheck } from './define-check';
import page from './txt-006-numbering-gaps.md';

/** Two numbers make no series. */
const FEWEST = 3;

export const txt006 = defineCheck({
  meta: {
    id: 'TXT-006',
    name: 'numbering-gaps',
    title: '项目序号连续',
    severity: 'hint',
    needs: ['projects'],
    why: '序号不连续，可能漏附了项目，或增删后没有重排。',
    messages: {
      gap: {
        what: '序号缺{n}。',
        todo: '核对是否漏附项目；没有遗漏的，重新编号。',
      },
    },
  },
  page,

  run(context, report) {
    const tables = context.projectTables.filter((table) => table.projectNumber !== null);
    const numbers = tables.map((table) => table.projectNumber ?? 0);
    if (numbers.length < FEWEST) {
      report.skip('编了序号的项目不足三个');
      return;
    }
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    // Numbers far apart are codes, not a series.
    if (high - low + 1 > numbers.length * 3) return;
    const missing: number[] = [];
    for (let number = low + 1; number < high; number += 1)
      if (!numbers.includes(number)) missing.push(number);
    if (missing.length === 0) return;
    const after = Math.min(...numbers.filter((number) => number > (missing[0] ?? low)));
    const table = tables.find((other) => other.projectNumber === after);
    report({
      messageId: 'gap',
      at: table?.project?.ref ?? { sheet: table?.sheet ?? '', cell: 'A1' },
      data: { n: missing.join('、') },
    });
  },
});
