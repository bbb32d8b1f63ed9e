import { encodePart, type PartText } from '../xml/part-text';
import { rewriteZip } from '../zip/zip-writer';
import { addContentType, addRelationship, removeContentType, removeRelationship } from './package-lists';
import { readRelationships, relationshipsPath, type Relationship } from './relationships';
import type { WorkbookPackage } from './workbook-package';

const CONTENT_TYPES = '[Content_Types].xml';
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Changes of the parts of a workbook file, collected and written at once; what is not touched keeps its bytes. */
export class PackageEditor {
  private readonly changed = new Map<string, PartText | null>();

  constructor(readonly source: WorkbookPackage) {}

  /** Name of a part as the archive has it, which may differ in case. */
  private nameOf(path: string): string {
    return this.source.archive.find(path)?.name ?? path;
  }

  has(path: string): boolean {
    const change = this.changed.get(this.nameOf(path));
    return change === undefined ? this.source.has(path) : change !== null;
  }

  /** Text of a part as changed so far. */
  text(path: string): string {
    return (this.changed.get(this.nameOf(path)) ?? this.source.text(path)).xml;
  }

  /** Replaces the text of a part, or makes a part without telling its type. */
  setText(path: string, xml: string): void {
    const name = this.nameOf(path);
    if (!this.has(path)) this.changed.set(name, { xml, encoding: 'utf-8', mark: false });
    else if (xml !== this.text(path)) {
      this.changed.set(name, { ...(this.changed.get(name) ?? this.source.text(path)), xml });
    }
  }

  addPart(path: string, xml: string, contentType: string): void {
    this.setText(path, xml);
    this.setText(CONTENT_TYPES, addContentType(this.text(CONTENT_TYPES), path, contentType));
  }

  /** Takes a part out, with its content type and the relationship of its owner. */
  removePart(path: string, owner: string): void {
    const list = relationshipsPath(owner);
    this.setText(list, removeRelationship(this.text(list), list, owner, path));
    this.setText(CONTENT_TYPES, removeContentType(this.text(CONTENT_TYPES), path));
    this.changed.set(this.nameOf(path), null);
  }

  relationships(owner: string): Relationship[] {
    const path = relationshipsPath(owner);
    return this.has(path) ? readRelationships(this.text(path), path, owner) : [];
  }

  /** Adds a relationship and returns its identifier. */
  relate(owner: string, type: string, target: string): string {
    const path = relationshipsPath(owner);
    if (!this.has(path)) this.setText(path, EMPTY_RELATIONSHIPS);
    const taken = new Set(this.relationships(owner).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    this.setText(
      path,
      addRelationship(this.text(path), path, { id: `rId${number}`, type, target: `/${target}` }),
    );
    return `rId${number}`;
  }

  /** A path that no part has: `xl/worksheets/sheet` and `.xml` → `xl/worksheets/sheet5.xml`. */
  freePath(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number += 1;
    return `${before}${number}${after}`;
  }

  /** The file with all changes; the very same bytes when nothing changed. */
  save(): Uint8Array {
    const { archive } = this.source;
    if (this.changed.size === 0) return archive.bytes;
    return rewriteZip(
      archive,
      new Map([...this.changed].map(([name, part]) => [name, part === null ? null : encodePart(part)])),
    );
  }
}
