import type { Activity } from '../../hotline/activity';
import type { Words } from '../words';
import { message } from './prompt';

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
