import { FileFault } from '../file-fault';
import { decodeText } from './xml-text';

export const OPEN = 1;
export const EMPTY = 2;
export const CLOSE = 3;

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;
const MAX_DEPTH = 512;

/** Space, tab and line ends; XML knows no others. */
const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;
const isQuote = (unit: number): boolean => unit === 34 || unit === 39;

/**
 * Walks over the tags of an XML text once, without building a tree, and checks on the way that every tag is closed by
 * its own name, that attributes are quoted, and that the text ends with its root. A part that was cut off, or that
 * declares entities, is refused and never read in part. The fields describe the tag that `next` has come to.
 */
export class XmlScanner {
  kind = 0;
  /** Offset of `<`. */
  start = 0;
  /** Offset behind `>`. */
  end = 0;
  nameStart = 0;
  nameEnd = 0;
  /** Where the name without prefix begins. */
  localStart = 0;
  /** Open elements around the place behind this tag. */
  depth = 0;
  /** End of the tag before; the text between is `[textStart, start)`. */
  textStart = 0;
  attributes = 0;

  private readonly spots = new Int32Array(4 * 256);
  private readonly names = new Int32Array(2 * MAX_DEPTH);
  private rootSeen = false;

  constructor(
    readonly xml: string,
    readonly part: string,
  ) {}

  /** Goes to the next tag; `false` at the proper end of the text. */
  next(): boolean {
    const { xml } = this;
    this.textStart = this.end;
    let lt = xml.indexOf('<', this.end);
    let second = xml.charCodeAt(lt + 1);
    while (lt >= 0 && (second === 33 || second === 63)) {
      lt = xml.indexOf('<', this.skipDeclaration(lt));
      second = xml.charCodeAt(lt + 1);
    }
    if (this.depth === 0) this.checkOutside(lt);
    if (lt < 0) return false;
    this.start = lt;
    if (second === SLASH) this.readClose(lt);
    else this.readOpen(lt);
    return true;
  }

  /** Whether the tag's name without prefix is this. */
  is(name: string): boolean {
    return this.nameEnd - this.localStart === name.length && this.xml.startsWith(name, this.localStart);
  }

  local(): string {
    return this.xml.slice(this.localStart, this.nameEnd);
  }

  prefix(): string {
    return this.xml.slice(this.nameStart, Math.max(this.nameStart, this.localStart - 1));
  }

  /** Value of an attribute by its name as written, prefix included. */
  attribute(name: string): string | undefined {
    for (let n = 0; n < this.attributes; n += 1) {
      const from = this.spot(n, 0);
      if (this.spot(n, 1) - from === name.length && this.xml.startsWith(name, from))
        return this.attributeValue(n);
    }
    return undefined;
  }

  /** Value of the first attribute that has a prefix and this local name: `r:id` under whichever prefix. */
  prefixedAttribute(local: string): string | undefined {
    for (let n = 0; n < this.attributes; n += 1) {
      if (this.attributeName(n).endsWith(`:${local}`)) return this.attributeValue(n);
    }
    return undefined;
  }

  attributeName(n: number): string {
    return this.xml.slice(this.spot(n, 0), this.spot(n, 1));
  }

  attributeValue(n: number): string {
    return decodeText(this.xml, this.spot(n, 2), this.spot(n, 3));
  }

  /** Offsets of an attribute: 0 and 1 its name, 2 and 3 its value without quotes. */
  spot(n: number, which: 0 | 1 | 2 | 3): number {
    return this.spots[n * 4 + which] as number;
  }

  /** From an opening tag to behind its element's end, checking what is inside. */
  skip(): void {
    if (this.kind !== OPEN) return;
    const outside = this.depth - 1;
    while (this.depth > outside) this.child();
  }

  /**
   * Goes to the next child of the element that encloses this place, `false` at the closing tag of that element. The
   * caller reads or skips each child before asking for the next.
   */
  child(): boolean {
    if (!this.next()) this.fail('标记没有结束');
    return this.kind !== CLOSE;
  }

  /** From an opening tag to its closing one: the element's text, without comments; elements inside are refused. */
  text(): string {
    if (this.kind !== OPEN) return '';
    const from = this.end;
    if (this.child()) this.fail('文本中夹有标记');
    return this.textBetween(from, this.start);
  }

  /** Text between offsets, `<![CDATA[` and comments resolved. */
  textBetween(from: number, to: number): string {
    const { xml } = this;
    const lt = xml.indexOf('<', from);
    if (lt < 0 || lt >= to) return decodeText(xml, from, to);
    let text = '';
    let at = from;
    for (let next = lt; next >= 0 && next < to; next = xml.indexOf('<', at)) {
      text += decodeText(xml, at, next);
      const end = this.skipDeclaration(next);
      if (xml.startsWith('<![CDATA[', next)) text += xml.slice(next + 9, end - 3);
      at = end;
    }
    return text + decodeText(xml, at, to);
  }

