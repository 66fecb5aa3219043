import { CallError, type DirectLine, type Opened } from './calls';
import { PREFIX, type KeyValue } from '../kept';
import type { Session, SessionStore } from './session';

/** The conversation of before cannot be opened any more; a new one is to be begun. */
export class ConversationGone extends Error {}

const FRESH_KEY = `${PREFIX}fresh`;

interface Parts {
  calls: DirectLine;
  sessions: SessionStore;
  store: KeyValue;
  newUserId: () => string;
  /** Runs one at a time over all tabs, where the browser can do that. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Gets a token, keeps it good, and finds the way back into the same conversation. */
export class Access {
  constructor(private readonly parts: Parts) {}

  /** The conversation of this device, a new one where there is none; `opened` when it was begun just now. */
  async session(): Promise<{ session: Session; opened?: Opened }> {
    const kept = this.parts.sessions.load();
    if (kept) return { session: kept };
    return this.parts.alone(() => this.begin());
  }

  /**
   * Makes a call with the token; an expired one is renewed and the call made once more.
   * @throws ConversationGone when the server lets nobody in any more, CallError
   */
  async with<T>(call: (session: Session) => Promise<T>): Promise<T> {
    const { session } = await this.session();
    try {
      return await call(session);
    } catch (error) {
      if (isGone(error)) throw new ConversationGone();
      if (!isShut(error)) throw error;
      return call(await this.renew(session));
    }
  }

  /** A token for another half hour; does nothing when another tab has got one meanwhile. */
  renew(stale: Session): Promise<Session> {
    return this.parts.alone(async () => {
      const current = this.parts.sessions.load();
      if (!current || current.conversationId !== stale.conversationId) throw new ConversationGone();
      if (current.token !== stale.token) return current;
      const { token } = await this.parts.calls.refresh(current.token).catch((error: unknown) => {
        if (isShut(error) || isGone(error)) return this.comeBack(current);
        throw error;
      });
      const renewed = { ...current, token };
      this.parts.sessions.save(renewed);
      return renewed;
    });
  }

  /** Gives this conversation up on this device. The cookie is replaced with the next one that begins. */
  leave(): void {
    this.parts.sessions.clear();
    this.parts.store.setItem(FRESH_KEY, 'true');
  }

  private async begin(): Promise<{ session: Session; opened?: Opened }> {
    const begun = this.parts.sessions.load();
    if (begun) return { session: begun };
    const { calls, sessions, store, newUserId } = this.parts;
    const userId = newUserId();
    const granted = await calls.generate(userId, store.getItem(FRESH_KEY) === null);
    const opened = await calls.start(granted.token, userId);
    const session = { conversationId: opened.conversationId, userId, token: opened.token };
    sessions.save(session);
    store.removeItem(FRESH_KEY);
    return { session, opened };
  }

  /** An expired token is not renewed, but the cookie may still prove whose conversation it is. */
  private async comeBack(lost: Session): Promise<{ token: string }> {
    const granted = await this.parts.calls.generate(lost.userId, true);
    if (granted.conversationId !== lost.conversationId) throw new ConversationGone();
    return granted;
  }
}

function isShut(error: unknown): boolean {
  return error instanceof CallError && error.isRefusal && (error.status === 403 || error.status === 401);
}

function isGone(error: unknown): boolean {
  return error instanceof CallError && error.isRefusal && error.status === 404;
}
