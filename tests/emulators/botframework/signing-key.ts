import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';

/** A key of the connector, as it is announced and as it signs. */
export class SigningKey {
  private made: KeyPairKeyObjectResult | undefined;

  constructor(
    readonly kid: string,
    /** Channels for which it may sign. */
    private readonly endorsements: readonly string[],
  ) {}

  announced(): object {
    const jwk = this.pair.publicKey.export({ format: 'jwk' });
    return { ...jwk, use: 'sig', kid: this.kid, x5t: this.kid, endorsements: this.endorsements };
  }

  /** A JWT with RS256, whatever the claims; `kid` may claim another key. */
  sign(claims: object, kid = this.kid): string {
    const content = [{ alg: 'RS256', typ: 'JWT', kid }, claims].map(encoded).join('.');
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), this.pair.privateKey).toString('base64url')}`;
  }

  /** Made when it is first needed: that takes long. */
  private get pair(): KeyPairKeyObjectResult {
    this.made ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return this.made;
  }
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
