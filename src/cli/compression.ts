import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Compression } from '../hosts/xlsx/zip/compression';

/** Node's own zlib, which the build of the command line puts in place of src/hosts/xlsx/zip/compression.ts. */
export const compression: Compression = {
  inflate: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }),
  deflate: (bytes) => deflateRawSync(bytes),
  crc32: (bytes) => crc32(bytes),
};
