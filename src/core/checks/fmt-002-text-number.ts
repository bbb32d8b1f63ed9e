import { roundHalfUp, toNumber } from '../scoring/number';
import type { ReadNumber } from '../snapshot/number-reading';
import { contentOf } from '../patches/score-patches';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import type { Fix } from './finding';
import page from './fmt-002-text-number.md';
import { isMissingNumber } from '../snapshot/missing-number';
import { numberCells, type PlacedNumber } from './number-cells';
import { write } from './quantity';

export const fmt002 = defineCheck({
  meta: {
    id: 'FMT-002',
    name: 'text-number',
    title: '数字按数值填写',
    severity: 'hint',
    needs: ['tables'],
    why: '文本型数字不参加Excel求和，全角字符和缺少百分号会使公式和系统导入出错。',
    messages: {
      text: {
        what: '文本型数字“{s}”已按{n}识别。',
        todo: '改为数值：设为数值格式后重新输入，或接受自动更正。',
      },
      percent: {
        what: '“{s}”缺少百分号，已按{n}识别。',
        todo: '把单元格改为百分比格式，填写{n}。',
      },
      typing: {
        what: '“{s}”含全角字符或多余空格，已按{n}识别。',
        todo: '改用半角数字和符号，去掉空格。',
      },
      unread: {
        what: '“{s}”不是数字，这一格没有参加检查和计算。',
        todo: '改为数字；没有的留空或填“—”。',
      },
    },
  },
  page,

  run(context, report) {
    for (const placed of numberCells(context)) {
      const { reading, ref } = placed.cell;
      if (reading.kind === 'text' && isUnread(placed, reading.text))
        report({ messageId: 'unread', at: ref, data: { s: reading.text } });
      if (reading.kind !== 'number') continue;
      const messageId = messageOf(placed, reading);
      if (!messageId) continue;
      const raw = context.cellAt(ref)?.value;
      report({
        messageId,
        at: ref,
        data: {
          s: typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '',
          n: asRead(reading),
        },
        fix: messageId === 'text' ? safeFix(context, placed, reading) : null,
      });
    }
  },
});

/** A score that is no number is told with the scores (SCR-018). */
function isUnread({ place }: PlacedNumber, text: string): boolean {
  return place === 'counted' && isMissingNumber(text);
}

function messageOf(
  { place }: PlacedNumber,
  { quirks, sign }: ReadNumber,
): 'text' | 'percent' | 'typing' | null {
  if (quirks.includes('missing-percent')) return 'percent';
  // “≥ 90%” with a space after the sign is how people write a target.
  const typing =
    quirks.includes('full-width') ||
    quirks.includes('thousands') ||
    (quirks.includes('spaces') && sign === null);
  if (place === 'measured') return typing ? 'typing' : null;
  if (quirks.includes('text')) return 'text';
  return typing ? 'typing' : null;
}

function asRead({ value, decimals, percent, unit }: ReadNumber): string {
  return write({ value, decimals, percent, trim: true, unit: unit ?? '' });
}

/** Only the way of storing changes: a percentage typed as text would lose its sign in a cell without percent format. */
function safeFix(context: CheckContext, { cell: { ref } }: PlacedNumber, reading: ReadNumber): Fix | null {
  const cell = context.cellAt(ref);
  if (
    reading.percent ||
    reading.unit !== null ||
    reading.sign !== null ||
    typeof cell?.value !== 'string' ||
    cell.formula !== undefined
  )
    return null;
  return {
    kind: 'safe',
    patches: [{ ...ref, before: contentOf(cell), after: toNumber(roundHalfUp(reading.value, 10)) }],
  };
}
