import { FileFault } from '../file-fault';

/** Text of an XML part and what is needed to write it back in the same encoding. */
export type PartText = Readonly<{ xml: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: boolean }>;

/** Decodes a part: UTF-8, or UTF-16 with a byte order mark; nothing else is allowed in a workbook. */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const [a, b, c] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  const mark = encoding !== 'utf-8' || (a === 0xef && b === 0xbb && c === 0xbf);
  try {
    return { xml: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, mark };
  } catch (error) {
    throw new FileFault('damaged', `“${part}”中有无法识别的字符：${String(error)}`);
  }
}

/** Encodes a part as it was encoded when it was read. */
export function encodePart({ xml, encoding, mark }: PartText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(mark ? `\ufeff${xml}` : xml);
  const bytes = new Uint8Array(2 + xml.length * 2);
  const view = new DataView(bytes.buffer);
  const little = encoding === 'utf-16le';
  view.setUint16(0, 0xfeff, little);
  for (let n = 0; n < xml.length; n += 1) view.setUint16(2 + n * 2, xml.charCodeAt(n), little);
  return bytes;
}
