import { projectField, saysPercent, unitInText } from './headings';
import type { MoneyBlock, MoneyColumn } from './money-block';
import { labelOf, numberAt, type Line, type Piece, type SheetView } from './sheet-view';
import type { NumberCell } from './table';
import { asPoints } from './weights';

/** Lines above the money within which a form names its project. */
const NEAR = 8;
const BLOCK_LABEL = /^(?:项目|专项|年度|预算)*(?:资金|预算执行)(?:情况|总额|安排|使用)*(?:\(|$)/;

/**
 * Reads the money of a project that stands in fields on one line: `项目资金（万元） | 全年预算数 | 100 | 全年执行数 | 95`.
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
  const fields = fieldsOn(line, columnNamed);
  if (
    !first ||
    !fields?.has('executed') ||
    !(fields.has('budget') || fields.has('received') || fields.has('initial'))
  )
    return null;
  const own = BLOCK_LABEL.test(first.text);
  if (!own && projectField(view, view.lines.slice(Math.max(0, start - NEAR), start + 1)) === null)
    return null;
  const read = (name: MoneyColumn): NumberCell | null => {
    const field = fields.get(name);
    if (!field) return null;
    const { label, value } = field;
    return numberAt(view, line.row, value.column, {
      rate: name === 'rate' && (saysPercent(label.text) ? 'figures' : true),
    });
  };
  const points = read('points');
  const units = line.pieces.flatMap(({ text }) => unitInText(text) ?? []);
  return {
    top: line.row,
    bottom: line.row,
    left: first.column,
    right: line.pieces.at(-1)?.right ?? first.right,
    next: start + 1,
    unit: units[0] ?? null,
    isList: false,
    rows: [
      {
        label: own ? labelOf(view, first) : { text: '项目资金', ref: view.ref(line.row, first.column) },
        role: 'total',
        initial: read('initial'),
        budget: read('budget') ?? read('received'),
        received: null,
        executed: read('executed'),
        rate: read('rate'),
        points: points && asPoints(points),
        score: read('score'),
        reason: null,
      },
    ],
  };
}

type Field = Readonly<{ label: Piece; value: Piece }>;

/** The fields of a line by what their labels mean; `null` when a number stands there without a label of money. */
function fieldsOn(
  { pieces }: Line,
  columnNamed: (text: string) => MoneyColumn | null,
): ReadonlyMap<MoneyColumn, Field> | null {
  const fields = new Map<MoneyColumn, Field>();
  for (const [index, value] of pieces.entries()) {
    if (value.kind === 'text') continue;
    const label = pieces[index - 1];
    const name = label?.kind === 'text' ? columnNamed(label.text) : null;
    if (!label || name === null || fields.has(name)) return null;
    fields.set(name, { label, value });
  }
  return fields;
}
