import { toA1 } from '../../src/core';
import { positions } from '../../src/workbench/host/model/sheet-base';
import type { SpreadsheetModel } from '../../src/workbench/host/model/spreadsheet';

/** Everything a workbook holds, cell by cell and format by format, for comparing before and after. */
export function dump(model: SpreadsheetModel): unknown {
  return model.sheets().map((sheet) => {
    const used = sheet.bounds(false);
    const cells = used ? [...positions(used)] : [];
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      protected: sheet.isProtected,
      merges: sheet.merges(),
      formats: sheet.conditionalFormats(),
      notes: sheet.notes(),
      cells: cells.map(({ row, column }) => [
        toA1({ row, column }),
        sheet.content(row, column).value,
        sheet.content(row, column).formula,
        sheet.numberFormat(row, column),
        sheet.look(row, column),
      ]),
    };
  });
}
