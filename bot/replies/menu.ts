import type { Activity } from '../../hotline/activity';
import { keyOf } from '../../nlp/fold';
import type { Intent } from '../../nlp/types';
import type { Words } from '../words';
import { message } from './prompt';

/** What can be done here, in the order in which it is shown, and what each button wants. */
const BUTTONS = {
  report: 'report.pollution',
  status: 'ticket.status',
  procedure: 'procedure.ask',
  air: 'air.quality',
  person: 'staff.request',
  language: 'language.change',
} as const satisfies Record<string, Intent>;
const SHOWN = Object.keys(BUTTONS) as (keyof typeof BUTTONS)[];

/** What each of its buttons wants, by the key of what it says, in whichever language. */
export const menuMeanings = (voices: readonly Words[]): ReadonlyMap<string, Intent> =>
  new Map(
    voices.flatMap((words) =>
      SHOWN.map((each): [string, Intent] => [keyOf(words(`menu.${each}Says`)), BUTTONS[each]]),
    ),
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
    choices: SHOWN.map((each) => ({ title: words(`menu.${each}`), says: words(`menu.${each}Says`) })),
  });
}
