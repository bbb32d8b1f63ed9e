/** Items under their keys, in the order in which the keys first come. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Patches, marks and the like by the sheet they are for. */
export function bySheet<T extends Readonly<{ sheet: string }>>(items: readonly T[]): Map<string, T[]> {
  return grouped(items, ({ sheet }) => sheet);
}
