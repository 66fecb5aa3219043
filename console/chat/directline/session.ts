import { keptAt, PREFIX, type KeyValue } from '../kept';

/** What reopens the conversation on this device. */
export interface Session {
  conversationId: string;
  userId: string;
  token: string;
}

export const SESSION_KEY = `${PREFIX}session`;

/** The session, shared by all tabs: each reads it anew before it is used. */
export interface SessionStore {
  load(): Session | undefined;
  save(session: Session): void;
  clear(): void;
}

export function sessionStore(store: KeyValue): SessionStore {
  return {
    load: () => {
      const kept = keptAt<Partial<Session>>(store, SESSION_KEY);
      const { conversationId, userId, token } = kept ?? {};
      return conversationId && userId && token ? { conversationId, userId, token } : undefined;
    },
    save: (session) => store.setItem(SESSION_KEY, JSON.stringify(session)),
    clear: () => store.removeItem(SESSION_KEY),
  };
}
