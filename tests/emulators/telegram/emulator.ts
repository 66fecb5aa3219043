import { type Express } from 'express';
import { HttpSide } from '../http-side';
import { untilTrue } from '../until';
import { answerTo } from './answering';
import { Params } from './params';
import { Group, Person } from './people';
import { botApi } from './server';
import { type Update, type User } from './shapes';
import { World, type Call, type WorldSettings } from './world';
import { type Patience } from './webhook';

interface Settings extends Partial<Omit<WorldSettings, 'patience'>> {
  /** Default: any free one. */
  port?: number;
  /** Default: quick, for tests. */
  patience?: Partial<Patience>;
}

const QUICK: Patience = { firstWaitMs: 20, longestWaitMs: 500, answerWithinMs: 60_000 };

/**
 * A Telegram of one's own: the Bot API over HTTP on one side, people with phones on the other.
 * Everything is in memory and gone after `stop`.
 */
export class TelegramEmulator {
  readonly world: World;
  /** The HTTP side; more pages may be put on it. */
  readonly app: Express;
  private readonly http: HttpSide;
  private people = 0;

  constructor(private readonly settings: Settings = {}) {
    this.world = new World({
      token: newToken(),
      botName: 'Đường dây nóng Xanh',
      readsAllGroupMessages: false,
      floodLimits: false,
      ...settings,
      patience: { ...QUICK, ...settings.patience },
    });
    this.world.webhook.onReply = (body) => void this.answerInWebhook(body);
    this.app = botApi(this.world);
    this.http = new HttpSide(this.app);
  }

  async start(): Promise<this> {
    await this.http.open(this.settings.port);
    return this;
  }

  async stop(): Promise<void> {
    this.world.webhook.stop();
    await this.http.close();
  }

  get token(): string {
    return this.world.token;
  }

  /** For TELEGRAM_API_ROOT. */
  get apiRoot(): string {
    return this.http.root;
  }

  get faults() {
    return this.world.faults;
  }

  /** Somebody with a phone, who has never written to the bot. */
  person(names: Partial<User> & { first_name: string }): Person {
    const id = 5_200_100_100 + ++this.people;
    return new Person(this.world, { id, is_bot: false, language_code: 'vi', ...names });
  }

  /** A group with these people and the bot. */
  group(title: string, people: readonly Person[], type: 'group' | 'supergroup' = 'supergroup'): Group {
    return new Group(this.world, title, people, type);
  }

  /** Every call so far, or those of one method. */
  calls(method?: string): Call[] {
    return this.world.calls.filter((call) => method === undefined || call.method === method);
  }

  /** Every update ever made, confirmed or not. */
  get updates(): readonly Update[] {
    return this.world.updates.made;
  }

  /** Those that the bot has not confirmed. */
  get unconfirmed(): Update[] {
    return this.world.updates.pending().map(({ update }) => update);
  }

  /** Waits until the bot has taken and confirmed every update. */
  async allTaken(timeoutMs?: number): Promise<void> {
    await this.when(() => this.unconfirmed.length === 0, 'every update is confirmed', timeoutMs);
  }

  /** Waits until a condition holds; looked at whenever something changes here. */
  async when(holds: () => boolean, what: string, timeoutMs?: number): Promise<void> {
    await untilTrue(this.world, holds, what, timeoutMs);
  }

  /** Each update comes so many times more than once, with the same number. */
  repeatEach(times: number): void {
    this.world.updates.repeatEach(times);
  }

  /** These come once more, as after a confirmation that was lost. */
  redeliver(updates: readonly Update[]): void {
    this.world.updates.giveAgain(updates);
  }

  /** The webhook gets updates in any order and at once, even those of one chat. */
  set disorderly(yes: boolean) {
    this.world.webhook.disorderly = yes;
  }

  /** What happens now is given only after `releaseUpdates`, all at once. */
  holdUpdates(): void {
    this.world.updates.hold();
  }

  releaseUpdates(): void {
    this.world.updates.release();
  }

  private async answerInWebhook({ method, ...values }: Record<string, unknown>): Promise<void> {
    const asked = { token: this.token, method: String(method), params: new Params(values) };
    await answerTo(this.world, asked, new AbortController().signal);
  }
}

function newToken(): string {
  return `${700_000_000 + Math.floor(Math.random() * 99_999_999)}:AAEmulated-${crypto.randomUUID().slice(0, 24)}`;
}
