// Large workbooks made from the fixtures, so that nothing large is committed.

/** The workbook with its project sheets repeated until there are `count`; each has a name of its own. */
export function manySheets(snapshot, count) {
  const [cover, ...projects] = snapshot.sheets;
  return {
    ...snapshot,
    sheets: [
      cover,
      ...Array.from({ length: count }, (_, n) => {
        const sheet = projects[n % projects.length];
        return renamed(sheet, `${n + 1}项目`, n);
      }),
    ],
  };
}

/** The workbook with the blocks of its stacked sheet repeated down the sheet until there are `count`. */
export function stackedBlocks(snapshot, { sheetName, top, height, blocks }, count) {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      if (sheet.name !== sheetName) return sheet;
      const rows = groupByRow(sheet.cells);
      const cells = [...sheet.cells.filter(({ row }) => row < top)];
      const merges = sheet.merges.filter((merge) => merge.bottom < top);
      for (let n = 0; n < count; n += 1) {
        const source = top + (n % blocks) * height;
        const shift = top + n * height - source;
        for (let row = source; row < source + height; row += 1)
          for (const cell of rows.get(row) ?? [])
            cells.push({ ...cell, row: row + shift, value: unlike(cell.value, n) });
        for (const merge of sheet.merges)
          if (merge.top >= source && merge.bottom < source + height)
            merges.push({ ...merge, top: merge.top + shift, bottom: merge.bottom + shift });
      }
      return { ...sheet, cells, merges };
    }),
  };
}

function renamed(sheet, name, n) {
  return { ...sheet, name, cells: sheet.cells.map((cell) => ({ ...cell, value: unlike(cell.value, n) })) };
}

/** Names of projects differ in practice: what repeats would be remembered, and flatter the figures. */
function unlike(value, n) {
  return typeof value === 'string' ? value.replace(/(项目|经费|费用)/, `$1${n}`) : value;
}

function groupByRow(cells) {
  const rows = new Map();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return rows;
}
