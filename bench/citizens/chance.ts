/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** 0 up to 1. */
  share(): number;
  below(count: number): number;
  /** True in so many of a hundred. */
  in100(percent: number): boolean;
  oneOf<T>(things: readonly T[]): T;
}

/** A small generator of 32 bits (mulberry32): plenty for choosing sayings. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(share() * count);
  return {
    share,
    below,
    in100: (percent) => share() * 100 < percent,
    oneOf(things) {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new Error('nothing to choose from');
      return thing;
    },
  };
}
