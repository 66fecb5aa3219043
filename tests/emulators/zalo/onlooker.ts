import { until } from '../until';
import { type Account } from './accounts';
import { type Message } from './shapes';
import { type World } from './world';

/** What a wait looks for: words in it, a pattern, or any test. */
export type Wanted = string | RegExp | ((message: Message) => boolean);

/** A person looking at the chat with the OA. */
export class Onlooker {
  private heardUpTo = 0;

  constructor(
    protected readonly world: World,
    protected readonly account: Account,
  ) {}

  /** As the OA knows this person. */
  get id(): string {
    return this.account.id;
  }

  get name(): string {
    return this.account.name;
  }

  get followsOa(): boolean {
    return this.account.follows;
  }

  /** When they last did something that lets the OA write. */
  get interactedAt(): number | undefined {
    return this.account.interactedAt;
  }

  /** What the phone shows now. */
  get screen(): readonly Message[] {
    return this.account.messages;
  }

  /** Waits for the next message of the OA that is as wanted; what came before it is passed over. */
  async hears(wanted: Wanted = () => true, timeoutMs?: number): Promise<Message> {
    const { heard } = this.account;
    const next = () => heard.slice(this.heardUpTo).find((message) => fits(message, wanted));
    const found = await until(this.world, next, () => this.unheard(wanted), timeoutMs);
    this.heardUpTo = heard.indexOf(found) + 1;
    return found;
  }

  private unheard(wanted: Wanted): string {
    const since = this.account.heard.slice(this.heardUpTo).map(({ text }) => text);
    return `${this.name} hears ${String(wanted)}; heard since: ${JSON.stringify(since)}`;
  }
}

function fits(message: Message, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted.test(message.text);
}
