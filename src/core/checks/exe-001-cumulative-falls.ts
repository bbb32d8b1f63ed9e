import type { Exact } from '../scoring/number';
import { entryAt, type AmountEntry } from './amount-entries';
import { defineCheck } from './define-check';
import page from './exe-001-cumulative-falls.md';
import { quarterTables, type Quarter } from './quarters';
import { shownAmounts } from './shown-amounts';
import { exceedsAmount } from './tolerance';

export const exe001 = defineCheck({
  meta: {
    id: 'EXE-001',
    name: 'cumulative-falls',
    title: '累计支出逐季不减少',
    severity: 'error',
    needs: ['quarters'],
    why: '累计支出是年初至今的支出，只会增加或持平。',
    messages: {
      falls: {
        what: '第{q}季度累计支出{left}小于上季度{right}，减少{difference}。',
        todo: '核对第{q}季度和上季度的累计支出；填成当季支出的，改填年初至季末的累计数。',
      },
    },
  },
  page,

  run(context, report) {
    for (const { name, quarters, spending } of quarterTables(context)) {
      const filled = quarters.flatMap((quarter): readonly Filled[] => {
        const entry = quarter.spent && entryAt(context, quarter.spent.ref);
        return entry?.value ? [{ quarter, entry, value: entry.value }] : [];
      });
      if (spending === 'single') report.skip(`${name}填列的是当季支出，没有累计支出`);
      if (spending === 'unclear') report.skip(`${name}没有写明支出是累计数还是当季数`);
      if (filled.length < 2) report.skip(`${name}的累计支出不足两个季度`);
      if (spending !== 'cumulative') continue;
      filled.slice(1).forEach(({ quarter, entry, value }, index) => {
        const before = filled[index];
        if (!before || !exceedsAmount(before.value, value, [before.entry, entry])) return;
        const { show } = shownAmounts(entry, [before.entry]);
        report({
          messageId: 'falls',
          at: entry.cell.ref,
          left: show(value, [entry]),
          right: show(before.value, [before.entry]),
          data: { q: String(quarter.number) },
          related: [
            { ...before.entry.cell.ref, role: '上季度累计支出' },
            ...(quarter.rate ? [{ ...quarter.rate.ref, role: '该季执行率' }] : []),
          ],
        });
      });
    }
  },
});

/** A quarter whose cumulative spending is filled in. */
type Filled = Readonly<{ quarter: Quarter; entry: AmountEntry; value: Exact }>;
