import { perReview } from '../remember';
import { exact, ONE, sum, ZERO, type Exact } from '../scoring/number';
import type { IndicatorTable, NumberCell } from '../tables/table';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { points } from './quantity';
import { scoredLines } from './scored-lines';
import { sentences, type Sentence } from './sentences';
import { labelOf, numberIn, tableName } from './table-words';
import { sameExactly, sameQuantity, stepsOf } from './tolerance';
import page from './txt-001-stated-score.md';

/** In the sentences of a table any 得分为 speaks of its total; elsewhere only words for the whole do. */
const OWN = /(?:得分|总分|评分)(?:合计)?(?:为|是|达|:|共计?)?(\d+(?:\.\d+)?)分/g;
const WHOLE =
  /(?:自评总?得分|总得分|综合得分|综合评分|自评总分|评价总分|绩效自评得分|评价得分)(?:合计)?(?:为|是|达|:|共计?)?(\d+(?:\.\d+)?)分/g;

export const txt001 = defineCheck({
  meta: {
    id: 'TXT-001',
    name: 'stated-score',
    title: '文字中的得分等于自评表总分',
    severity: 'error',
    needs: ['scores', 'texts'],
    why: '报告文字与所附自评表的得分不同，公开后会被质疑。',
    messages: {
      off: {
        what: '文字得分{left}与自评表总分{right}不一致，差额{difference}。',
        todo: '核对{t}各项得分；总分无误的，把文字改为{right}分。',
      },
      field: {
        what: '表头填写的得分{left}与自评表总分{right}不一致，差额{difference}。',
        todo: '核对{t}各项得分；总分无误的，把表头的得分改为{right}。',
      },
    },
  },
  page,

  run(context, report) {
    for (const table of context.indicatorTables) {
      const score = table.total?.score;
      const [stated, total] = [numberIn(table.stated), numberIn(score)];
      if (!table.stated || !score || stated === null || total === null) continue;
      if (sameQuantity(stated, total, stepsOf(placeOf(table.stated), placeOf(score)))) continue;
      // What the scores add up to is right above: the total is wrong, and its own check says so.
      if (sameExactly(stated, sumOfScores(table))) continue;
      report({
        messageId: 'field',
        at: table.stated.ref,
        left: points(stated),
        right: points(total),
        data: { t: tableName(table) },
        related: [{ ...score.ref, role: '自评表总分' }],
      });
    }
    for (const sentence of sentences(context)) {
      const table = sentence.table ?? onlyTable(context);
      const score = table?.total?.score;
      const total = numberIn(score);
      if (!table || !score || total === null) continue;
      for (const { stated, clause } of statedScores(sentence)) {
        if (sameExactly(stated, total) || isOfPart(clause, context)) continue;
        report({
          messageId: 'off',
          at: sentence.ref,
          left: points(stated),
          right: points(total),
          data: { t: tableName(table) },
          related: [{ ...score.ref, role: '自评表总分' }],
        });
      }
    }
  },
});

const sumOfScores = (table: IndicatorTable): Exact =>
  sum(scoredLines(table).map(({ score }) => numberIn(score) ?? ZERO));

const placeOf = (cell: NumberCell) => ({ cell, scale: ONE });

/** A text far from any table speaks of the one department table, if there is one and no other. */
function onlyTable(context: CheckContext): IndicatorTable | null {
  const { indicatorTables } = context;
  return indicatorTables.length === 1 ? (indicatorTables[0] ?? null) : null;
}

/** Names of all indicators and groups: a workbook may hold thousands, so that they are collected once. */
const partNames = perReview((context: CheckContext): ReadonlySet<string> => {
  const names = context.indicatorTables.flatMap((table) =>
    [...table.indicators, ...table.groups].map(({ name }) => labelOf(name)),
  );
  return new Set(names.filter((name) => name !== ''));
});

/** Whether the clause ends with one of the names. */
function endsWithName(clause: string, names: ReadonlySet<string>): boolean {
  return clause.split('').some((_, at) => names.has(clause.slice(at)));
}

/** “预算执行率得分5.92分” and “满分100分” are not the total. */
function isOfPart(clause: string, context: CheckContext): boolean {
  return /满分|分值|扣|平均|最高|最低|指标/.test(clause) || endsWithName(clause, partNames(context));
}

/** Scores that a sentence states, each with the words before it. */
function statedScores({ text, table }: Sentence): readonly Readonly<{ stated: Exact; clause: string }>[] {
  return [...text.matchAll(table ? OWN : WHOLE)].flatMap((match) => {
    const clause =
      text
        .slice(0, match.index)
        .split(/[,，、()（）]/)
        .at(-1) ?? '';
    return match[1] === undefined ? [] : [{ stated: exact(match[1]), clause }];
  });
}
