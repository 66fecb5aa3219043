import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { isSecret } from '../../hotline/ticket/secret';
import type { TicketStore } from '../../hotline/stores';
import type { Ticket } from '../../hotline/ticket/ticket';
import { message } from '../replies/prompt';
import { standing } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';
import type { Words } from '../words';

/** Dialog id. */
export const FOLLOW_UP = 'follow-up';
/** Wrong secrets in one conversation before it must wait for a person. */
const TRIES = 5;
const OWN_SHOWN = 8;

export interface FollowUpParts {
  words: Words;
  tickets: Pick<TicketStore, 'find' | 'findMany'>;
  ticketSecrets: Buffer;
}

interface Progress {
  code?: string;
  tries: number;
}

/** "Phản ánh của tôi tới đâu rồi": one's own at once, any other by its code and secret. */
export class FollowUpDialog extends Dialog {
  constructor(private readonly parts: FollowUpParts) {
    super(FOLLOW_UP);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { heard, state } = TurnScope.of(dc.context);
    const [code] = heard.understood.ticketCodes;
    if (code) return this.byCode(dc, code, { tries: 0 });
    if (state.tickets.length === 0) return this.askCode(dc, { tries: 0 }, 'follow.none');
    return this.showOwn(dc, state.tickets);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { heard } = TurnScope.of(dc.context);
    const progress = { tries: 0, ...(dc.activeDialog?.state as Partial<Progress>) };
    if (heard.understood.intent === 'cancel' || heard.control) return this.leave(dc);
    const [code] = heard.understood.ticketCodes;
    if (code && code !== progress.code) return this.byCode(dc, code, progress);
    if (progress.code === undefined) return this.askCode(dc, progress, 'follow.badCode');
    return this.bySecret(dc, progress.code, progress);
  }

  /** One: how it stands. Several: which one. */
  private async showOwn(dc: DialogContext, codes: readonly string[]): Promise<DialogTurnResult> {
    const { words } = this.parts;
    const tickets = (await this.parts.tickets.findMany(codes.slice(-OWN_SHOWN))).sort(newestFirst);
    const [only] = tickets;
    if (only && tickets.length === 1) return this.show(dc, only);
    if (!only) return this.askCode(dc, { tries: 0 }, 'follow.none');
    const text = words('follow.which', { count: codes.length });
    await say(dc.context, message({ text, ask: 'ticket_code', options: tickets.map(({ code }) => code) }));
    return this.wait(dc, { tries: 0 });
  }

  private async byCode(dc: DialogContext, code: string, progress: Progress): Promise<DialogTurnResult> {
    const { state, heard } = TurnScope.of(dc.context);
    if (state.tickets.includes(code)) {
      const ticket = await this.parts.tickets.find(code);
      if (ticket) return this.show(dc, ticket);
    }
    const said = heard.text.replace(/xh[\s-]?\d{4}[\s-]?\d+/i, '').trim();
    if (/^[0-9a-z]{10}$/i.test(said)) return this.bySecret(dc, code, progress, said);
    await say(dc.context, message({ text: this.parts.words('follow.askSecret'), ask: 'ticket_secret' }));
    return this.wait(dc, { ...progress, code });
  }

  /** A wrong secret and an unknown code look alike. */
  private async bySecret(
    dc: DialogContext,
    code: string,
    progress: Progress,
    secret = TurnScope.of(dc.context).heard.text,
  ): Promise<DialogTurnResult> {
    const { words, tickets, ticketSecrets } = this.parts;
    const scope = TurnScope.of(dc.context);
    scope.maskedText = '••••••••••';
    const ticket = await tickets.find(code);
    if (ticket && isSecret(ticketSecrets, code, secret, ticket.secretHash)) return this.proven(dc, ticket);
    const tries = progress.tries + 1;
    if (tries >= TRIES) {
      await say(dc.context, message({ text: words('follow.tooMany') }));
      return dc.endDialog();
    }
    await say(
      dc.context,
      message({ text: words('follow.wrong'), ask: 'ticket_secret', choices: this.person() }),
    );
    return this.wait(dc, { code, tries });
  }

  /** Code and secret were right: from now on it is one of this conversation's own. */
  private proven(dc: DialogContext, ticket: Ticket): Promise<DialogTurnResult> {
    const scope = TurnScope.of(dc.context);
    const confidential = scope.state.confidential || ticket.lane === 'misconduct';
    scope.state = {
      ...scope.state,
      tickets: [...new Set([...scope.state.tickets, ticket.code])],
      ...(confidential && { confidential }),
    };
    return this.show(dc, ticket);
  }

  private async show(dc: DialogContext, ticket: Ticket): Promise<DialogTurnResult> {
    await say(dc.context, standing(this.parts.words, ticket));
    return dc.endDialog();
  }

  private async askCode(dc: DialogContext, progress: Progress, text: string): Promise<DialogTurnResult> {
    await say(
      dc.context,
      message({ text: this.parts.words(text), ask: 'ticket_code', choices: this.person() }),
    );
    return this.wait(dc, progress);
  }

  private async leave(dc: DialogContext): Promise<DialogTurnResult> {
    await say(dc.context, message({ text: this.parts.words('person.handedBack') }));
    return dc.endDialog();
  }

  private person(): { title: string; says: string }[] {
    const { words } = this.parts;
    return [{ title: words('menu.person'), says: words('menu.personSays') }];
  }

  private wait(dc: DialogContext, progress: Progress): DialogTurnResult {
    if (dc.activeDialog) dc.activeDialog.state = progress;
    return Dialog.EndOfTurn;
  }
}

const newestFirst = (a: Ticket, b: Ticket): number => b.createdAt.getTime() - a.createdAt.getTime();
