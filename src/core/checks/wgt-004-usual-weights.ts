import { append } from '../lists';
import type { Profile } from '../profiles/profile';
import { defineCheck } from './define-check';
import { projectWeights, type ProjectWeights } from './project-weights';
import page from './wgt-004-usual-weights.md';

export const wgt004 = defineCheck({
  meta: {
    id: 'WGT-004',
    name: 'usual-weights',
    title: '项目一级指标权重与规定一致',
    severity: 'hint',
    needs: ['projects', 'points'],
    why: '一级指标权重原则上统一设置，不同的权重会使各项目得分不可比。',
    messages: {
      other: {
        what: '一级指标权重与{p}不同：现为{now}。',
        todo: '没有特殊情况的，按{p}调整；有特殊情况的，说明理由。',
      },
    },
  },
  page,

  run(context, report) {
    const { weights } = context.profile;
    const usual = `预算执行${weights.execution}/产出${weights.output}/效益${weights.effect}/满意度${weights.satisfaction}`;
    const groups = new Map<string, ProjectWeights[]>();
    for (const table of context.projectTables) {
      const found = projectWeights(table);
      if (!found || isUsual(found, context.profile)) continue;
      const now = inWords(found);
      append(groups, now, found);
    }
    for (const [now, [first, ...others]] of groups) {
      if (!first) continue;
      report({
        messageId: 'other',
        at: first.at,
        data: { p: usual, now },
        related: others.map(({ at }) => ({ ...at, role: '权重相同的项目' })),
      });
    }
  },
});

/** The profile's weights, or one of the variants that the national rules allow themselves. */
function isUsual({ weights }: ProjectWeights, { weights: usual }: Profile): boolean {
  const same = (output: number, effect: number, satisfaction: number, cost = 0): boolean =>
    weights.execution === usual.execution &&
    weights.cost === cost &&
    weights.output === output &&
    weights.effect === effect &&
    weights.satisfaction === satisfaction;
  return (
    same(usual.output, usual.effect, usual.satisfaction) ||
    // Where satisfaction does not apply its points go to the benefits; with cost indicators it is 20/40/20/10.
    same(usual.output, usual.effect + usual.satisfaction, 0) ||
    same(40, 20, 10, 20) ||
    same(40, 30, 0, 20)
  );
}

function inWords({ weights }: ProjectWeights): string {
  const cost = weights.cost > 0 ? `/成本${weights.cost}` : '';
  return `预算执行${weights.execution}${cost}/产出${weights.output}/效益${weights.effect}/满意度${weights.satisfaction}`;
}
