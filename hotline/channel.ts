import type { Activity } from './activity';
import type { Language } from './conversation/turn';

/** What a channel can show; whoever renders an answer asks this, never the channel's name. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
  quickReplies: boolean;
  cards: boolean;
  images: boolean;
  files: boolean;
  typing: boolean;
  /** Clients fetch what is theirs by watermark; nothing needs to be delivered. */
  pulls: boolean;
  /** After the citizen's last message one may write for so long; later ones wait for their next. Absent: always. */
  window?: { hours: number };
}

/** What became of one delivery. `uncertain`: the line broke after the call was made. */
export type Sent =
  | { result: 'sent'; channelMessageId?: string }
  | { result: 'uncertain'; reason: string; retryAfterMs?: number }
  /** Known not to have been sent. `waits`: nothing is wrong with this message, the other side takes none now. */
  | { result: 'failed'; reason: string; retryAfterMs?: number; waits?: true }
  /** The citizen has not written for too long: it waits until they do. */
  | { result: 'closed'; reason: string }
  /** `unreachable`: the citizen wants to hear nothing from us there; nothing more is sent until they write again. */
  | { result: 'dead'; reason: string; unreachable?: true };

/** Nothing can be sent now, for no fault of the message. */
export type Held = Extract<Sent, { result: 'failed' }>;

/** A way to reach citizens. It converts and carries; it decides nothing. */
export interface Channel {
  name: string;
  capabilities: Capabilities;
  /**
   * Resolves when a message may go, or tells why none can now. Awaited before each `deliver`, and before that is noted
   * as under way: a process that dies waiting leaves no doubt. Absent: always.
   */
  ready?: () => Promise<Held | undefined>;
  /**
   * Sends one message. Not called for channels that pull. Must not throw for refusals of the other side.
   * @param by the person of the staff who says it; absent: the bot
   */
  deliver(address: string, message: Activity, by?: { name: string }): Promise<Sent>;
  /**
   * Tells somebody outside the window, without any words of the conversation, that something waits for them: once for
   * each turn, and it may cost something. Absent: nothing can be told.
   */
  announce?: (address: string, news: News) => Promise<Sent>;
  /** The messages that it takes to say one: each is sent, and known to be sent, by itself. Absent: texts by their limit. */
  parts?(message: Activity): Activity[];
  /**
   * Brings a file that a message only refers to (`Attachment.remote`).
   * @throws HotlineError `too_large`, `invalid` or `not_found` when it can never be had; anything else is tried again
   */
  fetch?(remote: string): Promise<RemoteFile>;
}

/** That there is something new about a report. */
export interface News {
  code: string;
  /** How it stands now; absent: there is an answer to it. */
  status?: string;
  /** Absent: Vietnamese. */
  language?: Language;
}

export interface RemoteFile {
  name: string;
  bytes: Buffer;
}

/** Told by an adapter how its line to the other side is. Told as often as it likes; only changes matter. */
export interface LineWatch {
  up(): void;
  /** In words for operators, without anything about citizens. */
  down(reason: string): void;
}
