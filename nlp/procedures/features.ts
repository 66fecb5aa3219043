import type { Reading } from '../fold';

/** A story is told in its first words; what comes after them costs time and says nothing new. */
const READ_WORDS = 300;
/** Two things named together tell more than each: `sổ đỏ` and `mất`. More of them are a list. */
const READ_THINGS = 24;

/** A name of ours among the words. */
const THING = '#';

/**
 * What a question is compared by: its words without accents, pairs of neighbours, the things it speaks of and pairs of
 * these in any order: `mất`, `mất sổ`, `#lost`, `#certificate #lost`. Accents are used up by the things.
 */
export function featuresOf(said: Reading, things: readonly string[]): Set<string> {
  const features = new Set<string>();
  const words = said.words.slice(0, READ_WORDS);
  words.forEach(({ folded }, at) => {
    features.add(folded);
    const next = words[at + 1];
    if (next) features.add(`${folded} ${next.folded}`);
  });
  const named = things.slice(0, READ_THINGS).map((thing) => THING + thing);
  named.forEach((thing, at) => {
    features.add(thing);
    for (const other of named.slice(at + 1)) features.add(`${thing} ${other}`);
  });
  return features;
}

const OF_THINGS = 1.2;
const OF_PAIRS = 0.7;

/** How much a feature counts by what it is, before it is known how rare it is. */
export function weightOf(feature: string): number {
  if (feature.startsWith(THING)) return OF_THINGS;
  return isPair(feature) ? OF_PAIRS : 1;
}

export const isPair = (feature: string): boolean => feature.includes(' ');
