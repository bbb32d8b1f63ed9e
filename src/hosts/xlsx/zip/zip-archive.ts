import { FileFault } from '../file-fault';
import type { Limits } from '../limits';
import { compression } from './compression';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory';

const ENCRYPTED = 1;

/** Part names are equal without regard to case (OPC); some writers use backslashes. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** A zip file in memory whose entries are inflated only when asked for, within limits. */
export class ZipArchive {
  readonly bytes: Uint8Array;
  readonly directory: ZipDirectory;
  private readonly byName = new Map<string, ZipEntry>();
  private inflated = 0;
  private readonly counted = new Set<ZipEntry>();

  constructor(
    bytes: Uint8Array,
    private readonly limits: Limits,
  ) {
    // Node's Buffer is a Uint8Array whose `slice` does not copy: writing into a slice would change the caller's file.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.directory = readZipDirectory(this.bytes, limits.entries);
    for (const entry of this.directory.entries) {
      const key = keyOf(entry.name);
      // Which of two parts counts differs from program to program, so neither can be trusted.
      if (this.byName.has(key)) throw new FileFault('damaged', `压缩包内“${entry.name}”重复`);
      this.byName.set(key, entry);
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.byName.get(keyOf(name));
  }

  /** Bytes of an entry, checked against the directory's size and checksum. */
  read(entry: ZipEntry): Uint8Array {
    const { limits } = this;
    if (entry.flags & ENCRYPTED) throw new FileFault('encrypted');
    if (
      entry.size > limits.partBytes ||
      (entry.size > limits.freeBytes && entry.size > entry.packedSize * limits.ratio)
    ) {
      throw new FileFault('too-large', `“${entry.name}”展开后有 ${megabytes(entry.size)} MB`);
    }
    if (!this.counted.has(entry)) this.inflated += entry.size;
    this.counted.add(entry);
    if (this.inflated > limits.totalBytes) {
      throw new FileFault('too-large', `展开后超过 ${megabytes(limits.totalBytes)} MB`);
    }
    const bytes = this.unpack(entry);
    if (compression.crc32(bytes) !== entry.crc) throw new FileFault('damaged', `“${entry.name}”校验不符`);
    return bytes;
  }

  private unpack(entry: ZipEntry): Uint8Array {
    const packed = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw new FileFault('damaged', `“${entry.name}”的压缩方式不受支持`);
    try {
      return compression.inflate(packed, entry.size);
    } catch (error) {
      if (error instanceof FileFault) throw error;
      throw new FileFault('damaged', `“${entry.name}”无法解压`);
    }
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
