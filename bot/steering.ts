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
    const parts = partsOf(said);
    if (parts.length < 2 || parts.length > MOST) return null;
    const told = parts.map((part) => controlOf(part) ?? (isManners(part) ? undefined : null));
    const last = told.includes(null) ? null : (told.findLast(Boolean) ?? null);
    // "Bận quá, tối làm tiếp" goes away.
    return last === 'resume' && told.includes('later') ? 'later' : last;
  };
}
