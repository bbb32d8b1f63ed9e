/** Characters a match may begin with; null where it may begin with any. */
export type FirstCharacters = ReadonlySet<string> | null;

type Found = { chars: Set<string> | null; empty: boolean };

/**
 * The characters with which a match of a pattern can begin. Reads the part of the language of regular expressions that the
 * patterns of this folder use: literals, classes, groups, lookarounds, alternatives and quantifiers. Trying a pattern only
 * where it can begin spares most of the work on a long text.
 */
export function firstCharacters(source: string): FirstCharacters {
  const found = new Reader(source).alternatives();
  return found.empty ? null : found.chars;
}

const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
const OPENING = /\((?:\?(?:<?[=!]|:))?/y;

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** What a sticky pattern finds here, read over; '' for nothing. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private peek(): string {
    return this.source.charAt(this.at);
  }

  alternatives(): Found {
    let found = this.sequence();
    while (this.peek() === '|') {
      this.at++;
      const other = this.sequence();
      found = { chars: union(found.chars, other.chars), empty: found.empty || other.empty };
    }
    return found;
  }

  private sequence(): Found {
    let chars: Set<string> | null = new Set<string>();
    let empty = true;
    while (this.at < this.source.length && !'|)'.includes(this.peek())) {
      const item = this.item();
      if (empty) {
        chars = union(chars, item.chars);
        empty = item.empty;
      }
    }
    return { chars, empty };
  }

  private item(): Found {
    const found = this.atom();
    const quantifier = this.take(QUANTIFIER);
    const optional = /^(?:[?*]|\{0)/.test(quantifier);
    return optional ? { ...found, empty: true } : found;
  }

  private atom(): Found {
    const char = this.peek();
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    this.at++;
    if (char === '.') return { chars: null, empty: false };
    if (char === '^' || char === '$') return { chars: new Set(), empty: true };
    if (char !== '\\') return { chars: new Set([char]), empty: false };
    const escaped = this.source.charAt(this.at++);
    if (/[dDwWsSbBu]/.test(escaped)) return { chars: null, empty: false };
    return { chars: new Set([escaped === 'n' ? '\n' : escaped]), empty: false };
  }

  private group(): Found {
    const opening = this.take(OPENING);
    const found = this.alternatives();
    this.at++;
    // What is only looked at begins nothing.
    return /[=!]$/.test(opening) ? { chars: new Set(), empty: true } : found;
  }

  private charClass(): Found {
    const end = this.source.indexOf(']', this.at + 2);
    const inner = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    const plain =
      inner.startsWith('^') || /\\[^n]|[^\\]-./.test(inner) ? null : inner.replaceAll('\\n', '\n');
    return { chars: plain === null ? null : new Set(plain), empty: false };
  }
}

function union(a: Set<string> | null, b: Set<string> | null): Set<string> | null {
  return a === null || b === null ? null : new Set([...a, ...b]);
}
