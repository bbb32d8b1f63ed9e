import { strFromU8, unzipSync } from 'fflate';
import { parseA1 } from '../../core';
import { cellKey } from '../host/model/sheet-base';
import type { CellLook } from '../host/model/spreadsheet';

/** How the sheets of a file look: enough to recognise a workbook on the screen, not everything Excel can draw. */
export type SheetLooks = Readonly<{
  /** Pixels by column, from 0. */
  columnWidths: ReadonlyMap<number, number>;
  /** Pixels by row, from 0. */
  rowHeights: ReadonlyMap<number, number>;
  cells: ReadonlyMap<string, CellLook>;
  /** Keys (`row:column`) of cells that may be written on a protected sheet. */
  unlocked: ReadonlySet<string>;
}>;

const PIXELS_A_CHARACTER = 7;
const PIXELS_BESIDE = 5;
const PIXELS_A_POINT = 96 / 72;

/** Looks of every sheet by name. */
export type FileLooks = ReadonlyMap<string, SheetLooks>;

/** The file was already read strictly, so what is odd here is left out. */
export function readFileLooks(bytes: Uint8Array): FileLooks {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  const part = (path: string): Document | null => {
    const bytesOf = parts[path];
    return bytesOf ? new DOMParser().parseFromString(strFromU8(bytesOf), 'application/xml') : null;
  };
  const targets = new Map(
    all(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      one.getAttribute('Id'),
      one.getAttribute('Target') ?? '',
    ]),
  );
  const styles = readStyles(part('xl/styles.xml'));
  return new Map(
    all(part('xl/workbook.xml'), 'sheet').map((sheet) => {
      const id = [...sheet.attributes].find(({ localName }) => localName === 'id')?.value ?? '';
      const target = targets.get(id) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      return [sheet.getAttribute('name') ?? '', readSheetLooks(part(path), styles)];
    }),
  );
}

function readSheetLooks(sheet: Document | null, styles: readonly CellLook[]): SheetLooks {
  const columnWidths = new Map<number, number>();
  for (const column of all(sheet, 'col')) {
    const width = number(column, 'width');
    if (width === null) continue;
    const last = Math.min(number(column, 'max') ?? 0, 200);
    for (let index = number(column, 'min') ?? 1; index <= last; index += 1)
      columnWidths.set(index - 1, Math.round(width * PIXELS_A_CHARACTER + PIXELS_BESIDE));
  }
  const rowHeights = new Map<number, number>();
  for (const row of all(sheet, 'row')) {
    const height = number(row, 'ht');
    if (height !== null) rowHeights.set((number(row, 'r') ?? 1) - 1, Math.round(height * PIXELS_A_POINT));
  }
  const cells = new Map<string, CellLook>();
  const unlocked = new Set<string>();
  for (const cell of all(sheet, 'c')) {
    const position = parseA1(cell.getAttribute('r') ?? '');
    const look = styles[number(cell, 's') ?? 0];
    if (!position || !look) continue;
    const key = cellKey(position.row, position.column);
    cells.set(key, look);
    if (look.locked === false) unlocked.add(key);
  }
  return { columnWidths, rowHeights, cells, unlocked };
}

function readStyles(styles: Document | null): CellLook[] {
  const fonts = children(styles, 'fonts').map(fontLook);
  const fills = children(styles, 'fills').map(fillLook);
  const borders = children(styles, 'borders').map(borderLook);
  return children(styles, 'cellXfs').map((format) => ({
    ...fonts[number(format, 'fontId') ?? 0],
    ...fills[number(format, 'fillId') ?? 0],
    ...borders[number(format, 'borderId') ?? 0],
    ...alignmentLook(first(format, 'alignment')),
    ...(first(format, 'protection')?.getAttribute('locked') === '0' ? { locked: false } : {}),
  }));
}

function fontLook(font: Element): CellLook {
  const size = first(font, 'sz');
  const colour = rgb(first(font, 'color'));
  return {
    ...(isOn(first(font, 'b')) ? { bold: true } : {}),
    ...(isOn(first(font, 'i')) ? { italic: true } : {}),
    ...(size ? { fontSize: number(size, 'val') ?? 11 } : {}),
    ...(colour === null ? {} : { fontColor: colour }),
  };
}

function fillLook(fill: Element): CellLook {
  const pattern = first(fill, 'patternFill');
  const colour = rgb(first(fill, 'fgColor'));
  return pattern?.getAttribute('patternType') === 'solid' && colour !== null ? { fill: colour } : {};
}

function borderLook(border: Element): CellLook {
  const hasLine = ['left', 'right', 'top', 'bottom'].some((side) =>
    first(border, side)?.hasAttribute('style'),
  );
  return hasLine ? { border: '#9AA5B1' } : {};
}

function alignmentLook(alignment: Element | undefined): CellLook {
  const capital = (name: string): string | null => {
    const value = alignment?.getAttribute(name);
    return value ? value.charAt(0).toUpperCase() + value.slice(1) : null;
  };
  const horizontal = capital('horizontal');
  const vertical = capital('vertical');
  const indent = alignment ? number(alignment, 'indent') : null;
  return {
    ...(horizontal === null ? {} : { horizontal }),
    ...(vertical === null ? {} : { vertical }),
    ...(indent === null ? {} : { indent }),
    ...(isOne(alignment?.getAttribute('wrapText')) ? { wrap: true } : {}),
  };
}

const isOne = (value: string | null | undefined): boolean => value === '1' || value === 'true';

const isOn = (flag: Element | undefined): boolean => flag !== undefined && flag.getAttribute('val') !== '0';

/** Colour that is given as such; those of a theme are left to the default. */
function rgb(colour: Element | undefined): string | null {
  const value = colour?.getAttribute('rgb');
  return value?.length === 8 ? `#${value.slice(2)}` : null;
}

const all = (root: Document | null, name: string): Element[] => [
  ...(root?.getElementsByTagNameNS('*', name) ?? []),
];

const children = (root: Document | null, name: string): Element[] => [
  ...(all(root, name)[0]?.children ?? []),
];

const first = (element: Element, name: string): Element | undefined =>
  element.getElementsByTagNameNS('*', name)[0];

function number(element: Element, attribute: string): number | null {
  const value = element.getAttribute(attribute);
  return value === null || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}
