import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { SECRET_MARK } from '../../hotline/conversation/turn';
import { isSecret } from '../../hotline/ticket/secret';
import type { TicketStore } from '../../hotline/stores';
import type { Ticket } from '../../hotline/ticket/ticket';
import { personChoice } from '../replies/menu';
import { message } from '../replies/prompt';
import { standing } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';
import { REPORT } from './report/dialog';

/** Dialog id. */
export const FOLLOW_UP = 'follow-up';
/** Wrong secrets in one conversation before it must rest for a while, or ask a person. */
const TRIES = 5;
const REST_MS = 60 * 60 * 1000;
/** What may be a secret in a sentence: no Vietnamese word is this long. */
const SECRET = /(?<![0-9a-z-])[0-9a-z]{10}(?![0-9a-z-])/i;
const OWN_SHOWN = 8;

export interface FollowUpParts {
  tickets: Pick<TicketStore, 'find' | 'findMany'>;
  ticketSecrets: Buffer;
}

interface Progress {
  code?: string;
}

/** "Phản ánh của tôi tới đâu rồi": one's own at once, any other by its code and secret. */
export class FollowUpDialog extends Dialog {
  constructor(private readonly parts: FollowUpParts) {
    super(FOLLOW_UP);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { heard, state } = TurnScope.of(dc.context);
    const [code] = heard.understood.ticketCodes;
    if (code) return this.byCode(dc, code);
    if (state.tickets.length === 0) return this.askCode(dc, 'follow.none');
    return this.showOwn(dc, state.tickets);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { heard } = TurnScope.of(dc.context);
    const progress = (dc.activeDialog?.state ?? {}) as Progress;
    if (heard.intent === 'cancel' || heard.control) return this.leave(dc);
    const [code] = heard.understood.ticketCodes;
    if (!code && heard.intent.startsWith('report.')) return dc.replaceDialog(REPORT);
    if (code && code !== progress.code) return this.byCode(dc, code);
    if (progress.code === undefined) return this.askCode(dc, 'follow.badCode');
    return this.bySecret(dc, progress.code);
  }

  /** One: how it stands. Several: which one. */
  private async showOwn(dc: DialogContext, codes: readonly string[]): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    const tickets = (await this.parts.tickets.findMany(codes.slice(-OWN_SHOWN))).sort(newestFirst);
    const [only] = tickets;
    if (only && tickets.length === 1) return this.show(dc, only);
    if (!only) return this.askCode(dc, 'follow.none');
    const text = words('follow.which', { count: codes.length });
    await say(dc.context, message({ text, ask: 'ticket_code', options: tickets.map(({ code }) => code) }));
    return this.wait(dc, {});
  }

  private async byCode(dc: DialogContext, code: string): Promise<DialogTurnResult> {
    const { state, heard } = TurnScope.of(dc.context);
    const [secret] = SECRET.exec(heard.text.replace(/xh[\s–-]?\d{4}[\s–-]?\d+/gi, ' ')) ?? [];
    if (secret !== undefined) TurnScope.of(dc.context).maskedText = `${code} ${SECRET_MARK}`;
    if (state.tickets.includes(code)) {
      const ticket = await this.parts.tickets.find(code);
      if (ticket) return this.show(dc, ticket);
    }
    if (secret !== undefined) return this.bySecret(dc, code, secret);
    await say(
      dc.context,
      message({ text: TurnScope.of(dc.context).words('follow.askSecret'), ask: 'ticket_secret' }),
    );
    return this.wait(dc, { code });
  }

  /** A wrong secret and an unknown code look alike. */
  private async bySecret(
    dc: DialogContext,
    code: string,
    secret = TurnScope.of(dc.context).heard.text,
  ): Promise<DialogTurnResult> {
    const { tickets, ticketSecrets } = this.parts;
    const scope = TurnScope.of(dc.context);
    const { words } = scope;
    scope.maskedText ??= SECRET_MARK;
    const tries = triesOf(scope);
    if (tries >= TRIES) return this.tooMany(dc);
    const ticket = await tickets.find(code);
    if (ticket && isSecret(ticketSecrets, code, secret, ticket.secretHash)) return this.proven(dc, ticket);
    scope.state = { ...scope.state, wrongSecrets: { count: tries + 1, last: scope.question.at } };
    if (tries + 1 >= TRIES) return this.tooMany(dc);
    await say(
      dc.context,
      message({ text: words('follow.wrong'), ask: 'ticket_secret', choices: [personChoice(words)] }),
    );
    return this.wait(dc, { code });
  }

  private async tooMany(dc: DialogContext): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    await say(dc.context, message({ text: words('follow.tooMany'), choices: [personChoice(words)] }));
    return dc.endDialog();
  }

  /** Code and secret were right: from now on it is one of this conversation's own. */
  private proven(dc: DialogContext, ticket: Ticket): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const confidential = scope.state.confidential || ticket.lane === 'misconduct';
    const { wrongSecrets: _forgiven, ...state } = scope.state;
    scope.state = {
      ...state,
      tickets: [...new Set([...scope.state.tickets, ticket.code])],
      ...(confidential && { confidential }),
    };
    return this.show(dc, ticket);
  }

  private async show(dc: DialogContext, ticket: Ticket): Promise<DialogTurnResult> {
    await say(dc.context, standing(TurnScope.of(dc.context).words, ticket));
    return dc.endDialog();
  }

  private async askCode(dc: DialogContext, text: string): Promise<DialogTurnResult> {
    const { words } = TurnScope.of(dc.context);
    await say(dc.context, message({ text: words(text), ask: 'ticket_code', choices: [personChoice(words)] }));
    return this.wait(dc, {});
  }

  private async leave(dc: DialogContext): Promise<DialogTurnResult> {
    await say(dc.context, message({ text: TurnScope.of(dc.context).words('follow.left') }));
    return dc.endDialog();
  }

  private wait(dc: DialogContext, progress: Progress): DialogTurnResult {
    if (dc.activeDialog) dc.activeDialog.state = progress;
    return Dialog.EndOfTurn;
  }
}

/** Wrong secrets so far; after a rest they are forgotten. */
function triesOf({ state, question }: TurnScope): number {
  const { count, last } = state.wrongSecrets ?? { count: 0, last: question.at };
  return question.at.getTime() - last.getTime() < REST_MS ? count : 0;
}

const newestFirst = (a: Ticket, b: Ticket): number => b.createdAt.getTime() - a.createdAt.getTime();
