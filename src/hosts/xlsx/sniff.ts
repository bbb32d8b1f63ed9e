import { FileFault, type FileProblem } from './file-fault';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws unless the bytes begin like a zip file; says what the file is instead. */
export function requireZip(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  throw new FileFault(problemOf(bytes));
}

function problemOf(bytes: Uint8Array): FileProblem {
  if (bytes.length === 0) return 'empty';
  if (OLE.every((byte, n) => bytes[n] === byte)) return oleProblem(bytes);
  const head = bytes.subarray(0, 4096);
  if (head.includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return 'unknown-format';
  const text = new TextDecoder(
    bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8',
  ).decode(head);
  if (/<(?:!doctype html|html|head|body|table|meta)\b/i.test(text)) return 'html';
  return hasBinary(head) ? 'unknown-format' : 'text';
}

/** Control characters other than tab, line feeds and the mark of an end of file do not occur in text. */
function hasBinary(head: Uint8Array): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27));
}

/** Directory entries of an OLE file carry their names in UTF-16; the name of a stream tells what the file is. */
function oleProblem(bytes: Uint8Array): FileProblem {
  const sectors = sectorsOfDirectory(bytes);
  const names = new TextDecoder('utf-16le').decode(sectors);
  if (names.includes('EncryptedPackage')) return 'encrypted';
  if (names.includes('Workbook') || names.includes('Book')) return 'old-xls';
  return 'old-office';
}

/** The first sector of the directory and what follows it; the chain through the allocation table is not followed. */
function sectorsOfDirectory(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 512) return new Uint8Array(0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** Math.min(view.getUint16(30, true), 12);
  const start = (view.getUint32(48, true) + 1) * size;
  const sector = bytes.subarray(start, start + 8192);
  // Damaged header: look through the whole beginning instead, at the even offsets that names stand on.
  return sector.length ? sector : bytes.subarray(0, 2 ** 20);
}
