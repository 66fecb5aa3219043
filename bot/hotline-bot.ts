import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Activity } from '../hotline/activity';
import type { Intent } from '../nlp/types';
import { FOLLOW_UP } from './dialogs/follow-up';
import type { Heard } from './hear';
import type { OwnReports } from './dialogs/own-reports';
import { isDanger } from './dialogs/report/absorb';
import { REPORT, ReportDialog } from './dialogs/report/dialog';
import { leftDraft } from './dialogs/report/left';
import { menu } from './replies/menu';
import { message } from './replies/prompt';
import { say } from './say';
import { type Listening, type Topic, unasking } from './topics';
import { TurnScope } from './turn-scope';

export interface HotlineBotParts {
  ownReports: OwnReports;
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
    const { heard } = TurnScope.of(context);
    const dialogs = await this.parts.dialogs(context);
    if (reportUnderWay(dialogs)) reportUnderWay(dialogs)?.setAside(dialogs);
    else if (dialogs.activeDialog && isDanger(heard)) return this.leaveFor(dialogs, REPORT);
    if (wantsPerson(heard, dialogs.activeDialog !== undefined)) return this.callPerson(context);
    if (dialogs.activeDialog) {
      if (changesLanguage(heard)) return this.speakOtherwise(context, dialogs);
      if (!(await this.digressed(context, dialogs))) await dialogs.continueDialog();
      return;
    }
    if (!(await this.understood(context, dialogs))) return this.notUnderstood(context);
    await this.parts.misses.set(context, 0);
  }

  /** Danger to people goes before whatever was asked. */
  private async leaveFor(dialogs: DialogContext, dialog: string): Promise<void> {
    dialogs.stack.length = 0;
    await dialogs.beginDialog(dialog);
  }

  /** In the middle of a dialog: it goes on in the other language. */
  private async speakOtherwise(context: TurnContext, dialogs: DialogContext): Promise<void> {
    this.changeLanguage(context);
    await say(context, message({ text: TurnScope.of(context).words('report.languageChanged') }));
    await dialogs.repromptDialog();
  }

  /** A question in the middle of a dialog is answered, and the dialog goes on where it was. */
  private async digressed(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    const isNew = isQuestion(heard) && !answersOpenQuestion(dialogs, heard);
    const answers = this.followUp(context, true) ?? (isNew ? await this.answersOf(context) : undefined);
    if (!answers) return false;
    await sayAll(context, answers.map(unasking));
    await dialogs.repromptDialog();
    return true;
  }

  private followUp(context: TurnContext, amid: boolean): readonly Activity[] | undefined {
    for (const topic of this.parts.topics) {
      const answers = topic.follow?.(context, amid);
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
    const { cause } = TurnScope.of(context).question;
    if (cause?.type !== 'effect') return;
    for (const topic of this.parts.topics) {
      const answers = topic.resume?.(context, cause.effect, cause.result);
      if (!answers) continue;
      const dialogs = await this.parts.dialogs(context);
      await sayAll(context, dialogs.activeDialog ? answers.map(unasking) : answers);
      if (dialogs.activeDialog) await dialogs.repromptDialog();
      return;
    }
  }

  private async understood(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const { heard } = scope;
    const { intent } = heard;
    const { ownReports } = this.parts;
    if ((await ownReports.judged(context)) || (await ownReports.withdrawn(context))) return true;
    const more = this.followUp(context, false);
    if (more) {
      await sayAll(context, more);
      return true;
    }
    if (wishesToReport(heard)) return begin(dialogs, REPORT);
    if (intent === 'ticket.status' || heard.understood.ticketCodes.length > 0)
      return begin(dialogs, FOLLOW_UP);
    if (await ownReports.answered(context)) return true;
    if (wantsToReport(scope)) return begin(dialogs, REPORT);
    const answers = (await this.answersOf(context)) ?? this.replyTo(context, intent);
    if (answers) {
      await sayAll(context, answers);
      return true;
    }
    if (await ownReports.added(context)) return true;
    if (heard.files.length > 0 || heard.point) return begin(dialogs, REPORT);
    return false;
  }

  /** Short answers to what is no report. */
  private replyTo(context: TurnContext, intent: Intent): readonly Activity[] | undefined {
    const { words } = TurnScope.of(context);
    switch (intent) {
      case 'greet':
        return [menu(words, words('greet'))];
      case 'help':
      case 'hotline.info':
        return [menu(words, words('help'))];
      case 'thanks':
        return [message({ text: words('thanks') })];
      case 'goodbye':
        return [message({ text: words('goodbye') })];
      case 'cancel':
        return [menu(words, words('cancelNothing'))];
      case 'language.change':
        return [this.changeLanguage(context)];
      case 'dossier.status':
      case 'air.quality':
        return [menu(words, words('notYet'))];
      default:
        return undefined;
    }
  }

  /** To the language that is named, else to the other one. */
  private changeLanguage(context: TurnContext): Activity {
    const scope = TurnScope.of(context);
    const { key } = scope.heard;
    const named = /\b(?:viet|vietnamese)\b/.test(key) ? 'vi' : /\b(?:anh|english)\b/.test(key) ? 'en' : null;
    const language = named ?? (scope.state.language === 'en' ? 'vi' : 'en');
    scope.state = { ...scope.state, language };
    return menu(scope.words, scope.words('languageChanged'));
  }

  private async callPerson(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const lane = scope.state.confidential ? { lane: 'misconduct' as const } : {};
    const since = scope.state.holder.kind === 'waiting' ? scope.state.holder.since : scope.question.at;
    scope.state = { ...scope.state, holder: { kind: 'waiting', since, ...lane } };
    await say(context, message({ text: scope.words('person.waiting'), data: { handoff: 'waiting' } }));
  }

  /** Two misunderstandings offer choices, the third a person; who waits for one already is not asked again. */
  private async notUnderstood(context: TurnContext): Promise<void> {
    const { misses } = this.parts;
    const scope = TurnScope.of(context);
    const { state, words, heard } = scope;
    if (state.holder.kind === 'waiting') {
      return say(context, message({ text: words('person.passedOn'), data: { handoff: 'waiting' } }));
    }
    if (!heard.isRude) scope.leaveUnanswered();
    const count = (await misses.get(context)) + 1;
    await misses.set(context, count);
    await say(context, menu(words, words(count > 2 ? 'notUnderstoodPerson' : 'notUnderstood')));
  }
}

