import { type Reading, readText } from './fold';
import type { Intent, Vocabulary } from './types';

export interface Phrase {
  intent: Intent;
  phrase: string;
  confidence: number;
}

/** These are what they are only when nothing else is said. */
const ALONE: ReadonlySet<Intent> = new Set(['greet', 'thanks', 'goodbye', 'affirm', 'deny']);

/** Finds the phrase that tells what a short message wants: the whole message, or the longest that it holds. */
export function phraseFinder(intents: Vocabulary['intents']): (said: Reading) => Phrase | undefined {
  const known = Object.entries(intents).flatMap(([intent, phrases]) =>
    phrases.map((phrase) => ({ intent: intent as Intent, phrase, reading: readText(phrase) })),
  );
  known.sort((a, b) => b.reading.folded.length - a.reading.folded.length);

  return (said) => {
    const whole = known.find(({ reading }) => same(said, reading));
    if (whole) return { intent: whole.intent, phrase: whole.phrase, confidence: 0.95 };
    const part = known.find(({ intent, reading }) => !ALONE.has(intent) && holds(said, reading));
    return part && { intent: part.intent, phrase: part.phrase, confidence: 0.75 };
  };
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
