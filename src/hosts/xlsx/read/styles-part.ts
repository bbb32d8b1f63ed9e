import { CLOSE, XmlScanner } from '../xml/xml-scanner';
import { formatCode } from './number-formats';

/** What a cell's style says that matters to its meaning. */
export type CellStyle = { format?: string; indent?: number; locked: boolean };

/** Reads the cell styles in the order in which cells name them. */
export function readStyles(xml: string, path: string): CellStyle[] {
  const scanner = new XmlScanner(xml, path);
  const codes = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCellStyles = false;
  while (scanner.next()) {
    const closing = scanner.kind === CLOSE;
    if (scanner.is('cellXfs')) inCellStyles = !closing && scanner.depth === 2;
    else if (closing) continue;
    else if (scanner.is('numFmt') && scanner.depth <= 3) {
      codes.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? '');
    } else if (inCellStyles) readStyleTag(scanner, codes, styles);
  }
  return styles;
}

function readStyleTag(scanner: XmlScanner, codes: ReadonlyMap<number, string>, styles: CellStyle[]): void {
  const last = styles.at(-1);
  if (scanner.is('xf')) {
    const format = formatCode(Number(scanner.attribute('numFmtId') ?? 0), codes);
    styles.push({ ...(format !== undefined && { format }), locked: true });
  } else if (last && scanner.is('alignment')) {
    const indent = Number(scanner.attribute('indent') ?? 0);
    if (indent > 0) last.indent = indent;
  } else if (last && scanner.is('protection')) {
    last.locked = !isFalse(scanner.attribute('locked'));
  }
}

/** A truth value as XML Schema writes it. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

function isFalse(text: string | undefined): boolean {
  return text === '0' || text === 'false' || text === 'off';
}
