import type { Activity } from '../hotline/activity';

/** What a channel says by itself, by key. */
export type Words = (key: string, blanks?: Record<string, string | number>) => string;

/** The words of the language in which a message is said: the centre names it on every message that is no Vietnamese. */
export const wordsFor = (
  { locale }: Pick<Activity, 'locale'>,
  { words, english }: { words: Words; english: Words },
): Words => (locale === 'en' ? english : words);
