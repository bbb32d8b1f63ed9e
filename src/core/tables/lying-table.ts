import { amountKind } from './amount-kinds';
import { lowestPieces } from './amount-header';
import { isRateLabel, unitBehind, type ReadRow } from './amount-block';
import { placed } from './amount-rows';
import { amountMeaning } from './amount-words';
import { headingOf, titleWords } from './headings';
import { rowLabel } from './row-labels';
import { labelOf, numberAt, rawText, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountColumn, AmountTable } from './table';

/** A header of one line over values is a list; deeper ones are not printed. */
const FEWEST_LINES = 2;
const MOST_LINES = 4;
const FEWEST_VALUES = 3;
const LONGEST_NAME = 30;
const OWN_SUM = /^(?:小计|合计)$/;

/** A value at the foot of the headers above it, from the outermost. */
type Foot = Readonly<{ piece: Piece; uppers: readonly Piece[] }>;

/**
 * Reads a table that lies on its side: headers in several lines (预算数 over 合计, 公务用车购置及运行费 over 小计) with a single
 * line of values below, as the form of 三公经费 prints it. What stands under each of several stages of the year is turned into
 * the rows, the stages into columns. `null` for anything else.
 */
export function lyingTableAt(view: SheetView, start: number, above: readonly Line[]): AmountTable | null {
  const first = view.lines[start];
  if (!first?.words || first.pieces.length < 2) return null;
  let end = start + 1;
  while (end - start <= MOST_LINES && view.lines[end]?.words) end += 1;
  const values = view.lines[end];
  const lines = view.lines.slice(start, end);
  if (!values || lines.length < FEWEST_LINES || lines.length > MOST_LINES) return null;
  const feet = lowestPieces(lines);
  if (!areValues(values, feet) || areValues(view.lines[end + 1], feet)) return null;
  const stages = stagesOf(feet);
  if (stages === null) return null;
  const heading = headingOf(view, above);
  const [leading = []] = stages.map((stage) => stage.feet);
  const rows = leading.map((foot, index): ReadRow => rowOf(view, foot, stages, index, values.row));
  const columns = stages.map(({ piece }): AmountColumn => ({
    header: labelOf(view, piece),
    under: [],
    meaning: amountMeaning(piece.text, heading.year) ?? 'value',
    year: null,
    unit: null,
  }));
  const kind = amountKind({
    rowHeader: '',
    title: titleWords(heading),
    labels: rows.map(({ label }) => label.name),
    meanings: columns.map(({ meaning }) => meaning),
  });
  return {
    kind,
    title: heading.title,
    sheet: view.name,
    range: {
      top: first.row,
      left: Math.min(...feet.map(({ piece }) => piece.column)),
      bottom: values.row,
      right: Math.max(...feet.map(({ piece }) => piece.right)),
    },
    unit: heading.unit,
    year: heading.year,
    columns,
    rows: placed(view, rows, kind),
  };
}

/** Whether a line holds numbers and nothing else, each under a header. */
function areValues(line: Line | undefined, feet: readonly Foot[]): boolean {
  return (
    line !== undefined &&
    line.pieces.length >= FEWEST_VALUES &&
    line.pieces.every(
      ({ kind, column }) => kind !== 'text' && feet.some(({ piece }) => piece.column === column),
    ) &&
    feet.every(({ piece }) => piece.kind === 'text' && piece.text.length <= LONGEST_NAME)
  );
}

type Stage = Readonly<{ piece: Piece; feet: readonly Foot[] }>;

/** The outermost headers, where each is a stage of the year over the same words; `null` where they are anything else. */
function stagesOf(feet: readonly Foot[]): readonly Stage[] | null {
  const stages = new Map<Piece, Foot[]>();
  for (const { piece, uppers } of feet) {
    const [outermost, ...inner] = uppers;
    if (!outermost) return null;
    const stage = stages.get(outermost) ?? [];
    stages.set(outermost, stage);
    stage.push({ piece, uppers: inner });
  }
  const found = [...stages].map(([piece, own]): Stage => ({ piece, feet: own }));
  const [words = '', ...others] = found.map((stage) => stage.feet.map(pathOf).join('|'));
  const isStage = found.every(({ piece }) => STAGES.has(amountMeaning(piece.text, null) ?? ''));
  return found.length > 0 && isStage && others.every((other) => other === words) ? found : null;
}

const STAGES: ReadonlySet<string> = new Set([
  'initial-budget',
  'adjusted-budget',
  'budget',
  'final',
  'prior-budget',
  'prior-final',
]);

const pathOf = ({ piece, uppers }: Foot): string => [...uppers, piece].map(({ text }) => text).join('>');

/** 小计 under 公务用车购置及运行费 is that; what stands beside it is a part of it. */
function rowOf(
  view: SheetView,
  { piece, uppers }: Foot,
  stages: readonly Stage[],
  index: number,
  row: number,
): ReadRow {
  const upper = uppers.at(-1);
  const isSum = upper !== undefined && OWN_SUM.test(piece.text);
  const named = isSum ? upper : piece;
  const indent = isSum ? uppers.length - 1 : uppers.length;
  return {
    piece: named,
    label: { ...rowLabel(rawText(named)), indent },
    cells: stages.map(({ feet }) =>
      numberAt(view, row, feet[index]?.piece.column ?? piece.column, { rate: isRateLabel(named.text) }),
    ),
    unit: unitBehind(named.text),
    measured: false,
    note: null,
  };
}
