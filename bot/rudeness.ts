import { readText } from '../nlp/fold';

/** A bad word among so few is no report any more. */
const ANGRY = 8;
const ANGRY_TEXT = 80;

/** Tells whether a message is little else than bad words. */
export function rudeness(phrases: readonly string[]): (text: string) => boolean {
  const bad = phrases.map((phrase) => readText(phrase));
  return (text) => {
    if (text.length > ANGRY_TEXT) return false;
    const said = readText(text);
    if (said.words.length === 0 || said.words.length > ANGRY) return false;
    return bad.some(
      ({ typed, folded }) => said.typed.includes(typed) || (!said.accented && said.folded.includes(folded)),
    );
  };
}
