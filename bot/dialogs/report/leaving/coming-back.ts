import type { DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { Activity } from '../../../../hotline/activity';
import type { Heard } from '../../../hear';
import { looksForIt } from '../../../looks-for-it';
import { message } from '../../../replies/prompt';
import type { TurnScope } from '../../../turn-scope';
import { absorbFacts, absorbStory } from '../told/absorb';
import { acknowledge } from '../acknowledge';
import { beginsAnew } from './anew';
import { chosenOf } from '../by-number';
import { isCancel } from './cancel';
import { type Draft, EMPTY, holdsSomething } from '../draft';
import { isLater } from './later';
import { forgetLeft, leftDraft } from './left';
import * as moves from '../moves';
import * as ending from './ending';
import { goesOn, wantsSent } from './going-on';
import { offer } from '../offers';
import { meansNew, meansOld } from './old-or-new';
import { answersOpen } from '../steps';
import { type Turn, ask, rememberedBy } from '../turn';

/** A new report, with all that its opening told. */
export function open(turn: Turn, told: Draft): Promise<DialogTurnResult> {
  turn.lines.push(turn.words(told.words.length > 0 ? 'report.heard' : 'report.start'));
  acknowledge(turn, told);
  return moves.goOn(turn, told);
}

/** "Bận tí nữa", "hủy" of somebody who left a report half told: it is kept on, or dropped. Undefined: neither. */
export function ofLeft(scope: TurnScope): Activity | undefined {
  const { heard, words } = scope;
  const isEnd = heard.control === 'cancel';
  if (!(isEnd || isLater(heard)) || !leftDraft(scope)) return undefined;
  if (isEnd) forgetLeft(scope);
  return message({ text: words(isEnd ? 'report.cancelled' : 'report.later') });
}

/** To a draft that was left: go on with it, begin anew, or neither. */
export function answerOffer(turn: Turn, draft: Draft): Promise<DialogTurnResult> {
  const { heard } = turn.scope;
  const { instead = EMPTY } = rememberedBy(turn.dc);
  const chosen = chosenOf(heard, () => offer(draft, turn.words).options);
  if (meansNew(heard) || chosen === turn.words('choices.restart')) return anew(turn, instead);
  if (chosen !== undefined || wantsLeft(heard)) return resume(turn, withMeanwhile(draft, instead));
  // "Khoan đã" drops nothing.
  if (looksForIt(heard.key)) return ask(turn, draft, offer(draft, turn.words), instead);
  if (beginsAnew(heard) || heard.reply === 'no') return anew(turn, instead);
  if (heard.control === 'later') return ending.later(turn, draft);
  if (isCancel(heard)) return ending.cancel(turn);
  // "Phường Ba Đình" answers what was open when they left.
  const meanwhile = absorbFacts(instead, heard, turn);
  if (answersOpen({ ...draft, waitingFor: draft.asked.at(-1) ?? null }, heard))
    return resume(turn, withMeanwhile(draft, meanwhile));
  if (heard.intent.startsWith('report.') && !heard.isWish)
    return anew(turn, absorbStory(instead, heard, turn));
  return ask(turn, { ...draft, misses: draft.misses + 1 }, offer(draft, turn.words), meanwhile);
}

const wantsLeft = (heard: Heard): boolean =>
  goesOn(heard) || wantsSent(heard) || heard.reply === 'yes' || meansOld(heard);

/** "Phường Ba Đình", said before it was known that they go on, answers what was asked then. */
const withMeanwhile = (left: Draft, { location, formerly, candidates, time }: Draft): Draft => ({
  ...left,
  ...(left.location === null && location && { location, formerly, candidates }),
  time: left.time ?? time,
});

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
