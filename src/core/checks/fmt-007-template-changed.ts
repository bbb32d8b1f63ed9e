import { squeeze } from '../snapshot/width';
import type { CellRef } from '../snapshot/address';
import type { AmountTable, IndicatorTable } from '../tables/table';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import page from './fmt-007-template-changed.md';
import { weightKind } from './project-weights';
import { periodOf } from './period-sums';
import { quarterOf } from './quarters';
import { tableName } from './table-words';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export const fmt007 = defineCheck({
  meta: {
    id: 'FMT-007',
    name: 'template-changed',
    title: '表样没有改动',
    severity: 'verify',
    needs: ['tables'],
    why: '表样统一，汇总时按行取数；删行、改名会使数字错位。',
    messages: {
      changed: {
        what: '表样被改动：{what}。',
        todo: '按下发的表样恢复；没有数的行留空，不要删除。',
      },
    },
  },
  page,

  run(context, report) {
    for (const { what, at } of changes(context)) report({ messageId: 'changed', at, data: { what } });
  },
});

type Change = Readonly<{ what: string; at: CellRef }>;

function changes(context: CheckContext): readonly Change[] {
  return [...context.amountTables.flatMap(missingRows), ...context.indicatorTables.flatMap(strangeLevels)];
}

/** Numbered rows that are left out, and quarters that are missing. */
function missingRows(table: AmountTable): readonly Change[] {
  if (table.kind === 'quarters') return missingQuarters(table);
  if (table.kind === 'data-list' || table.kind === 'function') return [];
  const numbered = table.rows.flatMap((row) => {
    const numeral = /^\s*([一二三四五六七八九十])\s*[、.．]/.exec(row.label.text)?.[1];
    return numeral ? [{ index: NUMERALS.indexOf(numeral), row }] : [];
  });
  return numbered.flatMap(({ index, row }, at) => {
    const before = at === 0 ? -1 : (numbered[at - 1]?.index ?? -1);
    // A list that starts again at 一 is a second list.
    if (index <= before + 1) return [];
    const missing = NUMERALS.slice(before + 1, index).map((numeral) => `“${numeral}、”`);
    return [{ what: `${tableName(table)}缺少${missing.join('')}行`, at: row.label.ref }];
  });
}

function missingQuarters(table: AmountTable): readonly Change[] {
  const present = table.rows.flatMap((row) => quarterOf(row.label.text) ?? []);
  const last = closesEarly(table, Math.max(0, ...present)) ? Math.max(0, ...present) : 4;
  const missing = [1, 2, 3, 4].filter((number) => number <= last && !present.includes(number));
  const first = table.rows[0];
  if (!first || missing.length === 0 || missing.length === 4) return [];
  return [{ what: `${tableName(table)}缺少第${missing.join('、')}季度`, at: first.label.ref }];
}

/** Whether a table of a part of the year says so by its sum: 上半年, 前三季度. */
const closesEarly = ({ rows }: AmountTable, quarter: number): boolean =>
  rows.some(({ label }) => {
    const period = periodOf(label.text);
    return period?.sums === true && period.from === 1 && period.to === 3 * quarter;
  });

/** Level-1 names of provincial forms that the national one does not have. */
const PROVINCIAL = /影响力|可持续|管理|决策|投入|过程|能力|履职|职能/;

/**
 * One level-1 name that stands where the national form has another. Forms of another make (决策、过程、产出、效益) have
 * several names of their own and are not measured by it.
 */
function strangeLevels(table: IndicatorTable): readonly Change[] {
  if (table.kind !== 'project-form') return [];
  const levels = table.groups.filter((group) => group.level === 1);
  const kinds = new Set(levels.map((group) => weightKind(group.name)));
  const strange = levels.filter(({ name }) => {
    const plain = squeeze(name);
    return weightKind(name) === null && plain.endsWith('指标') && !PROVINCIAL.test(plain);
  });
  const complete = kinds.has('output') && kinds.has('effect') && kinds.has('satisfaction');
  const [first, ...more] = strange;
  if (!first || more.length > 0 || complete || levels.length - 1 < 2) return [];
  return [{ what: `一级指标“${squeeze(first.name)}”不是表样中的名称`, at: first.ref }];
}
