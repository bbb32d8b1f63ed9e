import { exact, HUNDRED, type Exact } from '../scoring/number';
import type { Score } from '../scoring/score';
import { canonicalName, isRateName } from '../standards/names';
import { typingCause } from './cause';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import type { Related } from './finding';
import { contentOf } from '../patches/score-patches';
import page from './scr-007-recomputed-score.md';
import { points } from './quantity';
import { byPoints, scoredLines, type ScoredLine } from './scored-lines';
import { numberIn, subjectOf } from './table-words';
import { sameExactly } from './tolerance';

/** A score is rounded to 2 decimals; one step either way is a matter of rounding, not of the standard. */
const ROUNDING = exact('0.01');

export const scr007 = defineCheck({
  meta: {
    id: 'SCR-007',
    name: 'recomputed-score',
    title: '填报得分等于按评分标准重算的得分',
    severity: 'error',
    needs: ['scores'],
    why: '得分必须由评分标准和表内数据得出，复核时会按同样的标准重算。',
    messages: {
      off: {
        what: '“{i}”按评分标准应得{right}分，填报{left}分。',
        todo: '核对评分标准和所用数据；无误的，把得分改为{right}分。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      for (const line of scoredLines(table)) {
        const score = context.scoreAt(line.score.ref);
        const reported = numberIn(line.score);
        // Without a printed standard only the money line has a fixed rule (执行率 × 分值); other ratios are SCR-011's.
        if (!score || reported === null || (score.standard === null && !line.money)) continue;
        if (score.status !== 'scored' || score.score === null) {
          report.skip('部分指标的得分需要补充数据或人工判断，未能重算');
          continue;
        }
        const should = exact(score.score);
        if (agrees(reported, score)) continue;
        // The points of the money line scale its score; those of a standard are part of its text.
        const { related, ...without } = line.money ? byPoints(line, should, ROUNDING) : { related: [] };
        report({
          messageId: 'off',
          at: line.score.ref,
          left: points(reported),
          right: points(should),
          data: { i: line.name },
          related: [...operandsOf(score), ...related],
          ...without,
          cause: causeOf(reported, should, score),
          fix: fixOf(context, line, score.score),
          ...(line.money ? { subject: subjectOf(table) } : {}),
          suspect: {
            cell: line.score.ref,
            value: reported,
            low: should.sub(ROUNDING),
            high: should.add(ROUNDING),
          },
        });
      }
    }
  },
});

/** Whether the reported score is the computed one or that of another defensible reading. */
function agrees(reported: Exact, score: Score): boolean {
  const readings = [score.score ?? 0, ...score.alternatives.map((other) => other.score)];
  return readings.some((reading) => reported.sub(exact(reading)).abs().compare(ROUNDING) <= 0);
}

/** The cells a score was worked out from; the progress of a quarter stands for its two amounts. */
const operandsOf = (score: Score): readonly Related[] =>
  score.operands.flatMap(({ name, ref, from = [] }) =>
    [...(ref ? [ref] : from)].map((cell) => ({ ...cell, role: name })),
  );

/** A rate typed where its score belongs (98 for 9.8 of 10), else what the digits show. */
function causeOf(reported: Exact, should: Exact, score: Score): string | null {
  const rate = score.points === null || score.points === 0 ? null : should.div(exact(score.points));
  const operands = score.operands
    .filter(({ name }) => isRateName(canonicalName(name)))
    .map(({ value }) => exact(value));
  const rates = [...operands, ...(rate ? [rate] : [])].filter((value) => !value.equals(0));
  const typed = rates.some(
    (value) => sameExactly(reported, value) || sameExactly(reported, value.mul(HUNDRED)),
  );
  return typed ? '填报的数恰好是比率本身，可能把比率填成了得分。' : typingCause(reported, should, 'score');
}

function fixOf(context: CheckContext, line: ScoredLine, after: number) {
  const cell = context.cellAt(line.score.ref);
  return { kind: 'suggested' as const, patches: [{ ...line.score.ref, before: contentOf(cell), after }] };
}
