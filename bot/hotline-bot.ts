import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Intent } from '../nlp/types';
import { FOLLOW_UP } from './dialogs/follow-up';
import type { Heard } from './hear';
import type { OwnReports } from './dialogs/own-reports';
import { REPORT } from './dialogs/report/dialog';
import { menu } from './replies/menu';
import { message } from './replies/prompt';
import { say } from './say';
import { TurnScope } from './turn-scope';
import type { Words } from './words';

export interface HotlineBotParts {
  words: Words;
  ownReports: OwnReports;
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
      if (TurnScope.of(context).question.seq === 1)
        await say(context, menu(parts.words, parts.words('welcome')));
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.onWords(context);
      await next();
    });
  }

  private async onWords(context: TurnContext): Promise<void> {
    const { heard } = TurnScope.of(context);
    const dialogs = await this.parts.dialogs(context);
    if (wantsPerson(heard, dialogs.activeDialog !== undefined)) return this.callPerson(context);
    if (dialogs.activeDialog) {
      await dialogs.continueDialog();
      return;
    }
    if (!(await this.understood(context, dialogs))) return this.notUnderstood(context);
    await this.parts.misses.set(context, 0);
  }

  private async understood(context: TurnContext, dialogs: DialogContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    const { intent } = heard;
    const { ownReports } = this.parts;
    if ((await ownReports.judged(context)) || (await ownReports.withdrawn(context))) return true;
    if (intent === 'ticket.status' || heard.understood.ticketCodes.length > 0)
      return begin(dialogs, FOLLOW_UP);
    if (await ownReports.answered(context)) return true;
    if (intent.startsWith('report.') || heard.understood.urgent) return begin(dialogs, REPORT);
    const reply = this.replyTo(intent);
    if (reply) {
      await say(context, reply);
      return true;
    }
    if (await ownReports.added(context)) return true;
    if (heard.files.length > 0 || heard.point) return begin(dialogs, REPORT);
    return false;
  }

  /** Short answers to what is no report. */
  private replyTo(intent: Intent) {
    const { words } = this.parts;
    switch (intent) {
      case 'greet':
        return menu(words, words('greet'));
      case 'help':
      case 'hotline.info':
        return menu(words, words('help'));
      case 'thanks':
        return message({ text: words('thanks') });
      case 'goodbye':
        return message({ text: words('goodbye') });
      case 'cancel':
        return menu(words, words('cancelNothing'));
      case 'language.change':
        return message({ text: words('onlyVietnamese') });
      case 'procedure.ask':
      case 'regulation.ask':
      case 'dossier.status':
      case 'air.quality':
        return menu(words, words('notYet'));
      default:
        return undefined;
    }
  }

  private async callPerson(context: TurnContext): Promise<void> {
    const scope = TurnScope.of(context);
    const lane = scope.state.confidential ? { lane: 'misconduct' as const } : {};
    const since = scope.state.holder.kind === 'waiting' ? scope.state.holder.since : scope.question.at;
    scope.state = { ...scope.state, holder: { kind: 'waiting', since, ...lane } };
    await say(context, message({ text: this.parts.words('person.waiting'), data: { handoff: 'waiting' } }));
  }

  /** Two misunderstandings offer choices, the third a person; who waits for one already is not asked again. */
  private async notUnderstood(context: TurnContext): Promise<void> {
    const { words, misses } = this.parts;
    if (TurnScope.of(context).state.holder.kind === 'waiting') {
      return say(context, message({ text: words('person.passedOn'), data: { handoff: 'waiting' } }));
    }
    const count = (await misses.get(context)) + 1;
    await misses.set(context, count);
    await say(context, menu(words, words(count > 2 ? 'notUnderstoodPerson' : 'notUnderstood')));
  }
}

/** Inside a dialog a message is an answer first: a name, a number, a story with staff in it. */
function wantsPerson({ intent, isMenu, understood }: Heard, answering: boolean): boolean {
  if (intent !== 'staff.request') return false;
  return isMenu || !answering || (understood.confidence >= SURE && understood.phone === null);
}

/** How sure it must be that somebody who is answering a question wants a person instead. */
const SURE = 0.8;

async function begin(dialogs: DialogContext, dialog: string): Promise<true> {
  await dialogs.beginDialog(dialog);
  return true;
}
