import type { Intent } from '../../nlp/types';
import { topicAsks, topicGoesOn } from '../topics/asks';
import type { TurnScope } from '../turn-scope';
import { goesOnWithLeft, isQuestion } from '../wants';
import { asksHours } from './hours';
import { takesStory } from './story';

/** How sure it must be, while staff will read it anyway. */
const SURE = 0.8;
const COMMANDS: ReadonlySet<Intent> = new Set([
  'ticket.status',
  'report.misconduct',
  'language.change',
  'help',
]);

/**
 * Who waits for a person speaks to that person. The bot still does what only it can do at once: danger, a wish to report,
 * misconduct (which must be closed to other staff from its first word), codes, and what a button says.
 */
export function isForBot(scope: TurnScope): boolean {
  const { heard } = scope;
  const { intent, understood } = heard;
  if (
    takesStory(scope) ||
    heard.isMenu ||
    heard.isWish ||
    asksHours(heard.key) ||
    topicGoesOn(scope) ||
    (topicAsks(scope) && !heard.intent.startsWith('report.')) ||
    heard.control === 'resume' ||
    goesOnWithLeft(scope)
  )
    return true;
  if (understood.urgent || understood.ticketCodes.length > 0 || COMMANDS.has(intent)) return true;
  return isQuestion(heard) || (intent === 'ticket.update' && understood.confidence >= SURE);
}
