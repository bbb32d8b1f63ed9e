import { isFormula, parseA1, type Cell, type CellPatch, type Sheet, type Snapshot } from '../../core';

/**
 * The snapshot as it will be after patches, so that the marks of what is left can be written in the same batch as the
 * scores. A live formula has no value before Excel computes it: `values` gives what it will be.
 */
export function patchedSnapshot(
  snapshot: Snapshot,
  patches: readonly CellPatch[],
  values: ReadonlyMap<string, number>,
): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const own = patches.filter((patch) => patch.sheet === sheet.name);
    return own.length > 0 ? patchedSheet(sheet, own, values) : sheet;
  });
  return { ...snapshot, sheets };
}

/** Name under which a cell's coming value is given. */
export function cellKey({ sheet, cell }: Readonly<{ sheet: string; cell: string }>): string {
  return `${sheet}!${cell}`;
}

function patchedSheet(
  sheet: Sheet,
  patches: readonly CellPatch[],
  values: ReadonlyMap<string, number>,
): Sheet {
  const cells = new Map<string, Cell>(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  for (const patch of patches) {
    const at = parseA1(patch.cell);
    if (!at) continue;
    const name = `${at.row},${at.column}`;
    const old = cells.get(name);
    const format = old?.format === undefined ? {} : { format: old.format };
    const { after } = patch;
    if (after === null) cells.delete(name);
    else if (isFormula(after)) {
      cells.set(name, {
        ...at,
        ...format,
        formula: after.formula.replace(/^=/, ''),
        value: values.get(cellKey(patch)) ?? '',
      });
    } else cells.set(name, { ...at, ...format, value: after });
  }
  const inOrder = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...sheet, cells: inOrder };
}
