import { maskPhone, nameIn, signatureIn } from '../../../../nlp/contact';
import { keyOf, wordCount } from '../../../../nlp/fold';
import type { Heard } from '../../../hear';
import { saysAnonymous } from '../told/absorb';
import { asksForStory, type Draft, type Waiting, withWords } from '../draft';
import { isNumberOfElse } from './own-contact';
import { isContactAlone } from '../steps/of-reporter';
import { contactOf, maskName } from './shown-contact';
import type { Turn } from '../turn';

/**
 * Name and phone in an answer to something else ("gần chợ, từ hôm qua, gọi Hoa 0912…") are kept apart all the same, and
 * let staff call back; only a story is kept as it was told, and a number alone is none.
 */
export function withoutContact({ scope }: Turn, draft: Draft): { heard: Heard; draft: Draft } {
  const { heard } = scope;
  const { phone } = heard.understood;
  if (!phone || draft.waitingFor === null || isNumberOfElse(heard.key)) return { heard, draft };
  const isAlone = asksForStory(draft) && isContactAlone(heard);
  if (ASKS_FOR_WORDS.has(draft.waitingFor) && !isAlone) return { heard, draft };
  const name = isAlone ? nameIn(heard.text) : (signatureIn(heard.text)?.name ?? introducedName(heard));
  const masked = (text: string): string =>
    name === null ? maskPhone(text) : maskPhone(text).normalize('NFC').split(name).join(maskName(name));
  scope.keepContact({ ...(name !== null && { name }), phone }, masked(heard.text));
  return {
    heard: {
      ...heard,
      text: masked(heard.text),
      meant: heard.meant.with({ text: masked(heard.meant.text) }),
    },
    draft: { ...draft, anonymous: false, contact: contactOf(name, phone, draft) },
  };
}

/** What stands before a signature is more of the story, a sentence at least, where it was not kept as a whole. */
export function withStorySigned(before: Draft, after: Draft, { text, understood }: Heard): Draft {
  if (understood.phone === null || after.words.length > before.words.length) return after;
  const story = signatureIn(text, true)?.story ?? '';
  return SENTENCE.test(story) && wordCount(keyOf(story)) >= TALE ? withWords(after, story) : after;
}

/** "Nghi xưởng may Kim Ngọc. Đừng tiết lộ tên tôi.": not all of it is about who reports. */
export const hidesAmid = ({ waitingFor }: Draft, heard: Heard): boolean =>
  waitingFor !== 'anonymity' &&
  waitingFor !== 'contact' &&
  SENTENCES.test(heard.text) &&
  wordCount(heard.key) > TALE &&
  saysAnonymous(heard);

const SENTENCES = /[.!…]\s+\S/;
const SENTENCE = /[.!…]$/;
const TALE = 8;

/** A name is one only where somebody says so; names of places and of businesses stand beside as well. */
function introducedName({ key, text, meant }: Heard): string | null {
  const name = INTRODUCES.test(key) ? nameIn(text) : null;
  const isElse = [...meant.places.map((place) => place.text), meant.company ?? ''].some((other) =>
    name === null ? false : other.includes(name),
  );
  return isElse ? null : name;
}

const INTRODUCES = /\b(?:ten|goi|gap|lien he|lien lac|(?:toi|em|minh|tui|bac|chau) la|my name)\b/;

const ASKS_FOR_WORDS: ReadonlySet<Waiting> = new Set(['lane', 'description', 'anonymity', 'contact']);
