import { createInstance, type TOptions } from 'i18next';
import type { Language } from '../hotline/conversation/turn';

/** Says a text of the locale by its key, with its blanks filled in. */
export type Words = (key: string, blanks?: Record<string, string | number>) => string;

/** All that is said, by language. */
export type Voices = Readonly<Record<Language, Words>>;

/** Reads the texts of every language. */
export const voicesOf = (locales: Readonly<Record<Language, Record<string, unknown>>>): Voices => ({
  vi: wordsOf(locales.vi, 'vi'),
  en: wordsOf(locales.en, 'en'),
});

/** Reads the texts of one language. A key that is missing throws: a citizen must never read a key. */
export function wordsOf(locale: Record<string, unknown>, language: Language = 'vi'): Words {
  const texts = createInstance();
  void texts.init({
    lng: language,
    resources: { [language]: { translation: locale } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const say = (key: string, blanks: TOptions): string => {
    if (!texts.exists(key, blanks)) throw new Error(`content/locales/${language}.yaml: no text for ${key}`);
    return texts.t(key, blanks);
  };
  // The same texts are said again and again: looked up once, as long as no number chooses among them.
  const written = new Map<string, string>();
  const textOf = (key: string): string => {
    const text = written.get(key) ?? say(key, AS_WRITTEN);
    written.set(key, text);
    return text;
  };
  const { interpolator } = texts.services;
  return (key, blanks = NONE) => {
    if ('count' in blanks) return say(key, blanks);
    const text = textOf(key);
    return text.includes('{{') ? interpolator.interpolate(text, blanks, language, {}) : text;
  };
}

/** With its blanks open. */
const AS_WRITTEN = { skipInterpolation: true };
const NONE = {};
