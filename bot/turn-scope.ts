import type { TurnContext } from 'botbuilder-core';
import type { Answer, Question } from '../hotline/conversation/conversations';
import type { ConversationState, Effect } from '../hotline/conversation/turn';
import type { UnansweredQuestion } from '../hotline/questions';
import type { Rating } from '../hotline/ratings';
import type { Along, Identity } from '../hotline/stores';
import type { Ticket } from '../hotline/ticket/ticket';
import type { Heard } from './hear';
import type { CallBack } from './person/call-back';
import { unansweredOf } from './unanswered';
import type { Voices, Words } from './words';

const SCOPE = Symbol('turn scope');

/** What one turn hears and decides, beside what it says. Dialogs write here; nothing acts before the turn is written. */
export class TurnScope {
  private filed: Ticket[] = [];
  private changed: Ticket[] = [];
  private along: Along = {};
  private effects: Effect[] = [];
  private isUnanswered = false;
  /** What the dialogs remember: a copy, for a turn that is run twice begins twice from the same. */
  readonly memory: Record<string, unknown>;
  maskedText: string | undefined;
  /** The same for a number that was left beside a question: staff may still see what was asked. */
  private sealedText: string | undefined;
  waitMs: number | undefined;

  constructor(
    readonly question: Question,
    readonly heard: Heard,
    /** Carried to the next turn; what the bot's dialogs remember lies apart. */
    public state: ConversationState,
    private readonly voices: Voices,
  ) {
    this.memory = copied(state.bot);
  }

  static of(context: TurnContext): TurnScope {
    const scope = context.turnState.get<TurnScope | undefined>(SCOPE);
    if (!scope) throw new Error('the turn has no scope');
    return scope;
  }

  /** All that is said, in the citizen's language. */
  get words(): Words {
    return this.voices[this.state.language ?? 'vi'];
  }

  enter(context: TurnContext): void {
    context.turnState.set(SCOPE, this);
  }

  file(ticket: Ticket, withReporter: boolean): void {
    this.filed = [...this.filed, ticket];
    this.state = { ...this.state, tickets: [...this.state.tickets, ticket.code] };
    if (withReporter) this.along = { ...this.along, reporterOf: ticket.code };
  }

  change(ticket: Ticket): void {
    this.changed = [...this.changed, ticket];
  }

  /** Name and phone go where identities lie; the message stays in the log only as `masked`. */
  keepContact(contact: Pick<Identity, 'name' | 'phone' | 'callBack'>, masked?: string): void {
    const identities = [
      ...(this.along.identities ?? []),
      { of: this.question.conversation, identity: contact },
    ];
    this.along = { ...this.along, identities };
    if (masked !== undefined) this.maskedText = masked;
  }

  /** A number to be called back at, left in talk: it lies apart from the contact of reports. */
  keepCallBack({ number, masked }: CallBack): void {
    this.keepContact({ callBack: number });
    this.sealedText = masked;
  }

  /** Words went into a report. */
  get changesTickets(): boolean {
    return this.filed.length > 0 || this.changed.length > 0;
  }

  /** What the citizen thinks of how a matter was dealt with. */
  rate(rating: Rating): void {
    this.along = { ...this.along, ratings: [...(this.along.ratings ?? []), rating] };
  }

  /** Asks for work on the outside; what comes of it is told to the bot in a turn of its own. */
  request(effect: Effect): void {
    this.effects = [...this.effects, effect];
  }

  /** Something is looked up, and told of in a turn of its own. */
  get isLookingUp(): boolean {
    return this.effects.length > 0;
  }

  /** What was asked could not be answered: staff are to see it, without who asked, unless it is confidential. */
  leaveUnanswered(): void {
    this.isUnanswered = true;
  }

  answer(): Omit<Answer, 'out' | 'state'> {
    const question = this.unanswered();
    const maskedText = this.maskedText ?? this.sealedText;
    const along: Along = Object.assign({}, this.along, {
      ...(question && { questions: [question] }),
      ...(this.filed.length > 0 && { filed: this.filed }),
      ...(this.changed.length > 0 && { changed: this.changed }),
    });
    return {
      ...(Object.keys(along).length > 0 && { along }),
      ...(this.effects.length > 0 && { effects: this.effects }),
      ...(maskedText !== undefined && { maskedText }),
      ...(this.waitMs !== undefined && { waitMs: this.waitMs }),
    };
  }

  /** Private words stay where identities lie; what is held is asked again. */
  private unanswered(): UnansweredQuestion | undefined {
    const { confidential } = this.state;
    const isHidden = confidential || this.maskedText !== undefined || this.waitMs !== undefined;
    return this.isUnanswered && !isHidden ? unansweredOf(this.question, this.heard) : undefined;
  }
}

/** Plain JSON, copied; by way of text it takes three times as long, in every turn. */
function copied<Json>(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as Json;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) copy[key] = copied<unknown>(part);
  return copy as Json;
}
