import { perText } from '../remember';
import { exact, ONE, ZERO } from '../scoring/number';
import { squeeze } from '../snapshot/width';
import { splitsHeaders } from './amount-header';
import { saysPercent, unitInText } from './headings';
import { pieceIn, pointsInName } from './indicator-groups';
import { indicatorHeaderAt, type Span } from './indicator-header';
import { headerKey, indicatorColumn } from './indicator-words';
import { moneyFieldsAt } from './money-fields';
import { labelOf, numberAt, proseOf, type Line, type Piece, type SheetView } from './sheet-view';
import type { MoneyRow, NumberCell } from './table';
import { asPoints } from './weights';

/** What a column or field of money holds. */
export type MoneyColumn =
  'initial' | 'budget' | 'received' | 'executed' | 'rate' | 'points' | 'score' | 'reason';

/** Header words of the money block, most telling first: 年初预算 is the yearly budget before it was adjusted. */
const WORDS: readonly (readonly [MoneyColumn, RegExp])[] = [
  ['score', /^预算执行率(?:得分|评分)$/],
  ['rate', /(?:执行率|支付率|完成率|(?:执行|支出|支付|使用)进度)$/],
  ['initial', /^(?:年初|期初)(?:预算|安排|批复)/],
  [
    'executed',
    /(?:执行|支出|支付|使用|决算)(?:数|额|金额|资金|总额)?$|^(?:实际|全年|年度)(?:执行|支出|支付|使用|完成)|^实际投入/,
  ],
  ['received', /(?:到位|下达)(?:数|额|金额|资金|总额)?$/],
  ['budget', /(?:全年|年度|调整后|调整|当年|本年)?(?:预算|安排)(?:数|额|金额|资金|总额|安排)?$/],
];
/** The words of the whole block at its left edge, which are no column of what was spent. */
const BLOCK_NAME = /^(?:年度|全年|部门|项目)?(?:预算|资金|财政资金)(?:执行|使用|支出)(?:情况)?$/;
const ROW_WORDS =
  /支出$|(?:人员|公用)经费$|资金|拨款|其中|结转|总额|合计|金额|收入|专户|补助|中央|省级|市级|县级|区级|自筹|其他|上级|本级|债券|基金|(?:公共|经营)预算$/;
/** Words over the labels of the block. */
const NAMES_LINES =
  /^(?:资金|支出|预算|经费)(?:来源|类型|类别|性质|构成|分类|项目|名称)$|^(?:主要|重点)?(?:任务|工作)(?:名称|内容)?$|^主要内容$/;
