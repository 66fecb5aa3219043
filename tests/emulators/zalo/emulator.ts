import { type Express } from 'express';
import { HttpSide } from '../http-side';
import { untilTrue } from '../until';
import { newAccount } from './accounts';
import { DAY, HOUR, MINUTE } from './clock';
import { longId, opaque } from './ids';
import { Person } from './people';
import { zaloServers } from './server';
import { DEFAULTS, type Settings } from './settings';
import { type ZaloEvent } from './shapes';
import { World, type Call } from './world';

/** How much time passes. */
interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
}

/**
 * A Zalo of one's own with one Official Account: the OpenAPI and the token server over HTTP on one side, people with
 * phones on the other. Everything is in memory and gone after `stop`.
 */
export class ZaloEmulator {
  readonly world: World;
  /** The HTTP side; more pages may be put on it. */
  readonly app: Express;
  private readonly http: HttpSide;
  private readonly port: number;

  /** `port`: default any free one. */
  constructor({ port = 0, ...settings }: Partial<Settings> & { port?: number } = {}) {
    const identity = {
      appId: longId(),
      appSecret: opaque(15),
      oaSecret: opaque(15),
      oaId: longId(),
      refreshToken: opaque(120),
    };
    this.port = port;
    this.world = new World({ ...DEFAULTS, ...identity, ...settings });
    this.app = zaloServers(this.world);
    this.http = new HttpSide(this.app);
  }

  async start(): Promise<this> {
    await this.http.open(this.port);
    this.world.root = this.http.root;
    return this;
  }

  async stop(): Promise<void> {
    this.world.webhook.stop();
    await this.http.close();
  }

  /** Both of the OpenAPI and of the token server. */
  get root(): string {
    return this.world.root;
  }

  get settings(): Settings {
    return this.world.settings;
  }

  /** What starts the system on it. */
  get variables() {
    const { appId, appSecret, oaSecret, refreshToken } = this.settings;
    return {
      ZALO_APP_ID: appId,
      ZALO_APP_SECRET: appSecret,
      ZALO_OA_SECRET: oaSecret,
      ZALO_REFRESH_TOKEN: refreshToken,
      ZALO_API_ROOT: this.root,
      ZALO_OAUTH_ROOT: this.root,
    };
  }

  get faults() {
    return this.world.faults;
  }

  get grants() {
    return this.world.grants;
  }

  /** Saves the webhook's address in the console, as its owner does: it is checked with an unsigned `{}`. */
  async savesWebhook(url: string): Promise<void> {
    const outcome = await this.world.webhook.save(url);
    if (outcome !== 200) throw new Error(`the webhook answered the check of its address with ${outcome}`);
  }

  /** Calls this address from now on, without checking it. */
  setWebhook(url: string): void {
    this.world.webhook.url = url;
  }

  /** Somebody who never had to do with the OA. */
  person(name: string): Person {
    return this.join(name, false);
  }

  /** Somebody who is not signed in, in the chat window of a web page. */
  stranger(): Person {
    return this.join('Khách', true);
  }

  /** The clock of this Zalo goes ahead: windows close, tokens and assets grow old, waits end. */
  timePasses({ days = 0, hours = 0, minutes = 0 }: Span): void {
    this.world.clock.forward(days * DAY + hours * HOUR + minutes * MINUTE);
  }

  /** Every call so far, or those of one operation. */
  calls(operation?: string): Call[] {
    return this.world.calls.filter((call) => operation === undefined || call.operation === operation);
  }

  /** Every event ever made, taken or not. */
  get events(): readonly ZaloEvent[] {
    return this.world.deliveries.made;
  }

  /** Those that the webhook has not taken yet. */
  get undelivered(): ZaloEvent[] {
    return this.world.deliveries.pending().map(({ event }) => event);
  }

  /** Those that it did not take in all their tries. */
  get lost(): readonly ZaloEvent[] {
    return this.world.deliveries.lost;
  }

  /** Every call of the webhook with its outcome. */
  get attempts() {
    return this.world.webhook.attempts;
  }

  /** Waits until the webhook has taken every event, or lost it. */
  async allTaken(timeoutMs?: number): Promise<void> {
    await this.when(() => this.undelivered.length === 0, 'every event is taken', timeoutMs);
  }

  /** Waits until a condition holds; looked at whenever something changes here. */
  async when(holds: () => boolean, what: string, timeoutMs?: number): Promise<void> {
    await untilTrue(this.world, holds, what, timeoutMs);
  }

  /** Each event comes so many times more than once. */
  repeatEach(times: number): void {
    this.world.deliveries.repeatEach(times);
  }

  /** These come once more, as after an answer that was lost. */
  redeliver(events: readonly ZaloEvent[]): void {
    this.world.deliveries.again(events);
  }

  /** Events come in any order and at once, even those of one person. */
  set disorderly(yes: boolean) {
    this.world.webhook.disorderly = yes;
  }

  /** What happens now is told only after `releaseEvents`, all at once. */
  holdEvents(): void {
    this.world.deliveries.hold();
  }

  releaseEvents(): void {
    this.world.deliveries.release();
  }

  private join(name: string, anonymous: boolean): Person {
    const account = newAccount(name, { anonymous });
    this.world.accounts.set(account.id, account);
    return new Person(this.world, account);
  }
}
