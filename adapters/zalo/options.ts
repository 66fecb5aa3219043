import type { LineWatch } from '../../hotline/channel';
import type { FileStore } from '../../hotline/stores';
import type { Log } from '../log';
import type { Words } from '../words-for';

export type { Log };

/** The right to act for the OA. Its tokens are shown to nobody. */
export interface Grant {
  /**
   * A token that is good now, as far as is known.
   * @throws NoGrant while the OA's administrator must consent anew
   * @throws NotNow while none can be had for another reason
   */
  token(): Promise<string>;
  /** After Zalo refused `refused`: another one, renewed unless somebody has done so already. Throws the same. */
  another(refused: string): Promise<string>;
}

/** Nobody may act for the OA until its administrator consents in the staff's console. */
export class NoGrant extends Error {
  override name = 'NoGrant';
}

/** No token can be had just now, and it may be otherwise in a moment; nothing was sent. In words for operators. */
export class NotNow extends Error {
  override name = 'NotNow';
}

/** A template and the names of its parameters, as they were approved. */
export interface NewsTemplate {
  id: string;
  /** For the report's code. */
  code: string;
  /** For how it stands, in a few words. */
  state: string;
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
  /** Where Zalo keeps what citizens send: names of hosts, each with all below it. Files are fetched from nowhere else. */
  fileHosts: readonly string[];
  /** Largest file that is taken, bytes. */
  fileBytes: number;
  grant: Grant;
  files: Pick<FileStore, 'find' | 'open'>;
  /** All that is said to citizens, by key. */
  words: Words;
  /** The same in English. */
  english: Words;
  /** Buttons below messages, which no page of Zalo's describes for this version; off: options are numbered. */
  buttons?: boolean | undefined;
  /** Messages from 48 hours to seven days after the citizen's last one are sent too, and paid for. */
  billed?: boolean | undefined;
  /** An approved template that tells of news outside the window; paid for. */
  template?: NewsTemplate | undefined;
  line?: LineWatch | undefined;
  log: Log;
}
