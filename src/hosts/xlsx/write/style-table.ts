import type { PackageEditor } from '../package/package-editor';
import { applySplices, withPrefix } from '../xml/splice';
import { EMPTY, XmlScanner } from '../xml/xml-scanner';

/** Children of the style sheet in the order that the format demands. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

type Collection = 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

type Found = {
  start: number;
  tagEnd: number;
  end: number;
  empty: boolean;
  items: { start: number; end: number }[];
};

/** Adds styles to a workbook's style part; what is there keeps its number, and the same style is added only once. */
export class StyleTable {
  private xml: string;

  constructor(
    private readonly editor: PackageEditor,
    private readonly path: string,
  ) {
    this.xml = editor.text(path);
  }

  /** Number of a style within its collection, added at the end if no equal one is there. */
  add(collection: Collection, piece: string): number {
    const { prefix, found, insertAt } = this.locate(collection);
    const text = withPrefix(piece, prefix);
    if (!found) {
      const element = withPrefix(`<${collection} count="1">${piece}</${collection}>`, prefix);
      this.update([{ start: insertAt, end: insertAt, text: element }]);
      return 0;
    }
    const known = found.items.findIndex(({ start, end }) => this.xml.slice(start, end) === text);
    if (known >= 0) return known;
    const count = found.items.length + 1;
    const tag = this.withCount(found, count);
    if (found.empty) {
      this.update([
        {
          start: found.start,
          end: found.end,
          text: `${tag}${text}${withPrefix(`</${collection}>`, prefix)}`,
        },
      ]);
    } else {
      const end = found.items.at(-1)?.end ?? found.tagEnd;
      this.update([
        { start: found.start, end: found.tagEnd, text: tag },
        { start: end, end, text },
      ]);
    }
    return count - 1;
  }

  /** Takes styles off the end of a collection while they are among the given ones and `isFree`. */
  removeLast(collection: Collection, pieces: readonly string[], isFree: (index: number) => boolean): void {
    for (;;) {
      const { prefix, found } = this.locate(collection);
      const last = found?.items.at(-1);
      if (!found || !last) return;
      const count = found.items.length - 1;
      const own = pieces.some((piece) => withPrefix(piece, prefix) === this.xml.slice(last.start, last.end));
      if (!own || !isFree(count)) return;
      const tag = this.withCount(found, count);
      const text = count === 0 ? `${tag.slice(0, -1)}/>` : tag;
      this.update(
        count === 0
          ? [{ start: found.start, end: found.end, text }]
          : [
              { start: found.start, end: found.tagEnd, text },
              { start: last.start, end: last.end, text: '' },
            ],
      );
    }
  }

  private withCount(found: Found, count: number): string {
    const tag = this.xml.slice(found.start, found.tagEnd).replace(/\s*\/?>$/, '>');
    const pattern = /(\scount\s*=\s*)(?:"[^"]*"|'[^']*')/;
    return pattern.test(tag) ? tag.replace(pattern, `$1"${count}"`) : tag.replace(/>$/, ` count="${count}">`);
  }

  private update(splices: Parameters<typeof applySplices>[1]): void {
    this.xml = applySplices(this.xml, splices);
    this.editor.setText(this.path, this.xml);
  }

  private locate(collection: Collection): { prefix: string; found: Found | null; insertAt: number } {
    const scanner = new XmlScanner(this.xml, this.path);
    scanner.next();
    const prefix = scanner.prefix();
    const before = new Set<string>(ORDER.slice(0, ORDER.indexOf(collection)));
    let insertAt = scanner.end;
    let found: Found | null = null;
    while (scanner.child()) {
      const name = scanner.local();
      if (name === collection) {
        found = readItems(scanner);
      } else scanner.skip();
      if (before.has(name)) insertAt = scanner.end;
    }
    return { prefix, found, insertAt };
  }
}

function readItems(scanner: XmlScanner): Found {
  const { start, end: tagEnd } = scanner;
  const items: { start: number; end: number }[] = [];
  const empty = scanner.kind === EMPTY;
  while (!empty && scanner.child()) {
    const from = scanner.start;
    scanner.skip();
    items.push({ start: from, end: scanner.end });
  }
  return { start, tagEnd, end: scanner.end, empty, items };
}
