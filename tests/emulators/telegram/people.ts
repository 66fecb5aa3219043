import { type Conversation } from './chats';
import { Phone } from './phone';
import { chatLane, post } from './posting';
import { type Message, type User } from './shapes';
import { now, type World } from './world';

/** Somebody in their private chat with the bot. */
export class Person extends Phone {
  constructor(world: World, user: User) {
    super(world, user, world.chats.withPerson(user));
  }

  /** Presses Start, perhaps on a link with a payload: t.me/bot?start=payload. */
  async starts(payload?: string): Promise<Message> {
    return this.says(payload === undefined ? '/start' : `/start ${payload}`);
  }

  async blocks(): Promise<void> {
    this.setBlocked(true);
  }

  async unblocks(): Promise<void> {
    this.setBlocked(false);
  }

  private setBlocked(blocked: boolean): void {
    this.conversation.blocked = blocked;
    tellOfMembership(
      this.world,
      this.conversation,
      this.user,
      blocked ? ['member', 'kicked'] : ['kicked', 'member'],
    );
    this.world.changed();
  }
}

/** A group that the bot belongs to. */
export class Group {
  private readonly conversation: Conversation;

  constructor(
    private readonly world: World,
    title: string,
    people: readonly Person[],
    type: 'group' | 'supergroup',
  ) {
    const users = people.map(({ user }) => user);
    this.conversation = world.chats.group(title, users, type);
    this.conversation.started = true;
    const [founder] = users;
    if (!founder) throw new Error('a group needs somebody in it');
    tellOfMembership(world, this.conversation, founder, ['left', 'member']);
    post(world, this.conversation, founder, { new_chat_members: [world.bot] });
  }

  get chatId(): number {
    return this.conversation.chat.id;
  }

  /** This person's phone, open at the group. */
  phoneOf(person: Person): Phone {
    if (!this.conversation.members.has(person.user.id))
      throw new Error(`${person.user.first_name} is not in it`);
    return new Phone(this.world, person.user, this.conversation);
  }

  async removesBot(by: Person): Promise<void> {
    post(this.world, this.conversation, by.user, { left_chat_member: this.world.bot });
    this.conversation.botIsMember = false;
    tellOfMembership(this.world, this.conversation, by.user, ['member', 'kicked']);
  }
}

type Status = 'member' | 'kicked' | 'left';

function tellOfMembership(
  world: World,
  conversation: Conversation,
  from: User,
  [before, after]: [Status, Status],
): void {
  const { bot } = world;
  const change = {
    chat: conversation.chat,
    from,
    date: now(),
    old_chat_member: { user: bot, status: before },
    new_chat_member: { user: bot, status: after },
  };
  world.updates.add('my_chat_member', change, chatLane(conversation));
}
