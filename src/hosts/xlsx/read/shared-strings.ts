import { CLOSE, EMPTY, OPEN, XmlScanner } from '../xml/xml-scanner';
import { ownText, unescapeCellText } from '../xml/xml-text';

/** Reads the table of strings that cells refer to by number. */
export function readSharedStrings(xml: string, path: string): string[] {
  const scanner = new XmlScanner(xml, path);
  const strings: string[] = [];
  while (scanner.next()) {
    if (scanner.kind !== CLOSE && scanner.is('si')) strings.push(readRichText(scanner));
  }
  return strings;
}

/**
 * Text of the element whose opening tag was just read (`si` or `is`): its `t`, or those of its runs joined. Phonetic
 * readings (`rPh`) are not part of what the cell holds. Ends at the element's closing tag.
 */
export function readRichText(scanner: XmlScanner): string {
  if (scanner.kind === EMPTY) return '';
  return ownText(unescapeCellText(joinTexts(scanner)));
}

function joinTexts(scanner: XmlScanner): string {
  let text = '';
  while (scanner.child()) {
    if (scanner.is('t')) text += scanner.text();
    else if (scanner.is('r') && scanner.kind === OPEN) text += joinTexts(scanner);
    else scanner.skip();
  }
  return text;
}
