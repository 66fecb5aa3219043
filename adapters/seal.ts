import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * No address lies in the log in the clear: it is kept there sealed, and only the channel that keeps it has the key.
 * `purpose` parts the keys that are drawn from one secret. What was sealed once must open for as long as the log is
 * kept, so neither a purpose nor the form may ever change: nonce, tag, text (AES-256-GCM), in base64url.
 */
export class Seal {
  private readonly key: Buffer;

  constructor(purpose: string, secret: string | Buffer) {
    this.key = createHash('sha256').update(purpose).update(secret).digest();
  }

  close(text: string): string {
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
