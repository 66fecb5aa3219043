import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import { keyOf } from '../../../nlp/fold';
import { absorbStory } from './absorb';
import { acknowledge } from './acknowledge';
import { beginsAnew } from './anew';
import { isCancel } from './cancel';
import { type Draft, EMPTY, holdsSomething } from './draft';
import { forgetLeft } from './left';
import * as moves from './moves';
import { goesOn } from './going-on';
import { offer } from './offers';
import { type Turn, ask, rememberedBy } from './turn';

/** A new report, with all that its opening told. */
export function open(turn: Turn, told: Draft): Promise<DialogTurnResult> {
  turn.lines.push(turn.words(told.words.length > 0 ? 'report.heard' : 'report.start'));
  acknowledge(turn, told);
  return moves.goOn(turn, told);
}

/** To a draft that was left: go on with it, begin anew, or neither. */
export function answerOffer(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const { heard } = turn.scope;
  const { instead = EMPTY } = rememberedBy(turn.dc);
  const says = (key: string): boolean => heard.key === keyOf(turn.words(key));
  if (goesOn(heard) || heard.reply === 'yes' || says('choices.resume')) return resume(turn, draft);
  if (beginsAnew(heard) || heard.reply === 'no' || says('choices.restart')) return anew(turn, instead);
  if (heard.control === 'later') return moves.later(turn, draft);
  if (isCancel(heard)) return moves.cancel(turn);
  if (heard.intent.startsWith('report.') && !heard.isWish)
    return anew(turn, absorbStory(instead, heard, turn));
  return ask(turn, { ...draft, misses: draft.misses + 1 }, offer(draft, turn.words), instead);
}

/** Where it was left, with the same question. */
export function resume(turn: Turn, left: Draft): Promise<DialogTurnResult> {
  forgetLeft(turn.scope);
  turn.lines.push(turn.words('report.resumed'));
  const asked = left.asked.slice(0, -1);
  return moves.goOn(turn, { ...left, waitingFor: null, changing: false, misses: 0, asked });
}

function anew(turn: Turn, told: Draft): Promise<DialogTurnResult> {
  forgetLeft(turn.scope);
  return holdsSomething(told) ? open(turn, told) : moves.restart(turn, told);
}
