/** Numbers that follow from the seed alone, the same on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)],
    times: (limit, make) => Array.from({ length: below(limit) + 1 }, make),
  };
}

/** One number of seed, kind and index: every case stands alone and can be run again. */
export function seedOf(seed, kind, index) {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${kind}/${index}`)
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
