/** The part of `natural` that is used; its own types are reached through the whole package only. */
declare module 'natural/lib/natural/distance/levenshtein_distance' {
  export function DamerauLevenshteinDistance(a: string, b: string, options: { restricted: boolean }): number;
}
