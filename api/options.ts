import type { Store } from 'express-session';
import type { Conversations } from '../hotline/conversation/conversations';
import type { TypingSigns } from '../hotline/conversation/typing';
import type { CarrierState } from '../hotline/alerts/alert';
import type { ChannelHealth } from '../hotline/channel-health';
import type { Consent } from '../hotline/grants';
import type { DeadLetterStore } from '../hotline/dead-letters';
import type { ExampleStore } from '../hotline/examples';
import type { QuestionStore } from '../hotline/questions';
import type { RatingStore } from '../hotline/ratings';
import type { AuditLog, SignInLimit, StaffStore } from '../hotline/staff';
import type { ConversationStore, FileStore, IdentityStore, TicketStore } from '../hotline/stores';
import type { IncidentStore } from '../hotline/incidents';
import type { Desk } from '../hotline/ticket/desk';
import type { Agency } from '../hotline/ticket/ticket';

/** Where errors are told; a pino logger fits. */
export interface Log {
  error(fields: object, message: string): void;
}

/** All that the staff API stands on; `main.ts` brings it together. */
export interface StaffApiOptions {
  staff: StaffStore;
  audit: AuditLog;
  limit: SignInLimit;
  sessions: Store;
  conversations: Conversations;
  /** Who is writing just now. */
  typing: TypingSigns;
  conversationStore: Pick<ConversationStore, 'list' | 'find'>;
  desk: Desk;
  tickets: TicketStore;
  /** Tickets of one incident. */
  incidents: Pick<IncidentStore, 'ofIncident'>;
  files: FileStore;
  identities: IdentityStore;
  /** Agencies a report can be forwarded to. */
  agencies: readonly Agency[];
  /** Messages by which staff teach the bot, and what the catalogue of procedures holds. */
  examples: {
    store: ExampleStore;
    /** Their everyday names, by id. */
    procedures: ReadonlyMap<string, string>;
    /** Something was taught or taken back. */
    taught: () => void;
  };
  /** What the bot could not answer. */
  questions: QuestionStore;
  /** How the channels are, and the ways by which staff are alerted. */
  channels: {
    report: () => Promise<ChannelHealth[]>;
    alerts: () => Promise<CarrierState[]>;
  };
  /** Of the channels whose account's owner must consent, by channel. */
  consents: ReadonlyMap<string, Consent>;
  /** What citizens think of how they were served. */
  ratings: RatingStore;
  deadLetters: DeadLetterStore;
  /** Signs the session cookies. */
  sessionSecret: string;
  /** The console is reached over HTTPS: cookies are then sent over nothing else. */
  secure: boolean;
  /** Largest file that staff may add, in bytes. */
  maxUpload: number;
  /** The error tells that the database cannot be reached now. */
  isAway: (error: unknown) => boolean;
  log: Log;
}
