/** Chance that follows from a seed, so that the same command makes the same town. */
export interface Dice {
  /** True with this chance, 0 to 1. */
  happens(chance: number): boolean;
  between(least: number, most: number): number;
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** By weight. */
  weighed<T>(from: readonly (readonly [T, number])[]): T;
}

/** @param next numbers from 0 up to 1 */
export function dice(next: () => number): Dice {
  const between = (least: number, most: number): number => least + next() * (most - least);
  const whole = (least: number, most: number): number => Math.floor(between(least, most + 1));
  const pick = <T>(from: readonly T[]): T => found(from[whole(0, from.length - 1)]);

  function weighed<T>(from: readonly (readonly [T, number])[]): T {
    let left = between(
      0,
      from.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [each, weight] of from) if ((left -= weight) < 0) return each;
    return found(from.at(-1))[0];
  }

  return { happens: (chance) => next() < chance, between, whole, pick, weighed };
}

function found<T>(picked: T | undefined): T {
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
