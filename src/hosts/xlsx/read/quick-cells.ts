import { perText } from '../../../core/remember';
import { MAX_COLUMNS } from '../../../core/snapshot/address';
import type { XmlScanner } from '../xml/xml-scanner';
import { decodeText, ownText, unescapeCellText } from '../xml/xml-text';
import type { CellSpot, CellType } from './cell-scanner';

/** A label as it may be written, eight signs for one Chinese character. */
const LONGEST_WRITTEN = 400;

const LETTERS = new Map<string, number>();

/** Index of a column by its letters, remembered: a sheet names the same few columns in every row. */
function columnOf(letters: string): number {
  let index = LETTERS.get(letters);
  if (index === undefined) {
    index = 0;
    for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
    index -= 1;
    LETTERS.set(letters, index);
  }
  return index;
}

/**
 * Reads a cell that is written as every program writes it, with one regular expression: address, style and type in
 * this order, a plain formula, a value or an inline string without runs. This is nearly every cell of nearly every
 * file and takes half the time of walking over its tags; any other cell is left to the scanner. The expression accepts
 * only what is well-formed, so nothing passes here that the scanner would refuse.
 */
export class QuickCells {
  private readonly pattern: RegExp;
  private digits = '';
  /** The words of a sheet repeat from table to table: decoded once, and one string for all its cells. */
  private readonly textOf = perText(
    (written) => ownText(unescapeCellText(decodeText(written, 0, written.length))),
    LONGEST_WRITTEN,
  );
  private row = 0;

  constructor(private readonly scanner: XmlScanner) {
    const prefix = scanner.prefix();
    const p = prefix === '' ? '' : `${prefix}:`;
    this.pattern = new RegExp(
      `<${p}c r="([A-Z]{1,3})(\\d+)"(?: s="(\\d+)")?(?: t="(n|s|str|b|e|inlineStr)")?(?:/>|>` +
        `(?:<${p}f>([^<]*)</${p}f>)?` +
        `(?:<${p}v>([^<&]*)</${p}v>|<${p}is><${p}t(?: xml:space="preserve")?>([^<]*)</${p}t></${p}is>)?</${p}c>)`,
      'y',
    );
  }

  startRow(row: number): void {
    this.row = row;
    this.digits = String(row + 1);
  }

  /** Reads the cell at the scanner's place and moves the scanner behind it; `false` when it is not a usual one. */
  read(spot: CellSpot): boolean {
    const { scanner, pattern } = this;
    pattern.lastIndex = scanner.end;
    const match = pattern.exec(scanner.xml);
    if (!match || match[2] !== this.digits) return false;
    const column = columnOf(match[1] as string);
    if (column >= MAX_COLUMNS) return false;
    const [, , , style, type, formula, value, inline] = match;
    spot.row = this.row;
    spot.column = column;
    spot.start = scanner.end;
    spot.end = scanner.end = pattern.lastIndex;
    spot.style = style === undefined ? 0 : Number(style);
    spot.type = type === undefined ? 'n' : (type as CellType);
    spot.value = value ?? null;
    spot.inline = inline === undefined ? '' : this.textOf(inline);
    spot.formula =
      formula === undefined
        ? null
        : { start: -1, end: -1, text: decodeText(formula, 0, formula.length), type: 'normal' };
    return true;
  }
}
