import { perText } from '../remember';
import { exact, sum, type Exact } from '../scoring/number';
import { squeeze } from '../snapshot/width';
import type { IndicatorTable } from '../tables/table';
import { groupNames } from '../scoring/target-sense';
import { defineCheck } from './define-check';
import { rate } from './quantity';
import { scoredLines, type ScoredLine } from './scored-lines';
import page from './scr-015-outcome-versus-execution.md';
import { numberIn, subjectOf, tableName } from './table-words';
import { exceeds } from './tolerance';

export const scr015 = defineCheck({
  meta: {
    id: 'SCR-015',
    name: 'outcome-versus-execution',
    title: '绩效得分与预算执行得分相称',
    severity: 'verify',
    needs: ['scores', 'points'],
    why: '钱没有花出去而绩效几乎满分，两者至少有一个不实。',
    messages: {
      apart: {
        what: '{t}绩效得分与预算执行明显不匹配：绩效得分率{left}，预算执行得分率{right}。',
        todo: '核对预算执行得分和各绩效指标得分；无误的，说明资金未执行而目标已完成的原因。',
      },
    },
  },
  page,

  run(context, report) {
    const limit = exact(context.profile.thresholds.outcomeVersusExecution);
    for (const table of context.indicatorTables) {
      const lines = scoredLines(table);
      const execution = lines.filter((line) => isExecution(table, line));
      const outcomes = lines.filter((line) => !execution.includes(line) && isOutcome(table, line));
      const [spent, reached] = [scoreRate(execution), scoreRate(outcomes)];
      const single = execution.length === 1 || execution.every(({ money }) => money !== null);
      if (!single || spent === null || reached === null) {
        report.skip(`${tableName(table)}没有单独的预算执行得分，或得分不全`);
        continue;
      }
      // A score above its points has a check of its own, and makes the whole rate too high.
      if (outcomes.some(isAbovePoints)) continue;
      if (reached.compare(0) <= 0 || reached.sub(spent).div(reached).compare(limit) <= 0) continue;
      report({
        messageId: 'apart',
        at: execution[0]?.score.ref ?? { sheet: table.sheet, cell: 'A1' },
        left: rate(reached),
        right: rate(spent),
        data: { t: tableName(table) },
        related: table.total?.score ? [{ ...table.total.score.ref, role: '总分' }] : [],
        subject: subjectOf(table),
      });
    }
  },
});

const namesExecution = perText((text) => /^预算执行(?:率|情况|指标|率指标)?(?:\(|（|$)/.test(squeeze(text)));

/** The line that scores how much of the budget was spent. */
function isExecution(table: IndicatorTable, { indicator, name }: ScoredLine): boolean {
  if (!indicator) return true;
  if (table.kind === 'department-indicators') return /^(?:部门|整体)?预算执行率$/.test(squeeze(name));
  return [name, ...groupNames(table, indicator)].some(namesExecution);
}

/** In a department table only what shows results counts as outcome; a project form consists of nothing else. */
function isOutcome(table: IndicatorTable, { indicator }: ScoredLine): boolean {
  if (!indicator || table.kind !== 'department-indicators') return true;
  return /绩效|产出|效果|效益|满意/.test(groupNames(table, indicator).at(-1) ?? '');
}

function isAbovePoints({ score, points }: ScoredLine): boolean {
  const [earned, limit] = [numberIn(score), numberIn(points)];
  return earned !== null && limit !== null && exceeds(earned, limit);
}

function scoreRate(lines: readonly ScoredLine[]): Exact | null {
  const scores = lines.map((line) => numberIn(line.score));
  const points = lines.map((line) => numberIn(line.points));
  if (lines.length === 0 || scores.includes(null) || points.includes(null)) return null;
  const whole = sum(points.map((value) => value ?? exact(0)));
  return whole.equals(0) ? null : sum(scores.map((value) => value ?? exact(0))).div(whole);
}
