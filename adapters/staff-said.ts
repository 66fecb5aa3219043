import type { Activity } from '../hotline/activity';
import { type Words, wordsFor } from './words-for';

/** A message as it is shown: one of the staff says so first, in the language of the conversation. */
export function asShown(
  message: Activity,
  by: { name: string } | undefined,
  voices: { words: Words; english: Words },
): Activity {
  const { text } = message;
  return by && text ? { ...message, text: wordsFor(message, voices)('channels.staff', { text }) } : message;
}
