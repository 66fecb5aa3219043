import type { Activity } from '../activity';
import type { Along } from '../stores';
import type { Cause, ConversationId, ConversationState, Effect, Language, OutMessage, Turn } from './turn';

/** Something that came in from a channel. */
export interface Inbound {
  conversation: ConversationId;
  channel: string;
  /** The channel's id of the event, unique within the conversation; what comes twice has one effect. */
  eventId: string;
  /** Where answers go, as `Channel.deliver` takes it. Kept sealed with the identity, never in the log. */
  address?: string;
  /** Keyed hash of an address that may change: it is kept anew when this is not what the conversation remembers. */
  addressMark?: string;
  /** The citizen's message; absent when `cause` says what happened instead. */
  activity?: Activity;
  cause?: Cause;
}

/** What was made of it. `duplicate`: it had been taken before, and `turn` is the first one's. */
export interface Receipt {
  turn: Turn;
  duplicate: boolean;
}

/** What a turn adds: the bot's answer, or the staff's words. */
export interface Answer {
  out: OutMessage[];
  state: ConversationState;
  effects?: Effect[];
  /** Milliseconds of quiet to wait for more before answering; the message is held and asked again with what came. */
  waitMs?: number;
  /** Set when the words of the citizen's message must not lie in the log: the masked copy of its text. */
  maskedText?: string;
  along?: Along;
}

/** The question a turn answers. May be asked twice before it is written, so answering changes nothing outside. */
export interface Question {
  conversation: ConversationId;
  channel: string;
  seq: number;
  at: Date;
  state: ConversationState;
  activity?: Activity;
  cause?: Cause;
}

/** The bot, as the centre sees it. */
export type Answerer = (question: Question) => Promise<Answer>;

/** A person of the staff who acts on a conversation. */
export interface StaffRef {
  id: string;
  name: string;
}

/**
 * The one door by which everybody speaks: citizens through their channels, the bot, the staff.
 * Everything resolves only when it is durable.
 */
export interface Conversations {
  /** Takes an event of a channel; the caller acknowledges it when this resolves. */
  receive(inbound: Inbound): Promise<Receipt>;
  /**
   * The channel was told, at that moment, that the citizen wants to hear nothing more from us, or may be written to
   * again. Nothing happens where nobody has spoken yet. `eventId`: of a channel that may tell it twice, as in `Inbound`.
   */
  noteReach(conversation: ConversationId, reachable: boolean, at: Date, eventId?: string): Promise<void>;
  /** In which language the citizen is spoken to. */
  languageOf(conversation: ConversationId): Promise<Language>;
  /** A message of the staff; the conversation is then held by that person. `key` makes repeats harmless. */
  say(conversation: ConversationId, staff: StaffRef, message: Activity, key: string): Promise<Receipt>;
  /** The person takes the conversation; the bot keeps silent until it is handed back. */
  takeOver(conversation: ConversationId, staff: StaffRef): Promise<Turn>;
  /** Back to the bot, which says so. */
  handBack(conversation: ConversationId, staff: StaffRef): Promise<Turn>;
  /** Turns that hold a message numbered above `afterMessage`, oldest first. */
  read(conversation: ConversationId, afterMessage: number, limit?: number): Promise<Turn[]>;
  /**
   * The same turns as their own citizen may see them: private words and ticket secrets filled in.
   * Only for the channel that carries the conversation, never for staff.
   */
  forCitizen(turns: Turn[]): Promise<Turn[]>;
  /** Hears of each turn once it is durable, of this process at once, of others through the change stream. */
  onTurn(listener: (turn: Turn) => void): () => void;
}
