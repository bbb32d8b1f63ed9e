/** A block of a check's page. Only what those pages use is known: headings, paragraphs, lists, tables, code. */
export type Block =
  | Readonly<{ kind: 'heading'; level: number; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'list'; items: readonly string[] }>
  | Readonly<{ kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }>
  | Readonly<{ kind: 'code'; text: string }>;

/** Splits a page into blocks; what is not known is a paragraph, so no text is ever lost. */
export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = page.replace(/\r/g, '').split('\n');
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at += 1;
    } else if (line.startsWith('```')) {
      const body = takeWhile(lines, at + 1, (next) => !next.startsWith('```'));
      blocks.push({ kind: 'code', text: body.join('\n') });
      at += body.length + 2;
    } else {
      // The first line belongs to its block whatever it looks like, or the page would never end.
      const taken = [line, ...takeWhile(lines, at + 1, continues(line))];
      blocks.push(blockOf(taken));
      at += taken.length;
    }
  }
  return blocks;
}

const isItem = (line: string): boolean => /^\s*(?:[-*]|\d+\.)\s+/.test(line);
const isTable = (line: string): boolean => line.trim().startsWith('|');

/** Which lines go on with the block that a line begins. */
function continues(first: string): (line: string) => boolean {
  if (isTable(first)) return isTable;
  if (isItem(first)) return (line) => line.trim() !== '' && (isItem(line) || /^\s+\S/.test(line));
  return (line) =>
    line.trim() !== '' &&
    !isItem(line) &&
    !isTable(line) &&
    !/^#{1,6}\s/.test(line) &&
    !line.startsWith('```');
}

function takeWhile(
  lines: readonly string[],
  from: number,
  test: (line: string) => boolean,
): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && !test(line));
  return lines.slice(from, end < 0 ? lines.length : end);
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (isTable(first)) {
    const [head = [], ...rows] = lines.map(cellsOf);
    return { kind: 'table', head, rows: rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell))) };
  }
  if (!isItem(first)) return { kind: 'paragraph', text: lines.map((line) => line.trim()).join(' ') };
  const items: string[] = [];
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(/^\s*(?:[-*]|\d+\.)\s+/, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: 'list', items };
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A run of inline text. */
export type Inline = Readonly<{ text: string; look: 'plain' | 'strong' | 'code' }>;

/** Splits a line at `**strong**` and `` `code` ``. */
export function inlinesOf(text: string): readonly Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      if (part.startsWith('**') && part.length > 4) return { text: part.slice(2, -2), look: 'strong' };
      if (part.startsWith('`') && part.length > 2) return { text: part.slice(1, -1), look: 'code' };
      return { text: part, look: 'plain' };
    });
}
