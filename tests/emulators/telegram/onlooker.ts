import { type Conversation } from './chats';
import { type Message, type ReplyKeyboard, type User } from './shapes';
import { until } from '../until';
import { type Query, type World } from './world';

/** What a wait looks for: words in it, a pattern, or any test. */
export type Wanted = string | RegExp | ((message: Message) => boolean);

/** What the phone shows in one chat now. */
export interface Screen {
  messages: readonly Message[];
  keyboard: ReplyKeyboard | undefined;
  /** What the bot is said to be doing, as `typing`. */
  action: string | undefined;
}

/** A person looking at one chat. */
export class Onlooker {
  private heardUpTo = 0;

  constructor(
    protected readonly world: World,
    readonly user: User,
    protected readonly conversation: Conversation,
  ) {}

  get chatId(): number {
    return this.conversation.chat.id;
  }

  get hasBlocked(): boolean {
    return this.conversation.blocked;
  }

  get screen(): Screen {
    const { messages, keyboard } = this.conversation;
    return { messages, keyboard, action: this.conversation.actionNow() };
  }

  /** Waits for the next message of the bot, new or edited, that is as wanted; what came before it is passed over. */
  async hears(wanted: Wanted = () => true, timeoutMs?: number): Promise<Message> {
    const { heard } = this.conversation;
    const next = () => heard.slice(this.heardUpTo).find(({ message }) => fits(message, wanted));
    const found = await until(this.world, next, () => this.unheard(wanted), timeoutMs);
    this.heardUpTo = heard.indexOf(found) + 1;
    return found.message;
  }

  /** Waits until a press is answered. */
  async seesAnswer({ query }: Query, timeoutMs?: number): Promise<{ text: string; alert: boolean }> {
    const answer = () => this.world.queries.get(query.id)?.answer;
    return until(this.world, answer, () => `the press of "${query.data}" is answered`, timeoutMs);
  }

  private unheard(wanted: Wanted): string {
    const said = this.conversation.heard
      .slice(this.heardUpTo)
      .map(({ message }) => message.text ?? message.caption);
    return `${this.user.first_name} hears ${String(wanted)}; heard since: ${JSON.stringify(said)}`;
  }
}

function fits(message: Message, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  const words = message.text ?? message.caption ?? '';
  return typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words);
}
