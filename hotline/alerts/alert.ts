import type { ConversationId } from '../conversation/turn';
import type { DueKind, Ticket } from '../ticket/ticket';

export type AlertKind =
  'urgent' | 'waiting' | DueKind | 'dead_letter' | 'channel_down' | 'channel_up' | 'grant_lost';

/** All that an alert may tell of a ticket: codes that mean the same to everybody, nothing that anybody wrote. */
export type Subject = Pick<Ticket, 'code' | 'lane' | 'category' | 'deadline'> & {
  provinceCode: string | null;
  communeCode: string | null;
};

/** Something that staff must hear of without looking. */
export interface Alert {
  /** The same however often it is written: it is there once. */
  key: string;
  kind: AlertKind;
  /** When it is due; not told before. */
  at: Date;
  /** Told in quiet hours too. */
  urgent: boolean;
  /** Inspectors hear that there is something for them, and nobody hears more. */
  confidential: boolean;
  /** `urgent`, `due_soon`, `overdue`. */
  ticket?: Subject;
  /** `waiting`: where, so that it is not told when it is over; since when. */
  conversation?: ConversationId;
  since?: Date;
  /** `waiting`, `dead_letter`, `channel_down`, `channel_up`, `grant_lost`. */
  channel?: string;
}

/** Who a carrier reaches: the people of the hotline, or its inspectors alone. */
export type Audience = 'hotline' | 'inspectors';

/** A message to staff, plain text. `key`: the same for the same alerts, by which what comes twice can be told. */
export interface AlertMessage {
  key: string;
  subject: string;
  text: string;
}

/** A way to reach staff. */
export interface AlertCarrier {
  name: string;
  reaches: Audience;
  /** Resolves when the other side has taken it. @throws NotTaken, or anything else that is worth another try */
  send(message: AlertMessage): Promise<void>;
}

/** The other side wants to be left alone for a while. The message is for operators. */
export class NotTaken extends Error {
  constructor(
    message: string,
    readonly retryAfterMs = 0,
  ) {
    super(message);
    this.name = 'NotTaken';
  }
}

/** How it goes with a carrier. */
export interface CarrierState {
  carrier: string;
  waiting: number;
  failingSince?: Date;
  reason?: string;
}

/** The right to tell by a carrier, held by one process at a time. */
export interface Telling {
  carrier: string;
  fence: number;
  /** Failures in a row before this time. */
  failures: number;
}

/** What is still to be told. Everything is durable when it resolves. */
export interface AlertStore {
  /** Keeps those that are new, for each carrier that is theirs. */
  add(alerts: readonly Alert[]): Promise<void>;
  /** What is due by this carrier, the oldest first. */
  due(carrier: string, now: Date, which: { onlyUrgent: boolean; limit: number }): Promise<Alert[]>;
  /** Those of the alerts that are still so: who waited may have been answered. */
  standing(alerts: readonly Alert[]): Promise<Alert[]>;
  /** Undefined while another process tells, or the carrier rests. */
  claim(carrier: string, now: Date, leaseMs: number): Promise<Telling | undefined>;
  /** Need not be told by this carrier any more. */
  told(carrier: string, keys: readonly string[]): Promise<void>;
  /** The carrier rests until then; `failure`: because it did not take what it was given. */
  rest(telling: Telling, until: Date, failure?: { reason: string; at: Date }): Promise<void>;
  states: () => Promise<CarrierState[]>;
}
