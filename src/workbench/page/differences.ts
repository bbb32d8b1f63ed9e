import { type CellPatch, contentOf, sameContent, type Snapshot, toA1 } from '../../core';

/** Patches that lead from the one workbook to the other; sheets that are new are left out. */
export function differences(before: Snapshot, after: Snapshot): CellPatch[] {
  const patches: CellPatch[] = [];
  for (const sheet of before.sheets) {
    const now = after.sheets.find(({ name }) => name === sheet.name);
    if (!now) continue;
    const old = byAddress(sheet.cells);
    const fresh = byAddress(now.cells);
    for (const cell of new Set([...old.keys(), ...fresh.keys()])) {
      const was = contentOf(old.get(cell));
      const is = contentOf(fresh.get(cell));
      if (!sameContent(was, is)) patches.push({ sheet: sheet.name, cell, before: was, after: is });
    }
  }
  return patches;
}

type Cells = Snapshot['sheets'][number]['cells'];

const byAddress = (cells: Cells): Map<string, Cells[number]> =>
  new Map(cells.map((cell) => [toA1(cell), cell]));
