import type { Conversations } from '../../hotline/conversation/conversations';
import type { TypingSigns } from '../../hotline/conversation/typing';
import type { FileStore } from '../../hotline/stores';

/** Where the adapter tells what went wrong; never given texts, names or tokens. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface WebChatOptions {
  conversations: Conversations;
  /** Who is writing just now; absent: nobody is told. */
  typing?: TypingSigns | undefined;
  files: FileStore;
  /** Secrets of at least 32 bytes, each its own, the same in every process. */
  keys: {
    directLineTokens: string | Buffer;
    conversationIds: string | Buffer;
    fileLinks: string | Buffer;
  };
  /** Lets other sites' servers generate tokens; absent: only pages of our own origin may. */
  directLineSecret?: string | undefined;
  /** How citizens reach us, without a slash at the end; absent: scheme and Host of the request. */
  publicUrl?: string | undefined;
  limits: {
    /** Tokens generated a minute by one address. */
    tokensPerMinute: number;
    /** Bytes of one file; default 10 MB. */
    fileBytes?: number | undefined;
    /** Files in one message; default 10. */
    files?: number | undefined;
  };
  /** An empty folder of this process for uploads under way; absent: one of its own among the system's temporary files. */
  uploads?: string | undefined;
  log: Log;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
}
