import { FileFault } from '../file-fault';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of `xml` between two offsets with entities resolved and line ends as XML wants them. */
export function decodeText(xml: string, from: number, to: number): string {
  // Searched in the slice: a search in the whole part would run to its end for every cell.
  const text = xml.slice(from, to);
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return plain.includes('&') ? plain.replace(/(?:&#\d{1,7};)+|&([^;]{0,10};?)/g, resolve) : plain;
}

/** Some writers put every Chinese character as a decimal entity: a run of them is resolved in one go. */
function resolve(written: string, name: string | undefined): string {
  if (name === undefined) return fromPoints(written.slice(2, -1).split(';&#').map(Number), written);
  const hex = /^#x([0-9a-f]{1,6});$/i.exec(name)?.[1];
  if (hex !== undefined) return fromPoints([parseInt(hex, 16)], written);
  const known = name.endsWith(';') ? NAMED[name.slice(0, -1)] : undefined;
  if (known === undefined) throw new FileFault('damaged', `有不认识的记号“${written}”`);
  return known;
}

function fromPoints(points: readonly number[], written: string): string {
  if (points.some((point) => point === 0 || point > 0x10ffff))
    throw new FileFault('damaged', `有不认识的记号“${written.slice(0, 20)}”`);
  let text = '';
  // The arguments of one call are limited; longer text is joined from pieces.
  for (let at = 0; at < points.length; at += 4096)
    text += String.fromCodePoint(...points.slice(at, at + 4096));
  return text;
}

/**
 * The same text in memory of its own. A piece cut out of a part keeps the whole part in memory as long as it lives, and
 * cells live longer than the file they were read from. JSON copies ten times as fast as joining letters.
 */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
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
