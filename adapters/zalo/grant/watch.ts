import type { Duty } from '../../../hotline/duty';
import { Calls } from '../calls';
import { NoGrant, NotNow } from '../options';
import { troubleOf } from '../refusals';
import { isMissing } from './consent';
import type { GrantOptions } from './options';
import type { Renewal } from './renewal';
import { words } from './words.vi';

const ROUND_MS = 20_000;
/** How often Zalo is asked whether it takes the token. */
const ASK_MS = 3 * 60_000;

interface Parts {
  name: string;
  options: Pick<GrantOptions, 'apiRoot' | 'duties' | 'store' | 'line' | 'log'>;
  renewal: Renewal;
}

/**
 * Every process sees again and again that the grant is renewed in time, and reads what the others did; one of them
 * speaks about the line.
 */
export function watching({ name, options: { apiRoot, duties, store, line, log }, renewal }: Parts) {
  const calls = new Calls(apiRoot, renewal);
  let duty: Duty | undefined;
  let askedAt = 0;
  let isDown: boolean | undefined;
  let rounds: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  async function round(): Promise<void> {
    await renewal.look().catch(unlessKnown);
    duty = await kept();
    if (duty) await speak();
    else if (isDown) up();
  }

  /** What another process says of the line is said by that one. */
  async function kept(): Promise<Duty | undefined> {
    if (duty && (await duty.keep())) return duty;
    return duties.take(`${name}/line`, 3 * ROUND_MS);
  }

  async function speak(): Promise<void> {
    const { grant } = renewal;
    if (grant && isMissing(grant)) {
      askedAt = 0;
      return down(grant.pair ? words.lost : words.none);
    }
    if (Date.now() - askedAt < ASK_MS) return;
    await ask();
  }

  /** `GET /v2.0/oa/getoa`: who we are there. A line that is down is asked for again in the next round. */
  async function ask(): Promise<void> {
    try {
      const account = nameIn(await calls.get('/v2.0/oa/getoa'));
      if (account && account !== renewal.grant?.account) await store.setAccount(name, account);
      askedAt = Date.now();
      // What others found wrong with the line is theirs to take back.
      if (isDown !== false) up();
    } catch (error) {
      down(troubleIn(error));
    }
  }

  function up(): void {
    isDown = false;
    line.up();
  }

  function down(reason: string): void {
    isDown = true;
    line.down(reason);
  }

  function unlessKnown(error: unknown): void {
    if (error instanceof NoGrant || error instanceof NotNow) return;
    log.error({ err: error }, 'zalo: the grant could not be looked at');
  }

  /** A round at once, unless one is under way. */
  function go(): void {
    underWay ??= round()
      .catch((error: unknown) => log.error({ err: error }, 'zalo: the line could not be looked at'))
      .finally(() => (underWay = undefined));
  }

  function start(): void {
    go();
    rounds = setInterval(go, ROUND_MS);
  }

  async function stop(): Promise<void> {
    clearInterval(rounds);
    await underWay;
    // What it said of the line ends with it; the next one says how it is.
    if (isDown) up();
    await duty?.release();
  }

  return { start, stop, go };
}

function troubleIn(error: unknown): string {
  if (error instanceof NotNow) return error.message;
  return troubleOf(error) ?? words.trouble.unreachable(error instanceof Error ? error.message : '');
}

function nameIn(account: unknown): string | undefined {
  const { name } = (account ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name.slice(0, 100) : undefined;
}
