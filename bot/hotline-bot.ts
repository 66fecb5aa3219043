import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../hotline/activity';
import { answersOpenQuestion, isOwed, sayAll, sayAmid } from './amid';
import { FOLLOW_UP } from './dialogs/follow-up';
import { OWN_REPORT } from './dialogs/own-report/dialog';
import { wishIn } from './dialogs/own-report/wish';
import type { OwnReports } from './dialogs/own-reports';
import { isDanger } from './dialogs/report/absorb';
import { REPORT, ReportDialog } from './dialogs/report/dialog';
import { keepForeword, sighs } from './dialogs/report/foreword';
import { waits } from './dialogs/report/waiting';
import type { Heard } from './hear';
import { changeLanguage, changeLanguageAmid } from './language';
import type { PersonDesk } from './person/desk';
import { isForBot } from './person/for-bot';
import { noteTrouble } from './rating/pending';
import type { Ratings } from './rating/ratings';
import { menu } from './replies/menu';
import { message } from './replies/prompt';
import { say } from './say';
import type { Topic } from './topics';
import { TurnScope } from './turn-scope';
import {
  asksOfElsewhere,
  asksForReport,
  changesLanguage,
  isQuestion,
  leavesQueue,
  wantsPerson,
  wantsToReport,
} from './wants';
import type { Words } from './words';

