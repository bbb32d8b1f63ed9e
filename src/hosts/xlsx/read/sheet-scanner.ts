import { MAX_COLUMNS, MAX_ROWS, parseRange, type Range } from '../../../core/snapshot/address';
import { EMPTY, OPEN, XmlScanner } from '../xml/xml-scanner';
import { isCell, newCellSpot, readCell, type CellSpot } from './cell-scanner';
import { QuickCells } from './quick-cells';
import { isTrue } from './styles-part';

/** A row's offsets; `closeStart` is where its closing tag begins, or `end` for a row without content. */
export type RowSpot = {
  row: number;
  start: number;
  tagEnd: number;
  closeStart: number;
  end: number;
  hidden: boolean;
  /** Style of the row's cells that are not written, -1 for none. */
  style: number;
};

/** What is told about a sheet while its part is read through once. */
export type SheetVisitor = Readonly<{
  cell: (spot: CellSpot, scanner: XmlScanner) => void;
  /** Called when a row is complete, after its cells. */
  row?: (spot: RowSpot) => void;
  merge?: (range: Range) => void;
  /** Columns that are hidden or have a style for cells that are not written (-1 for none). */
  columns?: (first: number, last: number, hidden: boolean, style: number) => void;
  protection?: (on: boolean) => void;
  /** Every direct child of the sheet, after its content. */
  part?: (name: string, start: number, tagEnd: number, end: number) => void;
}>;

/** Reads a sheet part through once, strictly, and tells what is in it. Gives the prefix of its elements. */
export function scanSheet(xml: string, path: string, visitor: SheetVisitor): string {
  const scanner = new XmlScanner(xml, path);
  if (!scanner.next() || !scanner.is('worksheet')) scanner.fail('不是工作表');
  const root = scanner.prefix();
  const prefixes = mainPrefixes(scanner);
  const hasContent = scanner.kind === OPEN;
  while (hasContent && scanner.child()) {
    const { start, end: tagEnd } = scanner;
    const name = prefixes.includes(scanner.prefix()) ? scanner.local() : '';
    if (name === 'sheetData') scanRows(scanner, visitor);
    else if (name === 'mergeCells') scanMerges(scanner, visitor);
    else if (name === 'cols') scanColumns(scanner, visitor);
    else {
      if (name === 'sheetProtection') visitor.protection?.(isTrue(scanner.attribute('sheet')));
      scanner.skip();
    }
    visitor.part?.(name, start, tagEnd, scanner.end);
  }
  if (scanner.next()) scanner.fail('内容不完整');
  return root;
}

/** Prefixes that stand for the spreadsheet namespace in either edition; the root's own always does. */
function mainPrefixes(scanner: XmlScanner): string[] {
  const prefixes = [scanner.prefix()];
  for (let n = 0; n < scanner.attributes; n += 1) {
    const [xmlns, prefix = ''] = scanner.attributeName(n).split(':');
    if (xmlns === 'xmlns' && /\/spreadsheetml\/(?:2006\/)?main$/.test(scanner.attributeValue(n)))
      prefixes.push(prefix);
  }
  return prefixes;
}

function scanRows(scanner: XmlScanner, visitor: SheetVisitor): void {
  if (scanner.kind === EMPTY) return;
  const spot = newCellSpot();
  const quick = new QuickCells(scanner);
  const rowSpot: RowSpot = { row: -1, start: 0, tagEnd: 0, closeStart: 0, end: 0, hidden: false, style: -1 };
  while (scanner.child()) {
    if (!scanner.is('row')) {
      scanner.skip();
      continue;
    }
    rowSpot.row = rowIndex(scanner, rowSpot.row + 1);
    rowSpot.start = scanner.start;
    rowSpot.tagEnd = scanner.end;
    rowSpot.hidden = isTrue(scanner.attribute('hidden'));
    rowSpot.style = isTrue(scanner.attribute('customFormat')) ? Number(scanner.attribute('s') ?? -1) : -1;
    if (scanner.kind === OPEN) {
      scanCells(scanner, spot, rowSpot.row, quick, visitor);
      rowSpot.closeStart = scanner.start;
    } else rowSpot.closeStart = scanner.end;
    rowSpot.end = scanner.end;
    visitor.row?.(rowSpot);
  }
}

function scanCells(
  scanner: XmlScanner,
  spot: CellSpot,
  row: number,
  quick: QuickCells,
  visitor: SheetVisitor,
): void {
  quick.startRow(row);
  spot.column = -1;
  for (;;) {
    while (quick.read(spot)) visitor.cell(spot, scanner);
    if (!scanner.child()) return;
    if (isCell(scanner)) {
      readCell(scanner, spot, row, spot.column + 1);
      visitor.cell(spot, scanner);
    } else scanner.skip();
  }
}

function rowIndex(scanner: XmlScanner, next: number): number {
  const written = scanner.attribute('r');
  const row = written === undefined ? next : Number(written) - 1;
  if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS)
    scanner.fail(`有不存在的行“${written ?? next + 1}”`);
  return row;
}

function scanMerges(scanner: XmlScanner, visitor: SheetVisitor): void {
  if (scanner.kind === EMPTY) return;
  while (scanner.child()) {
    if (scanner.is('mergeCell')) {
      const ref = scanner.attribute('ref') ?? '';
      visitor.merge?.(parseRange(ref) ?? scanner.fail(`有不存在的合并区域“${ref}”`));
    }
    scanner.skip();
  }
}

function scanColumns(scanner: XmlScanner, visitor: SheetVisitor): void {
  if (scanner.kind === EMPTY) return;
  while (scanner.child()) {
    if (scanner.is('col')) {
      const first = Number(scanner.attribute('min')) - 1;
      const last = Math.min(Number(scanner.attribute('max')), MAX_COLUMNS) - 1;
      const hidden = isTrue(scanner.attribute('hidden'));
      if (first >= 0 && last >= first)
        visitor.columns?.(first, last, hidden, Number(scanner.attribute('style') ?? -1));
    }
    scanner.skip();
  }
}
