import type { TurnContext } from 'botbuilder-core';
import type { Deadlines } from '../../hotline/deadlines/deadlines';
import type { TicketStore } from '../../hotline/stores';
import { addWords, close, goOn, reopen, withdraw, type Act } from '../../hotline/ticket/moves';
import { MOVES } from '../../hotline/ticket/states';
import type { Ticket } from '../../hotline/ticket/ticket';
import { callBackIn } from '../person/call-back';
import { spokenDate } from '../replies/dates';
import { message, type Prompt } from '../replies/prompt';
import { ticketData } from '../replies/ticket';
import { say } from '../say';
import { TurnScope } from '../turn-scope';
import { wishesToReport } from '../wants';
import type { Words } from '../words';
import { keepTicketSpokenOf, ticketSpokenOf } from './follow-up/spoken-of';
import { judgedOf, judgementIn } from './own-report/judging';
import { askWhy, asksWhy, isReason } from './own-report/reason';
import type { Wish } from './own-report/wish';

/** After staff wrote, what the citizen says next is taken as an answer to them for so long. */
const ANSWERS_FOR_MS = 7 * 24 * 60 * 60 * 1000;
const ENDED = new Set(['closed', 'withdrawn', 'duplicate']);

export interface OwnReportsParts {
  tickets: Pick<TicketStore, 'findMany'>;
  deadlines: Deadlines;
  voices: readonly Words[];
  /** What is asked once a report was closed by its reporter; undefined when nothing is. */
  askRating: (scope: TurnScope, ticket: Ticket) => Prompt | undefined;
}

/** What citizens say about reports they already sent. */
export class OwnReports {
  constructor(private readonly parts: OwnReportsParts) {}

  /** "Đã xong" and "Chưa xong", by the buttons below the news or in free words. */
  async judged(context: TurnContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const { heard, question, words } = scope;
    const own = await this.own(context);
    const ticket = judgedOf(own, ticketSpokenOf(scope)?.code, question.at);
    const isNewest = isNewsNow(scope, own[0]) && ticket?.events.at(-1)?.type === 'resolved';
    const news = ticket && { ms: question.at.getTime() - ticket.updatedAt.getTime(), isNewest };
    const judgement = news && judgementIn(heard, this.parts.voices, news);
    if (!ticket || !judgement) return false;
    if (judgement.solved && ticket.status !== 'resolved') return false;
    const act = this.act(context);
    if (judgement.solved) {
      const closed = close(ticket, act);
      return this.changeAndSay(context, closed, 'follow.solvedThanks', this.parts.askRating(scope, closed));
    }
    const reopened = reopen(ticket, act, judgement.reason ?? heard.text, this.parts.deadlines);
    if (judgement.reason !== undefined) return this.changeAndSay(context, reopened, 'follow.reopened');
    return this.changeAndSay(context, reopened, 'follow.reopened', askWhy(scope, ticket.code, words));
  }

  /** Why it is not solved, right after it was opened again; may be left out. */
  async reasoned(context: TurnContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const code = asksWhy(scope);
    if (code === undefined) return false;
    const { heard, words } = scope;
    if (heard.control !== null || heard.reply === 'no') {
      await say(context, message({ text: words('follow.reasonSkipped') }));
      return true;
    }
    const [ticket] = isReason(heard) ? await this.find([code]) : [];
    return ticket?.status === 'reopened' && this.addTo(context, ticket, heard.text);
  }

  /** Those that a wish may be about, newest first. */
  async openFor({ state }: Pick<TurnScope, 'state'>, wants: Wish['wants']): Promise<Ticket[]> {
    const own = newestFirst(await this.find(state.tickets));
    return own.filter(({ status }) =>
      wants === 'withdraw' ? MOVES[status].includes('withdrawn') : !ENDED.has(status),
    );
  }

  /** There is none that could be: why not. */
  async refuse(context: TurnContext, wants: Wish['wants']): Promise<void> {
    const scope = TurnScope.of(context);
    const own = await this.own(context);
    const [named] = scope.heard.understood.ticketCodes;
    const ticket = own.find(({ code }) => code === named) ?? own[0];
    if (!ticket) return say(context, message({ text: scope.words('follow.none') }));
    await this.sayOf(context, ticket, wants === 'withdraw' ? 'follow.cannotWithdraw' : 'follow.cannotAdd');
  }

