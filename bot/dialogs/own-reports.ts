import type { TurnContext } from 'botbuilder-core';
import type { Deadlines } from '../../hotline/deadlines/deadlines';
import type { TicketStore } from '../../hotline/stores';
import { addWords, close, goOn, reopen, withdraw, type Act } from '../../hotline/ticket/moves';
import { MOVES } from '../../hotline/ticket/states';
import type { Ticket } from '../../hotline/ticket/ticket';
import { keyOf } from '../../nlp/fold';
import { spokenDate } from '../replies/dates';
import { message } from '../replies/prompt';
import { ticketData } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';

/** After staff wrote, what the citizen says next is taken as an answer to them for so long. */
const ANSWERS_FOR_MS = 7 * 24 * 60 * 60 * 1000;
const ENDED = new Set(['closed', 'withdrawn', 'duplicate']);

export interface OwnReportsParts {
  tickets: Pick<TicketStore, 'findMany'>;
  deadlines: Deadlines;
}

/** What citizens say about reports they already sent, outside of any dialog. Each returns whether it was that. */
export class OwnReports {
  constructor(private readonly parts: OwnReportsParts) {}

  /** "Đã xong" and "Chưa xong" below the news that a report was resolved. */
  async judged(context: TurnContext): Promise<boolean> {
    const { heard, words } = TurnScope.of(context);
    const solved = heard.key === keyOf(words('follow.solvedYes'));
    if (!solved && heard.key !== keyOf(words('follow.solvedNo'))) return false;
    const ticket = (await this.own(context)).find(({ status }) => status === 'resolved');
    if (!ticket) return false;
    const act = this.act(context);
    const changed = solved ? close(ticket, act) : reopen(ticket, act, heard.text, this.parts.deadlines);
    return this.changeAndSay(context, changed, solved ? 'follow.solvedThanks' : 'follow.reopened');
  }

  /** "Rút phản ánh": the newest one that can be, or the one that is named. */
  async withdrawn(context: TurnContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    if (heard.intent !== 'ticket.update' || !/\brut\b/.test(heard.key)) return false;
    const named = heard.understood.ticketCodes[0];
    const own = await this.own(context);
    const ticket = named
      ? own.find(({ code }) => code === named)
      : own.find(({ status }) => !ENDED.has(status));
    if (!ticket) return false;
    if (!MOVES[ticket.status].includes('withdrawn'))
      return this.sayOf(context, ticket, 'follow.cannotWithdraw');
    return this.changeAndSay(context, withdraw(ticket, this.act(context), heard.text), 'follow.withdrawn');
  }

  /** The answer to a question of staff, whatever it sounds like; only who wishes for a new report gets one. */
  async answered(context: TurnContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    const asked = (await this.own(context)).some(({ status }) => status === 'awaiting_citizen');
    return asked && !heard.isWish && this.added(context);
  }

  /** The answer to a question of staff, or more about a report that staff wrote about lately. */
  async added(context: TurnContext): Promise<boolean> {
    const { heard, question } = TurnScope.of(context);
    if (!heard.text && heard.files.length === 0) return false;
    const ticket = (await this.own(context)).find((each) => isTalkedAbout(each, question.at));
    if (!ticket) return false;
    const act = this.act(context);
    const more = addWords(ticket, act, heard.text, heard.files);
    const answered =
      ticket.status === 'awaiting_citizen'
        ? goOn({ ...more, revision: ticket.revision }, act, this.parts.deadlines)
        : more;
    const moved = answered.deadline?.getTime() !== ticket.deadline?.getTime();
    return this.changeAndSay(context, answered, moved ? 'follow.addedNewDeadline' : 'follow.added');
  }

  /** Newest first. */
  private async own(context: TurnContext): Promise<Ticket[]> {
    const { state } = TurnScope.of(context);
    if (state.tickets.length === 0) return [];
    const tickets = await this.parts.tickets.findMany(state.tickets);
    return tickets.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  }

  private act(context: TurnContext): Act {
    return { by: { kind: 'citizen' }, at: TurnScope.of(context).question.at };
  }

  private changeAndSay(context: TurnContext, ticket: Ticket, key: string): Promise<boolean> {
    TurnScope.of(context).change(ticket);
    return this.sayOf(context, ticket, key);
  }

  private async sayOf(context: TurnContext, ticket: Ticket, key: string): Promise<boolean> {
    const { words } = TurnScope.of(context);
    const text = words(key, {
      code: ticket.code,
      status: words(`status.${ticket.status}`),
      deadline: ticket.deadline ? spokenDate(ticket.deadline) : '–',
    });
    await say(context, message({ text, data: ticketData(ticket) }));
    return true;
  }
}

function isTalkedAbout(ticket: Ticket, at: Date): boolean {
  if (ticket.status === 'awaiting_citizen' || ticket.status === 'reopened') return true;
  if (ENDED.has(ticket.status)) return false;
  const last = ticket.events.findLast(({ by }) => by.kind === 'staff');
  return last?.type === 'answered' && at.getTime() - last.at.getTime() < ANSWERS_FOR_MS;
}
