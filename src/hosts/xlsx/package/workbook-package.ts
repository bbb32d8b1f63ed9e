import { FileFault } from '../file-fault';
import { LIMITS, type Limits } from '../limits';
import { requireZip } from '../sniff';
import { decodePart, type PartText } from '../xml/part-text';
import { ZipArchive } from '../zip/zip-archive';
import { readRelationships, relationshipsPath, type Relationship } from './relationships';

export type OpenOptions = Readonly<{ limits?: Limits }>;

/** The parts of a workbook file: text of any part by its path, and where the workbook part is. */
export class WorkbookPackage {
  readonly archive: ZipArchive;
  readonly limits: Limits;
  /** Path of the workbook part, usually `xl/workbook.xml`. */
  readonly workbookPath: string;

  constructor(bytes: Uint8Array, options: OpenOptions = {}) {
    this.limits = options.limits ?? LIMITS;
    requireZip(bytes);
    this.archive = new ZipArchive(bytes, this.limits);
    this.workbookPath = this.findWorkbook();
  }

  has(path: string): boolean {
    return this.archive.find(path) !== undefined;
  }

  /** Text of a part that must be there. */
  text(path: string): PartText {
    const entry = this.archive.find(path);
    if (!entry) throw new FileFault('damaged', `缺少“${path}”`);
    return decodePart(this.archive.read(entry), path);
  }

  /** Relationships of a part; a part without any has no such file. */
  relationships(owner: string): Relationship[] {
    const path = relationshipsPath(owner);
    return this.has(path) ? readRelationships(this.text(path).xml, path, owner) : [];
  }

  private findWorkbook(): string {
    const target = this.relationships('').find(({ type }) => type === 'officeDocument')?.target;
    const path = target ?? 'xl/workbook.xml';
    if (/\.bin$/i.test(path) || this.has('xl/workbook.bin')) throw new FileFault('binary-workbook');
    if (!this.has(path)) throw new FileFault('not-workbook');
    return path;
  }
}
