/**
 * What is said in a conversation, in the shape that Bot Framework clients share.
 *
 * This is the part of the Bot Framework activity that the log keeps. Who said it to whom
 * (conversation, from, recipient) is left out: the channel that carries it adds that at its edge,
 * so that no address ever lies in the log.
 */
export interface Activity {
  type: 'message' | 'event' | 'typing' | 'handoff' | 'endOfConversation' | (string & {});
  text?: string;
  textFormat?: string;
  locale?: string;
  name?: string;
  value?: unknown;
  attachments?: Attachment[];
  attachmentLayout?: string;
  entities?: Entity[];
  suggestedActions?: { actions: CardAction[] };
  inputHint?: string;
  localTimestamp?: string;
  localTimezone?: string;
  replyToId?: string;
  channelData?: ChannelData;
}

/** A file of ours (`fileId`, its address is made by the channel when it is read) or a card (`content`). */
export interface Attachment {
  contentType: string;
  name?: string;
  /** Id in the file store. */
  fileId?: string;
  /** The channel's own reference to a file that is still to be fetched (`Channel.fetch`). */
  remote?: string;
  /** Why it cannot be had: the id of an error (`too_large`, `invalid`, `files_full` …), told to the citizen. */
  refused?: string;
  size?: number;
  contentUrl?: string;
  content?: unknown;
  thumbnailUrl?: string;
}

export interface Entity {
  type: string;
  [property: string]: unknown;
}

export interface CardAction {
  type: string;
  title: string;
  value: string;
}

/** What the bot waits for now; the list is the contract's. */
export const ASKS = [
  'category',
  'location',
  'description',
  'time',
  'source',
  'photos',
  'anonymity',
  'contact',
  'incident',
  'confirm',
  'procedure',
  'aspect',
  'dossier_code',
  'ticket_code',
  'ticket_secret',
  'choice',
  'rating',
  'free_text',
] as const;
export type Ask = (typeof ASKS)[number];

/** What programs read instead of guessing from the text; see the contract. */
export interface ChannelData {
  clientActivityID?: string;
  ask?: Ask;
  options?: string[];
  ticket?: { code: string; secret?: string; status: string; category: string | null; agency?: string };
  procedure?: { id: string };
  handoff?: 'waiting' | 'staff' | 'bot';
  [property: string]: unknown;
}

/** Longest text of one message that is taken, in UTF-16 units; longer ones are refused at the edge with 413. */
export const MAX_TEXT = 20_000;
