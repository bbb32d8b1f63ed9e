import { FileFault } from '../file-fault';

const NAMED: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };
const AMP = 38;
const SEMICOLON = 59;

let units = new Uint16Array(4096);

/**
 * Text of `xml` between two offsets with entities resolved and line ends as XML wants them. Some writers put every
 * Chinese character as a decimal entity, so the work is done on code units and not by joining strings.
 */
export function decodeText(xml: string, from: number, to: number): string {
  const amp = xml.indexOf('&', from);
  if (amp < 0 || amp >= to) return lineEnds(xml.slice(from, to));
  if (units.length < to - from) units = new Uint16Array((to - from) * 2);
  let length = 0;
  for (let at = from; at < to;) {
    const unit = xml.charCodeAt(at);
    if (unit !== AMP) {
      units[length] = unit;
      length += 1;
      at += 1;
      continue;
    }
    const semicolon = endOfEntity(xml, at, to);
    const point = entity(xml, at + 1, semicolon);
    if (point > 0xffff) {
      units[length] = 0xd800 + ((point - 0x10000) >> 10);
      units[length + 1] = 0xdc00 + ((point - 0x10000) & 0x3ff);
      length += 2;
    } else {
      units[length] = point;
      length += 1;
    }
    at = semicolon + 1;
  }
  let text = '';
  // The arguments of one call are limited; longer text is joined from pieces.
  for (let at = 0; at < length; at += 8192) {
    text += String.fromCharCode(...units.subarray(at, Math.min(at + 8192, length)));
  }
  return text;
}

/** XML hands `\r\n` and `\r` on as `\n`; a carriage return that is meant is an entity. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function endOfEntity(xml: string, at: number, to: number): number {
  for (let end = at + 1; end < to && end < at + 12; end += 1) {
    if (xml.charCodeAt(end) === SEMICOLON) return end;
  }
  throw new FileFault('damaged', '有不完整的“&”记号');
}

function entity(xml: string, from: number, to: number): number {
  if (xml.charCodeAt(from) !== 35) {
    const point = NAMED[xml.slice(from, to)];
    if (point !== undefined) return point;
  } else {
    const hex = xml.charCodeAt(from + 1) === 120;
    const point = digits(xml, from + (hex ? 2 : 1), to, hex ? 16 : 10);
    if (point > 0 && point <= 0x10ffff) return point;
  }
  throw new FileFault('damaged', `有不认识的记号“&${xml.slice(from, to)};”`);
}

function digits(xml: string, from: number, to: number, base: 10 | 16): number {
  let value = from < to ? 0 : -1;
  for (let at = from; at < to; at += 1) {
    const unit = xml.charCodeAt(at);
    const digit = unit >= 48 && unit <= 57 ? unit - 48 : base === 16 ? hexLetter(unit) : -1;
    if (digit < 0) return -1;
    value = value * base + digit;
  }
  return value;
}

function hexLetter(unit: number): number {
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Resolves the `_x000D_` escapes by which cell strings carry what XML cannot. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What XML 1.0 cannot carry, or would hand on changed: controls but tab and line feed, lone surrogates, non-characters. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Writes a cell string so that it reads back the same: control characters as `_xHHHH_`, and such text itself kept. */
export function escapeCellText(text: string): string {
  const kept = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escapeXml(
    kept.replace(FORBIDDEN, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for element content and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => MARKUP[character] ?? character);
}

/** Escapes text for an attribute in double quotes; line ends and tabs would be read back as spaces otherwise. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
