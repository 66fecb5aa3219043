import { fold } from '../nlp/fold';
import { oneLetterApart } from '../nlp/one-letter-apart';
import { couldBeSyllable } from '../nlp/spelling/syllable';

/** What is longer is a story, and is read as it was typed. */
const LONGEST_TEXT = 80;
const WORD = /[\p{L}\p{M}\d]+/gu;
/** Short foreign words are too near to ours: "how" is no "hỏi". */
const SHORTEST = 4;
/** "Đầầu": a key that was held too long. */
const TWICE = /([a-z])\1/;

/** English words that are no slips of ours: "what" is no "nhất", "change" no "chẳng". */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'what whats that this these those them they then than there where when who whom which whose with would will want water was ' +
    'change changed chance charge thing things think thank thanks about after again also been both could does done down each ' +
    'from give good have help here home just know last late like long look make many more most much must name near need next ' +
    'none only open other over page part phone photo place please quite read said same send shall should show some soon take ' +
    'tell time today told under until very wait well went were what word work write wrong your noise smell dust land skip back'
  ).split(' '),
);

export interface SlipParts {
  /** Words as thumbs make them, by the word that is meant. */
  slips: Readonly<Record<string, readonly string[]>>;
  /** Phrases that steer a conversation; a slip of one letter in these is mended, too. */
  steering: readonly string[];
}

/** Mends short messages, to tell what they want: "ko pải" → "ko phải", "bỏ qau" → "bỏ qua". */
export function slipMender({ slips, steering }: SlipParts): (text: string) => string {
  const meant = new Map(Object.entries(slips).flatMap(([word, typed]) => typed.map((slip) => [slip, word])));
  const all = new Set(steering.flatMap((phrase) => fold(phrase).match(WORD) ?? []));
  const known = [...all].filter(({ length }) => length >= SHORTEST);
  const near = (word: string): string | undefined => {
    if (word.length < SHORTEST || ENGLISH.has(word) || couldBeSyllable(word)) return undefined;
    const bare = fold(word);
    const once = bare.replace(TWICE, '$1');
    if (once !== bare && all.has(once)) return once;
    if (bare.length < SHORTEST || /\d/.test(bare)) return undefined;
    return known.includes(bare) ? undefined : known.find((each) => oneLetterApart(each, bare));
  };
  return (text) =>
    text.length > LONGEST_TEXT
      ? text
      : text.normalize('NFC').replace(WORD, (word) => {
          const small = word.toLowerCase();
          return meant.get(small) ?? near(small) ?? word;
        });
}
