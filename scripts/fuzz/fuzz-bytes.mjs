import { TextDecoder, TextEncoder } from 'node:util';
import { unzipSync, zipSync } from 'fflate';

/** Pieces that readers of XML and of spreadsheets are known to stumble over. */
const PIECES = [
  '<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '<!DOCTYPE a [<!ENTITY b "c">]>', '&#0;', '&#x110000;', '&b;', '\u0000', '\uFFFE',
  ' r="XFD1048576"', ' r="A0"', ' r="ZZZZ1"', ' r="1"', ' t="s"', ' t="e"', ' t="b"', ' s="-1"', ' s="4294967296"', '<v>-1</v>', '<v>1e999</v>',
  '<v>NaN</v>', '<f t="shared" si="0"/>', '<f t="shared" si="0" ref="A1:XFD1048576">A1</f>', '<mergeCell ref="A1:XFD1048576"/>', '<c/>', '<row/>',
  '<row r="1048577">', '__proto__', 'constructor', '../../x', ' xml:space="preserve"', '<is><t>=1+1</t></is>', '</sheetData>', '</worksheet>',
]; // prettier-ignore

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A fixture with bytes of the file, or the text of its parts, spoilt. */
export function spoilt(random, files) {
  const bytes = random.pick(files);
  if (random.chance(0.3)) return spoilBytes(random, bytes);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  for (const name of random.times(3, () => random.pick(names))) {
    parts[name] = encoder.encode(spoilText(random, decoder.decode(parts[name])));
  }
  if (random.chance(0.1)) delete parts[random.pick(names)];
  return zipSync(parts, { level: 1, mtime: new Date(2021, 0, 1) });
}

function spoilBytes(random, bytes) {
  let copy = Uint8Array.from(bytes);
  for (let n = random.below(20); n >= 0; n -= 1) {
    // Half of all in the directory at the end, where every byte means something.
    const from = random.chance(0.5) ? Math.max(0, copy.length - 2000) : 0;
    copy[from + random.below(copy.length - from)] = random.below(256);
  }
  if (random.chance(0.2)) copy = copy.slice(0, random.below(copy.length));
  if (random.chance(0.1))
    copy = Uint8Array.from([...copy.slice(random.below(200)), ...copy.slice(-random.below(500))]);
  return copy;
}

function spoilText(random, text) {
  let result = text;
  for (let n = random.below(6); n >= 0; n -= 1) {
    const at = random.below(result.length + 1);
    const length = random.below(random.chance(0.1) ? result.length + 1 : 40);
    const cut = result.slice(at, at + length);
    switch (random.below(4)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + random.pick(PIECES) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + cut + result.slice(at);
        break;
      default: {
        const to = random.below(result.length + 1);
        result = result.slice(0, to) + cut + result.slice(to);
      }
    }
  }
  return result;
}
