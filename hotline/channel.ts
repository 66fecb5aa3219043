import type { Activity } from './activity';

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
}

/** What became of one delivery. `uncertain`: the line broke after the call was made. */
export type Sent =
  | { result: 'sent'; channelMessageId?: string }
  | { result: 'uncertain' | 'failed'; reason: string; retryAfterMs?: number }
  | { result: 'dead'; reason: string };

/** A way to reach citizens. It converts and carries; it decides nothing. */
export interface Channel {
  name: string;
  capabilities: Capabilities;
  /** Sends one message. Not called for channels that pull. Must not throw for refusals of the other side. */
  deliver(address: string, message: Activity): Promise<Sent>;
}
