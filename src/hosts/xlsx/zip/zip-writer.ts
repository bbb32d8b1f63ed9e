import { FileFault } from '../file-fault';
import { compression } from './compression';
import type { ZipArchive } from './zip-archive';
import type { ZipEntry } from './zip-directory';

/** New content of entries by their names in the archive; `null` takes an entry out; unknown names are added at the end. */
export type ZipChanges = ReadonlyMap<string, Uint8Array | null>;

const UTF8_NAME = 0x800;
const HAS_DESCRIPTOR = 0x8;
const ZIP64_EXTRA = 1;
const MAX_32 = 0xffffffff;

/**
 * Writes an archive again with some entries changed. All others are copied as packed bytes with their headers, so
 * that names, times, order and compression stay as they were; a changed entry keeps its name, time and method.
 */
export function rewriteZip(archive: ZipArchive, changes: ZipChanges): Uint8Array<ArrayBuffer> {
  const { bytes, directory } = archive;
  const writer = new Writer();
  const records: Uint8Array[] = [];
  const known = new Set<string>();
  const byStart = [...directory.entries].sort((a, b) => a.start - b.start);
  const starts = new Map<ZipEntry, Piece>();
  for (const entry of byStart) {
    known.add(entry.name);
    const content = changes.get(entry.name);
    if (content === null) continue;
    const start = writer.length;
    if (content === undefined) {
      writer.add(bytes.subarray(entry.start, entry.regionEnd));
      starts.set(entry, { start, packed: null });
    } else {
      const packed = pack(content, entry.method === 0);
      writer.add(localHeader(bytes, entry, packed));
      writer.add(packed.bytes);
      starts.set(entry, { start, packed });
    }
  }
  for (const entry of directory.entries) {
    const piece = starts.get(entry);
    if (piece) records.push(record(bytes, entry, piece));
  }
  const pattern = directory.entries[0];
  for (const [name, content] of changes) {
    if (known.has(name) || content === null) continue;
    const packed = pack(content, false);
    const header = newHeader(name, packed, pattern ? timeOf(bytes, pattern) : 0x00210000);
    records.push(newRecord(header, writer.length));
    writer.add(header);
    writer.add(packed.bytes);
  }
  return writer.finish(records, directory.comment);
}

type Packed = Readonly<{ bytes: Uint8Array; method: number; size: number; crc: number }>;
type Piece = Readonly<{ start: number; packed: Packed | null }>;

function pack(content: Uint8Array, stored: boolean): Packed {
  const packed = stored ? content : compression.deflate(content);
  return { bytes: packed, method: stored ? 0 : 8, size: content.length, crc: compression.crc32(content) };
}

class Writer {
  length = 0;
  private readonly pieces: Uint8Array[] = [];

  add(piece: Uint8Array): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  finish(records: readonly Uint8Array[], comment: Uint8Array): Uint8Array<ArrayBuffer> {
    const start = this.length;
    for (const piece of records) this.add(piece);
    const end = new Uint8Array(22 + comment.length);
    const view = new DataView(end.buffer);
    // Counts of 16 bits: an archive of more entries is beyond what a workbook needs and what is read.
    if (records.length > 0xfffe || this.length > MAX_32) throw new FileFault('too-large', '条目过多');
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, records.length, true);
    view.setUint16(10, records.length, true);
    view.setUint32(12, this.length - start, true);
    view.setUint32(16, start, true);
    view.setUint16(20, comment.length, true);
    end.set(comment, 22);
    this.add(end);
    const result = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }
}

/** Local header of a changed entry: sizes known beforehand, so without a descriptor; name and other fields kept. */
function localHeader(bytes: Uint8Array, entry: ZipEntry, packed: Packed): Uint8Array {
  const header = bytes.slice(entry.start, entry.dataStart);
  const view = new DataView(header.buffer);
  const nameEnd = 30 + view.getUint16(26, true);
  const extra = withoutZip64(header.subarray(nameEnd));
  view.setUint16(28, extra.length, true);
  view.setUint16(6, entry.flags & ~HAS_DESCRIPTOR, true);
  view.setUint16(8, packed.method, true);
  setSizes(view, 14, packed);
  return join(header.subarray(0, nameEnd), extra);
}

function record(bytes: Uint8Array, entry: ZipEntry, { start, packed }: Piece): Uint8Array {
  const copy = bytes.slice(entry.recordStart, entry.recordEnd);
  const view = new DataView(copy.buffer);
  const nameEnd = 46 + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const extra = withoutZip64(copy.subarray(nameEnd, extraEnd));
  view.setUint16(30, extra.length, true);
  if (packed) {
    view.setUint16(8, entry.flags & ~HAS_DESCRIPTOR, true);
    view.setUint16(10, packed.method, true);
    setSizes(view, 16, packed);
  } else {
    setSizes(view, 16, { crc: entry.crc, bytes: { length: entry.packedSize }, size: entry.size });
  }
  view.setUint32(42, start, true);
  return join(join(copy.subarray(0, nameEnd), extra), copy.subarray(extraEnd));
}

function setSizes(
  view: DataView,
  at: number,
  { crc, bytes, size }: Readonly<{ crc: number; bytes: Readonly<{ length: number }>; size: number }>,
): void {
  view.setUint32(at, crc, true);
  view.setUint32(at + 4, bytes.length, true);
  view.setUint32(at + 8, size, true);
}

/** The sizes are written in 32 bits again, so the block that held them in 64 must not contradict them. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let kept = new Uint8Array(0);
  for (let at = 0; at < extra.length;) {
    const end =
      at + 4 <= extra.length ? Math.min(at + 4 + view.getUint16(at + 2, true), extra.length) : extra.length;
    const isZip64 = at + 4 <= extra.length && view.getUint16(at, true) === ZIP64_EXTRA;
    if (!isZip64) kept = join(kept, extra.subarray(at, end));
    at = end;
  }
  return kept;
}

/** Date and time of an entry, given to new ones: writing the same twice gives the same bytes. */
function timeOf(bytes: Uint8Array, entry: ZipEntry): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(entry.recordStart + 12, true);
}

function newHeader(name: string, packed: Packed, time: number): Uint8Array {
  const text = new TextEncoder().encode(name);
  const header = new Uint8Array(30 + text.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, text.length === name.length ? 0 : UTF8_NAME, true);
  view.setUint16(8, packed.method, true);
  view.setUint32(10, time, true);
  setSizes(view, 14, packed);
  view.setUint16(26, text.length, true);
  header.set(text, 30);
  return header;
}

function newRecord(header: Uint8Array, start: number): Uint8Array {
  const record = new Uint8Array(16 + header.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  record.set(header.subarray(4, 30), 6);
  view.setUint32(42, start, true);
  record.set(header.subarray(30), 46);
  return record;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
