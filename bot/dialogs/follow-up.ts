import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { Ticket } from '../../hotline/ticket/ticket';
import { withWaiting } from '../person/still-waiting';
import { personChoice } from '../replies/menu';
import { message, type Prompt } from '../replies/prompt';
import { standing } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';
import { inOrder } from './follow-up/amid';
import { chosenOf, list, type Listed, SHOWN, wantsMore } from './follow-up/list';
import { besideOf } from './follow-up/beside-code';
import { begins, ownIsPutRight } from './follow-up/elsewhere';
import { proven, type ProofParts, secretBeside } from './follow-up/proof';
import { OWN_REPORT } from './own-report/dialog';
import { asksAfterOwn } from './follow-up/asks-after';
import { keepTicketSpokenOf, ticketSpokenOf } from './follow-up/spoken-of';
import { REPORT } from './report/dialog';
import { leftDraft } from './report/leaving/left';

/** Dialog id. */
export const FOLLOW_UP = 'follow-up';

interface Progress {
  /** Its secret is waited for. */
  code?: string;
  /** One's own are shown, from this one on. */
  from?: number;
  /** So often a code was asked for again. */
  asked?: number;
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
    if (code === undefined || beside !== undefined)
      return this.askAgain(dc, progress, beside ?? 'follow.badCode');
    return this.bySecret(dc, code, TurnScope.of(dc.context).heard.text);
  }

  /** Who is told twice what a code is, and has none, is asked no more. */
  private askAgain(dc: DialogContext, progress: Progress, text: string): Promise<DialogTurnResult> {
    const { asked = 0, code } = progress;
    if (asked >= MOST) return this.leave(dc, true);
    const more = text === 'follow.takeTime' ? asked : asked + 1;
    return code === undefined
      ? this.askCode(dc, text, { ...progress, asked: more })
      : this.askSecret(dc, text, code, more);
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

  private askSecret(dc: DialogContext, text: string, code: string, asked = 0): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const choices = [personChoice(words)];
    return this.ask(dc, { text: words(text), ask: 'ticket_secret', choices }, { code, asked });
  }

  /** The look-up ends. Who has no code is offered the report that was left half told. */
  private async leave(dc: DialogContext, isOver = false): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const isLost = isOver || scope.heard.control === 'skip';
    if (isLost && leftDraft(scope)) return dc.replaceDialog(REPORT);
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

/** So often it is said again where a code is found. */
const MOST = 2;

const progressOf = (instance: DialogInstance | undefined): Progress => (instance?.state ?? {}) as Progress;
