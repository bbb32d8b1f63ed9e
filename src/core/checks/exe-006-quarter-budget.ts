import { roundHalfUp, type Exact } from '../scoring/number';
import { entryAt, type AmountEntry } from './amount-entries';
import { defineCheck } from './define-check';
import page from './exe-006-quarter-budget.md';
import { quarterTables } from './quarters';
import { shownAmounts } from './shown-amounts';
import { grainOf, sameExactly } from './tolerance';

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
      const filled = quarters.flatMap(({ number, budget }): readonly Filled[] => {
        const entry = budget && entryAt(context, budget.ref);
        return entry?.value ? [{ number, entry, value: entry.value }] : [];
      });
      const whole = filled.find(({ number }) => number === 4);
      const parts = filled.filter(({ number }) => number < 4);
      if (!whole || parts.length < 3) {
        report.skip(`${name}的季度预算不全`);
        continue;
      }
      const places = [whole, ...parts].map(({ entry }) => entry);
      const { step } = grainOf(places);
      const printed = (value: Exact): Exact => roundHalfUp(value.div(step), 0).mul(step);
      const shareOf = ({ number }: Filled): Exact => whole.value.mul(number).div(4);
      const off = parts.filter((part) => !sameExactly(part.value, printed(shareOf(part))));
      // Two of three quarters must follow the calendar; otherwise the office sets its own pace.
      const near = parts.filter((part) => shareOf(part).sub(part.value).abs().compare(step) <= 0);
      if (near.length < 2) {
        report.skip(`${name}的季度预算不是按序时进度填列`);
        continue;
      }
      for (const part of off) {
        const { show } = shownAmounts(part.entry, places);
        report({
          messageId: 'off',
          at: part.entry.cell.ref,
          left: show(part.value, [part.entry]),
          right: show(printed(shareOf(part)), [part.entry]),
          data: { q: String(part.number) },
        });
      }
    }
  },
});

/** A quarter whose budget is filled in. */
type Filled = Readonly<{ number: number; entry: AmountEntry; value: Exact }>;
