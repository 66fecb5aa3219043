import type { Activity } from '../hotline/activity';
import { LANES } from '../hotline/ticket/ticket';
import type { Heard } from './hear';
import { personChoice } from './replies/menu';
import { message } from './replies/prompt';
import type { Words } from './words';

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

/** What is it about? What is written freely is heard by itself. */
export const askComplaint = (words: Words): Activity =>
  message({
    text: words('complaint.ask'),
    ask: 'category',
    options: LANES.map((lane) => words(`lane.${lane}`)),
    choices: [
      { title: words('complaint.decision'), says: words('complaint.decisionSays') },
      personChoice(words),
    ],
  });
