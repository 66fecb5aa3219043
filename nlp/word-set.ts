/** Words that are looked up one by one, written in a row. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
