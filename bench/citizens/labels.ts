import { loadContent } from '../../content';
import { wordsOf } from '../../bot/words';
import { join } from 'node:path';
import { keyOf } from '../../nlp/fold';

const words = wordsOf(loadContent(join(process.cwd(), 'content')).locales.vi);

/** What a button says. */
export const label = (key: string): string => words(key);

/** The button that says that, whatever its accents; undefined when there is none. */
export const optionLike = (options: readonly string[], text: string): string | undefined =>
  options.find((option) => option === text) ?? options.find((option) => keyOf(option) === keyOf(text));
