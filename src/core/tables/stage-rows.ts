import { isRateLabel, mostlyQuantities, unitBehind, type ReadRow } from './amount-block';
import { amountKind } from './amount-kinds';
import { placed } from './amount-rows';
import { amountMeaning, headerYear } from './amount-words';
import { headingOf, titleWords } from './headings';
import { headerKey } from './indicator-words';
import { rowLabel } from './row-labels';
import { labelOf, numberAt, rawText, type Line, type Piece, type SheetView } from './sheet-view';
import type { AmountColumn, AmountTable, ColumnMeaning } from './table';

const FEWEST_STAGES = 2;
const FEWEST_QUANTITIES = 2;
const MOST_LINES = 8;
const LONGEST_NAME = 30;

/** A stage of the year and nothing else: 公用经费决算数 is a quantity. */
const STAGE =
  /^(?:(?:19|20)\d{2}年?度?|上年度?|本年度?|当年)?(?:年初|调整后?的?|全年|年度)?(?:预算|决算|执行|支出|实际支出|实际执行)(?:安排)?(?:数|额|金额)?$/;
/** Lines that may stand among the stages. */
const BESIDE: ReadonlySet<ColumnMeaning | null> = new Set<ColumnMeaning>(['rate', 'other']);

/**
 * Reads a table whose lines are the stages of the year (预算数, 决算数) and whose columns are the quantities (“三公”经费,
 * 公用经费): the quantities are turned into the rows, the stages into columns. `null` for anything else.
 */
export function stageRowsAt(view: SheetView, start: number, above: readonly Line[]): AmountTable | null {
  const header = view.lines[start];
  if (!header?.words) return null;
  const labels = view.lines[start + 1]?.pieces[0]?.column ?? 0;
  const names = header.pieces.filter(({ column }) => column > labels);
  if (names.length < FEWEST_QUANTITIES || names.some(({ text }) => text.length > LONGEST_NAME)) return null;
  const heading = headingOf(view, above);
  const stages = stageLines(view.lines.slice(start + 1, start + 1 + MOST_LINES), names, heading.year);
  if (stages.filter(({ meaning }) => !BESIDE.has(meaning)).length < FEWEST_STAGES) return null;
  const rows = names.map((name) => rowOf(view, name, stages));
  // Columns that say what their numbers are (2022年, 金额) belong to a table whose quantities are the lines.
  const parts = rows.filter(({ label }) => label.totals === null);
  if (parts.length === 0 || !mostlyQuantities(parts)) return null;
  if (parts.some(({ piece }) => amountMeaning(piece.text, null) !== null)) return null;
  const columns = stages.map(({ piece, meaning }): AmountColumn => ({
    header: labelOf(view, piece),
    under: [],
    meaning,
    year: headerYear(piece.text).year,
    unit: unitBehind(piece.text),
  }));
  const kind = amountKind({
    rowHeader: '',
    title: titleWords(heading),
    labels: rows.map(({ label }) => label.name),
    meanings: columns.map(({ meaning }) => meaning),
  });
  const last = stages[stages.length - 1];
  return {
    kind,
    title: heading.title,
    sheet: view.name,
    range: {
      top: header.row,
      left: Math.min(...stages.map(({ piece }) => piece.column)),
      bottom: last?.row ?? header.row,
      right: Math.max(...names.map(({ right }) => right)),
    },
    unit: heading.unit,
    year: heading.year,
    columns,
    rows: placed(view, rows, kind),
  };
}

type StageLine = Readonly<{ piece: Piece; meaning: ColumnMeaning; row: number }>;

/** The lines that begin with a stage, a rate or a difference and go on with numbers under the names. */
function stageLines(
  lines: readonly Line[],
  names: readonly Piece[],
  year: number | null,
): readonly StageLine[] {
  const stages: StageLine[] = [];
  for (const { pieces, row } of lines) {
    const [label, ...values] = pieces;
    const meaning = label?.kind === 'text' ? stageOf(label.text, year) : null;
    const areUnder = values.every(
      ({ kind, column }) => kind !== 'text' && names.some((name) => name.column === column),
    );
    const isLeft = label !== undefined && names.every(({ column }) => column > label.column);
    if (!label || !isLeft || meaning === null || values.length === 0 || !areUnder) break;
    stages.push({ piece: label, meaning, row });
  }
  return stages;
}

function stageOf(text: string, year: number | null): ColumnMeaning | null {
  const meaning = amountMeaning(text, year);
  return STAGE.test(headerKey(text)) || BESIDE.has(meaning) ? meaning : null;
}

function rowOf(view: SheetView, name: Piece, stages: readonly StageLine[]): ReadRow {
  const unit = unitBehind(name.text);
  return {
    piece: name,
    label: rowLabel(rawText(name)),
    cells: stages.map(({ row, meaning }) =>
      numberAt(view, row, name.column, { rate: meaning === 'rate' || isRateLabel(name.text) }),
    ),
    unit,
    measured: unit !== null,
    note: null,
  };
}
