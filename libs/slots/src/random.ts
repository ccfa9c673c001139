/** A stream of numbers in [0, 1) that depends on nothing but its seed. */
export type Random = () => number;

/** Generator "mulberry32" (T. Ettinger, public domain): 32 bits of state, good enough to steer a search. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
