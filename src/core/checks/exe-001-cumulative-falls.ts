import { defineCheck } from './define-check';
import page from './exe-001-cumulative-falls.md';
import { amount } from './quantity';
import { quarterTables } from './quarters';
import { numberIn } from './table-words';
import { exceeds, printedDecimals } from './tolerance';

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
    for (const { name, quarters } of quarterTables(context)) {
      const filled = quarters.filter((quarter) => numberIn(quarter.spent) !== null);
      if (filled.length < 2) report.skip(`${name}的累计支出不足两个季度`);
      filled.slice(1).forEach((quarter, index) => {
        const before = filled[index];
        const [spent, earlier] = [numberIn(quarter.spent), numberIn(before?.spent)];
        if (
          !quarter.spent ||
          !before?.spent ||
          spent === null ||
          earlier === null ||
          !exceeds(earlier, spent)
        )
          return;
        const decimals = printedDecimals([quarter.spent, before.spent]);
        report({
          messageId: 'falls',
          at: quarter.spent.ref,
          left: amount(spent, decimals),
          right: amount(earlier, decimals),
          data: { q: String(quarter.number) },
          related: [
            { ...before.spent.ref, role: '上季度累计支出' },
            ...(quarter.rate ? [{ ...quarter.rate.ref, role: '该季执行率' }] : []),
          ],
        });
      });
    }
  },
});
