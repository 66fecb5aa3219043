import { fold } from '../../nlp/fold';
import type { Citizen } from '../town/people';
import { talk } from './talk';

/** The ways in which each dialogue is held: as it is spelt, and as people type who leave the accents out. */
export const MANNERS: readonly (readonly [name: string, spelt: (text: string) => string])[] = [
  ['with accents', (text) => text],
  ['without accents', (text) => fold(text)],
];

/** A conversation in which the citizen types in that manner. */
export function talkIn(spelt: (text: string) => string, citizen?: Citizen) {
  const conversation = talk(citizen);
  return { ...conversation, says: (text: string) => conversation.says(spelt(text)) };
}
