import { append } from '../lists';
import { squeeze } from '../snapshot/width';
import type { CellRef } from '../snapshot/address';
import type { IndicatorTable } from '../tables/table';
import { defineCheck } from './define-check';
import { weightKind } from './project-weights';
import page from './wgt-005-one-sided-output.md';

const KINDS = ['数量', '质量', '时效', '成本'] as const;

export const wgt005 = defineCheck({
  meta: {
    id: 'WGT-005',
    name: 'one-sided-output',
    title: '产出指标不应只有一类',
    severity: 'hint',
    needs: ['projects'],
    why: '产出指标一般从数量、质量、时效、成本几个方面设置，只有一类不能反映产出全貌。',
    messages: {
      single: {
        what: '产出指标仅设置{k}指标。',
        todo: '补充其他类别的产出指标；不适用的，说明理由。',
      },
    },
  },
  page,

  run(context, report) {
    const groups = new Map<string, CellRef[]>();
    for (const table of context.projectTables) {
      const found = outputKinds(table);
      const [kind, ...more] = found?.kinds ?? [];
      if (!found || !kind || more.length > 0) continue;
      append(groups, kind, found.at);
    }
    for (const [kind, [first, ...others]] of groups) {
      if (!first) continue;
      report({
        messageId: 'single',
        at: first,
        data: { k: kind },
        related: others.map((place) => ({ ...place, role: '同样只有一类的项目' })),
      });
    }
  },
});

/** Kinds of the level-2 groups under 产出; `null` when one of them is of no known kind. */
function outputKinds(table: IndicatorTable): Readonly<{ kinds: readonly string[]; at: CellRef }> | null {
  const outputs = table.groups.flatMap((group, index) =>
    group.level === 1 && weightKind(group.name) === 'output' ? [index] : [],
  );
  const below = table.groups.filter((group) => group.parent !== null && outputs.includes(group.parent));
  const kinds = below.map((group) => KINDS.find((kind) => squeeze(group.name).includes(kind)));
  const [first] = below;
  if (!first || kinds.includes(undefined)) return null;
  return { kinds: [...new Set(kinds.filter((kind) => kind !== undefined))], at: first.ref };
}
