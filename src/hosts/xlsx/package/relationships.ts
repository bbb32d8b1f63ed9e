import { OPEN, EMPTY, XmlScanner } from '../xml/xml-scanner';

/** One relationship of a part; `type` is the last word of its address, the same in both editions of the format. */
export type Relationship = Readonly<{
  id: string;
  type: string;
  /** The whole address of the type. */
  address: string;
  target: string;
  external: boolean;
}>;

/** Path of the part that holds the relationships of another: `xl/a.xml` → `xl/_rels/a.xml.rels`. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads a relationships part; targets are made full paths within the package. */
export function readRelationships(xml: string, path: string, owner: string): Relationship[] {
  const scanner = new XmlScanner(xml, path);
  const found: Relationship[] = [];
  while (scanner.next()) {
    if ((scanner.kind !== OPEN && scanner.kind !== EMPTY) || !scanner.is('Relationship')) continue;
    const target = scanner.attribute('Target') ?? '';
    const address = scanner.attribute('Type') ?? '';
    const external = scanner.attribute('TargetMode') === 'External';
    found.push({
      id: scanner.attribute('Id') ?? '',
      type: address.split('/').at(-1) ?? '',
      address,
      target: external ? target : resolvePath(owner, target),
      external,
    });
  }
  return found;
}

/** Path of a target as seen from a part: `xl/workbook.xml` and `../docProps/a.xml` → `docProps/a.xml`. */
export function resolvePath(owner: string, target: string): string {
  const clean = safeDecode(target).replaceAll('\\', '/');
  const steps = clean.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Targets are URIs; one with a stray percent sign is taken as it stands. */
function safeDecode(target: string): string {
  return target.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    const codes = bytes
      .slice(1)
      .split('%')
      .map((hex) => parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(codes));
  });
}
