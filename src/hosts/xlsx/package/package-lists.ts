import { applySplices, withPrefix, type Splice } from '../xml/splice';
import { escapeAttribute } from '../xml/xml-text';
import { EMPTY, XmlScanner } from '../xml/xml-scanner';
import { resolvePath } from './relationships';

/** Adds the type of a new part to the list of content types. */
export function addContentType(xml: string, path: string, contentType: string): string {
  return appendToRoot(
    xml,
    '[Content_Types].xml',
    `<Override PartName="/${escapeAttribute(path)}" ContentType="${contentType}"/>`,
  );
}

/** Takes the entry of a part out of the list of content types. */
export function removeContentType(xml: string, path: string): string {
  return removeChildren(
    xml,
    '[Content_Types].xml',
    (scanner) => (scanner.attribute('PartName') ?? '').toLowerCase() === `/${path}`.toLowerCase(),
  );
}

/** Adds a relationship to a relationships part; `type` is the full address. */
export function addRelationship(
  xml: string,
  path: string,
  { id, type, target }: Readonly<{ id: string; type: string; target: string }>,
): string {
  return appendToRoot(
    xml,
    path,
    `<Relationship Id="${id}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(target)}"/>`,
  );
}

/** Takes the relationships that lead to a part out of a relationships part. */
export function removeRelationship(xml: string, path: string, owner: string, target: string): string {
  return removeChildren(
    xml,
    path,
    (scanner) =>
      scanner.attribute('TargetMode') !== 'External' &&
      resolvePath(owner, scanner.attribute('Target') ?? '') === target,
  );
}

/** Puts a piece of XML, written without prefixes, at the end of the root element. */
export function appendToRoot(xml: string, path: string, piece: string): string {
  const scanner = new XmlScanner(xml, path);
  scanner.next();
  const text = withPrefix(piece, scanner.prefix());
  if (scanner.kind === EMPTY) {
    const close = `</${xml.slice(scanner.nameStart, scanner.nameEnd)}>`;
    return applySplices(xml, [{ start: scanner.end - 2, end: scanner.end, text: `>${text}${close}` }]);
  }
  while (scanner.child()) scanner.skip();
  return applySplices(xml, [{ start: scanner.start, end: scanner.start, text }]);
}

function removeChildren(xml: string, path: string, isMeant: (scanner: XmlScanner) => boolean): string {
  const scanner = new XmlScanner(xml, path);
  const splices: Splice[] = [];
  scanner.next();
  while (scanner.depth > 0 && scanner.child()) {
    const { start } = scanner;
    const meant = isMeant(scanner);
    scanner.skip();
    if (meant) splices.push({ start, end: scanner.end, text: '' });
  }
  return applySplices(xml, splices);
}
