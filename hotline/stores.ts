import type { Attachment } from './activity';
import type { ConversationId, Turn } from './conversation/turn';
import type { DueState } from './deadlines/outlook';
import type { UnansweredQuestion } from './questions';
import type { Rating } from './ratings';
import type { Lane, Status, Ticket } from './ticket/ticket';

/** What is written together with a turn, in one transaction. */
export interface Along {
  filed?: Ticket[];
  /** Each carries the revision it was read at plus one. */
  changed?: Ticket[];
  /** Identity to keep, merged into what is known: of a conversation (its id), or of a ticket (`ticket:CODE`). */
  identities?: { of: string; identity: Identity }[];
  /** Name and phone known of the conversation become the reporter of this ticket. */
  reporterOf?: string;
  /** What the bot could not answer. */
  questions?: UnansweredQuestion[];
  /** What the citizen thinks of how a matter was dealt with. */
  ratings?: Rating[];
  /** The lists of staff must show this turn at once: it changed who holds the conversation, or who may read it. */
  listed?: boolean;
}

export type AppendResult =
  | { outcome: 'written' }
  /** The event was already taken: here is the turn it made. */
  | { outcome: 'duplicate'; turn: Turn }
  /** Another turn won this place: read again and run again. */
  | { outcome: 'lost' };

/** The log of all conversations. */
export interface TurnLog {
  newest(conversation: ConversationId): Promise<Turn | undefined>;
  /** Newest turns whose time to be answered is past; the sweep of what dead processes left. */
  overdue(now: Date, limit: number): Promise<Turn[]>;
  /** The turn needs no answer any more. */
  settle(turn: Turn): Promise<void>;
  /** Puts a file that came, or why it did not, in its place in the citizen's message; durable. */
  placeFile(turn: Turn, index: number, file: Attachment): Promise<void>;
  byEvent(conversation: ConversationId, eventId: string): Promise<Turn | undefined>;
  /** Durable (majority, journalled) when it resolves `written`. */
  append(turn: Turn, along?: Along): Promise<AppendResult>;
  /** Turns, oldest first, that hold a message numbered above `afterMessage`. */
  read(conversation: ConversationId, afterMessage: number, limit: number): Promise<Turn[]>;
  /** Told of every turn written by this process, and of those of other processes once `watch` runs. */
  onTurn(listener: (turn: Turn, own: boolean) => void): () => void;
}

/** Who somebody is: lies encrypted, apart from everything else. */
export interface Identity {
  channel?: string;
  address?: string;
  name?: string;
  phone?: string;
  /** A number that was left in talk, to be called back at; of no report. */
  callBack?: string;
  /** Private words by number of the turn, kept out of the log. */
  words?: Record<string, string>;
}

export interface IdentityStore {
  of(key: string): Promise<Identity | undefined>;
  forget(key: string): Promise<void>;
}

export interface TicketFilter {
  status?: Status | undefined;
  /** Lanes that the asker may see. */
  lanes: readonly Lane[];
  lane?: Lane | undefined;
  /** Only tickets forwarded to this agency. */
  agency?: string | undefined;
  /** Near their deadline, or past it, while the clock runs. */
  due?: DueState | undefined;
  q?: string | undefined;
  page: number;
  pageSize: number;
}

export interface TicketStore {
  nextCode(now: Date): Promise<string>;
  find(code: string): Promise<Ticket | undefined>;
  findMany(codes: readonly string[]): Promise<Ticket[]>;
  list(filter: TicketFilter): Promise<{ items: Ticket[]; total: number }>;
}

/** The lists of staff; can be rebuilt from the log. */
export interface ConversationSummary {
  id: ConversationId;
  channel: string;
  holder: 'bot' | 'waiting' | 'staff';
  holderName?: string;
  lane?: Lane;
  since: Date;
  /** Since when the citizen wants to hear nothing from us; absent: they can be written to. */
  unreachable?: Date;
  lastAt: Date;
  lastText: string;
  messages: number;
  tickets: string[];
}

export interface ConversationStore {
  list(filter: {
    holder?: ConversationSummary['holder'] | undefined;
    misconduct: 'only' | 'without' | 'all';
    page: number;
    pageSize: number;
  }): Promise<{ items: ConversationSummary[]; total: number }>;
  find(id: ConversationId): Promise<ConversationSummary | undefined>;
  /**
   * How many wait for a person since before that moment, counted up to `most`; who waits for an inspector and who
   * waits for the others stand in two queues.
   */
  waitingBefore(since: Date, misconduct: boolean, most: number): Promise<number>;
}

/** When and where a photo says it was taken: as telling as a name, so only for those who may have the original. */
export interface Taken {
  /** `2026-11-20T08:15:00` by the camera's clock; with its offset behind it when the camera tells one. */
  at?: string;
  /** Degrees, WGS 84; both or neither. */
  lat?: number;
  lon?: number;
}

export interface StoredFile {
  id: string;
  name: string;
  /** Type found by looking at the content, never the one that was claimed. */
  type: string;
  size: number;
  /** It can be shown without what it tells of place, time and camera. */
  display: boolean;
  conversation: string;
  taken?: Taken;
}

/** `thumb`: a small picture, where there is one; else what `display` gives. */
export type FileCopy = 'original' | 'display' | 'thumb';
/** What a copy must be like for a channel to show it. */
export interface FileNeed {
  /** A picture is made coarser, in the end smaller, until it takes no more. */
  maxBytes: number;
}

/** Bytes on their way out; the name has the ending of what they are. */
export interface OpenFile {
  name: string;
  type: string;
  size: number;
  stream: NodeJS.ReadableStream;
}

export interface FileStore {
  /**
   * Checks the type by content, makes the copies to show, and keeps all, durably.
   * @param file.by `staff`: counts towards what staff may add to this conversation, not the citizen
   * @throws HotlineError `invalid` (type not taken, broken, too many pixels), `too_large`, `files_full` (the
   *   conversation holds as much as it may); nothing is kept then
   */
  save(file: { name: string; bytes: Buffer; conversation: string; by?: 'staff' }): Promise<StoredFile>;
  find(id: string): Promise<StoredFile | undefined>;
  /**
   * Bytes of a copy to show (without metadata) or of the original (staff only).
   * @param copy `moving`: a GIF that moves, as a GIF without metadata
   * @returns undefined when there is no such copy, or none as the channel needs it
   */
  open(id: string, copy: FileCopy | 'moving', need?: FileNeed): Promise<OpenFile | undefined>;
  /** Takes back files just saved that no message will name. */
  discard(ids: readonly string[]): Promise<void>;
}