  withdraw(context: TurnContext, ticket: Ticket): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    if (!MOVES[ticket.status].includes('withdrawn'))
      return this.sayOf(context, ticket, 'follow.cannotWithdraw');
    return this.changeAndSay(context, withdraw(ticket, this.act(context), heard.text), 'follow.withdrawn');
  }

  /** The answer to a question of staff, whatever it sounds like; only who wishes for a new report gets one. */
  async answered(context: TurnContext): Promise<boolean> {
    const { heard } = TurnScope.of(context);
    const asked = (await this.own(context)).some(({ status }) => status === 'awaiting_citizen');
    return asked && !wishesToReport(heard) && !heard.isMenu && this.added(context);
  }

  /** Photos that come after others, right after something was added. */
  async addedMore(context: TurnContext): Promise<boolean> {
    const scope = TurnScope.of(context);
    const spokenOf = ticketSpokenOf(scope);
    if (!spokenOf?.added || scope.heard.files.length === 0) return false;
    const [ticket] = await this.find([spokenOf.code]);
    return ticket !== undefined && !ENDED.has(ticket.status) && this.addTo(context, ticket, scope.heard.text);
  }

  /** The answer to a question of staff, or more about a report that staff wrote about lately. */
  async added(context: TurnContext): Promise<boolean> {
    const { heard, question } = TurnScope.of(context);
    if (!heard.text && heard.files.length === 0) return false;
    const ticket = (await this.own(context)).find((each) => isTalkedAbout(each, question.at));
    return ticket !== undefined && this.addTo(context, ticket, heard.text);
  }

  /** Words and files go to the report; where staff waited for them, the clock goes on. */
  addTo(context: TurnContext, ticket: Ticket, text: string, saying = 'follow.added'): Promise<boolean> {
    const scope = TurnScope.of(context);
    const act = this.act(context);
    const left = callBackIn(scope.heard);
    if (left) scope.keepCallBack(left);
    const words = text === scope.heard.text && left ? left.masked : text;
    const more = addWords(ticket, act, withPlace(words, scope.heard.point), scope.heard.files);
    const answered =
      ticket.status === 'awaiting_citizen'
        ? goOn({ ...more, revision: ticket.revision }, act, this.parts.deadlines)
        : more;
    const moved = answered.deadline?.getTime() !== ticket.deadline?.getTime();
    keepTicketSpokenOf(scope, ticket.code, true);
    return this.changeAndSay(context, answered, moved ? 'follow.addedNewDeadline' : saying);
  }

  find(codes: readonly string[]): Promise<Ticket[]> {
    return codes.length === 0 ? Promise.resolve([]) : this.parts.tickets.findMany(codes);
  }

  /** Those with the newest news first. */
  private async own(context: TurnContext): Promise<Ticket[]> {
    return newestFirst(await this.find(TurnScope.of(context).state.tickets));
  }

  private act(context: TurnContext): Act {
    return { by: { kind: 'citizen' }, at: TurnScope.of(context).question.at };
  }

  private changeAndSay(context: TurnContext, ticket: Ticket, key: string, then?: Prompt): Promise<boolean> {
    TurnScope.of(context).change(ticket);
    return this.sayOf(context, ticket, key, then);
  }

  private async sayOf(context: TurnContext, ticket: Ticket, key: string, then?: Prompt): Promise<boolean> {
    const { words } = TurnScope.of(context);
    const text = words(key, {
      code: ticket.code,
      status: words(`status.${ticket.status}`),
      deadline: ticket.deadline ? spokenDate(words, ticket.deadline) : '–',
    });
    const whole = then ? { ...then, text: `${text}\n${then.text}` } : { text };
    await say(context, message({ ...whole, data: ticketData(ticket) }));
    return true;
  }
}

const newestFirst = (tickets: readonly Ticket[]): Ticket[] =>
  [...tickets].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || b.code.localeCompare(a.code));

const withPlace = (text: string, point: { lat: number; lon: number } | null): string =>
  point ? [text, `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`].filter(Boolean).join('\n') : text;

function isTalkedAbout(ticket: Ticket, at: Date): boolean {
  if (ticket.status === 'awaiting_citizen' || ticket.status === 'reopened') return true;
  if (ENDED.has(ticket.status)) return false;
  const last = ticket.events.findLast(({ by }) => by.kind === 'staff');
  return last?.type === 'answered' && at.getTime() - last.at.getTime() < ANSWERS_FOR_MS;
}

const SEEN = 'newsSeen';
/** Something was told of one's reports since the last message: what is said now may answer it. */
function isNewsNow({ memory }: Pick<TurnScope, 'memory'>, newest: Ticket | undefined): boolean {
  const at = newest?.updatedAt.getTime();
  const isNew = at !== undefined && memory[SEEN] !== at;
  if (isNew) memory[SEEN] = at;
  return isNew;
}
