import { sum, type Exact } from '../scoring/number';
import { typingCause } from './cause';
import { keyOf, type CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './exe-002-final-spending.md';
import { lookUp, lookUpAll } from './known-quantities';
import { write } from './quantity';
import { quarterTables, yearSpending } from './quarters';
import { shownAmounts } from './shown-amounts';
import { compareSum, sameExactly } from './tolerance';

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
        what: '{year}{left}{reserve}，决算支出{right}，差额{difference}。',
        todo: '核对两个数的口径（是否含结转、备用金），改正填错的一个；口径不同的，予以说明。',
      },
      rounding: {
        severity: 'hint',
        what: '{year}{left}{reserve}，决算支出{right}，相差{difference}，属于四舍五入差。',
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
    const reserve = lookUp(context, 'reserveSpending').found;
    for (const table of quarterTables(context)) {
      const year = yearSpending(context, table);
      if (!year) {
        report.skip(
          table.spending === 'unclear'
            ? `${table.name}没有写明支出是累计数还是当季数`
            : `${table.name}没有第四季度累计支出`,
        );
        continue;
      }
      const parts = year.entries.flatMap(({ value }) => value ?? []);
      const all = reserve ? [...parts, reserve.value] : parts;
      const places = [...year.entries, ...(reserve ? [reserve.entry] : [])];
      const { grain, show, typed } = shownAmounts(year.at, [...places, found.entry]);
      const verdict = compareSum(found.value, all, grain);
      // Without the reserve's spending, a year that already equals the accounts is complete.
      if (verdict === 'same' || (reserve && compareSum(found.value, parts, grain) === 'same')) continue;
      const spent = sum(all);
      report({
        messageId: verdict === 'rounding' ? 'rounding' : 'off',
        at: year.at.cell.ref,
        left: show(spent, places),
        right: show(found.value, [found.entry]),
        data: {
          year: table.spending === 'single' ? '四个季度支出合计' : '四季度累计',
          reserve: reserve ? `（含${reserve.entry.label}）` : '',
        },
        related: [
          ...year.entries
            .filter((entry) => entry !== year.at)
            .map(({ cell }) => ({ ...cell.ref, role: '各季度支出' })),
          { ...found.entry.cell.ref, role: '决算支出' },
          ...(reserve ? [{ ...reserve.entry.cell.ref, role: '不计入进度的支出' }] : []),
        ],
        // A quarter that a total of the table proves wrong is told there.
        holdsWithout: (cell, error) =>
          year.entries.some((entry) => keyOf(entry.cell.ref) === cell) &&
          compareSum(found.value, [spent.sub(error)], grain) !== 'different',
        cause:
          verdict === 'rounding'
            ? null
            : (carryOverCause(context, spent.sub(found.value)) ??
              typingCause(typed(spent), typed(found.value), grain.decimals)),
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
  const { show } = shownAmounts(found.yearEnd.entry, [found.yearBegin.entry]);
  const [end, begin] = [found.yearEnd, found.yearBegin].map(({ value, entry }) =>
    write(show(value, [entry])),
  );
  return `差额恰好等于结转增加额（${end ?? ''}－${begin ?? ''}），季度累计可能按拨款口径填列，决算按支出口径填列。`;
}
