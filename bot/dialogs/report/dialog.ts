import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../../../hotline/activity';
import type { Heard } from '../../hear';
import { message } from '../../replies/prompt';
import { say } from '../../say';
import type { Listening } from '../../topics';
import { TurnScope } from '../../turn-scope';
import { absorbStory, isDanger } from './absorb';
import { acknowledge } from './acknowledge';
import { answer, incidentAnswer, skipped } from './answers';
import { beginsAnew } from './anew';
import { answersShortly } from './answers-shortly';
import { aside } from './aside';
import { asideOf, tellsFreely } from './asides';
import { chosenOf } from './by-number';
import { isCancel, wavesAside } from './cancel';
import { isLater } from './later';
import { goesOn, wantsSent } from './going-on';
import { answerOffer, open, resume } from './coming-back';
import { changesSummary, nameBehindNumber, partToChange } from './confirm';
import { corrected, rightsOpen } from './corrections';
import { criesForHelp, withCry } from './cry-for-help';
import { type Draft, EMPTY, holdsSomething, withFiles } from './draft';
import { leavesNumberForElse, tellsReport } from './for-report';
import { takeForeword } from './foreword';
import { leavesAsIs } from './leaves-as-is';
import { LEFT_AFTER_MS, isOver, leave, leftDraft } from './left';
import * as moves from './moves';
import { withPartOfPlaceInstead } from './part-of-place-instead';
import { partDenied, removesPart } from './parts-wrong';
import { offer } from './offers';
import { answersOpen } from './steps';
import { withStoryBeside } from './story-beside';
import {
  type Remembered,
  type ReportParts,
  type Turn,
  ask,
  draftOf,
  optionsOf,
  promptOf,
  rememberedBy,
  turnOf,
} from './turn';
import { waits } from './waiting';

/** Dialog id. */
export const REPORT = 'report';

/** Takes a report: asks what is missing, one question at a time, reads it back, files it. */
export class ReportDialog extends Dialog implements Listening {
  constructor(private readonly parts: ReportParts) {
    super(REPORT);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc, this.parts, EMPTY);
    const { scope, words } = turn;
    if (waits(scope)) return Dialog.EndOfTurn;
    const begun = { ...EMPTY, foreword: takeForeword(scope) };
    const left = leftDraft(scope);
    if (left && (goesOn(scope.heard) || wantsSent(scope.heard))) return resume(turn, left);
    await warn(turn);
    const told = absorbStory(begun, scope.heard, turn);
    return left && !told.urgent
      ? ask(turn, { ...left, waitingFor: 'resume' }, offer(left, words), told)
      : open(turn, told);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const before = draftOf(dc);
    const turn = turnOf(dc, this.parts, before);
    const { heard } = turn.scope;
    if (waits(turn.scope)) return Dialog.EndOfTurn;
    await warn(turn);
    // Photos belong to the report whatever the words beside them say, and danger makes it urgent.
    const draft = { ...withFiles(before, heard.files), urgent: before.urgent || isDanger(heard) };
    if (draft.waitingFor === 'resume') return answerOffer(turn, draft);
    const cries = !isDanger(heard) && criesForHelp(draft, heard);
    if (cries) return moves.goOnWith(turn, withCry(draft, heard));
    return steered(turn, draft) ?? aside(turn, draft) ?? putRight(turn, draft) ?? answer(turn, draft);
  }

  /** A question about the report itself is for the report to answer, and a number is whose who tells it. */
  isAnswer(dc: DialogContext, heard: Heard): boolean {
    const draft = draftOf(dc);
    if (leavesNumberForElse(draft, heard)) return false;
    return (
      asideOf(heard) !== undefined ||
      criesForHelp(draft, heard) ||
      tellsReport(draft, heard) ||
      answersOpen(draft, heard) ||
      tellsFreely(draft, heard) ||
      nameBehindNumber(draft, heard) !== null ||
      answersShortly(draft, heard) ||
      isOption(turnOf(dc, this.parts, draft), draft)
    );
  }

  /**
   * Who comes back after hours with something that is no answer has left: the draft is kept aside, and what they say is
   * heard by itself.
   */
  setAside(dc: DialogContext): void {
    const { draft, at } = rememberedBy(dc);
    const scope = TurnScope.of(dc.context);
    if (!draft || at === undefined || scope.question.at.getTime() - at < LEFT_AFTER_MS) return;
    const left = { ...EMPTY, ...draft };
    if (!isOver(at, scope) && this.isStillAnswer(dc, left, scope)) return;
    leave(scope, left, at);
    dc.stack.pop();
  }

  /** What stands before a question that is answered elsewhere. */
  keepBeside(dc: DialogContext): void {
    const { activeDialog } = dc;
    const turn = turnOf(dc, this.parts, draftOf(dc));
    const draft = withStoryBeside(turn.before, turn.scope.heard, turn);
    if (activeDialog && draft) activeDialog.state = { ...rememberedBy(dc), draft } satisfies Remembered;
  }

  openQuestion(dc: DialogContext): Activity {
    return message(promptOf(turnOf(dc, this.parts, draftOf(dc)), draftOf(dc)));
  }

  private isStillAnswer(dc: DialogContext, draft: Draft, scope: TurnScope): boolean {
    const { heard } = scope;
    if (draft.waitingFor === 'resume') return false;
    const chosen = isOption(turnOf(dc, this.parts, draft), draft);
    return chosen || heard.control !== null || heard.reply !== null || answersOpen(draft, heard);
  }

  /** After something else was answered: the question that is still open, once more. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const draft = { ...EMPTY, ...(instance.state as { draft?: Draft }).draft };
    const scope = TurnScope.of(context);
    const prompt = promptOf({ words: scope.words, places: this.parts.places, scope }, draft);
    await say(context, message({ ...prompt, text: `${scope.words('report.backTo')}\n${prompt.text}` }));
  }
}

/** Danger first, before any form, whatever was asked. */
async function warn({ context, scope, words, before }: Turn): Promise<void> {
  if (isDanger(scope.heard) || criesForHelp(before, scope.heard))
    await say(context, message({ text: words('emergency') }));
}

