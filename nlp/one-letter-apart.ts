// The part alone: the whole of `natural` takes seconds and a hundred megabytes.
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance';

/** One letter too many, too few, wrong, or two changed places. */
export function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 2 || b.length < 2) return false;
  // Most pairs differ at both ends; only the others are worth measuring.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
  return DamerauLevenshteinDistance(a, b, { restricted: true }) === 1;
}
