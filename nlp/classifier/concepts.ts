import type { Reading } from '../fold';
import { spotter } from '../spotter';

/** Lists of words that mean nearly the same, by name. */
export type ConceptWords = Readonly<Record<string, readonly string[]>>;

/** Which concepts a message names, as bits of their places in the list; each once, in the order of the list. */
export type ConceptsIn = (said: Reading) => number[];

export const NO_CONCEPTS: ConceptsIn = () => [];

/**
 * Finds concepts. What one message says with one word another says with its neighbour; by what both mean they can be
 * compared though they share no word.
 */
export function conceptFinder(words: ConceptWords): ConceptsIn {
  const names = Object.keys(words);
  const places = new Map(names.map((name, place) => [name, place]));
  const spots = spotter(Object.fromEntries(names.map((name) => [name, { phrases: words[name] ?? [] }])));
  return (said) => {
    const found = new Set<number>();
    for (const { list } of spots(said)) found.add(places.get(list) ?? 0);
    return [...found].sort((a, b) => a - b);
  };
}
