import type { Scanned } from './scan';

/** A numbered part of a standard: its own words are tokens `from`–`to`; `children` are the parts one level down. */
export type Part = {
  marker: string;
  from: number;
  to: number;
  end: number;
  children: Part[];
  /** `marker` is a name (半年进度：) instead of a number. */
  named?: boolean;
  /** Words after the last part that belong to this one. */
  tail?: [number, number];
};

type Marker = { style: string; number: number; at: number; to: number };

/** A call in a formula is shorter. */
const LONGEST_BRACKET = 80;
const WORD_NUMBERS = '一二三四五六七八九十';

/** Whether a list number may stand at token i: at the start, or after punctuation. */
function mayOpen(shape: string, i: number): boolean {
  return i === 0 || '\n。;:,.)'.includes(shape.charAt(i - 1));
}

/** MIN(完成率,1)×5: the bracket behind the figure closes one that was opened before. */
function isInside(shape: string, i: number): boolean {
  let open = 0;
  for (let j = i - 1; j >= 0 && i - j < LONGEST_BRACKET && !'。;\n'.includes(shape.charAt(j)); j--) {
    if (shape.charAt(j) === ')') open--;
    if (shape.charAt(j) === '(' && ++open > 0) return true;
  }
  return false;
}

/** 3.1…；3.2…: numbers of a list within a list, told from figures by the next of them. */
function decimalMarker(scanned: Scanned, i: number): Marker | null {
  const { shape, numbers } = scanned;
  const written = (at: number): RegExpExecArray | null =>
    /^(\d+)\.(\d+)$/.exec(String(numbers[at]?.value.valueOf() ?? ''));
  const [, whole = '', part = ''] = written(i) ?? [];
  if (
    part === '' ||
    !/[\u4e00-\u9fff]/.test(shape.charAt(i + 1)) ||
    /[倍万亿元个分]/.test(shape.charAt(i + 1))
  )
    return null;
  const style = `#.#${whole}`;
  if (part !== '1') return { style, number: Number(part), at: i, to: i + 1 };
  for (let j = i + 1; j < shape.length; j++) {
    if (shape.charAt(j) !== '#' || !mayOpen(shape, j)) continue;
    const [, other, next] = written(j) ?? [];
    if (other === whole && next === '2') return { style, number: 1, at: i, to: i + 1 };
  }
  return null;
}

function markerAt(scanned: Scanned, i: number): Marker | null {
  const { shape, numbers } = scanned;
  const char = shape.charAt(i);
  const value = numbers[i]?.value;
  if (char === '①') return { style: '①', number: Number(value), at: i, to: i + 1 };
  if (!mayOpen(shape, i)) return null;
  const next = shape.charAt(i + 1);
  if (char === '#' && '.、)'.includes(next) && next !== '' && !(next === ')' && isInside(shape, i))) {
    return { style: next === ')' ? '#)' : '#.', number: Number(value), at: i, to: i + 2 };
  }
  const decimal = char === '#' ? decimalMarker(scanned, i) : null;
  if (decimal) return decimal;
  if (char === '(' && next === '#' && shape.charAt(i + 2) === ')') {
    return { style: '(#)', number: Number(numbers[i + 1]?.value), at: i, to: i + 3 };
  }
  const word = WORD_NUMBERS.indexOf(char) + 1;
  if (word > 0 && (next === '是' || next === '、')) return { style: next, number: word, at: i, to: i + 2 };
  const inner = char === '(' ? WORD_NUMBERS.indexOf(next) + 1 : 0;
  if (inner > 0 && next !== '' && shape.charAt(i + 2) === ')')
    return { style: '(一)', number: inner, at: i, to: i + 3 };
  return null;
}

/**
 * The numbered parts of a text as a tree. A number opens a part only where its list goes on (1, 2, 3 …): “3、6、9、
 * 12月” is no list. Words after the last part's line break belong to the whole again.
 */
export function outline(scanned: Scanned): Part {
  const { shape } = scanned;
  const root: Part = { marker: '', from: 0, to: shape.length, end: shape.length, children: [] };
  const open: { part: Part; style: string; number: number }[] = [{ part: root, style: '', number: 0 }];
  for (let i = 0; i < shape.length; i++) {
    const marker = markerAt(scanned, i);
    if (!marker) continue;
    let level = open.length - 1;
    while (level >= 0 && open[level]?.style !== marker.style) level--;
    const continues = level > 0 && open[level]?.number === marker.number - 1;
    if (!continues && !(marker.number === 1 && level < 0)) continue;
    const close = continues ? open.splice(level) : [];
    for (const { part } of close) part.end = i;
    const parent = open.at(-1)?.part ?? root;
    if (parent.children.length === 0) parent.to = i;
    const part: Part = {
      marker: shape.slice(marker.at, marker.to),
      from: marker.to,
      to: shape.length,
      end: shape.length,
      children: [],
    };
    parent.children.push(part);
    open.push({ part, style: marker.style, number: marker.number });
    i = marker.to - 1;
  }
  if (root.children.length === 0) headings(root, shape);
  if (root.children.length === 0) labels(root, shape);
  settle(root, shape);
  return root;
}

