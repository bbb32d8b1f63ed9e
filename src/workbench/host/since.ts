import { isSetSupported } from './requirements';
import { RichError } from './rich-error';
import type { HostSwitches } from './session';

/** ExcelApi set that brought a member, for members later than 1.3; the client checks some of these itself, Excel all. */
const SINCE: Readonly<Record<string, string>> = {
  'Workbook.settings': '1.4',
  'WorksheetCollection.getItemOrNullObject': '1.4',
  'Worksheet.getUsedRangeOrNullObject': '1.4',
  'Range.conditionalFormats': '1.6',
  'Application.suspendApiCalculationUntilNextSync': '1.6',
  'Workbook.name': '1.7',
  'Worksheet.freezePanes': '1.7',
  'Range.hyperlink': '1.7',
  'WorksheetCollection._RegisterDataChangedEvent': '1.9',
  'WorksheetCollection._RegisterSelectionChangedEvent': '1.9',
  'WorksheetCollection._RegisterFormatChangedEvent': '1.9',
  'Worksheet.getRanges': '1.9',
  'Worksheet.pageLayout': '1.9',
  'RangeFill.pattern': '1.9',
  'RangeFill.patternColor': '1.9',
  'Range.getCellProperties': '1.9',
  'Range.setCellProperties': '1.9',
  'Range.getRowProperties': '1.9',
  'Range.getColumnProperties': '1.9',
  'Worksheet.customProperties': '1.12',
  'Range.getMergedAreasOrNullObject': '1.13',
  'Worksheet.notes': '1.18',
};

/** Refuses a member that this host is told not to have. */
export function requireMember(switches: HostSwitches, type: string, member: string): void {
  const since = SINCE[`${type}.${member}`];
  if (since !== undefined && !isSetSupported(switches, 'ExcelApi', since))
    throw new RichError('ApiNotFound', `${type}.${member} came with ExcelApi ${since}.`);
}
