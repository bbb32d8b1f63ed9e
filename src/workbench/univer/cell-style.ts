import type { Range } from '../../core';
import type { CellLook, LookChange } from '../host/model/spreadsheet';

export type UniverRange = Readonly<{
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}>;

type Colour = Readonly<{ rgb: string }>;
type Line = Readonly<{ s: number; cl: Colour }>;

/** The part of Univer's cell style that the workbench reads and writes. */
export type UniverStyle = Readonly<{
  ff?: string;
  fs?: number;
  bl?: number;
  it?: number;
  ul?: Readonly<{ s: number }>;
  cl?: Colour | null;
  bg?: Colour | null;
  n?: Readonly<{ pattern: string }> | null;
  ht?: number;
  vt?: number;
  tb?: number;
  pd?: Readonly<{ l: number }>;
  bd?: Readonly<Record<'t' | 'b' | 'l' | 'r', Line>>;
}>;

const HORIZONTAL: Readonly<Record<string, number>> = { Left: 1, Center: 2, Right: 3 };
const VERTICAL: Readonly<Record<string, number>> = { Top: 1, Center: 2, Bottom: 3 };
const WRAP = 3;
const THIN = 1;
/** Pixels of one step of indentation. */
const INDENT_PIXELS = 12;

/** The font that is served with the page, so that Chinese is legible on machines without a Chinese font. */
export const FONT = 'Noto Sans SC';

/** What every cell looks like of which nothing is said. */
export const DEFAULT_STYLE = { ff: FONT, fs: 11 } as const;

/** A look in Univer's words; only what the look names. */
export function toUniverStyle(look: LookChange): UniverStyle {
  const line: Line | null = look.border === undefined ? null : { s: THIN, cl: { rgb: look.border } };
  return {
    ...(look.fill === undefined ? {} : { bg: look.fill ? { rgb: look.fill } : null }),
    ...(look.fontColor === undefined ? {} : { cl: { rgb: look.fontColor } }),
    ...(look.bold === undefined ? {} : { bl: look.bold ? 1 : 0 }),
    ...(look.italic === undefined ? {} : { it: look.italic ? 1 : 0 }),
    ...(look.underline === undefined ? {} : { ul: { s: look.underline ? 1 : 0 } }),
    ...(look.fontSize === undefined ? {} : { fs: look.fontSize }),
    ...(look.wrap === undefined ? {} : { tb: look.wrap ? WRAP : 1 }),
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] ?? 0 }),
    ...(look.vertical === undefined ? {} : { vt: VERTICAL[look.vertical] ?? 0 }),
    ...(look.indent === undefined ? {} : { pd: { l: look.indent * INDENT_PIXELS } }),
    ...(line === null ? {} : { bd: { t: line, b: line, l: line, r: line } }),
  };
}

/** The look that a style of Univer's means. */
export function toLook(style: UniverStyle | null | undefined): CellLook {
  if (!style) return {};
  const indent = Math.round((style.pd?.l ?? 0) / INDENT_PIXELS);
  return {
    ...(style.bg ? { fill: style.bg.rgb } : {}),
    ...(style.cl ? { fontColor: style.cl.rgb } : {}),
    ...(style.bl === 1 ? { bold: true } : {}),
    ...(style.it === 1 ? { italic: true } : {}),
    ...(style.tb === WRAP ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

export const toUniverRange = ({ top, left, bottom, right }: Range): UniverRange => ({
  startRow: top,
  endRow: bottom,
  startColumn: left,
  endColumn: right,
});

export const fromUniverRange = ({ startRow, endRow, startColumn, endColumn }: UniverRange): Range => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});
