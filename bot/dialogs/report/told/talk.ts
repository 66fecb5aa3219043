import type { Heard } from '../../../hear';

/** Said to the hotline itself: it tells nothing of what happened, and answers no question of a report. */
const TALK: ReadonlySet<string> = new Set([
  'greet',
  'thanks',
  'goodbye',
  'help',
  'feedback',
  'language.change',
  'staff.request',
  'ticket.status',
]);

export const isTalk = ({ intent }: Pick<Heard, 'intent'>): boolean => TALK.has(intent);
