import { toA1, type Position } from '../../../core/snapshot/address';
import type { Cell, CellValue } from '../../../core/snapshot/snapshot';
import type { XmlScanner } from '../xml/xml-scanner';
import { unescapeCellText } from '../xml/xml-text';
import type { CellSpot } from './cell-scanner';
import { moveFormula } from './shared-formula';
import type { CellStyle } from './styles-part';

/** What cells of all sheets refer to. Strings are read when the first cell asks for one. */
export type CellContext = Readonly<{
  styles: readonly CellStyle[];
  strings: () => readonly string[];
  /** Formula cells that come without a result are put here. */
  unsaved: Set<Cell>;
}>;

/** First cells of the shared formulas of one sheet, by number. */
export type SharedFormulas = Map<string, Position & { text: string }>;

type Building = {
  row: number;
  column: number;
  value: CellValue;
  formula?: string;
  format?: string;
  indent?: number;
};

/** Cell of the snapshot for a cell of the part; `null` for one that holds nothing but a format. */
export function toCell(
  spot: CellSpot,
  scanner: XmlScanner,
  context: CellContext,
  shared: SharedFormulas,
): Cell | null {
  const value = valueOf(spot, scanner, context);
  if (spot.formula === null && (value === null || value === '')) return null;
  const cell: Building = { row: spot.row, column: spot.column, value: value ?? '' };
  if (spot.formula) cell.formula = formulaOf(spot, shared);
  const style = context.styles[spot.style];
  if (style?.format !== undefined) cell.format = style.format;
  if (style?.indent !== undefined) cell.indent = style.indent;
  if (value === null && cell.formula !== undefined) context.unsaved.add(cell);
  return cell;
}

function valueOf(spot: CellSpot, scanner: XmlScanner, context: CellContext): CellValue | null {
  if (spot.type === 'inlineStr') return spot.inline;
  const { value } = spot;
  if (value === null) return null;
  switch (spot.type) {
    case 'n':
      return numberOf(value, spot, scanner);
    case 's': {
      return context.strings()[Number(value)] ?? scanner.fail(`单元格 ${toA1(spot)} 引用的文字不存在`);
    }
    case 'b':
      return /^\s*(?:1|true)\s*$/.test(value);
    case 'e':
      return { error: value };
    case 'd':
      return serialOf(value.trim()) ?? scanner.fail(`单元格 ${toA1(spot)} 的日期无法识别`);
    case 'str':
      return unescapeCellText(value);
  }
}

function numberOf(text: string, spot: CellSpot, scanner: XmlScanner): number | null {
  const number = Number(text);
  // `Number` takes blanks for 0, and knows `0x1F`, `0b1` and `Infinity`; a file has none of these.
  if (number === 0 && text.trim() === '') return null;
  if (!Number.isFinite(number) || (text.charCodeAt(1) > 57 && !/^\d[eE]/.test(text))) {
    scanner.fail(`单元格 ${toA1(spot)} 的数值“${text}”无法识别`);
  }
  return number;
}

/** Serial number of an ISO 8601 date or time, which strict files may hold: days since 1899-12-30. */
function serialOf(iso: string): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (!match || iso === '') return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days =
    year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

function formulaOf(spot: CellSpot, shared: SharedFormulas): string {
  const { formula } = spot;
  if (!formula) return '';
  if (formula.type !== 'shared' || formula.shared === undefined) return readableFormula(formula.text);
  const first = shared.get(formula.shared);
  if (formula.text !== '') {
    if (!first) shared.set(formula.shared, { row: spot.row, column: spot.column, text: formula.text });
    return readableFormula(formula.text);
  }
  if (!first) return '';
  return readableFormula(moveFormula(first.text, spot.row - first.row, spot.column - first.column));
}

/** Files mark functions that came after 2007 with a prefix that nobody sees in Excel. */
function readableFormula(text: string): string {
  return text.includes('_xl')
    ? text.replace(/"(?:[^"]|"")*"|_xlfn\.(?:_xlws\.)?|_xlws\./g, (token) =>
        token.startsWith('"') ? token : '',
      )
    : text;
}
