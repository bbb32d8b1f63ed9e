import { append } from '../lists';
import { contains, toA1, type Range } from '../snapshot/address';
import { isCellError } from '../snapshot/snapshot';
import { defineCheck } from './define-check';
import page from './fmt-006-error-value.md';

export const fmt006 = defineCheck({
  meta: {
    id: 'FMT-006',
    name: 'error-value',
    title: '表内没有错误值',
    severity: 'verify',
    needs: ['tables'],
    why: '错误值说明公式引用失效或除数为零，依赖它的数都无法核对。',
    messages: {
      error: {
        what: '单元格为错误值{e}。',
        todo: '检查公式的引用和除数，改正后重新检查。',
      },
    },
  },
  page,

  run(context, report) {
    const bySheet = new Map<string, Range[]>();
    for (const { sheet, range } of context.recognition.tables) append(bySheet, sheet, range);
    for (const sheet of context.snapshot.sheets) {
      const ranges = bySheet.get(sheet.name);
      if (!ranges) continue;
      for (const cell of sheet.cells) {
        if (!isCellError(cell.value) || !ranges.some((range) => contains(range, cell))) continue;
        report({
          messageId: 'error',
          at: { sheet: sheet.name, cell: toA1(cell) },
          data: { e: cell.value.error },
        });
      }
    }
  },
});
