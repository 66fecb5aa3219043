import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** A key of the connector, as it is announced and as it signs. */
export class SigningKey {
  private readonly pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

  constructor(
    readonly kid: string,
    /** Channels for which it may sign. */
    private readonly endorsements: readonly string[],
  ) {}

  announced(): object {
    const jwk = this.pair.publicKey.export({ format: 'jwk' });
    return { ...jwk, use: 'sig', kid: this.kid, x5t: this.kid, endorsements: this.endorsements };
  }

  /** A signed token; `kid` may claim another key. */
  sign(claims: object, kid = this.kid): string {
    return jwt.sign(claims, this.pair.privateKey, { algorithm: 'RS256', keyid: kid });
  }
}
