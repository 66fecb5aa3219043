import { type Reading, readText } from './fold';
import type { Intent, Vocabulary } from './types';

export interface Phrase {
  intent: Intent;
  phrase: string;
  confidence: number;
}

/** These are what they are only when nothing else is said: "họ vứt rác rồi bỏ đi" is no wish to stop. */
const ALONE: ReadonlySet<Intent> = new Set(['greet', 'thanks', 'goodbye', 'affirm', 'deny', 'cancel']);
/** Said for politeness, meaning nothing by themselves. */
const POLITE = new Set(['ạ', 'dạ', 'vâng', 'nhé', 'nha', 'nhá', 'ơi', 'thưa', 'xin']);

/** Finds the phrase that tells what a short message wants: the whole message, or the longest that it holds. */
export function phraseFinder(intents: Vocabulary['intents']): (said: Reading) => Phrase | undefined {
  const known = Object.entries(intents).flatMap(([intent, phrases]) =>
    phrases.map((phrase) => ({ intent: intent as Intent, phrase, reading: readText(phrase) })),
  );
  known.sort((a, b) => b.reading.folded.length - a.reading.folded.length);
  const byWords = new Map<string, typeof known>();
  for (const each of known)
    byWords.set(each.reading.folded, [...(byWords.get(each.reading.folded) ?? []), each]);

  const wholeOf = (said: Reading) => byWords.get(said.folded)?.find(({ reading }) => same(said, reading));

  return (said) => {
    const whole = wholeOf(said) ?? wholeOf(plainly(said));
    if (whole) return { intent: whole.intent, phrase: whole.phrase, confidence: 0.95 };
    const part = known.find(({ intent, reading }) => !ALONE.has(intent) && holds(said, reading));
    return part && { intent: part.intent, phrase: part.phrase, confidence: 0.75 };
  };
}

/** The same without words of politeness. */
function plainly(said: Reading): Reading {
  const words = said.words.filter(({ typed }) => !POLITE.has(typed));
  const joined = (spelling: 'typed' | 'folded') => ` ${words.map((word) => word[spelling]).join(' ')} `;
  return { ...said, words, typed: joined('typed'), folded: joined('folded') };
}

function same(said: Reading, phrase: Reading): boolean {
  return said.accented && phrase.accented ? said.typed === phrase.typed : said.folded === phrase.folded;
}

/** A single word inside a longer message proves too little. */
function holds(said: Reading, phrase: Reading): boolean {
  if (phrase.words.length < 2) return false;
  if (said.accented && phrase.accented) return said.typed.includes(phrase.typed);
  return said.folded.includes(phrase.folded);
}
