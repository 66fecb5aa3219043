import type { Question } from '../hotline/conversation/conversations';
import { sameQuestion, type UnansweredQuestion } from '../hotline/questions';
import { emailIn, maskPhone, nameIn } from '../nlp/contact';
import { keyOf } from '../nlp/fold';
import type { Heard } from './hear';

const LONGEST = 300;
const BLOT = '•••';

/** What staff are told of a question that could not be answered; undefined where there are no words. */
export function unansweredOf(
  { conversation, seq, at }: Pick<Question, 'conversation' | 'seq' | 'at'>,
  { text, key, understood }: Heard,
): UnansweredQuestion | undefined {
  if (!/\p{L}/u.test(key)) return undefined;
  const { intent, confidence, aspect } = understood;
  return {
    id: `${conversation}/${seq}`,
    key: sameQuestion(keyOf(masked(text))),
    text: masked(text).slice(0, LONGEST),
    guess: { intent, confidence, ...(aspect && { aspect }) },
    at,
  };
}

/** Without phones, mail addresses, names and long numbers, whoever's they are. */
export function masked(text: string): string {
  const name = nameIn(text);
  const mail = emailIn(text) === null ? text : text.replace(/\S{0,100} ?@ ?\S{1,100}/g, BLOT);
  const nameless = name === null ? mail : mail.normalize('NFC').split(name).join(BLOT);
  const numberless = maskPhone(nameless).replace(/••• ••• \d{3}/g, BLOT);
  return numberless.replace(/\d(?:[\s.-]?\d){4,40}/g, BLOT);
}
