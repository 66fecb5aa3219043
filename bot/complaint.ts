import type { Activity } from '../hotline/activity';
import type { Question } from '../hotline/conversation/conversations';
import { LANES } from '../hotline/ticket/ticket';
import { keyOf } from '../nlp/fold';
import type { Heard } from './hear';
import { personChoice } from './replies/menu';
import { message } from './replies/prompt';
import type { TurnScope } from './turn-scope';
import type { Voices } from './words';

/**
 * "Tôi muốn khiếu nại một việc": it may be pollution, somebody who is in office, or a decision, against which there is a
 * procedure; nothing tells which.
 */
export const complainsOfSomething = ({ isWish, tellsKind, text, key }: Heard): boolean =>
  isWish &&
  !tellsKind &&
  COMPLAINS.test(key) &&
  ((!text.includes('?') && !ASKS.test(key)) || ASKS_HERE.test(key));
const COMPLAINS = /\bkhieu (?:nai|kien)\b/;
/** "Muốn khiếu nại thì nhắn vào đây phải không?" wants to do so here. */
const ASKS_HERE =
  /\b(?:nhan|nhan tin|gui|bao|noi|trinh bay|vao|o|tai|qua|len) (?:(?:vao|o|tai|qua|len) )?(?:day|ben nay|kenh nay)(?: (?:duoc|phai|dung|co|thi))? (?:khong|ko|hong|a|ha)(?: a)?$/;
const ASKS = /\b(?:hoi|dau|sao|nao)\b/;

const KEY = 'complaint';

/** What is it about? What is written freely is heard by itself. */
export function askComplaint({ words, memory, question }: TurnScope): Activity {
  memory[KEY] = question.seq;
  return message({
    text: words('complaint.ask'),
    ask: 'category',
    options: LANES.map((lane) => words(`lane.${lane}`)),
    choices: [
      { title: words('complaint.decision'), says: words('complaint.decisionSays') },
      personChoice(words),
    ],
  });
}

/** "Quyết định thu hồi đất sai" where that was asked presses the button that stands there for it. */
export function ofDecision({ activity, state, seq }: Question, voices: Voices): Activity | undefined {
  const isAsked = state.bot[KEY] === seq - 1;
  if (!isAsked || !activity?.text || !DECISION.test(keyOf(activity.text.slice(0, LONGEST)))) return activity;
  return { ...activity, text: voices[state.language ?? 'vi']('complaint.decisionSays') };
}
const LONGEST = 200;
const DECISION = /\bquyet dinh\b|\bdecision\b/;