/** Words of a block that lists what the money was for. */
const TASKS = /^(?:主要|重点)?(?:任务|工作)(?:名称|内容)$/;
/** How the money is used, which some forms print below its sources: another split of the same total. */
const USES = /^(?:其中[::]?)?(?:基本|项目|经营|其他|上缴上级|(?:对)?附属单位补助)支出$/;
const DETAILS = /^(?:其中[::]?)?(?:人员|(?:日常)?公用)(?:经费|支出)$/;
/** Words at the left edge that name a block without a score. */
const NAMES_BLOCK =
  /^(?:项目|年度|专项|部门)?(?:预算)?资金(?:投入|安排|使用|执行|支出)?(?:情况)?(?:\(|$)|预算执行情况/;
const BLOCK_WORDS = /资金|预算执行|执行情况|年度预算/;

/** The money block of a project form: where it stands and its lines. */
export type MoneyBlock = Readonly<{
  top: number;
  bottom: number;
  left: number;
  right: number;
  next: number;
  /** Unit printed in the header or beside the lines (`项目资金（万元）`), `null` when none is. */
  unit: string | null;
  rows: readonly MoneyRow[];
  /** The lines are tasks with their money, or split into kinds of it: a table of amounts of its own around the total. */
  isList: boolean;
}>;

/**
 * Finds the money block that begins at a line: columns for budget and spending beside a score, with lines of 资金 below.
 * Its 得分 stands in another column than the score of the indicators, so it has a header of its own.
 */
export function moneyBlockAt(view: SheetView, start: number): MoneyBlock | null {
  const header = view.lines[start];
  if (!header?.words) return fieldsAt(view, start);
  if (header.pieces.length < 3) return null;
  if (header.pieces.every(({ text }) => NAMES_FIELDS.test(text))) {
    const fields = fieldsAt(view, start + 1);
    if (fields) return { ...fields, top: header.row };
  }
  const below = view.lines[start + 1];
  const split = below && splitsHeaders(below, header) ? below : null;
  const named = columnsOf(header);
  const columns = split ? totalsIn(named, split) : named;
  const amounts = ['initial', 'budget', 'received', 'executed', 'rate'].filter((name) =>
    named.has(name as MoneyColumn),
  );
  const scored = columns.has('score') || columns.has('points');
  if (amounts.length < 2 || !named.has('executed')) return null;
  if (!scored && !header.pieces.some(({ text }) => NAMES_BLOCK.test(text))) return null;
  const rows: MoneyRow[] = [];
  let bottom = header.row;
  let next = start + (split ? 2 : 1);
  for (; next < view.lines.length; next += 1) {
    const line = view.lines[next];
    if (!line || indicatorHeaderAt(view, next)) break;
    const label =
      rowLabel(line, columns, header) ??
      (rows.length === 0 ? namedAbove(line, header) : nextPart(line, columns, view.lines[next - 1]));
    const alone = !label && rows.length === 0 && scored && isUnnamed(line, columns);
    if (!label && !alone) break;
    rows.push(rowOf(view, line, label, columns, header, rows.length === 0));
    bottom = line.row;
  }
  const [leading] = rows;
  // 合计 below its parts: the first line is one of them.
  if (leading && !isTotal(leading.label.text) && rows.some(({ label }) => isTotal(label.text)))
    rows[0] = { ...leading, role: partRole(headerKey(squeeze(leading.label.text))), points: null };
  const blockLabel = header.pieces.some(({ text }) => BLOCK_WORDS.test(text));
  const isMoney = blockLabel || rows.some(({ label }) => /资金|总额|拨款/.test(label.text));
  if (rows.length === 0 || !(isMoney || rows.some(isScoredTotal))) return null;
  const left = Math.min(...header.pieces.map(({ column }) => column));
  const right = Math.max(...header.pieces.map((piece) => piece.right));
  const lines = view.lines.slice(start, next);
  const unit =
    lines
      .flatMap(({ pieces }) => pieces.map(({ text }) => unitInText(text)))
      .find((found) => found !== null) ?? null;
  const place = { top: header.row, bottom, left, right, next, unit };
  const [total, another] = rows.filter(isScoredTotal);
  const isList = !!total && !another && (!!split || header.pieces.some(({ text }) => TASKS.test(text)));
  return { ...place, rows: isList ? [total] : byTheirRates(rows), isList };
}

/** Words over fields of money: 预算安排情况, 资金到位情况, 资金执行情况, 预算执行进度. */
const NAMES_FIELDS = /^(?:项目)?(?:预算|资金)(?:安排|到位|执行|使用|支出)(?:情况|进度|率)/;

function fieldsAt(view: SheetView, start: number): MoneyBlock | null {
  const block = moneyFieldsAt(view, start, columnNamed);
  return block && { ...block, rows: byTheirRates(block.rows) };
}

/** The same lines with 到位数 as what was to be spent, where most of the printed rates are of it and not of the budget. */
function byTheirRates(rows: readonly MoneyRow[]): readonly MoneyRow[] {
  const isRateOf = ({ rate, executed }: MoneyRow, base: NumberCell | null): boolean => {
    const [printed, above, below] = [rate, executed, base].map((cell) => cell?.reading);
    if (printed?.kind !== 'number' || above?.kind !== 'number' || below?.kind !== 'number') return false;
    if (below.value.equals(ZERO)) return false;
    const apart = printed.value.sub(above.value.div(below.value)).abs();
    return apart.mul(exact(200 * 10 ** printed.decimals)).compare(ONE) <= 0;
  };
  const shown = rows.filter((row) => isRateOf(row, row.received) && !isRateOf(row, row.budget));
  const others = rows.filter((row) => isRateOf(row, row.budget) && !isRateOf(row, row.received));
  if (shown.length <= others.length) return rows;
  return rows.map((row) => ({
    ...row,
    budget: row.received,
    received: null,
    initial: row.initial ?? row.budget,
  }));
}

/** The line that earns the points of 预算执行率. */
const isScoredTotal = ({ label, rate, score }: MoneyRow): boolean =>
  isTotal(label.text) && rate?.reading.kind === 'number' && score?.reading.kind === 'number';

/** The columns with 总额 of every amount that is split; an amount that is printed in parts alone has none. */
function totalsIn(
  columns: ReadonlyMap<MoneyColumn, Span & { piece: Piece }>,
  split: Line,
): Map<MoneyColumn, Span & { piece: Piece }> {
  const found = new Map<MoneyColumn, Span & { piece: Piece }>();
  for (const [name, span] of columns) {
    const parts = split.pieces.filter(({ column }) => column >= span.from && column <= span.to);
    const whole = parts.find(({ text }) => isTotal(text));
    if (parts.length === 0) found.set(name, span);
    else if (whole) found.set(name, { from: whole.column, to: whole.right, piece: span.piece });
  }
  return found;
}

/** The name of the block at the left of the header, for a line of amounts that has none of its own. */
const namedAbove = ({ row, pieces }: Line, header: Line): Piece | null => {
  const [name] = header.pieces;
  return name && name.bottom >= row && pieces.every(({ kind }) => kind !== 'text') ? name : null;
};

/** The label of a line that goes on in the columns of the line above it whatever it is called: 市县安排, 学校承担. */
function nextPart(
  { pieces }: Line,
  columns: ReadonlyMap<MoneyColumn, Span>,
  above: Line | undefined,
): Piece | null {
  const [label] = pieces;
  const amounts = ['budget', 'received', 'executed'] as const;
  const filled = amounts.filter((name) => {
    const span = columns.get(name);
    return span && pieces.some(({ kind, column }) => kind === 'number' && column === span.from);
  });
  const goesOn =
    label?.kind === 'text' &&
    label.text.length <= LONGEST_LABEL &&
    above?.pieces.some(({ kind, column }) => kind === 'text' && column === label.column) &&
    pieces.every(({ kind }, index) => index === 0 || kind !== 'text');
  return goesOn && filled.length > 1 ? label : null;
}

const LONGEST_LABEL = 30;

/** Whether a line holds nothing but values under the words of the header: the only line of a block that names none. */
const isUnnamed = ({ pieces }: Line, columns: ReadonlyMap<MoneyColumn, Span>): boolean =>
  pieces.length > 2 &&
  columns.has('executed') &&
  (columns.has('budget') || columns.has('received')) &&
  pieces.every(
    ({ kind, column }) =>
      kind !== 'text' && [...columns.values()].some(({ from, to }) => column >= from && column <= to),
  );

/** What a header word of the money block means. */
const columnNamed = perText((text): MoneyColumn | null => {
  const role = indicatorColumn(text)?.role;
  if (role === 'points' || role === 'score' || role === 'reason') return role;
  const key = headerKey(text);
  return WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
});

function columnsOf(header: Line): Map<MoneyColumn, Span & { piece: Piece }> {
  const columns = new Map<MoneyColumn, Span & { piece: Piece }>();
  for (const piece of header.pieces) {
    const key = headerKey(piece.text);
    const name = piece === header.pieces[0] && BLOCK_NAME.test(key) ? null : columnNamed(piece.text);
    if (name === null) continue;
    const known = columns.get(name);
    // The name of the block at the edge (部门整体支出) is no column when 全年执行数 stands further right.
    if (known && known.piece !== header.pieces[0] && !saysBetter(name, key, known.piece.text)) continue;
    columns.set(name, { from: piece.column, to: piece.right, piece });
  }
  return columns;
}

/**
 * 年度预算数 above the row labels is no column of amounts when 调整后预算数 stands further right; what was put in is what was
 * spent only where no other column says that.
 */
const saysBetter = (name: MoneyColumn, key: string, known: string): boolean =>
  (name === 'budget' && /调整|全年/.test(key) && !/调整|全年/.test(known)) ||
  (name === 'executed' && /投入/.test(known) && !/投入/.test(key));

/** The label of a line of money: the last text before its first amount. */
function rowLabel(line: Line, columns: ReadonlyMap<MoneyColumn, Span>, header: Line): Piece | null {
  const first = Math.min(
    ...[...columns.values()]
      .map(({ from }) => from)
      .filter((from) => line.pieces.some((piece) => piece.column >= from && piece.kind !== 'text')),
  );
  const firstAmount = Number.isFinite(first)
    ? Math.max(first, (header.pieces[0]?.column ?? 0) + 1)
    : Number.POSITIVE_INFINITY;
  const amount = line.pieces.find((piece) => piece.kind !== 'text' && piece.column >= firstAmount);
  const label = line.pieces
    .filter((piece) => piece.kind === 'text' && piece.column < (amount?.column ?? Number.POSITIVE_INFINITY))
    .at(-1);
  if (!label || label.text.length > LONGEST_LABEL) return null;
  const scored = columns.has('score') || columns.has('points');
  return ROW_WORDS.test(label.text.replace(/[:：]$/, '')) || (amount && scored && isUnder(label, header))
    ? label
    : null;
}

/** Whether a label stands under a word that says what the lines of the block are: 资金来源, 支出类型, 主要内容. */
const isUnder = (label: Piece, header: Line): boolean =>
  header.pieces.some(
    ({ column, right, text }) =>
      label.column >= column && label.column <= right && NAMES_LINES.test(headerKey(text)),
  );

function rowOf(
  view: SheetView,
  line: Line,
  label: Piece | null,
  columns: ReadonlyMap<MoneyColumn, Span & { piece: Piece }>,
  header: Line,
  first: boolean,
): MoneyRow {
  const read = (name: MoneyColumn): NumberCell | null => {
    const span = columns.get(name);
    if (!span || (label && label.column >= span.from)) return null;
    return numberAt(view, line.row, pieceIn(view, line.row, span)?.column ?? span.from, {
      rate: name === 'rate' && (saysPercent(span.piece.text) ? 'figures' : true),
    });
  };
  const reason = columns.get('reason');
  const reasonPiece = reason && pieceIn(view, line.row, reason);
  const name = label?.text ?? '项目资金';
  const role = isTotal(name) || (first && !/^其中/.test(name)) ? 'total' : partRole(headerKey(name));
  return {
    label: label
      ? labelOf(view, label)
      : { text: name, ref: view.ref(line.row, line.pieces[0]?.column ?? 0) },
    role,
    initial: read('initial'),
    budget: columns.has('budget') ? read('budget') : read('received'),
    received: columns.has('budget') ? read('received') : null,
    executed: read('executed'),
    rate: read('rate'),
    points: pointsIn(read('points')) ?? (role === 'total' ? headerPoints(view, header, columns) : null),
    score: read('score'),
    reason: reason
      ? reasonPiece
        ? proseOf(view, reasonPiece)
        : { text: '', ref: view.ref(line.row, reason.from) }
      : null,
  };
}

const isTotal = (label: string): boolean => /总额|合计|总计|小计/.test(label) && !/^其中/.test(label);

const partRole = (label: string): MoneyRow['role'] =>
  DETAILS.test(label) ? 'detail' : USES.test(label) ? 'use' : 'part';

const pointsIn = (cell: NumberCell | null): NumberCell | null => cell && asPoints(cell);

/** Points that the header prints in brackets: `得分(20分*执行率)`, `预算执行情况（10分）`. */
function headerPoints(
  view: SheetView,
  header: Line,
  columns: ReadonlyMap<MoneyColumn, Span & { piece: Piece }>,
): NumberCell | null {
  const score = columns.get('score')?.piece;
  for (const piece of [...(score ? [score] : []), ...header.pieces]) {
    const points = pointsInName(view, piece) ?? pointsInRule(view, piece);
    if (points) return points;
  }
  return null;
}

const pointsInRule = (view: SheetView, piece: Piece): NumberCell | null => {
  const digits = /(\d+(?:\.\d+)?)分?[*×xX]执行率|执行率[*×xX](\d+(?:\.\d+)?)/.exec(piece.text);
  const number = digits?.[1] ?? digits?.[2];
  return number === undefined ? null : pointsInName(view, { ...piece, text: `(${number}分)` });
};
