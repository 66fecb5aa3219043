import { isForeign } from './foreign';
import { plainLetters } from './look-alikes';
import { withoutRepeats } from './repeats';
import { ofAgency, speltOut } from './short-forms';
import { isSyllable, withoutTone } from './syllable';
import { fromTelex, fromVni } from './telex';
import { tonePlaced } from './tone-place';

/** What the words around one word tell of its spelling. */
export interface Around {
  /** The word stands right after a number: `200k`, `5 kg`. */
  afterNumber: boolean;
  /** "MT" comes next: `TN&MT`, `NN-MT`. */
  beforeEnvironment: boolean;
  /** Somewhere in the text only VNI explains a word. */
  vni: boolean;
}

/**
 * One word as it would be spelt with care, in lower case; several words parted by one space when it was a short form.
 * The passes in order: look-alike letters, place of the tone, short forms, keystrokes left over, letters held down.
 */
export function spell(typed: string, { afterNumber, beforeEnvironment, vni }: Around): string {
  const word = tonePlaced(plainLetters(typed));
  if (afterNumber && word === 'k') return word;
  const short = (beforeEnvironment ? ofAgency(word) : undefined) ?? speltOut(word);
  if (short !== undefined) return short;
  if (isForeign(word) || isSyllable(withoutTone(word))) return word;
  const keyed = fromTelex(word) ?? (vni ? fromVni(word) : undefined);
  if (keyed !== undefined) return keyed;
  const once = withoutRepeats(word);
  return once === word ? word : (speltOut(once) ?? fromTelex(once) ?? once);
}
