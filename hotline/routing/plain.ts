import { letters } from '../letters';

const SHORT_FORMS: readonly [RegExp, string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\b(nnmt|nn mt|nn tnmt)\b/g, 'nong nghiep moi truong'],
  [/\b(tnmt|tn mt)\b/g, 'tai nguyen moi truong'],
  [/\btp\b/g, 'thanh pho'],
  [/\b(va|cua|tinh|thanh pho)\b/g, ' '],
  [/ +/g, ' '],
];

/** Lower case, without diacritics, punctuation and small words, short forms written out. */
export const plain = (text: string): string =>
  SHORT_FORMS.reduce((words, [from, to]) => words.replace(from, to), letters(text)).trim();

/** Whether a text says a phrase, as whole words; both read by `plain`, or both by `letters`. */
export const saysPhrase = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `);
