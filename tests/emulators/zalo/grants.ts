import { createHash } from 'node:crypto';
import { DAY, HOUR, MINUTE, type Clock } from './clock';
import { opaque } from './ids';

export interface Tokens {
  access_token: string;
  refresh_token: string;
  /** Seconds, and a string. */
  expires_in: string;
}

const ACCESS_MS = 25 * HOUR;
const REFRESH_MS = 90 * DAY;
const CODE_MS = 10 * MINUTE;

/** Consent of the OA: codes and refresh tokens work once, access tokens for 25 hours. */
export class Grants {
  private readonly access = new Map<string, number>();
  private readonly refreshable = new Map<string, number>();
  private readonly codes = new Map<string, { until: number; challenge: string | undefined }>();

  constructor(
    private readonly clock: Clock,
    first: string,
  ) {
    this.refreshable.set(first, clock.now() + REFRESH_MS);
  }

  code(challenge: string | undefined): string {
    const code = opaque(48);
    this.codes.set(code, { until: this.clock.now() + CODE_MS, challenge });
    return code;
  }

  /** Undefined when the code is unknown, used, old, or the verifier does not fit its challenge; then it is spent, too. */
  redeem(code: string, verifier: string): Tokens | undefined {
    const kept = this.codes.get(code);
    this.codes.delete(code);
    if (!kept || kept.until < this.clock.now()) return undefined;
    const fits = kept.challenge === undefined || challengeOf(verifier) === kept.challenge;
    return fits ? this.issue() : undefined;
  }

  /** Undefined when the token is unknown, used or old. */
  refresh(token: string): Tokens | undefined {
    const until = this.refreshable.get(token);
    this.refreshable.delete(token);
    return until === undefined || until < this.clock.now() ? undefined : this.issue();
  }

  /** As after a consent given elsewhere. */
  issue(): Tokens {
    const tokens = { access_token: opaque(120), refresh_token: opaque(120), expires_in: '90000' };
    this.access.set(tokens.access_token, this.clock.now() + ACCESS_MS);
    this.refreshable.set(tokens.refresh_token, this.clock.now() + REFRESH_MS);
    return tokens;
  }

  state(accessToken: string): 'good' | 'expired' | 'unknown' {
    const until = this.access.get(accessToken);
    if (until === undefined) return 'unknown';
    return until > this.clock.now() ? 'good' : 'expired';
  }

  /** The OA takes its consent back. */
  revoke(): void {
    for (const kept of [this.access, this.refreshable, this.codes]) kept.clear();
  }
}

export const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');
