import { roundHalfUp, ZERO, type Exact } from '../scoring/number';
import { defineCheck } from './define-check';
import page from './exe-006-quarter-budget.md';
import { amount } from './quantity';
import { quarterTables, type Quarter } from './quarters';
import { numberIn } from './table-words';
import { lastStep, printedDecimals, sameExactly } from './tolerance';

export const exe006 = defineCheck({
  meta: {
    id: 'EXE-006',
    name: 'quarter-budget',
    title: '各季度预算等于全年预算乘以序时进度',
    severity: 'hint',
    needs: ['quarters'],
    why: '季度预算按25%、50%、75%、100%的序时进度计算，填错会影响该季执行率。',
    messages: {
      off: {
        what: '第{q}季度预算{left}，按序时应为{right}，相差{difference}。',
        todo: '差在末位的一般可以保留；否则核对该季度预算数。',
      },
    },
  },
  page,

  run(context, report) {
    for (const { name, quarters } of quarterTables(context)) {
      const whole = numberIn(quarters.find(({ number }) => number === 4)?.budget);
      const parts = quarters.filter(({ number, budget }) => number < 4 && numberIn(budget) !== null);
      if (whole === null || parts.length < 3) {
        report.skip(`${name}的季度预算不全`);
        continue;
      }
      const decimals = printedDecimals(quarters.flatMap(({ budget }) => budget ?? []));
      const step = lastStep([whole, ...parts.map(budgetOf)], decimals);
      const printed = (value: Exact): Exact => roundHalfUp(value.div(step), 0).mul(step);
      const off = parts.filter(
        (quarter) => !sameExactly(budgetOf(quarter), printed(shareOf(quarter, whole))),
      );
      // Two of three quarters must follow the calendar; otherwise the office sets its own pace.
      const near = parts.filter(
        (quarter) => shareOf(quarter, whole).sub(budgetOf(quarter)).abs().compare(step) <= 0,
      );
      if (near.length < 2) {
        report.skip(`${name}的季度预算不是按序时进度填列`);
        continue;
      }
      for (const quarter of off) {
        const should = shareOf(quarter, whole);
        report({
          messageId: 'off',
          at: quarter.budget?.ref ?? { sheet: quarter.table.sheet, cell: 'A1' },
          left: amount(budgetOf(quarter), decimals),
          right: amount(printed(should), decimals),
          data: { q: String(quarter.number) },
        });
      }
    }
  },
});

function budgetOf({ budget }: Quarter): Exact {
  return numberIn(budget) ?? ZERO;
}

function shareOf({ number }: Quarter, whole: Exact): Exact {
  return whole.mul(number).div(4);
}
