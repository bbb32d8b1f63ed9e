import { deflateSync } from 'fflate';
import { crc32 } from './crc32';
import { inflate } from './inflate';

/** What a zip file needs of a compression library. */
export type Compression = Readonly<{
  /**
   * Inflates raw deflate data of which the directory says that it has `size` bytes. Throws when the data is damaged or gives
   * more than `size` bytes.
   */
  inflate: (packed: Uint8Array, size: number) => Uint8Array;
  /** Raw deflate data of bytes. */
  deflate: (bytes: Uint8Array) => Uint8Array;
  /** CRC-32 as zip uses it (polynomial EDB88320), unsigned. */
  crc32: (bytes: Uint8Array) => number;
}>;

/**
 * Runs everywhere. The build of the command line puts Node's own in place of this file (src/cli/compression.ts): several
 * times faster, and without the tables that are made on loading.
 */
export const compression: Compression = { inflate, deflate: (bytes) => deflateSync(bytes), crc32 };
