import type { SheetVisibility } from '../../../core/snapshot/snapshot';
import { FileFault } from '../file-fault';
import type { WorkbookPackage } from '../package/workbook-package';
import { CLOSE, XmlScanner } from '../xml/xml-scanner';

/** A worksheet as the workbook part lists it. */
export type SheetEntry = Readonly<{ name: string; path: string; visibility: SheetVisibility }>;

export type WorkbookPart = Readonly<{
  sheets: readonly SheetEntry[];
  stylesPath: string | null;
  stringsPath: string | null;
}>;

/** Reads which sheets there are and where their parts lie; chart and macro sheets hold no cells and are left out. */
export function readWorkbookPart(file: WorkbookPackage): WorkbookPart {
  const path = file.workbookPath;
  const relationships = file.relationships(path);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const pathOf = (type: string): string | null =>
    relationships.find((relationship) => relationship.type === type && !relationship.external)?.target ??
    null;

  const scanner = new XmlScanner(file.text(path).xml, path);
  if (!scanner.next() || !scanner.is('workbook')) throw new FileFault('not-workbook');
  const sheets: SheetEntry[] = [];
  while (scanner.next()) {
    if (scanner.kind === CLOSE || !scanner.is('sheet') || scanner.depth > 3) continue;
    const name = scanner.attribute('name') ?? scanner.fail('有没有名称的工作表');
    const target = byId.get(scanner.prefixedAttribute('id') ?? '');
    if (!target) throw new FileFault('damaged', `工作表“${name}”没有内容`);
    if (target.type !== 'worksheet') continue;
    if (!file.has(target.target)) throw new FileFault('damaged', `工作表“${name}”缺少“${target.target}”`);
    sheets.push({ name, path: target.target, visibility: visibilityOf(scanner.attribute('state')) });
    if (sheets.length > file.limits.sheets)
      throw new FileFault('too-large', `超过 ${file.limits.sheets} 张工作表`);
  }
  if (sheets.length === 0) throw new FileFault('damaged', '没有工作表');
  return { sheets, stylesPath: pathOf('styles'), stringsPath: pathOf('sharedStrings') };
}

function visibilityOf(state: string | undefined): SheetVisibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}
