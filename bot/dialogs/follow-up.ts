import { wordCount } from '../../nlp/fold';
import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Ticket } from '../../hotline/ticket/ticket';
import { withWaiting } from '../person/still-waiting';
import type { Heard } from '../hear';
import { looksForIt } from '../looks-for-it';
import { personChoice } from '../replies/menu';
import { message, type Prompt } from '../replies/prompt';
import { standing } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';
import { wishesToReport } from '../wants';
import { inOrder } from './follow-up/amid';
import { chosenOf, list, type Listed, SHOWN, wantsMore } from './follow-up/list';
import { hasNoCode } from './follow-up/no-code';
import { proven, type ProofParts, secretBeside } from './follow-up/proof';
import { OWN_REPORT } from './own-report/dialog';
import { ADDS } from './own-report/wish';
import { asksAfterOwn } from './follow-up/asks-after';
import { keepTicketSpokenOf, ticketSpokenOf } from './follow-up/spoken-of';
import { REPORT } from './report/dialog';
import { onlySighs } from './report/foreword';

/** Dialog id. */
export const FOLLOW_UP = 'follow-up';

interface Progress {
  /** Its secret is waited for. */
  code?: string;
  /** One's own are shown, from this one on. */
  from?: number;
}

/** "Phản ánh của tôi tới đâu rồi": one's own at once, any other by its code and secret. */
export class FollowUpDialog extends Dialog {
  constructor(private readonly parts: ProofParts) {
    super(FOLLOW_UP);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const { heard } = scope;
    const [code = asksAfterOwn(scope) ? ticketSpokenOf(scope)?.code : undefined] =
      heard.understood.ticketCodes;
    return code ? this.byCode(dc, code) : this.showOwn(dc, 0);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { heard, words } = TurnScope.of(dc.context);
    const progress = progressOf(dc.activeDialog);
    const { from } = progress;
    if (from !== undefined && wantsMore(words, heard)) return this.showOwn(dc, from + SHOWN);
    const beside = from === undefined ? besideOf(heard) : undefined;
    if (!beside && (heard.intent === 'cancel' || heard.control)) return this.leave(dc);
    const chosen = await this.chosen(dc.context, from);
    if (chosen) return this.show(dc, chosen);
    const [code] = heard.understood.ticketCodes;
    const elsewhere = code || beside ? undefined : this.elsewhere(dc);
    if (elsewhere) return elsewhere;
    if (code && code !== progress.code) return this.byCode(dc, code);
    return this.waited(dc, progress, code ? undefined : (beside ?? besideOf(heard)));
  }

  private async chosen(context: TurnContext, from: number | undefined): Promise<Ticket | undefined> {
    return from === undefined
      ? undefined
      : chosenOf(TurnScope.of(context).heard, await this.own(context, from));
  }

  /** What is said beside a code or a secret is no try, and nothing is counted. */
  private waited(
    dc: DialogContext,
    progress: Progress,
    beside: string | undefined,
  ): Promise<DialogTurnResult> {
    const { code } = progress;
    if (code === undefined) return this.askCode(dc, beside ?? 'follow.badCode', progress);
    if (beside !== undefined) return this.askSecret(dc, beside, code);
    return this.bySecret(dc, code, TurnScope.of(dc.context).heard.text);
  }

  /** No code, but a new report, or more of one that was sent. */
  private elsewhere(dc: DialogContext): Promise<DialogTurnResult> | undefined {
    const scope = TurnScope.of(dc.context);
    if (begins(scope.heard)) return dc.replaceDialog(REPORT);
    return ownIsPutRight(scope) ? dc.replaceDialog(OWN_REPORT, { wants: 'add', tells: true }) : undefined;
  }

