import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { answersOpenQuestion, isOwed, sayAll, sayAmid } from './amid';
import type { Digressions } from './digressions';
import { isDanger } from './dialogs/report/told/absorb';
import { REPORT } from './dialogs/report/dialog';
import { keepForeword } from './dialogs/report/told/foreword';
import { reportUnderWay } from './dialogs/report/leaving/under-way';
import { waits } from './dialogs/report/waiting';
import type { Misunderstandings } from './misunderstandings';
import type { PersonDesk } from './person/desk';
import { isForBot } from './person/for-bot';
import { takesOffer } from './person/offered';
import { noteTrouble } from './rating/pending';
import { menu } from './replies/menu';
import { message } from './replies/prompt';
import { say } from './say';
import { draftUnderWay } from './topics/told-report';
import type { Topics } from './topics/together';
import { TurnScope } from './turn-scope';
import { isQuestion, leavesQueue, wantsPerson } from './wants';
import type { Wishes } from './wishes';

export interface HotlineBotParts {
  person: PersonDesk;
  digressions: Digressions;
  wishes: Wishes;
  misunderstandings: Misunderstandings;
  topics: Topics;
  /** The dialogs of this turn. */
  dialogs: (context: TurnContext) => Promise<DialogContext>;
}

/** What the hotline does with a message: a dialog that is under way goes on; else what is wanted decides. */
export class HotlineBot extends ActivityHandler {
  constructor(private readonly parts: HotlineBotParts) {
    super();
    this.onMembersAdded(async (context, next) => {
      const { question, words } = TurnScope.of(context);
      if (question.seq === 1) await say(context, menu(words, words('welcome')));
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.onWords(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      await this.onResult(context);
      await next();
    });
  }

  private async onWords(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const { person } = this.parts;
    const dialogs = await this.parts.dialogs(context);
    if (isDanger(heard) || heard.isRude) noteTrouble(scope.memory, scope.question.at);
    const report = reportUnderWay(dialogs);
    if (report) report.setAside(dialogs);
    else if (dialogs.activeDialog && isDanger(heard) && !answersOpenQuestion(dialogs, heard))
      return leaveFor(dialogs, REPORT);
    const isAmid = dialogs.activeDialog !== undefined;
    const draft = draftUnderWay(scope);
    if (leavesQueue(scope, isAmid, draft)) return leaveQueue(person, context, dialogs);
    if (wantsPerson(heard, isAmid, draft) || ((draft !== undefined || !isAmid) && takesOffer(scope, draft)))
      return this.callPerson(context, dialogs);
    return isAmid ? this.goOn(context, dialogs) : this.begin(context, dialogs);
  }

  /** Who asks amid a report is asked on while they wait: a report that is done helps staff as well. */
  private async callPerson(context: TurnContext, dialogs: DialogContext): Promise<void> {
    await this.parts.person.call(context, reportUnderWay(dialogs)?.openQuestion(dialogs));
  }

  private async goOn(context: TurnContext, dialogs: DialogContext): Promise<void> {
    if (!(await this.parts.digressions.taken(context, dialogs))) await dialogs.continueDialog();
  }

  private async begin(context: TurnContext, dialogs: DialogContext): Promise<void> {
    const { person, wishes, misunderstandings } = this.parts;
    const scope = TurnScope.of(context);
    keepForeword(scope);
    if (scope.state.holder.kind === 'waiting' && !(await isToBot(context))) return person.passOn(context);
    if (await wishes.met(context, dialogs)) return misunderstandings.over(context);
    if (!waits(scope)) await misunderstandings.another(context);
  }

  /** An effect came back: the topic that asked for it tells of it, then an open question is asked again. */
  private async onResult(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const { cause } = scope.question;
    if (cause?.type !== 'effect') return;
    const answers = this.parts.topics.resume(context, cause.effect, cause.result);
    if (!answers) return;
    const dialogs = await this.parts.dialogs(context);
    await (dialogs.activeDialog ? sayAmid(dialogs, answers, isOwed(scope)) : sayAll(context, answers));
  }
}

/** What they were telling while they waited is asked on. */
async function leaveQueue(person: PersonDesk, context: TurnContext, dialogs: DialogContext): Promise<void> {
  const isAmid = dialogs.activeDialog !== undefined;
  await person.leave(context, isAmid);
  if (isAmid) await dialogs.repromptDialog();
}

/** Danger to people goes before whatever was asked. */
async function leaveFor(dialogs: DialogContext, dialog: string): Promise<void> {
  dialogs.stack.length = 0;
  await dialogs.beginDialog(dialog);
}

/** Who waits speaks to staff, but for what the bot alone can do; a question is answered, and staff read it too. */
async function isToBot(context: TurnContext): Promise<boolean> {
  const scope = TurnScope.of(context);
  if (!isForBot(scope)) return false;
  if (isQuestion(scope.heard)) await say(context, message({ text: scope.words('person.readToo') }));
  return true;
}