export interface HotlineBotParts {
  ownReports: OwnReports;
  person: PersonDesk;
  ratings: Ratings;
  /** How one's reports stand, told in the middle of something else. */
  followedAmid: (scope: TurnScope) => Promise<readonly Activity[] | undefined>;
  voices: readonly Words[];
  /** Asked in this order. */
  topics: readonly Topic[];
  /** The dialogs of this turn. */
  dialogs: (context: TurnContext) => Promise<DialogContext>;
  /** How often in a row nothing was understood, kept from turn to turn. */
  misses: {
    get(context: TurnContext): Promise<number>;
    set(context: TurnContext, misses: number): Promise<void>;
  };
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
    const dialogs = await this.parts.dialogs(context);
    if (isDanger(heard) || heard.isRude) noteTrouble(scope.memory, scope.question.at);
    if (reportUnderWay(dialogs)) reportUnderWay(dialogs)?.setAside(dialogs);
    else if (dialogs.activeDialog && isDanger(heard)) return this.leaveFor(dialogs, REPORT);
    const isAmid = dialogs.activeDialog !== undefined;
    if (leavesQueue(scope, isAmid)) return this.parts.person.leave(context, isAmid);
    if (wantsPerson(heard, isAmid)) return this.parts.person.call(context);
    if (isAmid) return this.goOn(context, dialogs);
    keepForeword(scope);
    if (scope.state.holder.kind === 'waiting' && !(await this.isToBot(context)))
      return this.parts.person.passOn(context);
    if (!(await this.understood(context, dialogs)))
      return waits(scope) ? undefined : this.notUnderstood(context);
    await this.parts.misses.set(context, 0);
  }

  private async goOn(context: TurnContext, dialogs: DialogContext): Promise<void> {
    if (changesLanguage(TurnScope.of(context).heard)) return this.speakOtherwise(context, dialogs);
    if (!(await this.digressed(context, dialogs))) await dialogs.continueDialog();
  }

  /** Who waits speaks to staff, but for what the bot alone can do; a question is answered, and staff read it too. */
  private async isToBot(context: TurnContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    if (!isForBot(scope)) return false;
    if (isQuestion(scope.heard)) await say(context, message({ text: scope.words('person.readToo') }));
    return true;
  }

  /** Danger to people goes before whatever was asked. */
  private async leaveFor(dialogs: DialogContext, dialog: string): Promise<void> {
    dialogs.stack.length = 0;
    await dialogs.beginDialog(dialog);
  }

  /** In the middle of a dialog: it goes on in the other language. */
  private async speakOtherwise(context: TurnContext, dialogs: DialogContext): Promise<void> {
    await say(context, message({ text: changeLanguageAmid(TurnScope.of(context)) }));
    await dialogs.repromptDialog();
  }

  /** A question in the middle of a dialog is answered, and the dialog goes on where it was. */
  private async digressed(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    const isNew = isQuestion(heard) && (asksOfElsewhere(heard) || !answersOpenQuestion(dialogs, heard));
    const answers =
      (await this.followUp(context, true)) ?? (isNew ? await this.answersOf(context) : undefined);
    const told = answers ?? (await this.standingAmid(context, dialogs));
    if (!told) return false;
    await sayAmid(dialogs, told, !TurnScope.of(context).isLookingUp);
    return true;
  }

  /** "XH-2026-000123 sao rồi" while a report is told. */
  private async standingAmid(
    context: TurnContext,
    dialogs: DialogContext,
  ): Promise<readonly Activity[] | undefined> {
    const scope = TurnScope.of(context);
    if (!reportUnderWay(dialogs) || answersOpenQuestion(dialogs, scope.heard)) return undefined;
    return this.parts.followedAmid(scope);
  }

  private async followUp(context: TurnContext, amid: boolean): Promise<readonly Activity[] | undefined> {
    for (const topic of this.parts.topics) {
      const answers = await topic.follow?.(context, amid);
      if (answers) return answers;
    }
    return undefined;
  }

  private async answersOf(context: TurnContext): Promise<readonly Activity[] | undefined> {
    for (const topic of this.parts.topics) {
      const answers = await topic.answer(context);
      if (answers) return answers;
    }
    return undefined;
  }

  /** An effect came back: the topic that asked for it tells of it, then an open question is asked again. */
  private async onResult(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const { cause } = scope.question;
    if (cause?.type !== 'effect') return;
    for (const topic of this.parts.topics) {
      const answers = topic.resume?.(context, cause.effect, cause.result);
      if (!answers) continue;
      const dialogs = await this.parts.dialogs(context);
      return dialogs.activeDialog ? sayAmid(dialogs, answers, isOwed(scope)) : sayAll(context, answers);
    }
  }

  private async understood(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const { intent } = heard;
    const { ownReports } = this.parts;
    if (await this.ofOwn(context, dialogs)) return true;
    const more = await this.followUp(context, false);
    if (more) {
      await sayAll(context, more);
      return true;
    }
    if (wishesToReport(heard)) return begin(dialogs, REPORT);
    if (asksForReport(heard) && !onlySighs(scope)) return begin(dialogs, FOLLOW_UP);
    if (await ownReports.answered(context)) return true;
    if (wantsToReport(scope)) return begin(dialogs, REPORT);
    const answers = intent === 'language.change' ? [changeLanguage(scope)] : await this.answersOf(context);
    if (answers) {
      await sayAll(context, answers);
      return true;
    }
    if (await ownReports.added(context)) return true;
    if (heard.files.length > 0 || heard.point) return begin(dialogs, REPORT);
    return false;
  }

  /** What concerns reports that were sent: stars, why one is not solved, that it is, more of it, to take it back. */
  private async ofOwn(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const { ownReports, ratings, voices } = this.parts;
    const rated = await ratings.taken(context);
    if (rated) await say(context, rated);
    if (rated || (await ownReports.reasoned(context)) || (await ownReports.judged(context))) return true;
    if (await ownReports.addedMore(context)) return true;
    const wish = wishIn(TurnScope.of(context), voices);
    if (wish) await dialogs.beginDialog(OWN_REPORT, wish);
    return wish !== undefined;
  }

  /** Two misunderstandings offer choices, the third a person; who waits for one already is not asked again. */
  private async notUnderstood(context: TurnContext): Promise<void> {
    const { misses } = this.parts;
    const scope = TurnScope.of(context);
    const { state, words, heard } = scope;
    if (state.holder.kind === 'waiting') return this.parts.person.passOn(context);
    if (sighs(heard.key)) return say(context, menu(words, words('small.sigh')));
    scope.leaveUnanswered();
    const count = (await misses.get(context)) + 1;
    await misses.set(context, count);
    const text = words(count > 2 ? 'notUnderstoodPerson' : 'notUnderstood');
    await say(context, menu(words, heard.isEnglish ? `${text}\n${words('small.english')}` : text));
  }
}

/** "Phản ánh", "em muốn báo tin ạ": nothing but the wish, whatever else it sounds like. */
const wishesToReport = ({ isWish, key }: Heard): boolean =>
  isWish && REPORTS.test(key) && !ABOUT_ONE.test(key);
const REPORTS = /\b(?:phan (?:anh|ung)|bao|to (?:cao|giac)|kien nghi|report)\b/;
const ABOUT_ONE = /\b(?:hoi|thong tin)\b/;

/** "Sao không ai giải quyết?" of somebody who has sent nothing yet. */
const onlySighs = ({ heard, state }: TurnScope): boolean =>
  sighs(heard.key) && state.tickets.length === 0 && heard.understood.ticketCodes.length === 0;

/** The report that is being told. */
function reportUnderWay(dialogs: DialogContext): ReportDialog | undefined {
  const { activeDialog } = dialogs;
  const dialog = activeDialog && dialogs.findDialog(activeDialog.id);
  return dialog instanceof ReportDialog ? dialog : undefined;
}

async function begin(dialogs: DialogContext, dialog: string): Promise<true> {
  await dialogs.beginDialog(dialog);
  return true;
}
