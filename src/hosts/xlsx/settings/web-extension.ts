import { applySplices, type Splice } from '../xml/splice';
import { escapeAttribute } from '../xml/xml-text';
import { EMPTY, OPEN, XmlScanner } from '../xml/xml-scanner';

/** Names of what ziping keeps in a workbook begin with this in the file, as they do when Excel itself keeps them. */
export const SETTING_PREFIX = 'ziping.';

/** Settings of ours, by their names without prefix, in the part that Excel keeps for one add-in. */
export function readProperties(xml: string, path: string): Map<string, string> {
  const scanner = new XmlScanner(xml, path);
  const settings = new Map<string, string>();
  while (scanner.next()) {
    const name = scanner.is('property') ? (scanner.attribute('name') ?? '') : '';
    if (name.startsWith(SETTING_PREFIX))
      settings.set(name.slice(SETTING_PREFIX.length), fromJson(scanner.attribute('value') ?? ''));
  }
  return settings;
}

/** Office keeps every setting as JSON, a text in quotes; anything else is handed on as it is written. */
function fromJson(value: string): string {
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

/** Whether the part belongs to the add-in with this identifier. */
export function refersTo(xml: string, path: string, id: string): boolean {
  const scanner = new XmlScanner(xml, path);
  while (scanner.next()) {
    if (scanner.is('reference') && scanner.attribute('id')?.toLowerCase() === id.toLowerCase()) return true;
  }
  return false;
}

/** Writes settings into an add-in's part; `null` takes one out. */
export function writeProperties(
  xml: string,
  path: string,
  changes: ReadonlyMap<string, string | null>,
): string {
  const scanner = new XmlScanner(xml, path);
  const splices: Splice[] = [];
  const left = new Map([...changes].map(([name, value]) => [SETTING_PREFIX + name, value]));
  scanner.next();
  const p = scanner.prefix() === '' ? '' : `${scanner.prefix()}:`;
  const tag = (name: string, value: string): string =>
    `<${p}property name="${escapeAttribute(name)}" value="${escapeAttribute(JSON.stringify(value))}"/>`;
  const added = (): string =>
    [...left].flatMap(([name, value]) => (value === null ? [] : [tag(name, value)])).join('');
  while (scanner.child()) {
    if (!scanner.is('properties')) {
      scanner.skip();
      continue;
    }
    const { start, end, kind } = scanner;
    if (kind === EMPTY) {
      splices.push({ start, end, text: `<${p}properties>${added()}</${p}properties>` });
      break;
    }
    while (scanner.child()) {
      const { start: from } = scanner;
      const name = scanner.attribute('name') ?? '';
      scanner.skip();
      const value = left.get(name);
      if (value === undefined) continue;
      splices.push({ start: from, end: scanner.end, text: value === null ? '' : tag(name, value) });
      left.delete(name);
    }
    splices.push({ start: scanner.start, end: scanner.start, text: added() });
  }
  return applySplices(xml, splices);
}

/** A new part for an add-in's settings. */
export function newExtension({ id, version }: Readonly<{ id: string; version: string }>): string {
  const guid = escapeAttribute(id);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${guid}}">` +
    `<we:reference id="${guid}" version="${escapeAttribute(version)}" store="developer" storeType="Registry"/>` +
    '<we:alternateReferences/><we:properties></we:properties><we:bindings/></we:webextension>'
  );
}

/** A list of task panes with one that opens nothing by itself: settings must hang on some pane. */
export function newTaskpanes(relationshipId: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">' +
    `${taskpane(relationshipId)}</wetp:taskpanes>`
  );
}

function taskpane(relationshipId: string): string {
  return (
    '<wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
    ` r:id="${relationshipId}"/></wetp:taskpane>`
  );
}

/** A pane's entry for the list of task panes that a workbook already has. */
export function addTaskpane(xml: string, path: string, relationshipId: string): string {
  const scanner = new XmlScanner(xml, path);
  scanner.next();
  const root = xml.slice(scanner.nameStart, scanner.nameEnd);
  const namespace = ' xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"';
  const piece = taskpane(relationshipId).replace('<wetp:taskpane', `<wetp:taskpane${namespace}`);
  if (scanner.kind !== OPEN) return newTaskpanes(relationshipId);
  const at = xml.lastIndexOf(`</${root}`);
  return applySplices(xml, [{ start: at, end: at, text: piece }]);
}
