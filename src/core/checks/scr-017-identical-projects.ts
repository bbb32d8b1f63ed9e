import { defineCheck } from './define-check';
import { scoredLines } from './scored-lines';
import page from './scr-017-identical-projects.md';
import { numberIn } from './table-words';

/** Fewer projects may well be alike by chance. */
const FEWEST_PROJECTS = 5;

export const scr017 = defineCheck({
  meta: {
    id: 'SCR-017',
    name: 'identical-projects',
    title: '各项目得分不应完全雷同',
    severity: 'hint',
    needs: ['projects'],
    why: '不同项目逐项得分完全相同，往往是套用模板，没有逐个评价。',
    messages: {
      alike: {
        what: '各项目得分高度雷同：{n}个项目逐项得分完全相同。',
        todo: '逐个项目核对完成情况和得分。',
      },
    },
  },
  page,

  run(context, report) {
    const tables = context.projectTables.filter((table) => table.indicators.length > 0);
    if (tables.length < FEWEST_PROJECTS) {
      report.skip(`项目少于${FEWEST_PROJECTS}个，不作比较`);
      return;
    }
    const scores = tables.map((table) =>
      scoredLines(table)
        .map((line) => numberIn(line.score)?.toFraction() ?? '')
        .join(' '),
    );
    const [first] = tables;
    if (!first || new Set(scores).size > 1 || !/\d/.test(scores[0] ?? '')) return;
    const places = tables.map(
      (table) =>
        table.total?.score?.ref ?? table.indicators[0]?.score.ref ?? { sheet: table.sheet, cell: 'A1' },
    );
    report({
      messageId: 'alike',
      at: places[0] ?? { sheet: first.sheet, cell: 'A1' },
      data: { n: String(tables.length) },
      related: places.slice(1).map((place) => ({ ...place, role: '得分相同的项目' })),
    });
  },
});
