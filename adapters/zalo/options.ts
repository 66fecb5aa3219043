import type { LineWatch } from '../../hotline/channel';
import type { FileStore } from '../../hotline/stores';

/** Where the adapter tells what went wrong; never given texts, names, ids of accounts or tokens. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export type Words = (key: string, blanks?: Record<string, string | number>) => string;

/** The right to act for the OA. Its tokens are shown to nobody. */
export interface Grant {
  /**
   * A token that is good now, as far as is known.
   * @throws NoGrant while the OA's administrator must consent anew
   */
  token(): Promise<string>;
  /** After Zalo refused `refused`: another one, renewed unless somebody has done so already. */
  another(refused: string): Promise<string>;
}

/** Nobody may act for the OA until its administrator consents in the staff's console. */
export class NoGrant extends Error {
  override name = 'NoGrant';
}

export interface ZaloOptions {
  appId: string;
  appSecret: string;
  /** "OA Secret Key" of the webhook page: signs what comes in. */
  oaSecret: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** How Zalo reaches us; https outside of tests. */
  publicUrl?: string | undefined;
  /** Makes the ids of conversations; 32 bytes, the same in every process. */
  key: Buffer;
  /** Largest file that is taken, bytes. */
  fileBytes: number;
  grant: Grant;
  files: Pick<FileStore, 'find' | 'open'>;
  /** All that is said to citizens, by key. */
  words: Words;
  line?: LineWatch | undefined;
  log: Log;
}
