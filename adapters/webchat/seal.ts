import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const REMEMBERED = 2_000;

/**
 * Some clients choose their user id themselves and expect to read it back. It may be an address of a person,
 * and no address lies in the log in the clear: it is kept there sealed, and only this channel has the key.
 */
export class Seal {
  private readonly key: Buffer;
  /** A client names itself the same with each message. */
  private readonly closed = new Map<string, string>();

  constructor(secret: string | Buffer) {
    this.key = createHash('sha256').update('webchat user ids').update(secret).digest();
  }

  close(text: string): string {
    const before = this.closed.get(text);
    if (before !== undefined) return before;
    const sealed = this.closeAnew(text);
    if (this.closed.size >= REMEMBERED) this.closed.clear();
    this.closed.set(text, sealed);
    return sealed;
  }

  private closeAnew(text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Undefined when it was not sealed with this key. */
  open(sealed: string): string | undefined {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
