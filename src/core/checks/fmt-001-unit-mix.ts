import { ZERO } from '../scoring/number';
import type { AmountEntry } from './amount-entries';
import { keyOf } from './check-context';
import { defineCheck } from './define-check';
import page from './fmt-001-unit-mix.md';
import { amount } from './quantity';
import { shownAmounts } from './shown-amounts';
import { columnName, labelOf, tableName } from './table-words';
import { mixedPairs, mixedParts } from './unit-mixes';

export const fmt001 = defineCheck({
  meta: {
    id: 'FMT-001',
    name: 'unit-mix',
    title: '同一个数没有混用元和万元',
    severity: 'error',
    needs: ['amounts'],
    why: '单位填错会把金额放大或缩小一万倍，凡引用它的合计和比率都会错。',
    messages: {
      pair: {
        what: '疑似单位错误：{t}“{row}”{column}{left}，{t2}同一数为{right}，相差约一万倍。',
        todo: '核对表头单位，把{t}“{row}”按{unit}改填。',
      },
      part: {
        what: '疑似单位错误：{t}“{row}”{column}{left}，与同表其他数相差约一万倍，应为{right}。',
        todo: '核对表头单位，把{t}“{row}”按{unit}改填。',
      },
    },
  },
  page,

  run(context, report) {
    const told = new Set<string>();
    const isNew = (entry: AmountEntry): boolean =>
      !told.has(keyOf(entry.cell.ref)) && told.add(keyOf(entry.cell.ref)).size > 0;
    for (const { entry, base } of mixedPairs(context)) {
      if (!isNew(entry)) continue;
      const { show } = shownAmounts(entry, [base]);
      report({
        messageId: 'pair',
        at: entry.cell.ref,
        left: show(entry.value ?? ZERO, [entry]),
        right: show(base.value ?? ZERO, [base]),
        data: { ...words(entry), t2: tableName(base.table) },
        related: [{ ...base.cell.ref, role: '同一数' }],
      });
    }
    for (const { part, should, total } of mixedParts(context)) {
      if (!isNew(part)) continue;
      report({
        messageId: 'part',
        at: part.cell.ref,
        left: shownAmounts(part, []).show(part.value ?? ZERO),
        right: amount(should.div(part.scale), 2),
        data: words(part),
        related: [{ ...total.cell.ref, role: '合计' }],
      });
    }
  },
});

function words(entry: AmountEntry) {
  return {
    t: tableName(entry.table),
    row: labelOf(entry.row.label.text),
    column: columnName(entry.table, entry.column),
    unit: entry.unit ?? '表头单位',
  };
}
