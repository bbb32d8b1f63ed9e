import { CLOSE, OPEN, XmlScanner } from '../xml/xml-scanner';

/** Names that the workbook defines, with what they stand for. */
export function readDefinedNames(xml: string, path: string): Map<string, string> {
  const scanner = new XmlScanner(xml, path);
  const names = new Map<string, string>();
  while (scanner.next()) {
    if (scanner.kind === CLOSE || !scanner.is('definedName')) continue;
    const name = scanner.attribute('name') ?? '';
    if (scanner.kind === OPEN) names.set(name.toLowerCase(), scanner.text());
  }
  return names;
}
