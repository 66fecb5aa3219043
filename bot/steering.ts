import { askedInSentence } from './in-sentences';
import { knowsNot } from './knows-not';
import { type Manners, partsOf, phraseBook, vocabulary } from './phrases';
import { readText } from '../nlp/fold';

export const CONTROLS = ['skip', 'back', 'cancel', 'restart', 'later', 'resume'] as const;
export type Control = (typeof CONTROLS)[number];

/** No more parts than that are a command. */
const MOST = 4;

/**
 * What a message is to do with the conversation, if it is for nothing else: "bỏ qua", "khỏi, qua câu kế đi". Of several
 * in a row the last decides.
 */
export function steering(
  controls: Readonly<Record<Control, readonly string[]>> & Manners,
): (said: string) => Control | null {
  const { polite, onlyAccented, skip, back, cancel, restart, later, resume } = controls;
  const controlOf = phraseBook({ skip, back, cancel, restart, later, resume }, { polite, onlyAccented });
  const isPolite = vocabulary(polite);
  const isManners = (part: string): boolean => readText(part).words.every(isPolite);
  return (said) => {
    const whole = controlOf(said);
    if (whole) return whole;
    if (knowsNot(said)) return 'skip';
    const parts = partsOf(said).map((part) => controlOf(part) ?? (isManners(part) ? undefined : null));
    const last = lastOf(parts);
    // "Em không báo nữa, anh chị bỏ qua cho em" skips no question.
    const isWhole = last !== null && !(last === 'skip' && parts.includes('cancel'));
    return isWhole ? last : (askedInSentence(said) ?? last);
  };
}

/** Undefined: manners; null: something else. */
function lastOf(told: readonly (Control | null | undefined)[]): Control | null {
  if (told.length < 2 || told.length > MOST || told.includes(null)) return null;
  const last = told.findLast(Boolean) ?? null;
  // "Bận quá, tối làm tiếp" goes away.
  return last === 'resume' && told.includes('later') ? 'later' : last;
}
