import { MAX_COLUMNS } from '../../../core/snapshot/address';
import { OPEN, type XmlScanner } from '../xml/xml-scanner';
import { readRichText } from './shared-strings';

/** A formula as the part holds it: shared, array and data-table formulas carry more than their text. */
export type FormulaSpot = Readonly<{
  start: number;
  end: number;
  text: string;
  type: 'normal' | 'shared' | 'array' | 'dataTable';
  /** Number of a shared formula within its sheet. */
  shared?: string;
  /** Cells that a shared formula's first cell or an array formula stands for. */
  area?: string;
}>;

/** Offsets within a sheet part of one cell and what it holds; one object is used again for every cell. */
export type CellSpot = {
  row: number;
  column: number;
  start: number;
  end: number;
  /** Index of the style, 0 where none is named. */
  style: number;
  type: CellType;
  /** Text of `<v>`, `null` where there is none. */
  value: string | null;
  formula: FormulaSpot | null;
  /** Text of `<is>`. */
  inline: string;
};

export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** A spot to be filled by {@link readCell}. */
export function newCellSpot(): CellSpot {
  return {
    row: 0,
    column: 0,
    start: 0,
    end: 0,
    style: 0,
    type: 'n',
    value: null,
    formula: null,
    inline: '',
  };
}

const C = 99;
const F = 102;
const R = 114;
const S = 115;
const T = 116;
const V = 118;

/** Whether the tag is a cell's; this and what follows runs once a cell and compares code units only. */
export function isCell(scanner: XmlScanner): boolean {
  return isLetter(scanner, C);
}

function isLetter(scanner: XmlScanner, letter: number): boolean {
  const at = scanner.localStart;
  return scanner.nameEnd - at === 1 && scanner.xml.charCodeAt(at) === letter;
}

/** Reads the cell whose opening tag was just read, up to its closing tag. Without an address it stands after the last. */
export function readCell(scanner: XmlScanner, spot: CellSpot, row: number, nextColumn: number): void {
  spot.start = scanner.start;
  spot.row = row;
  spot.column = nextColumn;
  spot.style = 0;
  spot.type = 'n';
  spot.value = null;
  spot.formula = null;
  spot.inline = '';
  for (let n = 0; n < scanner.attributes; n += 1) {
    const from = scanner.spot(n, 0);
    if (scanner.spot(n, 1) - from !== 1) continue;
    const name = scanner.xml.charCodeAt(from);
    if (name === R) spot.column = columnOf(scanner, n, row);
    else if (name === S) spot.style = styleOf(scanner, n);
    else if (name === T) spot.type = typeOf(scanner, n);
  }
  if (spot.column >= MAX_COLUMNS) scanner.fail(`第 ${row + 1} 行的列数过多`);
  if (scanner.kind === OPEN) readContent(scanner, spot);
  spot.end = scanner.end;
}

function readContent(scanner: XmlScanner, spot: CellSpot): void {
  while (scanner.child()) {
    if (isLetter(scanner, V)) {
      spot.value = scanner.text();
    } else if (isLetter(scanner, F)) spot.formula = readFormula(scanner);
    else if (scanner.is('is')) spot.inline = readRichText(scanner);
    else scanner.skip();
  }
}

function readFormula(scanner: XmlScanner): FormulaSpot {
  const { start } = scanner;
  const type = scanner.attribute('t') ?? 'normal';
  const shared = scanner.attribute('si');
  const area = scanner.attribute('ref');
  const inputs = [scanner.attribute('r1'), scanner.attribute('r2')].filter((input) => input !== undefined);
  const written = scanner.text();
  const kind = type === 'shared' || type === 'array' || type === 'dataTable' ? type : 'normal';
  return {
    start,
    end: scanner.end,
    text: kind === 'dataTable' ? `TABLE(${inputs.join(',')})` : written,
    type: kind,
    ...(shared !== undefined && { shared }),
    ...(area !== undefined && { area }),
  };
}

/** Column of an address such as `AB12`; its row must be the row it stands in, or two programs would read two sheets. */
function columnOf(scanner: XmlScanner, n: number, row: number): number {
  const { xml } = scanner;
  const end = scanner.spot(n, 3);
  let at = scanner.spot(n, 2);
  let column = 0;
  for (
    let letter = xml.charCodeAt(at) & ~32;
    letter >= 65 && letter <= 90;
    letter = xml.charCodeAt(at) & ~32
  ) {
    column = column * 26 + letter - 64;
    at += 1;
  }
  let number = 0;
  for (; at < end; at += 1) {
    const digit = xml.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) number = Number.NaN;
    number = number * 10 + digit;
  }
  if (column === 0 || number !== row + 1)
    scanner.fail(`第 ${row + 1} 行有位置不对的单元格“${scanner.attributeValue(n)}”`);
  return column - 1;
}

function styleOf(scanner: XmlScanner, n: number): number {
  const { xml } = scanner;
  let number = 0;
  for (let at = scanner.spot(n, 2); at < scanner.spot(n, 3); at += 1)
    number = number * 10 + xml.charCodeAt(at) - 48;
  return number;
}

function typeOf(scanner: XmlScanner, n: number): CellType {
  const from = scanner.spot(n, 2);
  if (scanner.spot(n, 3) - from === 1) {
    const unit = scanner.xml.charCodeAt(from);
    if (unit === 110) return 'n';
    if (unit === S) return 's';
  }
  const type = scanner.attributeValue(n);
  switch (type) {
    case 'n':
    case 's':
    case 'str':
    case 'inlineStr':
    case 'b':
    case 'e':
    case 'd':
      return type;
    default:
      return scanner.fail(`有不认识的单元格类型“${type}”`);
  }
}
