import type { Severity } from '../../core';
import { cellsOf, type Fill } from './fills';
import { addressLists } from './marks';

/** Cells of one sheet that were painted as marks, and how they were filled before. */
export type Painted = Readonly<{
  id: string;
  sheet: string;
  severity: Severity;
  fill: Fill;
  cells: readonly string[];
}>;

export const SEVERITIES: readonly Severity[] = ['error', 'verify', 'hint'];

/** The record as it is kept with the workbook, `null` for nothing. */
export const serialisePainted = (painted: readonly Painted[]): string | null =>
  painted.length === 0
    ? null
    : JSON.stringify(
        painted.map(({ id, sheet, severity, fill, cells }) => [
          id,
          sheet,
          severity,
          fill,
          addressLists(cells),
        ]),
      );

/** Reads the record; what is not ours to understand is left out. */
export function parsePainted(text: string | null): Painted[] {
  const list = parsed(text);
  return list.flatMap((entry) => {
    if (!Array.isArray(entry)) return [];
    const [id, sheet, severity, fill, lists] = entry as unknown[];
    if (typeof id !== 'string' || typeof sheet !== 'string' || !Array.isArray(lists)) return [];
    const known = SEVERITIES.find((one) => one === severity);
    if (!known || !isFill(fill)) return [];
    const cells = lists.flatMap((addresses) => String(addresses).split(',')).flatMap(cellsOf);
    return [{ id, sheet, severity: known, fill, cells }];
  });
}

function parsed(text: string | null): readonly unknown[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    // Somebody wrote into the record: nothing can be given back from it.
    return [];
  }
}

function isFill(value: unknown): value is Fill {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { pattern, color, patternColor } = value as Record<string, unknown>;
  return [pattern, color, patternColor].every((part) => typeof part === 'string');
}
