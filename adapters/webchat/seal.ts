import { Seal } from '../seal';

const REMEMBERED = 2_000;

/**
 * Some clients choose their user id themselves and expect to read it back; it may be an address of a person. A client
 * names itself the same with each message, so what was sealed lately is remembered.
 */
export class UserIdSeal {
  private readonly seal: Seal;
  private readonly closed = new Map<string, string>();

  constructor(secret: string | Buffer) {
    this.seal = new Seal('webchat user ids', secret);
  }

  close(userId: string): string {
    const before = this.closed.get(userId);
    if (before !== undefined) return before;
    const sealed = this.seal.close(userId);
    if (this.closed.size >= REMEMBERED) this.closed.clear();
    this.closed.set(userId, sealed);
    return sealed;
  }

  /** Undefined when it was not sealed with this key. */
  open(sealed: string): string | undefined {
    return this.seal.open(sealed);
  }
}
