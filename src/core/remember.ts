/** Texts remembered at once; a workbook has fewer that differ, and what is kept longer than a review costs memory. */
const MOST_TEXTS = 8192;
/** Longer texts are prose: they hardly ever repeat. */
const LONGEST_TEXT = 64;

/**
 * A function of a text that answers repeated texts from memory: in a workbook of many tables the same labels, formats and
 * targets stand thousands of times. The function must be pure and its results must not be changed.
 */
export function perText<Value>(
  make: (text: string) => Value,
  longest = LONGEST_TEXT,
): (text: string) => Value {
  return perKey((text: string) => text, make, { longest, most: MOST_TEXTS });
}

/** As {@link perText}, for what several texts and numbers determine together: `keyOf` names it. */
export function perKey<Input, Value>(
  keyOf: (input: Input) => string,
  make: (input: Input) => Value,
  { longest, most }: Readonly<{ longest: number; most: number }>,
): (input: Input) => Value {
  const known = new Map<string, Value>();
  return (input) => {
    const key = keyOf(input);
    if (key.length > longest) return make(input);
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(input);
    if (known.size >= most) known.clear();
    known.set(key, value);
    return value;
  };
}

/** A function of an object that is computed once for each and kept as long as the object. */
export function perObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return remembering(make, new WeakMap());
}

const reviewed: Map<object, unknown>[] = [];

/**
 * A function of what a review is made of (tables, indicators, findings) that is computed once for each until the review
 * ends. Of these there are many, and maps that hold their keys weakly make the collector go through all of them again and
 * again. To be called where a module is loaded, not while a review runs.
 */
export function perReview<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>();
  reviewed.push(known);
  return remembering(make, known);
}

/** Forgets what {@link perReview} remembers. */
export function endReview(): void {
  for (const known of reviewed) known.clear();
}

function remembering<Key extends object, Value>(
  make: (key: Key) => Value,
  known: { get(key: Key): { value: Value } | undefined; set(key: Key, found: { value: Value }): unknown },
): (key: Key) => Value {
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
