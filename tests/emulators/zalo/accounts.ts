import { longId } from './ids';
import { type Message, type SharedInfo } from './shapes';

/** Somebody on Zalo, as far as the OA and this Zalo know them. */
export interface Account {
  /** As the OA knows them; other OAs know the same person by another id. */
  id: string;
  idByApp: string;
  name: string;
  follows: boolean;
  /** Wants no messages of the OA. */
  restricts: boolean;
  /** When they last did something that lets the OA write. */
  interactedAt: number | undefined;
  /** Not signed in: known by a conversation only. */
  conversationId: string | undefined;
  shared: SharedInfo | undefined;
  messages: Message[];
  /** What the OA made appear, in the order in which it did. */
  heard: Message[];
}

export function newAccount(name: string, { anonymous }: { anonymous: boolean }): Account {
  return {
    id: longId(),
    idByApp: longId(),
    name,
    follows: false,
    restricts: false,
    interactedAt: undefined,
    conversationId: anonymous ? longId() : undefined,
    shared: undefined,
    messages: [],
    heard: [],
  };
}
