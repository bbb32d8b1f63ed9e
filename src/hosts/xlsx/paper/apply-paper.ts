import type { DraftCell, HostNote, SheetDraft } from '../../ports';
import { FileFault } from '../file-fault';
import type { PackageEditor } from '../package/package-editor';
import type { WorkbookPart } from '../read/workbook-part';
import { StyleTable } from '../write/style-table';
import { applySplices } from '../xml/splice';
import { escapeAttribute } from '../xml/xml-text';
import { CLOSE, XmlScanner } from '../xml/xml-scanner';
import { isPaper, paperXml } from './paper-sheet';
import { paperStyle } from './paper-styles';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/**
 * Writes a sheet of ours into the workbook: over an earlier one of ours if there is one, else behind the last sheet. A
 * person's sheet of that name stays, and ours takes the next free name.
 */
export function applyPaper(
  editor: PackageEditor,
  part: WorkbookPart,
  draft: SheetDraft,
  notes: HostNote[],
): void {
  const styles = part.stylesPath === null ? null : new StyleTable(editor, part.stylesPath);
  const numbers = new Map<string, number>();
  const styleOf = (cell: DraftCell): number => {
    if (!styles) return 0;
    const key = `${cell.style ?? ''}${cell.link ? '+' : ''}`;
    const number = numbers.get(key) ?? paperStyle(styles, cell);
    numbers.set(key, number);
    return number;
  };
  const workbook = surveyWorkbook(editor);
  const xml = paperXml(draft, workbook.namespace, styleOf);
  const earlier = part.sheets.find(
    ({ name, path }) => name.startsWith(draft.name) && isPaper(editor.text(path), path),
  );
  if (earlier) {
    editor.setText(earlier.path, xml);
    return;
  }
  const path = editor.freePath('xl/worksheets/sheet', '.xml');
  editor.addPart(path, xml, SHEET_TYPE);
  const { workbookPath } = editor.source;
  const type = editor.relationships(workbookPath).find((known) => known.type === 'worksheet')?.address ?? '';
  const id = editor.relate(workbookPath, type, path);
  const name = freeName(draft.name, new Set(workbook.names.map((taken) => taken.toLowerCase())));
  if (name !== draft.name)
    notes.push({
      code: 'paper-renamed',
      message: `已有名为“${draft.name}”的工作表，底稿写在“${name}”。`,
      about: [draft.name, name],
    });
  const relationships = type.replace(/\/worksheet$/, '');
  const tag =
    `<${workbook.sheetTag} xmlns:r="${escapeAttribute(relationships)}" name="${escapeAttribute(name)}"` +
    ` sheetId="${workbook.highestId + 1}" r:id="${id}"/>`;
  editor.setText(
    workbookPath,
    applySplices(editor.text(workbookPath), [
      { start: workbook.sheetsEnd, end: workbook.sheetsEnd, text: tag },
    ]),
  );
}

type WorkbookSurvey = {
  namespace: string;
  /** Name of a sheet's tag with its prefix. */
  sheetTag: string;
  sheetsEnd: number;
  highestId: number;
  names: string[];
};

function surveyWorkbook(editor: PackageEditor): WorkbookSurvey {
  const path = editor.source.workbookPath;
  const scanner = new XmlScanner(editor.text(path), path);
  scanner.next();
  const prefix = scanner.prefix();
  const survey: WorkbookSurvey = {
    namespace: scanner.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '',
    sheetTag: prefix === '' ? 'sheet' : `${prefix}:sheet`,
    sheetsEnd: -1,
    highestId: 0,
    names: [],
  };
  while (scanner.next()) {
    if (scanner.is('sheets') && scanner.kind === CLOSE && scanner.depth === 1)
      survey.sheetsEnd = scanner.start;
    if (scanner.kind === CLOSE || !scanner.is('sheet')) continue;
    survey.highestId = Math.max(survey.highestId, Number(scanner.attribute('sheetId') ?? 0));
    survey.names.push(scanner.attribute('name') ?? '');
  }
  if (survey.sheetsEnd < 0) throw new FileFault('damaged', '没有工作表');
  return survey;
}

/** The wanted name, or the next free one where a sheet of that name is there; Excel compares without regard to case. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  return name;
}
