import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../../../hotline/activity';
import type { Heard } from '../../hear';
import { message } from '../../replies/prompt';
import { say } from '../../say';
import type { Listening } from '../../topics';
import { TurnScope } from '../../turn-scope';
import { absorbStory, isDanger } from './told/absorb';
import { agreesIfSecret, fileSecretly } from './reporter/agrees-if-secret';
import { answer } from './answers';
import { answersShortly } from './answers-shortly';
import { aside } from './asides/aside';
import { asideOf, tellsFreely } from './asides/asides';
import { goesOn, wantsSent } from './leaving/going-on';
import { answerOffer, open, resume } from './leaving/coming-back';
import { nameBehindNumber } from './summary/confirm';
import { criesForHelp, withCry } from './asides/cry-for-help';
import { type Draft, EMPTY, withFiles } from './draft';
import { leavesNumberForElse, tellsReport } from './asides/for-report';
import { takeForeword } from './told/foreword';
import { LEFT_AFTER_MS, isOver, leave, leftDraft, stoppedDraft } from './leaving/left';
import * as moves from './moves';
import { offer } from './offers';
import { putRight } from './put-right/put-right-amid';
import { steered } from './steered';
import { answersOpen } from './steps';
import { answerStopped, goesOnWithStopped, saysWhoTheyAre } from './leaving/stopped';
import { withStoryBeside } from './told/story-beside';
import {
  type Remembered,
  type ReportParts,
  type Turn,
  ask,
  draftOf,
  isOption,
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
    const stopped = goesOnWithStopped(scope) ? stoppedDraft(scope) : undefined;
    if (stopped && saysWhoTheyAre(scope.heard)) return answerStopped(turn, stopped);
    const left = leftDraft(scope) ?? stopped;
    if (left && (goesOn(scope.heard) || wantsSent(scope.heard))) return resume(turn, left);
    await warn(turn);
    // "Không nhớ mã đâu ạ" brings back to what was left, and tells nothing of it.
    const told = scope.heard.control === null ? absorbStory(begun, scope.heard, turn) : begun;
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
    if (agreesIfSecret(draft, heard)) return fileSecretly(turn, draft);
    return steered(turn, draft) ?? aside(turn, draft) ?? putRight(turn, draft) ?? answer(turn, draft);
  }

  /** A question about the report itself is for the report to answer, and a number is whose who tells it. */
  isAnswer(dc: DialogContext, heard: Heard): boolean {
    const draft = draftOf(dc);
    if (leavesNumberForElse(draft, heard)) return false;
    return (
      asideOf(heard) !== undefined ||
      criesForHelp(draft, heard) ||
      agreesIfSecret(draft, heard) ||
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
