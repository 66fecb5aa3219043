import type { Activity } from '../activity';
import type { Choice } from '../choices';
import type { Lane } from '../ticket/ticket';

/** Keyed hash of channel and address: opaque, tells nothing about the person. */
export type ConversationId = string & { readonly brand: 'ConversationId' };

/** Who speaks with the citizen now. Part of the state, so that bot and staff can never both speak. */
export type Holder =
  | { kind: 'bot' }
  | { kind: 'waiting'; since: Date; lane?: Lane }
  | { kind: 'staff'; id: string; name: string; since: Date; lane?: Lane };

/** In which the hotline speaks with the citizen; Vietnamese unless they wish otherwise. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a conversation remembers from turn to turn; carried whole in each turn. */
export interface ConversationState {
  holder: Holder;
  /** What botbuilder's state and dialogs keep; opaque outside `bot/`. */
  bot: Record<string, unknown>;
  /** Codes of the reports filed in this conversation, oldest first. */
  tickets: string[];
  /** Absent: Vietnamese. */
  language?: Language;
  /** The options of the last question, which their numbers or words answer. */
  offered?: readonly Choice[];
  /** Version of the privacy notice that was shown in this conversation. */
  notice?: string;
  /** Keyed hash of the address that is kept with the identity, where it may change. */
  addressMark?: string;
  /** Misconduct of officials was spoken of: the conversation is closed to everybody but inspectors, for good. */
  confidential?: boolean;
  /** Secrets of reports that were typed wrong, one after the other. */
  wrongSecrets?: { count: number; last: Date };
  /** Since when the citizen wants to hear nothing from us; until they write again nothing is sent. */
  unreachable?: Date;
  /** Messages that wait to be answered together. */
  held?: Held;
  /** Messages of the current minute, for the limit by conversation. */
  pace?: { minute: number; count: number };
}

/** Messages taken and not yet answered: an album, a story in pieces, or more than the pace allows. */
export interface Held {
  since: Date;
  /** When the newest of them came. */
  last?: Date;
  activities: Activity[];
}

export const NEW_CONVERSATION: ConversationState = { holder: { kind: 'bot' }, bot: {}, tickets: [] };

/** Why a turn was taken when no citizen's message was the reason. */
export type Cause =
  | { type: 'start' }
  | { type: 'due' }
  /** A term of a report ran out. */
  | { type: 'clock' }
  /** The channel tells that the citizen wants to hear nothing more from us, or may be written to again. */
  | { type: 'reach'; reachable: boolean }
  | { type: 'staff'; id: string; name: string }
  | { type: 'effect'; effect: string; result: unknown };

export interface Delivery {
  /** `waiting`: outside the channel's window; sent when the citizen writes again. */
  state: 'pending' | 'waiting' | 'sent' | 'uncertain' | 'failed' | 'dead';
  tries: number;
  /** Calls whose outcome nobody knows: the line broke, or the process died under them. Sent once more, never twice. */
  doubts?: number;
  /** Given up and brought back then: it is as young as that. */
  revived?: Date;
  /** The channel's own id of what was sent. */
  channelMessageId?: string;
  reason?: string;
  /** `dead` because the citizen wants to hear nothing from us there. */
  unreachable?: true;
  /** `waiting`, and the citizen was told by other means that something is there. */
  announced?: true;
}

/** One message to the citizen. */
export interface OutMessage {
  activity: Activity;
  /** A person of the staff said it; absent: the bot did. */
  by?: { id: string; name: string };
  /** The text holds SECRET_MARK in place of this ticket's secret, which only its reporter's channel fills in. */
  secretOf?: string;
  /** Absent on channels that pull, such as Direct Line. */
  delivery?: Delivery;
}

/** Stands in the log for a secret that the log must not hold. */
export const SECRET_MARK = '••••••••••';

/** Work that acts on the outside: recorded with the turn, run afterwards by one process, its result comes back as a turn. */
export interface Effect {
  type: string;
  input: unknown;
}

/**
 * One turn of one conversation: what came in, what was answered, what is remembered.
 * One document, one write: it happened whole or not at all.
 */
export interface Turn {
  conversation: ConversationId;
  /** 1, 2, 3 … without gaps; unique within the conversation, which is the lock. */
  seq: number;
  /** Number of the first message of this turn, from 1; `in` comes first, then `out`. */
  firstMessage: number;
  at: Date;
  channel: string;
  /** The channel's id of what came in; unique within the conversation, which is the inbox. */
  eventId?: string;
  /** What the citizen said. */
  in?: Activity;
  /** The words of `in` are held with the identity, not here; `in.text` is a masked copy. */
  private?: boolean;
  cause?: Cause;
  out: OutMessage[];
  state: ConversationState;
  effects?: Effect[];
  /** When the effects are to be run, or run again; absent when nothing is left to run. */
  effectsAt?: Date;
  /** When this turn must be answered, if nothing newer came meanwhile. */
  dueAt?: Date;
  /** When the next delivery of `out` is to be tried; absent when nothing is left to deliver. */
  deliverAfter?: Date;
}

/** Number of messages that a turn adds to the conversation. */
export function messageCount(turn: Pick<Turn, 'in' | 'out'>): number {
  return (turn.in ? 1 : 0) + turn.out.length;
}

/** Number of the last message up to and including this turn: Direct Line's watermark. */
export function lastMessage(turn: Pick<Turn, 'in' | 'out' | 'firstMessage'>): number {
  return turn.firstMessage + messageCount(turn) - 1;
}

/** Where a conversation stands: what its next turn needs of the newest. What was said in it need not stay in memory. */
export interface Standing extends Pick<Turn, 'seq' | 'at' | 'channel' | 'state' | 'dueAt'> {
  lastMessage: number;
  /** The citizen spoke in it. */
  heard: boolean;
}

export function standingAfter(turn: Turn): Standing {
  const { seq, at, channel, state, dueAt } = turn;
  const heard = turn.in !== undefined;
  return { seq, at, channel, state, lastMessage: lastMessage(turn), heard, ...(dueAt && { dueAt }) };
}
