import { chineseNumber } from '../snapshot/chinese-number';
import { amount } from './quantity';
import { exact } from '../scoring/number';
import { defineCheck } from './define-check';
import { sentences } from './sentences';
import page from './txt-004-project-count.md';

/** 共8个项目, 所有8个项目, 8个项目…自评: the number of all projects. */
const COUNT =
  /(共计?|共有|合计|全部|所有|涉及|对)?(?:\d{4}年(?:度)?)?([\d]+|[一二两三四五六七八九十百]+)个(?:预算|支出|财政|专项|二级|部门预算)*项目(?:支出)?/g;

/** Words that make it the number of some projects. */
const SOME = /其中|选取|抽取|抽查|重点|未完成|没有|另有|新增|结转|部分|剩余|延续/;

export const txt004 = defineCheck({
  meta: {
    id: 'TXT-004',
    name: 'project-count',
    title: '文中的项目个数等于自评表个数',
    severity: 'error',
    needs: ['projects', 'texts'],
    why: '项目自评要求全覆盖，个数不同说明漏附了自评表或文字未更新。',
    messages: {
      off: {
        what: '文中称{left}个项目，实际{right}个。',
        todo: '补齐缺少的项目自评表，或改正文字。',
      },
    },
  },
  page,

  run(context, report) {
    const found = context.projectTables.length;
    // A workbook with one form is often one file of many; the text may speak of all of them.
    if (found < 2) {
      report.skip('工作簿中只有一个项目，不核对项目个数');
      return;
    }
    for (const { text, ref, table } of sentences(context)) {
      if (table) continue;
      for (const match of text.matchAll(COUNT)) {
        const clause =
          text
            .slice(0, match.index)
            .split(/[,，;；]/)
            .at(-1) ?? '';
        const after = text.slice(match.index + match[0].length).split(/[,，;；]/)[0] ?? '';
        const isAll = match[1] !== undefined || /自评|评价/.test(after);
        const digits = match[2] ?? '';
        const count = Number(/^\d+$/.test(digits) ? digits : chineseNumber(digits));
        if (!isAll || SOME.test(clause) || SOME.test(after) || !Number.isInteger(count) || count === found)
          continue;
        report({
          messageId: 'off',
          at: ref,
          left: amount(exact(count), 0),
          right: amount(exact(found), 0),
          related: context.projectTables.map((project) => ({
            ...(project.project?.ref ?? { sheet: project.sheet, cell: 'A1' }),
            role: '项目',
          })),
        });
      }
    }
  },
});
