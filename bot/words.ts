import { createInstance } from 'i18next';

/** Says a text of the locale by its key, with its blanks filled in. */
export type Words = (key: string, blanks?: Record<string, string | number>) => string;

/** Reads the texts of one language. A key that is missing throws: a citizen must never read a key. */
export function wordsOf(locale: Record<string, unknown>): Words {
  const texts = createInstance();
  void texts.init({
    lng: 'vi',
    resources: { vi: { translation: locale } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const known = new Set<string>();
  const say: Words = (key, blanks) => {
    if (!known.has(key) && !texts.exists(key, blanks)) throw new Error(`content/locales: no text for ${key}`);
    known.add(key);
    return texts.t(key, blanks ?? {});
  };
  // Most texts have no blanks and are said again and again.
  const plain = new Map<string, string>();
  return (key, blanks) => {
    if (blanks) return say(key, blanks);
    const text = plain.get(key) ?? say(key);
    plain.set(key, text);
    return text;
  };
}