  fail(why: string): never {
    throw new FileFault('damaged', `“${this.part}”${why}`);
  }

  private readOpen(lt: number): void {
    const { xml } = this;
    let at = lt + 1;
    let local = at;
    for (
      let unit = xml.charCodeAt(at);
      !isSpace(unit) && unit !== GT && unit !== SLASH;
      unit = xml.charCodeAt(at)
    ) {
      if (unit === COLON) local = at + 1;
      else if (unit === LT || unit !== unit) this.fail('标记没有结束');
      at += 1;
    }
    if (at === local) this.fail('有没有名称的标记');
    this.nameStart = lt + 1;
    this.nameEnd = at;
    this.localStart = local;
    this.attributes = 0;
    this.end = this.readAttributes(at);
    if (this.kind === EMPTY) return;
    if (this.depth >= MAX_DEPTH) this.fail('嵌套过深');
    this.names[this.depth * 2] = this.nameStart;
    this.names[this.depth * 2 + 1] = at;
    this.depth += 1;
  }

  private readAttributes(from: number): number {
    const { xml } = this;
    let at = from;
    for (;;) {
      let unit = xml.charCodeAt(at);
      const spaced = isSpace(unit);
      while (isSpace(unit)) unit = xml.charCodeAt((at += 1));
      if (unit === GT) {
        this.kind = OPEN;
        return at + 1;
      }
      if (unit === SLASH && xml.charCodeAt(at + 1) === GT) {
        this.kind = EMPTY;
        return at + 2;
      }
      if (!spaced) this.fail('标记没有结束');
      at = this.readAttribute(at);
    }
  }

  private readAttribute(from: number): number {
    const { xml, spots } = this;
    let at = from;
    let unit = xml.charCodeAt(at);
    while (unit !== EQUALS && !isSpace(unit)) {
      if (unit === LT || unit === GT || isQuote(unit) || unit !== unit) this.fail('属性不完整');
      unit = xml.charCodeAt((at += 1));
    }
    const nameEnd = at;
    while (isSpace(unit)) unit = xml.charCodeAt((at += 1));
    if (unit !== EQUALS || nameEnd === from) this.fail('属性不完整');
    unit = xml.charCodeAt((at += 1));
    while (isSpace(unit)) unit = xml.charCodeAt((at += 1));
    if (!isQuote(unit)) this.fail('属性不完整');
    const quote = unit;
    const valueStart = at + 1;
    do {
      unit = xml.charCodeAt((at += 1));
      if (unit === LT || unit !== unit) this.fail('属性不完整');
    } while (unit !== quote);
    const spot = this.attributes * 4;
    if (spot >= spots.length) this.fail('属性过多');
    spots[spot] = from;
    spots[spot + 1] = nameEnd;
    spots[spot + 2] = valueStart;
    spots[spot + 3] = at;
    this.attributes += 1;
    return at + 1;
  }

  private readClose(lt: number): void {
    const { xml } = this;
    this.kind = CLOSE;
    if (this.depth === 0) this.fail('标记不成对');
    this.depth -= 1;
    this.attributes = 0;
    const from = this.names[this.depth * 2] as number;
    const length = (this.names[this.depth * 2 + 1] as number) - from;
    let at = lt + 2;
    this.nameStart = this.localStart = at;
    for (let n = 0; n < length; n += 1, at += 1) {
      const unit = xml.charCodeAt(at);
      if (unit !== xml.charCodeAt(from + n)) this.fail('标记不成对');
      if (unit === COLON) this.localStart = at + 1;
    }
    this.nameEnd = at;
    while (isSpace(xml.charCodeAt(at))) at += 1;
    if (xml.charCodeAt(at) !== GT) this.fail('标记不成对');
    this.end = at + 1;
  }

  /** Behind a comment, an instruction or a CDATA section. A document type is refused: it can declare entities. */
  private skipDeclaration(lt: number): number {
    const { xml } = this;
    const close = xml.startsWith('<!--', lt)
      ? '-->'
      : xml.startsWith('<?', lt)
        ? '?>'
        : xml.startsWith('<![CDATA[', lt)
          ? ']]>'
          : this.fail('含有文档类型声明（DOCTYPE），出于安全不予读取');
    const at = xml.indexOf(close, lt + (close === '-->' ? 4 : 2));
    return at < 0 ? this.fail('标记没有结束') : at + close.length;
  }

  /** Outside the root only blanks, comments and instructions may stand, and there is one root. */
  private checkOutside(lt: number): void {
    const { xml } = this;
    const rest = xml.slice(this.textStart, lt < 0 ? undefined : lt);
    if (/[^\s]/.test(rest.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, ''))) this.fail('内容不完整');
    if (lt < 0 ? !this.rootSeen : this.rootSeen) this.fail('内容不完整');
    this.rootSeen = true;
  }
}
