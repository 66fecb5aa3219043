import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { keyOf } from '../../../nlp/fold';
import type { Draft } from './draft';
import * as moves from './moves';
import { QUESTIONS, countOf } from './steps';
import type { Turn } from './turn';

/** Of the same matter as what others told, or not. */
export function sameOrNot(turn: Turn, draft: Draft, same: boolean | undefined): Promise<DialogTurnResult> {
  if (same === undefined) return moves.askAgain(turn, { ...draft, misses: draft.misses + 1 });
  const incident = draft.incident && same ? { ...draft.incident, same } : null;
  const decided = { ...draft, misses: 0, incident };
  // Asked as one too many, it came after the summary, which had been found right.
  return countOf(draft) > QUESTIONS ? moves.fileIt(turn, decided) : moves.goOn(turn, decided);
}

/** Is it the same matter? Undefined: that is not told. */
export function incidentAnswer({ scope: { heard }, words }: Turn): boolean | undefined {
  if (heard.key === keyOf(words('incident.yes')) || heard.reply === 'yes') return true;
  if (heard.key === keyOf(words('incident.no')) || heard.reply === 'no') return false;
  if (ANOTHER.test(heard.key)) return false;
  return SAME.test(heard.key) ? true : undefined;
}
const ANOTHER =
  /\b(?:khac|rieng|(?:vu|chuyen|viec|cai) moi|(?:khong|ko|chang) (?:cung|phai|giong|trung|lien quan|chac|biet)|chua chac|different|another|other)\b/;
const SAME =
  /\b(?:cung (?:vu|mot|chuyen|viec)|giong|trung|chinh (?:no|la)|no do|(?:vu|chuyen|viec) (?:do|nay|day)|same)\b/;
