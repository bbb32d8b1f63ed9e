import { projectField, saysPercent, unitInText } from './headings';
import type { MoneyBlock, MoneyColumn } from './money-block';
import { labelOf, numberAt, type Line, type Piece, type SheetView } from './sheet-view';
import type { MoneyRow, NumberCell } from './table';
import { asPoints } from './weights';

/** Lines above the money within which a form names its project. */
const NEAR = 8;
const BLOCK_LABEL = /^(?:项目|专项|年度|预算)*(?:资金|预算执行)(?:情况|总额|安排|使用)*(?:\(|$)/;

/**
 * Reads the money of a project that stands in fields on one line: `项目资金（万元） | 全年预算数 | 100 | 全年执行数 | 95`, and the
 * lines right below that repeat the fields for a part of it (`其中：财政资金 | 100 | 其中：财政资金 | 95`).
 * `null` unless both budget and spending are there and the line belongs to a project: in a list of a department's
 * data the same words name facts of the whole department.
 */
export function moneyFieldsAt(
  view: SheetView,
  start: number,
  columnNamed: (text: string) => MoneyColumn | null,
): MoneyBlock | null {
  const line = view.lines[start];
  if (!line || line.words || line.pieces.length < 4) return null;
  const [first] = line.pieces;
  const fields = fieldsOn(line, view.lines[start - 1], columnNamed);
  if (
    !first ||
    !fields?.has('executed') ||
    !(fields.has('budget') || fields.has('received') || fields.has('initial'))
  )
    return null;
  const own = BLOCK_LABEL.test(first.text);
  if (!own && projectField(view, view.lines.slice(Math.max(0, start - NEAR), start + 1)) === null)
    return null;
  const label = own ? labelOf(view, first) : { text: '项目资金', ref: view.ref(line.row, first.column) };
  const rows = [rowOf(view, line, label, fields, 'total')];
  let bottom = line;
  for (let next = view.lines[start + rows.length]; next; next = view.lines[start + rows.length]) {
    const part = partOn(next, fields);
    if (!part) break;
    rows.push(rowOf(view, next, labelOf(view, part), fields, 'part'));
    bottom = next;
  }
  const units = line.pieces.flatMap(({ text }) => unitInText(text) ?? []);
  return {
    top: line.row,
    bottom: bottom.row,
    left: first.column,
    right: line.pieces.at(-1)?.right ?? first.right,
    next: start + rows.length,
    unit: units[0] ?? null,
    isList: false,
    rows,
  };
}

function rowOf(
  view: SheetView,
  { row }: Line,
  label: MoneyRow['label'],
  fields: ReadonlyMap<MoneyColumn, Field>,
  role: MoneyRow['role'],
): MoneyRow {
  const read = (name: MoneyColumn): NumberCell | null => {
    const field = fields.get(name);
    return field
      ? numberAt(view, row, field.value.column, {
          rate: name === 'rate' && (saysPercent(field.label.text) ? 'figures' : true),
        })
      : null;
  };
  const points = read('points');
  return {
    label,
    role,
    initial: read('initial'),
    budget: fields.has('budget') ? read('budget') : read('received'),
    received: fields.has('budget') ? read('received') : null,
    executed: read('executed'),
    rate: read('rate'),
    points: points && asPoints(points),
    score: read('score'),
    reason: null,
  };
}

/** The name of a part: a line with one name again and again before its numbers, which stand under those of the fields. */
function partOn({ pieces }: Line, fields: ReadonlyMap<MoneyColumn, Field>): Piece | null {
  const places = [...fields.values()];
  const labels = pieces.filter(({ kind }) => kind === 'text');
  const values = pieces.filter(({ kind }) => kind !== 'text');
  const [label] = labels;
  const same = labels.every(
    ({ text, column }) => text === label?.text && places.some((field) => field.label.column === column),
  );
  const under = values.every(({ column }) => places.some((field) => field.value.column === column));
  return label && labels.length > 1 && values.length > 1 && same && under ? label : null;
}

type Field = Readonly<{ label: Piece; value: Piece }>;

/**
 * The fields of a line by what their labels mean; `null` when a number stands there without a label of money. A rate may stand
 * under its word (预算执行进度) on the line above.
 */
function fieldsOn(
  { pieces }: Line,
  above: Line | undefined,
  columnNamed: (text: string) => MoneyColumn | null,
): ReadonlyMap<MoneyColumn, Field> | null {
  const fields = new Map<MoneyColumn, Field>();
  for (const [index, value] of pieces.entries()) {
    if (value.kind === 'text') continue;
    const before = pieces[index - 1];
    const over = above?.pieces.find(({ column, right }) => column <= value.column && right >= value.column);
    const label = before?.kind === 'text' ? before : over;
    const name = label?.kind === 'text' ? columnNamed(label.text) : null;
    if (!label || name === null || fields.has(name)) return null;
    if (label === over && name !== 'rate') return null;
    fields.set(name, { label, value });
  }
  return fields;
}
