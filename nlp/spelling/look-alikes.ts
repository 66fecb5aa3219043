/** Letters of other alphabets that look like Latin ones: from other keyboards, or typed to slip past a filter. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  // Icelandic, Croatian and African letters that old fonts put in the place of đ
  ð: 'd\u0335',
  ɖ: 'd\u0335',
  ƌ: 'd\u0335',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
};
const ANY = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'gu');
const HAS_LATIN = /\p{Script=Latin}/u;
/** Zero-width characters and soft hyphens, which some keyboards and web pages leave inside words. */
const INVISIBLE = /[\u00ad\u034f\u200b-\u200d\u2060\ufeff]/g;

/**
 * One word in lower case with what merely looks like Latin letters replaced: full-width and mathematical forms, and
 * foreign letters among Latin ones. A word wholly in another alphabet stays as it is.
 */
export function plainLetters(word: string): string {
  if (isPlain(word)) return word;
  const visible = word.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  if (!HAS_LATIN.test(visible)) return visible;
  return visible
    .replace(ANY, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/d\u0335/g, 'đ')
    .normalize('NFC');
}

/** Nearly every word: ASCII and the Vietnamese letters. */
const isPlain = (word: string): boolean => /^[a-z0-9àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]*$/.test(word);
