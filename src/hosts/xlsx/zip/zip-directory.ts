import { FileFault } from '../file-fault';

/** One entry of a zip file, with the places of its bytes. */
export type ZipEntry = Readonly<{
  name: string;
  flags: number;
  /** 0 stored, 8 deflated; others are never read. */
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Offset of the local header. */
  start: number;
  /** Offset of the packed bytes. */
  dataStart: number;
  /** Where the next entry or the directory begins: the entry with its data descriptor and any padding. */
  regionEnd: number;
  /** Offsets of the directory record. */
  recordStart: number;
  recordEnd: number;
}>;

export type ZipDirectory = Readonly<{
  /** In the order of the directory. */
  entries: readonly ZipEntry[];
  /** Offset of the directory, where the entries' bytes end. */
  start: number;
  /** Comment of the archive, kept when it is written again. */
  comment: Uint8Array;
}>;

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_32 = 0xffffffff;

const utf8 = new TextDecoder();

/**
 * Reads the directory at the end of a zip file. Entries whose bytes overlap are refused: no honest writer makes them,
 * and they are how a small file claims to hold a huge one.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === MAX_32) ({ count, start } = readEnd64(view, end) ?? { count, start });
  if (count > maxEntries) throw new FileFault('too-large', `压缩包内有 ${count} 个条目`);

  const records: ZipEntry[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    const record = readRecord(view, bytes, at, end);
    records.push(record);
    at = record.recordEnd;
  }
  return {
    entries: withRegions(records, start),
    start,
    comment: bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true)),
  };
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  }
  throw new FileFault('truncated');
}

function readEnd64(view: DataView, end: number): { count: number; start: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > locator || view.getUint32(at, true) !== END_RECORD_64) throw new FileFault('truncated');
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function readRecord(view: DataView, bytes: Uint8Array, at: number, end: number): ZipEntry {
  if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_RECORD) throw new FileFault('truncated');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const recordEnd = extraEnd + view.getUint16(at + 32, true);
  if (recordEnd > end) throw new FileFault('truncated');
  const wide = readWideSizes(view, nameEnd, extraEnd, {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
  });
  const name = utf8.decode(bytes.subarray(at + 46, nameEnd));
  if (wide.start + 30 > at || view.getUint32(wide.start, true) !== LOCAL_HEADER)
    throw new FileFault('truncated');
  const dataStart =
    wide.start + 30 + view.getUint16(wide.start + 26, true) + view.getUint16(wide.start + 28, true);
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...wide,
    dataStart,
    regionEnd: 0,
    recordStart: at,
    recordEnd,
  };
}

type Sizes = { size: number; packedSize: number; start: number };

/** Zip64: a field of 32 ones stands in the extra block with id 1, eight bytes each, in this order. */
function readWideSizes(view: DataView, from: number, to: number, sizes: Sizes): Sizes {
  if (sizes.size !== MAX_32 && sizes.packedSize !== MAX_32 && sizes.start !== MAX_32) return sizes;
  const wide = { ...sizes };
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packedSize', 'start'] as const) {
      if (wide[key] !== MAX_32 || field + 8 > to) continue;
      wide[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

function withRegions(records: readonly ZipEntry[], directoryStart: number): ZipEntry[] {
  const byStart = [...records].sort((a, b) => a.start - b.start);
  const ends = new Map<ZipEntry, number>();
  byStart.forEach((entry, n) => {
    const regionEnd = byStart[n + 1]?.start ?? directoryStart;
    if (entry.dataStart + entry.packedSize > regionEnd) throw new FileFault('truncated');
    ends.set(entry, regionEnd);
  });
  return records.map((entry) => ({ ...entry, regionEnd: ends.get(entry) ?? directoryStart }));
}
