import type { LineWatch } from '../../../hotline/channel';
import type { Duties } from '../../../hotline/duty';
import type { GrantDrafts, GrantStore } from '../../../hotline/grants';
import type { Log } from '../options';

export interface GrantOptions {
  appId: string;
  appSecret: string;
  /** Both without a slash at the end. */
  apiRoot: string;
  oauthRoot: string;
  publicUrl?: string | undefined;
  /** Of a consent given elsewhere; taken up once. */
  refreshToken?: string | undefined;
  /** For the verifier, signed links back and marks; 32 bytes, the same in every process and for ever. */
  key: Buffer;
  store: GrantStore;
  drafts: GrantDrafts;
  duties: Duties;
  line: LineWatch;
  /** Tells staff at once that somebody must consent anew. May be called again for the same loss. */
  onLost: (since: Date) => Promise<void>;
  log: Log;
  /** By which tokens grow old; default: this machine's. */
  now: () => Date;
  /** A pair is not renewed again for so long, though its token be refused; default: a minute. */
  restMs?: number | undefined;
  /** How long a dead process holds up the others. */
  leaseMs?: number | undefined;
}
