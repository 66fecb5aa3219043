import type { TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../hotline/activity';
import { answersOpenQuestion, sayAmid } from './amid';
import { asksOfReports } from './dialogs/follow-up/amid';
import { asideOf } from './dialogs/report/asides/asides';
import type { Waiting } from './dialogs/report/draft';
import { reportUnderWay } from './dialogs/report/leaving/under-way';
import type { Heard } from './hear';
import { changeLanguageAmid } from './language';
import { callBackIn } from './person/call-back';
import { message } from './replies/prompt';
import { say } from './say';
import { draftUnderWay } from './topics/told-report';
import type { Topics } from './topics/together';
import { TurnScope } from './turn-scope';
import { asksOfElsewhere, changesLanguage, isFedUp, isQuestion } from './wants';

interface Parts {
  topics: Topics;
  /** How one's reports stand, told in the middle of something else. */
  followedAmid: (scope: TurnScope) => Promise<readonly Activity[] | undefined>;
}

/** What is said in the middle of a dialog and is no answer to it: it is dealt with, and the dialog goes on where it was. */
export class Digressions {
  constructor(private readonly parts: Parts) {}

  /** Was it one? */
  async taken(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    if (changesLanguage(scope.heard)) return speakOtherwise(context, dialogs);
    const told = (await this.answers(context, dialogs)) ?? (await this.standing(scope, dialogs));
    if (!told) return false;
    const left = callBackIn(scope.heard);
    if (left) scope.keepCallBack(left);
    reportUnderWay(dialogs)?.keepBeside(dialogs);
    await sayAmid(dialogs, told, !scope.isLookingUp);
    return true;
  }

  private async answers(
    context: TurnContext,
    dialogs: DialogContext,
  ): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const isNew =
      isQuestion(heard) &&
      !asksOfTheReport(heard, dialogs) &&
      (asksOfElsewhere(heard) || !answersOpenQuestion(dialogs, heard));
    const { topics } = this.parts;
    // "0989 724 520 Mai" asks for no other day, and who was asked which office it is names one; so does who was asked when.
    const isAnswer =
      heard.understood.phone !== null ||
      (OF_ITSELF.has(draftUnderWay(scope)?.waitingFor) &&
        !GOES_ON.test(heard.key) &&
        answersOpenQuestion(dialogs, heard));
    const follows = !isAnswer || heard.text.includes('?');
    return (
      (follows ? await topics.follow(context, true) : undefined) ??
      (isNew ? topics.answer(context) : undefined)
    );
  }

  /** "XH-2026-000123 sao rồi" while a report is told. */
  private async standing(scope: TurnScope, dialogs: DialogContext): Promise<readonly Activity[] | undefined> {
    const { heard } = scope;
    if (!asksOfReports(heard) || !reportUnderWay(dialogs) || isFedUp(heard)) return undefined;
    if (answersOpenQuestion(dialogs, heard)) return undefined;
    return this.parts.followedAmid(scope);
  }
}

/** What answers these may look like more of what was asked beside the report: another day, another office. */
const OF_ITSELF: ReadonlySet<Waiting | null | undefined> = new Set(['source', 'time']);
/** "Còn sáng mai". */
const GOES_ON = /^(?:the |vay )?con /;

/** "How long does it take" amid a report asks of the report, whatever it sounds like. */
const asksOfTheReport = (heard: Heard, dialogs: DialogContext): boolean =>
  heard.intent === 'procedure.ask' && reportUnderWay(dialogs) !== undefined && asideOf(heard) !== undefined;

/** It goes on in the other language. */
async function speakOtherwise(context: TurnContext, dialogs: DialogContext): Promise<true> {
  await say(context, message({ text: changeLanguageAmid(TurnScope.of(context)) }));
  await dialogs.repromptDialog();
  return true;
}
