import { squeeze } from '../snapshot/width';
import type { TextCell } from '../tables/table';
import { defineCheck } from './define-check';
import { labelOf } from './table-words';
import page from './txt-005-duplicate-project.md';

export const txt005 = defineCheck({
  meta: {
    id: 'TXT-005',
    name: 'duplicate-project',
    title: '项目名称不重复',
    severity: 'verify',
    needs: ['projects'],
    why: '同一个项目出现两次，可能是复制表格后忘了改名，也可能重复自评。',
    messages: {
      again: {
        what: '项目“{p}”重复出现。',
        todo: '核对两张自评表：是两个项目的改正名称，是同一个项目的删去一张。',
      },
    },
  },
  page,

  run(context, report) {
    const first = new Map<string, TextCell>();
    for (const { project } of context.projectTables) {
      const name = squeeze(labelOf(project?.text ?? ''));
      if (!project || name === '') continue;
      const earlier = first.get(name);
      if (!earlier) first.set(name, project);
      else
        report({
          messageId: 'again',
          at: project.ref,
          data: { p: name },
          related: [{ ...earlier.ref, role: '先出现的一处' }],
        });
    }
  },
});
