/** Random numbers that come again with the same seed (mulberry32): a run that found something can be run again. */
export interface Random {
  /** From 0 up to, not with, 1. */
  next(): number;
  /** One of several. */
  one<T>(items: readonly T[]): T;
  /** One of several by weight; nothing where all weigh nothing. */
  weighted<T>(items: ReadonlyArray<readonly [T, number]>): T | undefined;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    one: (items) => items[Math.floor(next() * items.length)]!,
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      return items.find(([, weight]) => (left -= weight) < 0)?.[0];
    },
  };
}
