import { readText } from '../../../nlp/fold';
import {
  ADDRESSES,
  AGENCIES,
  AS_IT_IS,
  HELD_DOWN,
  LOOK_ALIKES,
  SHORT_FORMS,
  type Spelling,
  TELEX,
  TONES,
  VNI,
} from './tables';

const spelt = (text: string): string => readText(text).typed.trim();

const TABLES: Readonly<Record<string, readonly Spelling[]>> = {
  'letters that look like Latin ones': LOOK_ALIKES,
  'the tone on the right vowel': TONES,
  'keystrokes of Telex': TELEX,
  'keystrokes of VNI, where the text shows them': VNI,
  'letters held down': HELD_DOWN,
  'short forms': SHORT_FORMS,
  'agencies by their two letters': AGENCIES,
  'codes and addresses': ADDRESSES,
};

describe.each(Object.entries(TABLES))('%s', (_name, table) => {
  it.each(table)('%s is spelt %s', (typed, careful) => {
    expect(spelt(typed)).toBe(careful);
    expect(spelt(typed.normalize('NFD'))).toBe(careful);
    expect(spelt(`${typed}.`)).toBe(careful);
  });
});

it.each(AS_IT_IS)('%s stays as it is', (typed) => {
  expect(spelt(typed)).toBe(typed);
  expect(spelt(typed.toUpperCase())).toBe(typed);
});

it('the words of a short form share its place, and all others have their own', () => {
  const { text, words } = readText('Sở TN&MT ko xử lý');
  expect(words.map(({ typed, start, end }) => [typed, text.slice(start, end)])).toEqual([
    ['sở', 'Sở'],
    ['tài', 'TN'],
    ['nguyên', 'TN'],
    ['môi', 'MT'],
    ['trường', 'MT'],
    ['không', 'ko'],
    ['xử', 'xử'],
    ['lý', 'lý'],
  ]);
});

it('tells whether any accent was typed', () => {
  expect(readText('nuoc thai ko xu ly').accented).toBe(false);
  expect(readText('nuoc thải ko xu ly').accented).toBe(true);
  expect(readText('oo nhieexm').accented).toBe(false);
});
