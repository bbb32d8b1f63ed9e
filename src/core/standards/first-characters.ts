/** Characters a match may begin with, some of them more than once; null where it may begin with any. */
export type FirstCharacters = string | null;

type Found = { chars: FirstCharacters; empty: boolean };

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
    let chars: FirstCharacters = '';
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
    if (char === '^' || char === '$') return { chars: '', empty: true };
    if (char !== '\\') return { chars: char, empty: false };
    const escaped = this.source.charAt(this.at++);
    if (/[dDwWsSbBu]/.test(escaped)) return { chars: null, empty: false };
    return { chars: escaped === 'n' ? '\n' : escaped, empty: false };
  }

  private group(): Found {
    const opening = this.take(OPENING);
    const found = this.alternatives();
    this.at++;
    // What is only looked at begins nothing.
    return /[=!]$/.test(opening) ? { chars: '', empty: true } : found;
  }

  private charClass(): Found {
    const end = this.source.indexOf(']', this.at + 2);
    const inner = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    const any = inner.startsWith('^') || /\\[^n]|[^\\]-./.test(inner);
    return { chars: any ? null : inner.replaceAll('\\n', '\n'), empty: false };
  }
}

function union(a: FirstCharacters, b: FirstCharacters): FirstCharacters {
  return a === null || b === null ? null : a + b;
}
