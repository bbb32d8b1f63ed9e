import { isOwnPaper } from '../../core/tables/own-paper';
import { rangeToA1, type Sheet, type Snapshot } from '../../core';
import { MARK_FORMULA } from '../../hosts/excel/marks';
import { SETTINGS_PREFIX } from '../../hosts/excel/settings';
import type { Mark, ReadResult, SheetDraft, WorkbookChange } from '../../hosts/ports';
import type { SheetModel, SpreadsheetModel } from '../host/model/spreadsheet';
import { differences } from './differences';
import { draftOf } from './sheet-draft';

/** What a workbook on the screen says now. */
type Shown = Pick<SpreadsheetModel, 'settings' | 'sheets'> & Readonly<{ snapshot(): Snapshot }>;

/**
 * The steps that lead from the file as it was opened to the workbook as it is shown: cells, marks, what is kept with the
 * workbook, and sheets that the file does not have.
 */
export function fileChanges(opened: ReadResult, shown: Shown): WorkbookChange[] {
  const now = shown.snapshot();
  const before = new Map(opened.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const written = now.sheets.filter((sheet) => isWritten(sheet, before.get(sheet.name)));
  const rest = { ...now, sheets: now.sheets.filter((sheet) => !written.includes(sheet)) };
  const marks = marksOn(shown.sheets());
  const settings = settingsChanged(opened.settings, shown.settings);
  const hadMarks = opened.settings['marked'] !== undefined;
  return [
    {
      patches: differences(opened.snapshot, rest),
      ...(marks.length > 0 || hadMarks ? { marks } : {}),
      ...(Object.keys(settings).length > 0 ? { settings } : {}),
    },
    ...written.flatMap(({ name }): { sheet: SheetDraft }[] => {
      const sheet = shown.sheets().find((one) => one.name === name);
      return sheet ? [{ sheet: draftOf(sheet) }] : [];
    }),
  ];
}

/** Whether a sheet goes into the file as a whole: a new one, or a working paper that was made again. */
function isWritten(sheet: Sheet, before: Sheet | undefined): boolean {
  if (!before) return true;
  const only = (one: Sheet): Snapshot => ({ name: '', sheets: [one] });
  return isOwnPaper(sheet) && differences(only(before), only(sheet)).length > 0;
}

function marksOn(sheets: readonly SheetModel[]): Mark[] {
  return sheets.flatMap((sheet) =>
    sheet.conditionalFormats().flatMap(({ formula, ranges }) => {
      const severity = MARK_FORMULA.exec(formula)?.[1] as Mark['severity'] | undefined;
      if (severity === undefined) return [];
      return ranges.map((range) => ({ sheet: sheet.name, cell: rangeToA1(range), severity, message: '' }));
    }),
  );
}

function settingsChanged(
  before: ReadResult['settings'],
  now: ReadonlyMap<string, unknown>,
): Record<string, string | null> {
  const ours = [...now].flatMap(([key, value]): [string, string][] =>
    key.startsWith(SETTINGS_PREFIX) && typeof value === 'string'
      ? [[key.slice(SETTINGS_PREFIX.length), value]]
      : [],
  );
  const gone = Object.keys(before).filter((name) => !now.has(SETTINGS_PREFIX + name));
  return Object.fromEntries([
    ...gone.map((name): [string, null] => [name, null]),
    ...ours.filter(([name, value]) => before[name] !== value),
  ]);
}
