import type { Severity } from '../../core';
import type { Mark } from '../ports';
import {
  cellsOf,
  type CellFill,
  type Fill,
  inReadingOrder,
  loadFills,
  loadFillsOf,
  type LoadedFills,
  queueFill,
  readFills,
} from './fills';
import { grouped } from './grouped';
import type { KnownSheet, KnownWorkbook } from './known-workbook';
import { type Painted, SEVERITIES } from './painted-record';

/**
 * Marks where Excel refuses conditional formats. Colour and pattern together, so that not colour alone tells the kinds
 * apart. Nothing but the fill is touched: a font set for a whole cell would level what was set for parts of its text.
 */
const PAINT: Readonly<Record<Severity, NonNullable<Fill>>> = {
  error: { pattern: 'LightUp', color: '#FFC8C8', patternColor: '#E0958C' },
  verify: { pattern: 'Gray8', color: '#FFEBC8', patternColor: '#D9A441' },
  hint: { pattern: 'LightHorizontal', color: '#DCEBFA', patternColor: '#A8C8E8' },
};

/** Excel tells of these and cannot set them: such a cell could not be given back. */
const GRADIENTS = new Set(['LinearGradient', 'RectangularGradient']);

const isOurs = (fill: Fill): boolean =>
  SEVERITIES.map((severity) => PAINT[severity]).some(
    ({ pattern, color }) => fill?.pattern === pattern && fill.color.toUpperCase() === color,
  );

/** Fills to be given back to cells of one sheet. */
export type Restoring = Readonly<{ sheet: string; cells: readonly CellFill[] }>;

/**
 * Looks for the cells that were painted. One that somebody has filled otherwise since is theirs. Where rows or columns
 * were inserted or deleted meanwhile, the painted cells have moved: they are found by their look, and as they keep their
 * order, each is given its own fill back. One round trip, two where something has moved.
 */
export async function findPainted(
  context: Excel.RequestContext,
  { painted, sheets }: KnownWorkbook,
): Promise<Restoring[]> {
  const targets = [...grouped(painted, ({ id }) => id).values()].flatMap((groups) => {
    const own = sheetOf(groups, sheets);
    if (!own || own.protected) return [];
    const sheet = context.workbook.worksheets.getItem(own.name);
    const before = groups.flatMap(({ cells, fill }) => cells.map((cell) => ({ cell, fill })));
    const loads = loadFillsOf(
      sheet,
      before.map(({ cell }) => cell),
    );
    return [{ own, sheet, before, loads }];
  });
  if (targets.length === 0) return [];
  await context.sync();
  const found = targets.map((target) => ({
    ...target,
    still: new Set(target.loads.flatMap(readFills).flatMap(({ cell, fill }) => (isOurs(fill) ? [cell] : []))),
  }));
  const moved = found.filter(({ before, still }) => before.some(({ cell }) => !still.has(cell)));
  const scans = new Map(moved.map(({ own, sheet }) => [own, loadFills(sheet.getUsedRange())]));
  if (scans.size > 0) await context.sync();
  return found.map(({ own, before, still }) => {
    const scan = scans.get(own);
    if (!scan) return { sheet: own.name, cells: before };
    const ours = readFills(scan).flatMap(({ cell, fill }) => (isOurs(fill) ? [cell] : []));
    return { sheet: own.name, cells: matched(before, ours, still) };
  });
}

/** Which of the cells that look painted gets which fill back. */
function matched(
  before: readonly CellFill[],
  ours: readonly string[],
  still: ReadonlySet<string>,
): CellFill[] {
  const ordered = [...before].sort((a, b) => inReadingOrder(a.cell, b.cell));
  if (ours.length === ordered.length)
    return ours.map((cell, index) => ({ cell, fill: ordered[index]?.fill ?? null }));
  // Some were filled otherwise, deleted or copied: those in their place get theirs, the others no fill.
  const fills = new Map(ordered.map(({ cell, fill }) => [cell, fill]));
  return ours.map((cell) => ({ cell, fill: (still.has(cell) ? fills.get(cell) : null) ?? null }));
}

/** What stays painted because its sheet is protected now; what was painted on a sheet that is gone is forgotten. */
export function stillPainted({ painted, sheets }: KnownWorkbook): Painted[] {
  return painted.filter((group) => sheetOf([group], sheets)?.protected === true);
}

/** A sheet is known by its ID; a copy of the file may have given it another one. */
function sheetOf(
  [first]: readonly Painted[],
  sheets: ReadonlyMap<string, KnownSheet>,
): KnownSheet | undefined {
  return [...sheets.values()].find(({ id }) => id === first?.id) ?? sheets.get(first?.sheet ?? '');
}

/** Queues giving cells their fills back. */
export function queueRestore({ workbook }: Excel.RequestContext, restoring: readonly Restoring[]): void {
  for (const { sheet: name, cells } of restoring) {
    const sheet = workbook.worksheets.getItem(name);
    for (const group of grouped(cells, ({ fill }) => JSON.stringify(fill)).values())
      queueFill(
        sheet,
        group.map(({ cell }) => cell),
        group[0]?.fill ?? null,
      );
  }
}

/** What the marks of one sheet would cover. */
export type Canvas = Readonly<{
  own: KnownSheet;
  severities: ReadonlyMap<string, Severity>;
  loads: readonly LoadedFills[];
}>;

/** Queues the load of the fills that marks would cover. */
export function loadCanvas(context: Excel.RequestContext, own: KnownSheet, marks: readonly Mark[]): Canvas {
  const severities = new Map<string, Severity>();
  // The gravest comes last and stays.
  for (const severity of [...SEVERITIES].reverse())
    for (const mark of marks)
      if (mark.severity === severity) for (const cell of cellsOf(mark.cell)) severities.set(cell, severity);
  const sheet = context.workbook.worksheets.getItem(own.name);
  return { own, severities, loads: loadFillsOf(sheet, [...severities.keys()]) };
}

/** What painting would do: the cells with how they are filled now. A gradient could not be given back and is spared. */
export function planPaint({ own, severities, loads }: Canvas): Painted[] {
  const cells = loads.flatMap(readFills).flatMap(({ cell, fill }) => {
    const severity = severities.get(cell);
    return severity && !GRADIENTS.has(fill?.pattern ?? '') ? [{ cell, fill, severity }] : [];
  });
  const groups = grouped(cells, ({ fill, severity }) => `${severity}${JSON.stringify(fill)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { severity, fill } = first;
    return [{ id: own.id, sheet: own.name, severity, fill, cells: group.map(({ cell }) => cell) }];
  });
}

/** Queues painting. */
export function queuePaint({ workbook }: Excel.RequestContext, plan: readonly Painted[]): void {
  for (const { sheet, severity, cells } of plan)
    queueFill(workbook.worksheets.getItem(sheet), cells, PAINT[severity]);
}
