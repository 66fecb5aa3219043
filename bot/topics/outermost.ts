import type { Spot } from '../../nlp/spotter';

/** "bao nhiêu tiền" is not also "bao nhiêu": what lies within something longer is not said by itself. */
export const outermost = <List extends string>(spots: readonly Spot<List>[]): Spot<List>[] =>
  spots.filter(
    (spot) =>
      !spots.some(
        (other) =>
          other.from <= spot.from && spot.to <= other.to && other.to - other.from > spot.to - spot.from,
      ),
  );
