import { type Chat, type Message, type ReplyKeyboard, type User } from './shapes';

/** Something the bot made appear or change on the phones of a chat. */
export interface Heard {
  what: 'sent' | 'edited';
  message: Message;
}

/** A chat with everything that its people see. */
export class Conversation {
  readonly messages: Message[] = [];
  /** What the bot sent and edited, in the order in which it did. */
  readonly heard: Heard[] = [];
  readonly members = new Map<number, User>();
  keyboard: ReplyKeyboard | undefined;
  action: { what: string; until: number } | undefined;
  /** By the person of a private chat. */
  blocked = false;
  /** A bot may not write to somebody who never wrote to it. */
  started = false;
  botIsMember = true;

  constructor(readonly chat: Chat) {}

  message(id: number): Message | undefined {
    return this.messages.find((message) => message.message_id === id);
  }

  add(message: Message): Message {
    this.messages.push(message);
    return message;
  }

  /** Takes the place of the message with its number. */
  replace(message: Message): void {
    const at = this.messages.findIndex(({ message_id }) => message_id === message.message_id);
    this.messages[at] = message;
  }

  remove(id: number): boolean {
    const at = this.messages.findIndex((message) => message.message_id === id);
    if (at >= 0) this.messages.splice(at, 1);
    return at >= 0;
  }

  /** Gone after five seconds, or with the next message. */
  showAction(what: string): void {
    this.action = { what, until: Date.now() + 5000 };
  }

  actionNow(): string | undefined {
    return this.action && this.action.until > Date.now() ? this.action.what : undefined;
  }
}

/** All chats of the bot. Private chats and small groups share one row of message numbers, each large group has its own. */
export class Chats {
  private readonly all = new Map<number, Conversation>();
  private readonly lastIds = new Map<number, number>();
  private groups = 0;
  private albums = 0;

  find(id: number): Conversation | undefined {
    return this.all.get(id);
  }

  list(): Conversation[] {
    return [...this.all.values()];
  }

  withPerson(user: User): Conversation {
    const { is_bot: _, language_code: __, ...names } = user;
    return this.keep(new Conversation({ ...names, type: 'private' }), [user]);
  }

  group(title: string, members: User[], type: 'group' | 'supergroup'): Conversation {
    const number = 4_100_200 + ++this.groups;
    const id = type === 'supergroup' ? -1_000_000_000_000 - number : -number;
    return this.keep(new Conversation({ id, type, title }), members);
  }

  nextMessageId(chat: Chat): number {
    const row = chat.type === 'supergroup' ? chat.id : 0;
    const id = (this.lastIds.get(row) ?? 0) + 1;
    this.lastIds.set(row, id);
    return id;
  }

  nextAlbum(): number {
    return ++this.albums;
  }

  private keep(conversation: Conversation, members: User[]): Conversation {
    for (const member of members) conversation.members.set(member.id, member);
    this.all.set(conversation.chat.id, conversation);
    return conversation;
  }
}
