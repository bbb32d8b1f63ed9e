import { Inflate, inflateSync } from 'fflate';
import { FileFault } from '../file-fault';

/** Deflate expands at most 1032 times, so below this a forged size costs a second at most. */
const ONE_SHOT_BYTES = 2 ** 20;
const CHUNK_BYTES = 2 ** 16;

/** Inflates with fflate. Large input goes through in chunks, to stop as soon as more comes out than was declared. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  if (packed.length <= ONE_SHOT_BYTES) {
    // fflate writes no further than `out`; too long a result shows as a wrong checksum.
    const result = inflateSync(packed, { out });
    if (result.length !== size) throw new FileFault('damaged', '解压后的长度不符');
    return result;
  }
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new FileFault('damaged', '解压后的长度不符');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
    stream.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
  }
  if (length !== size) throw new FileFault('damaged', '解压后的长度不符');
  return out;
}
