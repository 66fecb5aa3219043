import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { GrantHold, KeptGrant, NumberedPair } from '../../../hotline/grants';
import { type Grant, NoGrant, NotNow } from '../options';
import { isDue, isGood, isNew } from './age';
import type { Given } from './oauth';
import type { GrantOptions } from './options';
import { words } from './words.vi';

/** Longer than the token server is waited for and the answer takes to be kept. */
const LEASE_MS = 30_000;
/** How long a caller waits for another process's renewal, and how often it looks. */
const WAIT_MS = 20_000;
const LOOK_MS = 100;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** What has no token for calls yet is renewed at once. */
const LONG_AGO = new Date(0);

type Options = Pick<
  GrantOptions,
  'store' | 'drafts' | 'refreshToken' | 'key' | 'now' | 'leaseMs' | 'restMs' | 'log' | 'onLost'
>;

interface Parts extends Options {
  name: string;
  byRefreshToken: (token: string) => Promise<Given>;
}

/**
 * Renews the pair, once at a time in this process and among all: whoever holds the grant asks, the others wait for what
 * it keeps. First it is durable that a renewal is under way, then Zalo is asked, then the answer is durable, on this
 * machine and in the database, and only then used.
 */
export class Renewal implements Grant {
  private known: KeptGrant | undefined;
  /** A new pair that the database does not have yet. */
  private inHand: NumberedPair | undefined;
  private flight: Promise<string> | undefined;
  private tookUp = false;

  constructor(private readonly parts: Parts) {}

  /** As it was read last. */
  get grant(): KeptGrant | undefined {
    return this.known;
  }

  async token(): Promise<string> {
    if (!this.known) await this.settle();
    const { pair } = this.known ?? (await this.read());
    return pair && isGood(pair, this.parts.now()) ? pair.access : this.renewed();
  }

  async another(refused: string): Promise<string> {
    const first = await this.renewed(refused);
    // The renewal that was under way may have been for an older token than this.
    return first === refused ? this.renewed(refused) : first;
  }

  /** Renews the pair when it is time to, and notices what other processes did. */
  async look(): Promise<void> {
    await this.settle();
    const { pair, lost } = await this.read();
    if (lost) return this.parts.onLost(lost);
    if (pair && isDue(pair, this.parts.now())) await this.renewed(pair.access);
  }

  /** First comes to the database what only this process can bring: a new pair of this machine, a token that was set. */
  private async settle(): Promise<void> {
    await this.bring();
    if (!this.tookUp) await this.takeUp();
    this.tookUp = true;
  }

  private async bring(): Promise<void> {
    const { store, drafts, name } = this.parts;
    const left = this.inHand ?? (await drafts.newest(name));
    if (!left) return;
    await store.keep(name, left);
    this.inHand = undefined;
    await drafts.remove(name, left.number);
  }

  /** A token that was set is good once: it takes the place of all before it, and never again. */
  private async takeUp(): Promise<void> {
    const { store, name, refreshToken: refresh, key } = this.parts;
    if (refresh === undefined) return;
    const mark = createHmac('sha256', key).update(`zalo token ${refresh}`).digest('base64url');
    const isNew = ({ marks = [] }: KeptGrant): boolean => !marks.includes(mark);
    if (!isNew(await this.read())) return;
    const pair = { access: '', refresh, issuedAt: LONG_AGO, expiresAt: LONG_AGO };
    await this.holding(async ({ grant }) => {
      if (isNew(grant)) await store.keep(name, { number: grant.number + 1, pair }, mark);
    });
    await this.read();
  }

  /** Keeps a new pair for good; the very next thing after it came. */
  async keep(numbered: NumberedPair): Promise<void> {
    const { drafts, name, log } = this.parts;
    this.inHand = numbered;
    await drafts.write(name, numbered).catch((error: unknown) => {
      // The database may take it all the same.
      log.error({ err: error }, 'zalo: a new grant could not be written to this disk');
    });
    await this.bring();
    await this.read();
  }

  async read(): Promise<KeptGrant> {
    this.known = await this.parts.store.find(this.parts.name);
    return this.known;
  }

  /** Does what only one process may do with the grant, once no other does. @throws NotNow */
  async holding<T>(work: (hold: GrantHold) => Promise<T>): Promise<T> {
    const { store, name, leaseMs = LEASE_MS } = this.parts;
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(LOOK_MS)) {
      const hold = await store.hold(name, leaseMs);
      if (hold) return work(hold).finally(() => hold.release());
    }
    throw new NotNow(words.trouble.busy);
  }

  private renewed(refused?: string): Promise<string> {
    this.flight ??= this.fly(refused).finally(() => (this.flight = undefined));
    return this.flight;
  }

  private async fly(refused: string | undefined): Promise<string> {
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(LOOK_MS)) {
      await this.settle();
      const access = this.usable(await this.read(), refused);
      if (access !== undefined) return access;
      const hold = await this.parts.store.hold(this.parts.name, this.parts.leaseMs ?? LEASE_MS);
      if (hold) await this.renew(hold, refused).finally(() => hold.release());
    }
    throw new NotNow(words.trouble.busy);
  }

  /**
   * The token, when it is good and another than the one refused; undefined when the pair is to be renewed now.
   * @throws NoGrant, NotNow
   */
  private usable(
    { pair, lost, nextTry, trouble }: KeptGrant,
    refused: string | undefined,
  ): string | undefined {
    const { now, restMs } = this.parts;
    if (!pair) throw new NoGrant(words.none);
    if (isGood(pair, now()) && pair.access !== refused) return pair.access;
    if (lost) throw new NoGrant(words.lost);
    if (isNew(pair, now(), restMs)) throw new NotNow(words.trouble.refusedAtOnce);
    if (nextTry && nextTry > now()) throw new NotNow(trouble ?? words.trouble.renewal('đang chờ'));
    return undefined;
  }

  private async renew(hold: GrantHold, refused: string | undefined): Promise<void> {
    const { pair, number } = hold.grant;
    // Another process may have been quicker.
    if (!pair || this.usable(hold.grant, refused) !== undefined) return;
    if (!(await hold.note({ renewing: this.parts.now() }))) return;
    const given = await this.parts.byRefreshToken(pair.refresh);
    if (given.result === 'given') await this.keep({ number: number + 1, pair: given.pair });
    else if (given.result === 'spent') await this.lose(hold, given.reason);
    else await this.fail(hold, given);
  }

  private async lose(hold: GrantHold, reason: string): Promise<void> {
    const { log, now, onLost } = this.parts;
    const lost = now();
    const brokeOff = hold.grant.renewing !== undefined;
    const noted = await hold.note({
      lost,
      renewing: undefined,
      nextTry: undefined,
      trouble: words.trouble.spent(brokeOff, reason),
    });
    if (!noted) return;
    log.error({ reason, brokeOff }, 'zalo: the grant is lost, the account must consent anew');
    await onLost(lost);
  }

  /** What is not answered stays under way: it may have been done, and the next try finds out. */
  private async fail(
    hold: GrantHold,
    { result, reason }: { result: 'refused' | 'unknown'; reason: string },
  ): Promise<void> {
    const failures = (hold.grant.failures ?? 0) + 1;
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    const nextTry = new Date(this.parts.now().getTime() + ms);
    const trouble = words.trouble.renewal(reason);
    await hold.note({ failures, trouble, nextTry, ...(result === 'refused' && { renewing: undefined }) });
    this.parts.log.warn({ reason, failures }, 'zalo: the grant could not be renewed');
    throw new NotNow(trouble);
  }
}
