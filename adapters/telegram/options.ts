import type { LineWatch } from '../../hotline/channel';
import type { Duties } from '../../hotline/duty';
import type { FileStore } from '../../hotline/stores';
import type { Log } from '../log';
import type { Words } from '../words-for';

export type { Log };

export interface TelegramOptions {
  /** As BotFather gave it. */
  token: string;
  mode: 'webhook' | 'polling';
  /** Without a slash at the end; a Bot API server of one's own may be named. */
  apiRoot: string;
  /** How Telegram reaches us; needed for the webhook. */
  publicUrl?: string | undefined;
  /** 1 to 256 letters of [A-Za-z0-9_-]; absent: derived from token and key. */
  webhookSecret?: string | undefined;
  /** Makes the ids of conversations; 32 bytes, the same in every process. */
  key: Buffer;
  /** Largest file that is taken, bytes. */
  fileBytes: number;
  files: Pick<FileStore, 'find' | 'open'>;
  /** Only one process may ask Telegram for updates. */
  duties: Duties;
  /** All that is said to citizens, by key. */
  words: Words;
  /** The same in English: below messages in English, and for the menu of commands on phones set to it. */
  english: Words;
  /** Groups in which the bot only writes, and is not spoken to. */
  silentIn?: readonly string[];
  /** Default: what Telegram takes. A Bot API server does not change it. */
  messagesPerSecond?: number;
  line?: LineWatch | undefined;
  log: Log;
}
