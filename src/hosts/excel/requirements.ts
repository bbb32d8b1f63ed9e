/** Excel 2021 is the oldest Excel that works: RangeAreas and cell properties came with ExcelApi 1.9. */
export const OLDEST_EXCEL_API = '1.9';

/** Sets above the floor, and what is lost without them. */
export const MERGED_AREAS_API = '1.13';
export const NOTES_API = '1.18';
export const UNDO_GROUP_API = '1.20';

/** Whether this Excel has a requirement set. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