/** To another question, to an end, to later. */
function steered(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard } = turn.scope;
  if (leavesAsIs(draft, heard)) return moves.skip(turn, draft);
  switch (heard.control) {
    case 'back':
      return moves.back(turn, draft);
    case 'skip':
      return skipped(turn, draft);
    case 'later':
      return waitsWithPhotos(draft)
        ? moves.askAgain(turn, { ...draft, misses: 0 })
        : moves.later(turn, draft);
    case 'resume':
      return moves.askAgain(turn, { ...draft, misses: 0 });
    case 'cancel':
      return wavesAside(draft, heard) ? moves.skip(turn, draft) : moves.cancel(turn, draft);
    default:
      return leaves(turn, draft);
  }
}

/** "Đợi chút" of somebody who looks for their photos. */
const waitsWithPhotos = ({ waitingFor }: Draft): boolean => waitingFor === 'photos';

/** In words of their own; what a button says means what is written on it, whatever it sounds like. */
function leaves(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard } = turn.scope;
  if (removesPart(heard)) return undefined;
  if (beginsAnew(heard)) return moves.restart(turn);
  if (goesOn(heard) && ANYTIME.has(draft.waitingFor)) return moves.askAgain(turn, { ...draft, misses: 0 });
  if (draft.waitingFor === 'incident' && incidentAnswer(turn) !== undefined) return undefined;
  const later = isLater(heard);
  if ((!later && !isCancel(heard)) || answersOpen(draft, heard) || isOption(turn, draft)) return undefined;
  // "Co Lai" behind a number is somebody.
  if (nameBehindNumber(draft, heard) !== null) return undefined;
  return later ? moves.later(turn, draft) : moves.stop(turn, draft);
}

/** What was told before is taken back, whatever was asked; or a part is to be told anew. */
function putRight(turn: Turn, draft: Draft): Promise<DialogTurnResult> | undefined {
  const { heard, words } = turn.scope;
  // "Sai giờ" tells no hour.
  if (changesSummary(draft, heard)) return undefined;
  const right = corrected(draft, heard, turn) ?? withPartOfPlaceInstead(draft, heard);
  if (right) {
    acknowledge(turn, right);
    turn.lines.push(words('report.changed'));
    return moves.goOnWith(turn, rightsOpen(draft, right) ? { ...right, changing: false } : right);
  }
  if (!holdsSomething(draft) || !ANYTIME.has(draft.waitingFor)) return undefined;
  const denied = partDenied(draft, heard);
  if (denied && denied.part !== draft.waitingFor) return moves.change(turn, denied.draft, denied.part);
  const part = partToChange(heard, words);
  return part && part !== draft.waitingFor ? moves.change(turn, draft, part) : undefined;
}

/** Where "Thời gian" or "thêm ảnh" cannot be the answer. */
const ANYTIME: ReadonlySet<Draft['waitingFor']> = new Set([
  'location',
  'time',
  'source',
  'category',
  'anonymity',
  'contact',
]);

/** It is what a button of the open question says, or its number. */
const isOption = (turn: Turn, draft: Draft): boolean =>
  chosenOf(turn.scope.heard, () => optionsOf(turn, draft)) !== undefined;
