import type { Activity } from '../../hotline/activity';
import { keyOf } from '../../nlp/fold';
import type { Intent } from '../../nlp/types';
import type { Words } from '../words';
import { message } from './prompt';

/** What each of its buttons wants, by the key of what it says, in whichever language. */
export const menuMeanings = (voices: readonly Words[]): ReadonlyMap<string, Intent> =>
  new Map(
    voices.flatMap((words): [string, Intent][] => [
      [keyOf(words('menu.reportSays')), 'report.pollution'],
      [keyOf(words('menu.statusSays')), 'ticket.status'],
      [keyOf(words('menu.personSays')), 'staff.request'],
    ]),
  );

/** The button by which a person is always to be had. */
export const personChoice = (words: Words): { title: string; says: string } => ({
  title: words('menu.person'),
  says: words('menu.personSays'),
});

/** What can be done here, as quick replies below a text. */
export function menu(words: Words, text: string): Activity {
  return message({
    text,
    ask: 'choice',
    choices: (['report', 'status', 'person'] as const).map((each) => ({
      title: words(`menu.${each}`),
      says: words(`menu.${each}Says`),
    })),
  });
}
