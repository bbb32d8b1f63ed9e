import type { PackageEditor } from '../package/package-editor';
import { applySplices, withPrefix } from '../xml/splice';
import { XmlScanner } from '../xml/xml-scanner';

/** Children of `workbook` that stand before `calcPr`, in the order that the format demands. */
const BEFORE = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** Asks whoever opens the workbook to compute every formula anew: results that were kept may be out of date. */
export function requestRecalculation(editor: PackageEditor): void {
  const path = editor.source.workbookPath;
  const xml = editor.text(path);
  const scanner = new XmlScanner(xml, path);
  scanner.next();
  const prefix = scanner.prefix();
  let insertAt = scanner.end;
  while (scanner.child()) {
    const { start, end } = scanner;
    if (scanner.is('calcPr')) {
      editor.setText(path, xml.slice(0, start) + requestingTag(xml.slice(start, end)) + xml.slice(end));
      return;
    }
    const before = BEFORE.has(scanner.local());
    scanner.skip();
    if (before) insertAt = scanner.end;
  }
  const text = withPrefix('<calcPr fullCalcOnLoad="1"/>', prefix);
  editor.setText(path, applySplices(xml, [{ start: insertAt, end: insertAt, text }]));
}

function requestingTag(tag: string): string {
  const pattern = /(\sfullCalcOnLoad\s*=\s*)(?:"[^"]*"|'[^']*')/;
  return pattern.test(tag)
    ? tag.replace(pattern, '$1"1"')
    : tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` fullCalcOnLoad="1"${slash}>`);
}

/**
 * Takes the list of the order of computing out of the file when formulas come or go: a list that names a cell without
 * formula makes Excel report damage, and a workbook without the list is ordinary.
 */
export function dropCalculationChain(editor: PackageEditor): void {
  const owner = editor.source.workbookPath;
  const chain = editor.relationships(owner).find(({ type }) => type === 'calcChain');
  if (chain) editor.removePart(chain.target, owner);
}
