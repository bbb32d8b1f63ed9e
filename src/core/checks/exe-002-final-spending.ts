import { sum, type Exact } from '../scoring/number';
import { typingCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './exe-002-final-spending.md';
import { lookUp, lookUpAll } from './known-quantities';
import { amount, write } from './quantity';
import { quarterTables, spentEntry, yearOf } from './quarters';
import { compareSum, printedDecimals, sameExactly } from './tolerance';

export const exe002 = defineCheck({
  meta: {
    id: 'EXE-002',
    name: 'final-spending',
    title: '四季度累计支出与决算支出一致',
    severity: 'verify',
    needs: ['quarters'],
    why: '全年累计支出与决算支出是同一个数，不一致时执行率的口径就有疑问。',
    messages: {
      off: {
        what: '四季度累计{left}{reserve}，决算支出{right}，差额{difference}。',
        todo: '核对两个数的口径（是否含结转、备用金），改正填错的一个；口径不同的，予以说明。',
      },
      rounding: {
        severity: 'hint',
        what: '四季度累计{left}{reserve}，决算支出{right}，相差{difference}，属于四舍五入差。',
        todo: '一般可以保留；需要完全相符的，调整尾数。',
      },
    },
  },
  page,

  run(context, report) {
    const final = lookUp(context, 'finalSpending');
    if (!final.found) {
      report.skip(final.reason);
      return;
    }
    const { found } = final;
    for (const { name, quarters } of quarterTables(context)) {
      const year = yearOf(quarters);
      const entry = year?.quarter.spent ? spentEntry(context, year.quarter.spent.ref) : null;
      if (!entry?.value) {
        report.skip(`${name}没有第四季度累计支出`);
        continue;
      }
      const reserve = lookUp(context, 'reserveSpending').found;
      const { scale } = entry;
      const parts = [entry.value, ...(reserve ? [reserve.value] : [])].map((value) => value.div(scale));
      const right = found.value.div(scale);
      const cells = [entry, found.entry, ...(reserve ? [reserve.entry] : [])].map((other) => other.cell);
      const decimals = printedDecimals(cells);
      const verdict = compareSum(right, parts, decimals);
      // Without the reserve's spending, a fourth quarter that already equals the accounts is complete.
      if (verdict === 'same' || (reserve && compareSum(right, parts.slice(0, 1), decimals) === 'same'))
        continue;
      report({
        messageId: verdict === 'rounding' ? 'rounding' : 'off',
        at: entry.cell.ref,
        left: amount(sum(parts), decimals),
        right: amount(right, decimals),
        data: { reserve: reserve ? `（含${reserve.entry.label}）` : '' },
        related: cells
          .slice(1)
          .map((cell, index) => ({ ...cell.ref, role: index === 0 ? '决算支出' : '不计入进度的支出' })),
        cause:
          verdict === 'rounding'
            ? null
            : (carryOverCause(context, sum(parts).sub(right).mul(scale)) ??
              typingCause(sum(parts), right, decimals)),
      });
    }
  },
});

/** The difference is the increase of the carry-over: the quarters count appropriations, the accounts count spending. */
function carryOverCause(context: CheckContext, difference: Exact): string | null {
  const { found } = lookUpAll(context, ['yearBegin', 'yearEnd']);
  if (!found) return null;
  const increase = found.yearEnd.value.sub(found.yearBegin.value);
  if (increase.equals(0) || !sameExactly(difference, increase)) return null;
  const decimals = printedDecimals([found.yearEnd.entry.cell, found.yearBegin.entry.cell]);
  const show = (value: Exact): string => write(amount(value.div(found.yearEnd.entry.scale), decimals));
  const [end, begin] = [found.yearEnd.value, found.yearBegin.value].map(show);
  return `差额恰好等于结转增加额（${end ?? ''}－${begin ?? ''}），季度累计可能按拨款口径填列，决算按支出口径填列。`;
}
