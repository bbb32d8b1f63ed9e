import { isCellError } from '../../core';
import type { DraftCell, SheetDraft } from '../../hosts/ports';
import { linkTarget } from '../host/model/sheet-base';
import type { SheetModel } from '../host/model/spreadsheet';

/** Points of a column that is one character wide, and the space beside it. */
const POINTS_A_CHARACTER = 5.25;
const POINTS_BESIDE = 3.75;

/** Fills of the severities, as the working paper has them. */
const FILLS: Readonly<Record<string, DraftCell['style']>> = {
  '#FFC8C8': 'error',
  '#FFEBC8': 'verify',
  '#DCEBFA': 'hint',
};

/** A sheet on the screen as a draft that can be written into a file. */
export function draftOf(
  sheet: SheetModel & Readonly<{ columnWidths: ReadonlyMap<number, number> }>,
): SheetDraft {
  const used = sheet.bounds(true);
  const lines = (last: number | undefined): number[] => Array.from({ length: (last ?? -1) + 1 }, (_, n) => n);
  return {
    name: sheet.name,
    columns: lines(used?.right).map((column) => {
      const points = sheet.columnWidths.get(column);
      return points === undefined ? 10 : Math.round((points - POINTS_BESIDE) / POINTS_A_CHARACTER);
    }),
    rows: lines(used?.bottom).map((row) => lines(used?.right).map((column) => cellOf(sheet, row, column))),
    landscape: sheet.attributes.get('orientation') === 'Landscape',
  };
}

function cellOf(sheet: SheetModel, row: number, column: number): DraftCell {
  const { value } = sheet.content(row, column);
  const { bold, fill } = sheet.look(row, column);
  const shown =
    value === null || typeof value === 'number' ? value : isCellError(value) ? value.error : String(value);
  const target = linkTarget(sheet.hyperlink(row, column)?.documentReference ?? '');
  const style =
    bold === true ? (fill === undefined ? 'title' : 'header') : (FILLS[fill ?? ''] ?? plainStyle(shown));
  return {
    value: shown,
    ...(target ? { link: target } : {}),
    ...(style === undefined ? {} : { style }),
  };
}

const plainStyle = (value: DraftCell['value']): DraftCell['style'] =>
  value === null ? undefined : typeof value === 'number' ? 'number' : 'text';
