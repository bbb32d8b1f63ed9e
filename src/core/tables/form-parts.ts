import { exact, sum, type Exact } from '../scoring/number';
import { NAMES_TABLE } from './headings';
import type { ReadTable } from './continuation';
import { isIndicatorTable, type IndicatorTable, type NumberCell } from './table';

/** Points that a form is worth, and how far its parts may miss them together when one of them is wrong. */
const WHOLE = exact(100);
const MISS = exact(10);

/**
 * Joins what one form prints under two headers of different words: 项目管理 by its standards and 项目绩效 by targets and
 * results, or 共性指标 and 个性指标. Neither is worth the full mark; both together are.
 */
export function joinParts(tables: readonly ReadTable[]): readonly ReadTable[] {
  const joined: ReadTable[] = [];
  for (const next of tables) {
    const last = joined.at(-1);
    const table = last ? joinTwo(last.table, next.table) : null;
    if (last && table) joined[joined.length - 1] = { table, signature: last.signature };
    else joined.push(next);
  }
  return joined;
}

function joinTwo(a: ReadTable['table'], b: ReadTable['table']): IndicatorTable | null {
  if (!isIndicatorTable(a) || !isIndicatorTable(b) || !a.scored || !b.scored) return null;
  const ended = a.total !== null && rowOf(a.total.ref.cell) > a.header.top;
  const other = b.project !== null && b.project.text !== a.project?.text;
  if (ended || other || b.money.length > 0 || NAMES_TABLE.test(b.title?.text ?? '')) return null;
  const [own, more] = [worthOf(a), worthOf(b)];
  if (!own || !more) return null;
  const isPart = (worth: Exact): boolean => WHOLE.sub(worth).compare(MISS) > 0;
  const together = own.add(more).sub(WHOLE).abs().compare(MISS) <= 0;
  return isPart(own) && isPart(more) && together ? joinedOf(a, b) : null;
}

const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0) - 1;

const valueOf = (cell: NumberCell | null): Exact | null =>
  cell?.reading.kind === 'number' ? cell.reading.value : null;

/** What a table is worth by its outermost points, its money included; `null` where some of them are not printed. */
function worthOf({ groups, indicators, money }: IndicatorTable): Exact | null {
  const outer = [
    ...groups.filter(({ parent }) => parent === null),
    ...indicators.filter(({ group }) => group === null),
  ].map(({ points }) => valueOf(points));
  const all = outer.includes(null) ? indicators.map(({ points }) => valueOf(points)) : outer;
  const execution = money.map(({ role, points }) => (role === 'total' ? valueOf(points) : null));
  return all.includes(null) ? null : sum([...all, ...execution].filter((one) => one !== null));
}

function joinedOf(a: IndicatorTable, b: IndicatorTable): IndicatorTable {
  const [groups, lines] = [a.groups.length, a.indicators.length];
  const moved = (index: number | null): number | null => (index === null ? null : index + groups);
  return {
    ...a,
    kind: b.kind === 'project-form' ? b.kind : a.kind,
    range: {
      top: a.range.top,
      left: Math.min(a.range.left, b.range.left),
      bottom: b.range.bottom,
      right: Math.max(a.range.right, b.range.right),
    },
    unit: a.unit ?? b.unit,
    year: a.year ?? b.year,
    groups: [...a.groups, ...b.groups.map((group) => ({ ...group, parent: moved(group.parent) }))],
    indicators: [...a.indicators, ...b.indicators.map((one) => ({ ...one, group: moved(one.group) }))],
    subtotals: [...a.subtotals, ...b.subtotals.map((one) => ({ ...one, after: one.after + lines }))],
    // The points of its line stand under the points of the second part and add up both.
    total: b.total ? { ...b.total, points: [] } : a.total,
    stated: b.total ? (a.total?.score ?? null) : null,
    grade: a.grade ?? b.grade,
    sentences: [...a.sentences, ...b.sentences],
  };
}
