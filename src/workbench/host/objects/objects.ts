import type { Range } from '../../../core';
import type { HostObject } from '../host-object';
import type { SheetModel } from '../model/spreadsheet';

/** Objects that name each other (a range its sheet, a sheet its ranges) are made through this, not by import. */
export type Objects = Readonly<{
  worksheet(sheet: SheetModel): HostObject;
  range(sheet: SheetModel, range: Range): HostObject;
  rangeAreas(sheet: SheetModel, ranges: readonly Range[]): HostObject;
  conditionalFormats(sheet: SheetModel, ranges: readonly Range[]): HostObject;
}>;