async function sayAll(context: TurnContext, activities: readonly Activity[]): Promise<void> {
  for (const activity of activities) await say(context, activity);
}

/** What may be asked in the middle of a report. */
const QUESTIONS: ReadonlySet<Intent> = new Set([
  'procedure.ask',
  'regulation.ask',
  'air.quality',
  'dossier.status',
  'hotline.info',
]);

const isQuestion = ({ intent, understood }: Heard): boolean =>
  QUESTIONS.has(intent) && understood.confidence >= SURE;

const wantsToReport = (scope: TurnScope): boolean =>
  scope.heard.intent.startsWith('report.') || scope.heard.understood.urgent || comesBack(scope);

/** "Phản ánh", "em muốn báo tin ạ": nothing but the wish, whatever else it sounds like. */
const wishesToReport = ({ isWish, key }: Heard): boolean =>
  isWish && REPORTS.test(key) && !ABOUT_ONE.test(key);
const REPORTS = /\b(?:phan (?:anh|ung)|bao|to (?:cao|giac)|kien nghi|report)\b/;
const ABOUT_ONE = /\b(?:hoi|thong tin)\b/;

/** To a report that was left half told. */
const comesBack = (scope: TurnScope): boolean =>
  (scope.heard.intent === 'greet' || scope.heard.control === 'resume') && leftDraft(scope) !== undefined;

const changesLanguage = ({ intent, understood, key }: Heard): boolean =>
  intent === 'language.change' && understood.confidence >= SURE && key.split(' ').length <= 8;

/** The report that is being told. */
function reportUnderWay(dialogs: DialogContext): ReportDialog | undefined {
  const { activeDialog } = dialogs;
  const dialog = activeDialog && dialogs.findDialog(activeDialog.id);
  return dialog instanceof ReportDialog ? dialog : undefined;
}

function answersOpenQuestion(dialogs: DialogContext, heard: Heard): boolean {
  const { activeDialog } = dialogs;
  const dialog = activeDialog && (dialogs.findDialog(activeDialog.id) as Partial<Listening> | undefined);
  return dialog?.isAnswer?.(dialogs, heard) ?? false;
}

/** Inside a dialog a message is an answer first: a name, a number, a story with staff in it. */
function wantsPerson({ intent, isMenu, understood }: Heard, answering: boolean): boolean {
  if (intent !== 'staff.request') return false;
  return isMenu || !answering || (understood.confidence >= SURE && understood.phone === null);
}

/** How sure it must be that somebody who is answering a question wants something else instead. */
const SURE = 0.8;

async function begin(dialogs: DialogContext, dialog: string): Promise<true> {
  await dialogs.beginDialog(dialog);
  return true;
}