const HEADING = /(?:^|[;。\n])([^;。\n:()#%]{2,20}(?:\((?:满分|计|共)?#分\)[:。]|#分:))(?=\n?([^;。\n]*))/g;
/** A heading that ends like a sentence is one only where scoring follows it. */
const SCORES = /#分|扣|得满分|不得分|得分/;

const LABEL = /(?:^|[。\n])([^;。\n:()#%,]{2,16}):/g;
const GRANTS = /(?:得|计|记|扣[减除]?|减)#分/g;

/** 半年进度：…得2分；…。前三季度进度：…得3分；…。: parts that carry a name and no points of their own. */
function labels(root: Part, shape: string): void {
  const found = [...shape.matchAll(LABEL)].map(({ index, 0: whole, 1: words = '' }) => ({
    from: index + whole.length - words.length - 1,
    words,
  }));
  if (found.length < 2) return;
  const ends = found.map((_, i) => found[i + 1]?.from ?? shape.length);
  const scored = found.every(({ from }, i) => (shape.slice(from, ends[i]).match(GRANTS)?.length ?? 0) >= 2);
  if (!scored) return;
  root.to = found[0]?.from ?? root.to;
  found.forEach(({ from, words }, i) => {
    const end = ends[i] ?? shape.length;
    root.children.push({ marker: words, from, to: end, end, children: [], named: true });
  });
}

/** Parts that carry a heading with points and no number: 预算公开（2分）：…；决算公开（2分）：…. */
function headings(root: Part, shape: string): void {
  const matches = [...shape.matchAll(HEADING)];
  const plain = ({ 1: words = '', 2: next = '' }: RegExpExecArray): boolean =>
    words.endsWith(':') || (SCORES.test(next) && !/^[^;。\n:()#%]{2,20}\((?:满分|计|共)?#分\)$/.test(next));
  const found = matches.map(({ index, 0: whole, 1: words = '' }) => index + whole.length - words.length);
  if (found.length < 2 || !matches.every(plain)) return;
  root.to = found[0] ?? root.to;
  found.forEach((from, i) => {
    const end = found[i + 1] ?? shape.length;
    root.children.push({ marker: '', from, to: end, end, children: [] });
  });
}

/** Own words end where the first part begins; what follows a break after the last part is said of the whole. */
function settle(part: Part, shape: string): void {
  for (const child of part.children) settle(child, shape);
  const last = part.children.at(-1);
  if (!last) {
    part.to = part.end;
    return;
  }
  if (last.children.length > 0 || part.children.length < 2) return;
  // Where the parts before it have lines of their own, so has the last.
  if (part.children.slice(0, -1).some(({ from, end }) => shape.slice(from, end - 1).includes('\n'))) return;
  const cut = shape.indexOf('\n', last.from);
  if (cut < 0 || cut >= last.end) return;
  last.to = last.end = cut;
  part.tail = [cut + 1, part.end];
}

/** Index of the bracket that matches each bracket, -1 for none; brackets out of balance match nothing. */
export function bracketPairs(shape: string): Int32Array {
  const pairs = new Int32Array(shape.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < shape.length; i++) {
    const char = shape.charAt(i);
    if (char === '(' || char === '[') open.push(i);
    else if (char === ')' || char === ']') {
      const start = open.pop();
      if (start === undefined) continue;
      pairs[start] = i;
      pairs[i] = start;
    } else if (char === '。' || char === '\n') {
      // A bracket left open across sentences is a slip of the pen, not a bracket.
      if (open.length > 0 && char === '\n') open.length = 0;
    }
  }
  return pairs;
}

/** 目标已完成。（20分）: the points of a sentence in brackets behind its full stop; how many tokens they are. */
function closingPoints(shape: string, from: number, to: number): number {
  const found = /^\n?\((?:得|计|记)?#分\)(?=[。;\n]|$)/.exec(shape.slice(from, Math.min(to, from + 9)));
  const ends =
    found && (from + found[0].length >= to || /[。;\n]/.test(shape.charAt(from + found[0].length)));
  return ends ? found[0].length : 0;
}

/** Sentences of tokens `from`–`to`: split at 。；！ and breaks, not inside balanced brackets. */
export function sentences(shape: string, pairs: Int32Array, from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const pair = pairs[i] ?? -1;
    const char = shape.charAt(i);
    if ((char === '(' || char === '[') && pair > i && pair < to) {
      i = pair;
      continue;
    }
    if (!'。;!\n.'.includes(char)) continue;
    const worth = char === '。' ? closingPoints(shape, i + 1, to) : 0;
    i += worth;
    if (i > start) parts.push([start, worth > 0 ? i + 1 : i]);
    start = i + 1;
  }
  if (to > start) parts.push([start, to]);
  return parts;
}
