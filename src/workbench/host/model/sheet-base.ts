import type { CellRef, Range } from '../../../core';
import type { CellNote, ConditionalFormat, Hyperlink } from './spreadsheet';

/** What both backings keep themselves, because a spreadsheet component has no place for it. */
export abstract class SheetBase {
  readonly attributes = new Map<string, unknown>();
  isProtected = false;
  protected readonly links = new Map<string, Hyperlink>();
  private formats: ConditionalFormat[] = [];
  private readonly noted = new Map<string, CellNote>();

  hyperlink(row: number, column: number): Hyperlink | null {
    return this.links.get(cellKey(row, column)) ?? null;
  }

  setHyperlink(row: number, column: number, link: Hyperlink | null): void {
    if (link) this.links.set(cellKey(row, column), link);
    else this.links.delete(cellKey(row, column));
  }

  notes(): readonly CellNote[] {
    return [...this.noted.values()];
  }

  setNote(row: number, column: number, note: Pick<CellNote, 'content' | 'author'> | null): void {
    if (note) this.noted.set(cellKey(row, column), { row, column, ...note });
    else this.noted.delete(cellKey(row, column));
  }

  conditionalFormats(): readonly ConditionalFormat[] {
    return this.formats;
  }

  putConditionalFormat(format: ConditionalFormat, priority?: number): void {
    const at = this.formats.findIndex((known) => known.id === format.id);
    const rest = this.formats.filter((known) => known.id !== format.id);
    const place = priority ?? (at < 0 ? rest.length : at);
    this.formats = [...rest.slice(0, place), format, ...rest.slice(place)];
  }

  removeConditionalFormat(id: string): void {
    this.formats = this.formats.filter((known) => known.id !== id);
  }
}

export const cellKey = (row: number, column: number): string => `${row}:${column}`;

/** Every position of a range, row by row. */
export function* positions(range: Range): Generator<{ row: number; column: number }> {
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) yield { row, column };
}

/** Whether two ranges share a cell. */
export const overlaps = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Sheet name as it stands before the `!` of an address: quoted unless it is a plain word. */
export const quotedName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** Sheet and cell of a link inside the workbook such as `'表1-1'!B2`. */
export function linkTarget(reference: string): CellRef | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference.replace(/^#/, ''));
  return match ? { sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), cell: match[3] ?? '' } : null;
}
