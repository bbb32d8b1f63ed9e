import { exact, HUNDRED } from '../scoring/number';
import { cleanDouble, displayedText } from '../snapshot/displayed-text';
import { formatSections } from '../snapshot/number-format';
import { readText } from '../snapshot/read-number';
import type { Cell } from '../snapshot/snapshot';
import { defineCheck } from './define-check';
import page from './fmt-005-display.md';
import { numberCells } from './number-cells';
import { lastDigit } from './quantity';

export const fmt005 = defineCheck({
  meta: {
    id: 'FMT-005',
    name: 'display',
    title: '显示的数与单元格里的数一致',
    severity: 'hint',
    needs: ['tables'],
    why: '打印和公开的是显示值，计算用的是实际值，两者不同会使人看到的数对不上。',
    messages: {
      other: {
        what: '显示值{shown}与实际值{stored}不同。',
        todo: '检查单元格的数字格式（如以千、万为单位显示），改为按实际值显示。',
      },
    },
  },
  page,

  run(context, report) {
    for (const { cell } of numberCells(context)) {
      const source = cell.cell;
      if (typeof source?.value !== 'number' || cell.reading.kind !== 'number' || showsItself(source))
        continue;
      const shown = displayedText(source);
      const read = readText(shown, { measured: true });
      // A date, stars for a narrow column or words of the format are no other number.
      if (read.kind !== 'number' || /#/.test(shown)) continue;
      const stored = exact(cleanDouble(source.value));
      const half = lastDigit(read.decimals)
        .div(read.percent ? HUNDRED : 1)
        .div(2);
      if (read.value.sub(stored).abs().compare(half) <= 0) continue;
      report({
        messageId: 'other',
        at: cell.ref,
        data: { shown: `“${shown}”`, stored: String(cleanDouble(source.value)) },
      });
    }
  },
});

/** Whether the format can only round the number: no text of the host, no scaling, no words, one section for all signs. */
function showsItself({ text, format }: Cell): boolean {
  if (text !== undefined) return false;
  if (format === undefined) return true;
  const [section, ...others] = formatSections(format);
  const shape = section?.shape;
  if (!shape || others.length > 0 || section.instead !== null) return false;
  return (
    (shape.kind === 'number' || shape.kind === 'percent') &&
    shape.thousands === 0 &&
    shape.prefix === '' &&
    (shape.suffix === '' || shape.suffix === '%')
  );
}