  /** After something else was answered: what is waited for, once more. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { code, from } = progressOf(instance);
    const { words } = TurnScope.of(context);
    if (from !== undefined) return say(context, list(words, 'follow.which', await this.own(context, from)));
    const text = words(code === undefined ? 'follow.askCode' : 'follow.askSecret');
    await say(context, message({ text, ask: code === undefined ? 'ticket_code' : 'ticket_secret' }));
  }

  /** One: how it stands. Several: which one. */
  private async showOwn(dc: DialogContext, from: number): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const own = await this.own(dc.context, from);
    const [only] = own.tickets;
    if (!only) return from > 0 ? this.showOwn(dc, 0) : this.askCode(dc, 'follow.none', {});
    if (own.total === 1) return this.show(dc, only);
    await say(dc.context, list(words, 'follow.which', own));
    return this.wait(dc, { from });
  }

  /** Those of this conversation, the newest first. */
  private async own(context: TurnContext, from: number): Promise<Listed> {
    const { state } = TurnScope.of(context);
    const codes = state.tickets.toReversed().slice(from, from + SHOWN);
    const tickets = inOrder(codes, await this.parts.tickets.findMany(codes));
    return { tickets, total: state.tickets.length, from };
  }

  private async byCode(dc: DialogContext, code: string): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const secret = secretBeside(scope, code);
    if (scope.state.tickets.includes(code)) {
      const ticket = await this.parts.tickets.find(code);
      if (ticket) return this.show(dc, ticket);
    }
    if (secret !== undefined) return this.bySecret(dc, code, secret);
    return this.ask(dc, { text: scope.words('follow.askSecret'), ask: 'ticket_secret' }, { code });
  }

  /** A wrong secret and an unknown code look alike. */
  private async bySecret(dc: DialogContext, code: string, secret: string): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const found = await proven(this.parts, scope, code, secret);
    if (typeof found !== 'string') return this.show(dc, found);
    if (found === 'wrong') return this.askSecret(dc, 'follow.wrong', code);
    const { words } = scope;
    await say(dc.context, message({ text: words('follow.tooMany'), choices: [personChoice(words)] }));
    return dc.endDialog();
  }

  private async show(dc: DialogContext, ticket: Ticket): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    keepTicketSpokenOf(scope, ticket.code);
    await say(dc.context, standing(scope.words, ticket, scope.question.at));
    return dc.endDialog();
  }

  private askCode(dc: DialogContext, text: string, progress: Progress): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    return this.ask(dc, { text: words(text), ask: 'ticket_code', choices: [personChoice(words)] }, progress);
  }

  private askSecret(dc: DialogContext, text: string, code: string): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const choices = [personChoice(words)];
    return this.ask(dc, { text: words(text), ask: 'ticket_secret', choices }, { code });
  }

  private async leave(dc: DialogContext): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    await say(dc.context, message({ text: withWaiting(scope, scope.words('follow.left')) }));
    return dc.endDialog();
  }

  private async ask(dc: DialogContext, prompt: Prompt, progress: Progress): Promise<DialogTurnResult> {
    await say(dc.context, message(prompt));
    return this.wait(dc, progress);
  }

  private wait(dc: DialogContext, progress: Progress): DialogTurnResult {
    if (dc.activeDialog) dc.activeDialog.state = progress;
    return Dialog.EndOfTurn;
  }
}

/** "Để em tìm lại", "quên mất rồi", bad words: what is said to it, by its key. */
function besideOf(heard: Heard): string | undefined {
  if (looksForIt(heard.key)) return 'follow.takeTime';
  const isLost =
    heard.control === null ? hasNoCode(heard) : heard.control === 'skip' && FORGOT.test(heard.key);
  if (isLost) return 'follow.whereCode';
  return heard.isRude ? 'follow.calm' : undefined;
}
const FORGOT = /\b(?:quen|khong nho|ko nho|khong biet|ko biet|khong co|ko co|chua co)\b/;

/** A new report; a sigh alone is none. */
const begins = (heard: Heard): boolean =>
  wishesToReport(heard) || (heard.intent.startsWith('report.') && !onlySighs(heard.key));

/** "À nhầm, ở phường X mới đúng" where one of several was to be chosen. */
const ownIsPutRight = ({ heard, state }: TurnScope): boolean =>
  state.tickets.length > 0 &&
  (heard.intent === 'ticket.update' || (heard.isCorrection && ADDS.test(heard.key))) &&
  wordCount(heard.key) >= SENTENCE;
const SENTENCE = 4;

const progressOf = (instance: DialogInstance | undefined): Progress => (instance?.state ?? {}) as Progress;
