import { type Range, rangeToA1 } from '../../../core';
import { HostObject, type Scalar } from '../host-object';
import { positions } from '../model/sheet-base';
import type { CellLook, Hyperlink, LookChange, SheetModel } from '../model/spreadsheet';
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
      fill: () => rangeFillObject(session, sheet, [range]),
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

/** `RangeFill` of one or several ranges. A colour makes an empty fill solid; without a pattern there is no fill. */
export function rangeFillObject(
  session: HostSession,
  sheet: SheetModel,
  ranges: readonly Range[],
): HostObject {
  const set = (change: LookChange): void => {
    for (const range of ranges) setLook(session, sheet, range, change);
  };
  const get = (of: (look: CellLook) => unknown) => (): unknown => {
    const values = ranges.map((range) => common(sheet, range, of));
    return values.every((value) => value === values[0]) ? values[0] : null;
  };
  return new HostObject({
    type: 'RangeFill',
    scalars: {
      color: {
        get: get(fillColor),
        set: (value) => {
          set({ fill: colour(value) });
        },
      },
      patternColor: {
        get: get(patternColor),
        set: (value) => {
          set({ patternColor: colour(value) });
        },
      },
      pattern: {
        get: get(patternOf),
        set: (value) => {
          if (typeof value !== 'string' || !PATTERNS.has(value)) throw invalidArgument();
          if (value === 'None') set(NO_FILL);
          else set({ pattern: value === 'Solid' ? null : value });
        },
      },
    },
    methods: {
      clear: () => {
        set(NO_FILL);
        return null;
      },
    },
  });
}

const NO_FILL: LookChange = { fill: null, pattern: null, patternColor: null };
/** Excel cannot set the two gradients. */
const PATTERNS = new Set(
  'None,Solid,Gray50,Gray75,Gray25,Horizontal,Vertical,Down,Up,Checker,SemiGray75,LightHorizontal,LightVertical,LightDown,LightUp,Grid,CrissCross,Gray16,Gray8'.split(
    ',',
  ),
);

const fillColor = (look: CellLook): string => look.fill ?? '#FFFFFF';
const patternColor = (look: CellLook): string => look.patternColor ?? '#000000';
const patternOf = (look: CellLook): string => look.pattern ?? (look.fill === undefined ? 'None' : 'Solid');

function colour(value: unknown): string {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) throw invalidArgument();
  return value.toUpperCase();
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

function setLook(session: HostSession, sheet: SheetModel, range: Range, look: LookChange): void {
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
  'format.fill.color': fillColor,
  'format.fill.pattern': patternOf,
  'format.fill.patternColor': patternColor,
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
