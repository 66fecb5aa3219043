import fc from 'fast-check';
import { join } from 'node:path';
import { heldOut } from '../../../bench/nlp/messages';
import { fold, readText } from '../../../nlp/fold';
import { isSyllable, withoutTone } from '../../../nlp/spelling/syllable';
import { LOOK_ALIKES, SHORT_FORMS, TELEX, VNI } from './tables';

/** What people type, in pieces, and anything at all. */
const piece = fc.oneof(
  fc.constantFrom(...[...LOOK_ALIKES, ...SHORT_FORMS, ...TELEX, ...VNI].map(([typed]) => typed)),
  fc.constantFrom(' ', '  ', '.', ', ', '&', '-', '5', 'mt', 'tn', 'đường', 'quaaaa', '\u0301', '\u200b'),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const often = { numRuns: 500 };

it('whatever is typed: the text is kept, and each word lies in it', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const said = readText(typed);
      expect(said.text).toBe(typed.normalize('NFC'));
      let before = 0;
      for (const word of said.words) {
        expect(word.typed).not.toBe('');
        expect(word.start).toBeGreaterThanOrEqual(before);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end).toBeLessThanOrEqual(said.text.length);
        before = word.start;
      }
    }),
    often,
  );
});

it('whatever is typed: the rows of words are those of the words, parted by one space', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const { words, ...said } = readText(typed);
      expect(said.typed).toBe(` ${words.map((word) => `${word.typed} `).join('')}`);
      expect(said.folded).toBe(` ${words.map((word) => `${word.folded} `).join('')}`);
      for (const word of words) expect(word.folded).toBe(fold(word.typed));
    }),
    often,
  );
});

it('what is spelt with care is spelt so when it is read again', () => {
  const words = fc.constantFrom(
    ...[...SHORT_FORMS, ...TELEX].map(([typed]) => typed),
    ...['tòan', 'quaaaa', 'kkkk', '5', 'p12', 'gas', 'tn'],
  );
  fc.assert(
    fc.property(fc.array(words), (typed) => {
      const once = readText(typed.join(' ')).typed;
      expect(readText(once).typed).toBe(once);
    }),
    often,
  );
});

describe('words that are spelt with all their accents', () => {
  const content = join(__dirname, '..', '..', '..', 'content');
  const said = heldOut(content, 'development').map(({ text: message }) => message.toLowerCase());
  const typed = new Set(said.join(' ').match(/\p{L}+/gu) ?? []);
  const words = [...typed].filter((word) => fold(word) !== word && isSyllable(withoutTone(word)));
  /** Southern for "không", "hông" and "hổng", and what sounds like "nhiều": known with their accents only. */
  const SPOKEN = ['hông', 'hổng', 'rùi', 'òi', 'nhìu', 'chìu', 'ê', 'ờ', 'ờm', 'ừm', 'dzậy', 'hùm'];

  it('are many', () => {
    expect(words.length).toBeGreaterThan(1_000);
  });

  it('are the same words without them', () => {
    const others = words.filter((word) => readText(fold(word)).folded !== readText(word).folded);
    expect(others.filter((word) => !SPOKEN.includes(word))).toEqual([]);
  });

  it('stay as they are, but for the place of the tone', () => {
    const changed = words.filter((word) => readText(word).folded.trim() !== fold(word));
    expect(changed.filter((word) => !SPOKEN.includes(word))).toEqual([]);
  });
});
