import { type Range, rangeToA1 } from '../../../core';
import { HostObject, type Scalar } from '../host-object';
import { positions } from '../model/sheet-base';
import type { CellLook, Hyperlink, SheetModel } from '../model/spreadsheet';
import { accessDenied, invalidArgument, unknownMember } from '../rich-error';
import type { HostSession } from '../session';

/** Excel's width of a column of the default font, in points, by which `columnWidth` counts. */
export const DEFAULT_COLUMN_POINTS = 54;

/** `range.format`: what is the same in every cell of the range, null where cells differ. */
export function rangeFormatObject(session: HostSession, sheet: SheetModel, range: Range): HostObject {
  const look = <K extends keyof CellLook>(key: K, fallback: CellLook[K] | null): Scalar => ({
    get: () => common(sheet, range, (cell) => cell[key] ?? fallback),
    set: (value) => {
      setLook(session, sheet, range, { [key]: value });
    },
  });
  const object = (type: string, scalars: Record<string, Scalar>): HostObject =>
    new HostObject({ type, scalars });
  return new HostObject({
    type: 'RangeFormat',
    scalars: {
      indentLevel: look('indent', 0),
      wrapText: look('wrap', false),
      horizontalAlignment: look('horizontal', 'General'),
      verticalAlignment: look('vertical', 'Bottom'),
      columnWidth: {
        set: (value) => {
          if (typeof value !== 'number' || value < 0) throw invalidArgument();
          for (let column = range.left; column <= range.right; column += 1)
            sheet.setColumnWidth(column, value);
          session.changes();
        },
      },
    },
    children: {
      fill: () => object('RangeFill', { color: look('fill', '#FFFFFF') }),
      font: () =>
        object('RangeFont', {
          bold: look('bold', false),
          color: look('fontColor', '#000000'),
          size: look('fontSize', 11),
        }),
      protection: () => object('FormatProtection', { locked: look('locked', true) }),
    },
    methods: {
      // Rows get their height when the sheet is drawn.
      autofitRows: () => null,
    },
  });
}

function common(sheet: SheetModel, range: Range, of: (look: CellLook) => unknown): unknown {
  let first: unknown;
  let seen = false;
  for (const { row, column } of positions(range)) {
    const value = of(sheet.look(row, column));
    if (seen && value !== first) return null;
    first = value;
    seen = true;
  }
  return first;
}

function setLook(session: HostSession, sheet: SheetModel, range: Range, look: CellLook): void {
  if (sheet.isProtected) throw accessDenied();
  sheet.setLook(range, look);
  session.changes();
}

type Wanted = Readonly<{ [key: string]: true | Wanted }>;

/** `getCellProperties`: of each cell what was asked for. */
export function cellProperties(sheet: SheetModel, range: Range, wanted: unknown): unknown[][] {
  const rows: unknown[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: unknown[] = [];
    for (let column = range.left; column <= range.right; column += 1)
      cells.push(readProperties(wanted as Wanted, sheet.look(row, column), 'CellProperties'));
    rows.push(cells);
  }
  return rows;
}

/** Path inside CellProperties → what it means of a cell's look. */
const READABLE: Readonly<Record<string, (look: CellLook) => unknown>> = {
  'format.indentLevel': (look) => look.indent ?? 0,
  'format.fill.color': (look) => look.fill ?? '#FFFFFF',
  'format.font.bold': (look) => look.bold ?? false,
  'format.font.color': (look) => look.fontColor ?? '#000000',
  'format.protection': (look) => ({ formulaHidden: false, locked: look.locked ?? true }),
};

function readProperties(wanted: Wanted, look: CellLook, path: string): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(wanted)) {
    const full = path === 'CellProperties' ? name : `${path}.${name}`;
    const read = READABLE[full];
    if (part !== true) answer[name] = readProperties(part, look, full);
    else if (read) answer[name] = read(look);
    else throw unknownMember('CellProperties', full);
  }
  return answer;
}

type SettableCell = Readonly<{
  hyperlink?: Hyperlink;
  format?: Readonly<{
    fill?: { color?: string };
    font?: { bold?: boolean; color?: string; italic?: boolean; size?: number };
    indentLevel?: number;
    wrapText?: boolean;
    horizontalAlignment?: string;
    verticalAlignment?: string;
    borders?: Readonly<Record<string, { color?: string; style?: string }>>;
  }>;
}>;

/** `setCellProperties`: formats and links of every cell at once. */
export function setCellProperties(
  session: HostSession,
  sheet: SheetModel,
  range: Range,
  given: unknown,
): null {
  if (sheet.isProtected) throw accessDenied();
  if (!Array.isArray(given) || given.length !== range.bottom - range.top + 1) throw invalidArgument();
  const rows = given as readonly (readonly SettableCell[])[];
  for (const { row, column } of positions(range)) {
    const cell = rows[row - range.top]?.[column - range.left];
    if (!cell) throw invalidArgument();
    if (cell.hyperlink) sheet.setHyperlink(row, column, cell.hyperlink);
    const look = lookOf(cell);
    if (Object.keys(look).length > 0)
      sheet.setLook({ top: row, left: column, bottom: row, right: column }, look);
  }
  session.changes(sheet, rangeToA1(range));
  return null;
}

function lookOf({ format }: SettableCell): CellLook {
  const { fill, font, indentLevel, wrapText, horizontalAlignment, verticalAlignment, borders, ...unknown } =
    format ?? {};
  const [strange] = Object.keys(unknown);
  if (strange !== undefined) throw unknownMember('CellPropertiesFormat', strange);
  const border = borders?.['bottom']?.color;
  return {
    ...(fill?.color === undefined ? {} : { fill: fill.color }),
    ...(font?.bold === undefined ? {} : { bold: font.bold }),
    ...(font?.italic === undefined ? {} : { italic: font.italic }),
    ...(font?.color === undefined ? {} : { fontColor: font.color }),
    ...(font?.size === undefined ? {} : { fontSize: font.size }),
    ...(indentLevel === undefined ? {} : { indent: indentLevel }),
    ...(wrapText === undefined ? {} : { wrap: wrapText }),
    ...(horizontalAlignment === undefined ? {} : { horizontal: horizontalAlignment }),
    ...(verticalAlignment === undefined ? {} : { vertical: verticalAlignment }),
    ...(border === undefined ? {} : { border }),
  };
}
