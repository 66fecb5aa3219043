import { type Conversation } from './chats';
import { Phone } from './phone';
import { tellOfMembership } from './membership';
import { post } from './posting';
import { type Message, type User } from './shapes';
import { type World } from './world';

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
  private readonly phones: ReadonlyMap<Person, Phone>;

  constructor(
    private readonly world: World,
    title: string,
    people: readonly Person[],
    type: 'group' | 'supergroup',
  ) {
    const users = people.map(({ user }) => user);
    this.conversation = world.chats.group(title, users, type);
    this.conversation.started = true;
    this.phones = new Map(people.map((each) => [each, new Phone(world, each.user, this.conversation)]));
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
    const phone = this.phones.get(person);
    if (!phone) throw new Error(`${person.user.first_name} is not in it`);
    return phone;
  }

  async removesBot(by: Person): Promise<void> {
    post(this.world, this.conversation, by.user, { left_chat_member: this.world.bot });
    this.conversation.botIsMember = false;
    tellOfMembership(this.world, this.conversation, by.user, ['member', 'kicked']);
  }
}
