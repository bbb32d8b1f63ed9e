import { displayedText } from '../snapshot/displayed-text';
import { isPercentUnit, moneyFactor, perYear, plainUnit } from '../snapshot/units';
import { squeeze } from '../snapshot/width';
import type { Indicator } from '../tables/table';
import { defineCheck } from './define-check';
import page from './fmt-004-actual-unit.md';
import { labelOf } from './table-words';

export const fmt004 = defineCheck({
  meta: {
    id: 'FMT-004',
    name: 'actual-unit',
    title: '完成值的单位与指标值一致',
    severity: 'error',
    needs: ['indicators', 'targets'],
    why: '单位不同的两个数不能比较，完成比例和得分就没有依据。',
    messages: {
      unit: {
        what: '完成值单位与指标值不一致：“{i}”指标值为{goal}，完成值为{actual}。',
        todo: '把完成值换算成指标值的单位“{unit}”。',
      },
      form: {
        what: '完成值与指标值的写法不一致：“{i}”指标值为{goal}，完成值为{actual}，一个是百分数，一个是数量。',
        todo: '完成值改用与指标值相同的写法。',
      },
      sign: {
        what: '完成值应是实际的数：“{i}”完成值填为{actual}。',
        todo: '填写实际完成的数，不带≥、≤等符号。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const indicator of table.indicators) {
        const found = problemOf(indicator);
        if (!found || !indicator.actual || !indicator.target) continue;
        const show = (cell: typeof indicator.actual): string =>
          `“${squeeze(cell.cell ? displayedText(cell.cell) : '')}”`;
        report({
          messageId: found.messageId,
          at: indicator.actual.ref,
          data: {
            i: labelOf(indicator.name),
            goal: show(indicator.target),
            actual: show(indicator.actual),
            unit: found.unit,
          },
          related: [{ ...indicator.target.ref, role: '指标值' }],
        });
      }
    }
  },
});

type Problem = Readonly<{ messageId: 'unit' | 'form' | 'sign'; unit: string }>;

function problemOf({ target, actual, measure }: Indicator): Problem | null {
  if (target?.reading.kind !== 'number' || actual?.reading.kind !== 'number') return null;
  const [goal, done] = [target.reading, actual.reading];
  const printed = squeeze(measure?.text ?? '');
  const unit = goal.unit ?? (printed === '' ? null : printed);
  if (done.sign !== null && done.sign !== '=') return { messageId: 'sign', unit: unit ?? '' };
  const isRate = goal.percent || (unit !== null && isPercentUnit(unit));
  if (isRate ? done.unit !== null && !done.percent : done.percent && unit !== null)
    return { messageId: 'form', unit: unit ?? '' };
  // A missing unit is no other unit.
  if (isRate || unit === null || done.unit === null) return null;
  return isSameUnit(unit, done.unit) ? null : { messageId: 'unit', unit };
}

/** 万份 and 份, ㎡ and 平方米, 亿 and 亿元 are one unit; in the report of a year 次/年 is 次. */
function isSameUnit(goal: string, done: string): boolean {
  const [a, b] = [goal, done].map((unit) => plainUnit(perYear(unit)).word);
  const money = moneyFactor(goal);
  return a === b || (money !== null && money === moneyFactor(done));
}
