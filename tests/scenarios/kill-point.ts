import { ClientSession, Db } from 'mongodb';

/**
 * Loaded before the system by the tests: ends the process as `kill -9` does, at the point that KILL_AT names, when it
 * comes there with the words of KILL_ON. The system itself knows nothing of this.
 */
const { KILL_AT: at = '', KILL_ON: words = '' } = process.env;

type Method = (this: unknown, ...given: never[]) => unknown;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const concerns = (given: unknown): boolean => JSON.stringify(given ?? null).includes(words);

/** Dies before the call, or once its outcome is known. */
function killAt(point: string, prototype: object, name: string, now: (...given: unknown[]) => boolean): void {
  if (!at.startsWith(point)) return;
  const methods = prototype as Record<string, Method>;
  const original = methods[name];
  if (!original) throw new Error(`there is no ${name} to be killed at`);
  methods[name] = async function killing(this: unknown, ...given: never[]) {
    if (!now.apply(this, given)) return original.apply(this, given);
    if (at === `${point}/before`) die();
    const outcome = await original.apply(this, given);
    die();
    return outcome;
  };
}

/** An insert of turns, tickets …, by itself or as part of a transaction. */
const inserts = (what: string, [command, options]: unknown[], together: boolean): boolean => {
  const { insert } = (command ?? {}) as { insert?: string };
  return (
    insert === what && ((options as { session?: unknown } | undefined)?.session !== undefined) === together
  );
};

// The command holds more turns than one; it is the words that decide.
killAt('turn', Db.prototype, 'command', (...given) => inserts('turns', given, false) && concerns(given[0]));

/** The story stands in the ticket, which comes first; what follows in the same transaction need not hold it. */
let filing = false;
const isFiling = (what: string, given: unknown[]): boolean => {
  filing ||= (inserts('tickets', given, true) || inserts('turns', given, true)) && concerns(given[0]);
  return filing && inserts(what, given, true);
};
killAt('ticket', Db.prototype, 'command', (...given) => isFiling('tickets', given));
killAt('reporter', Db.prototype, 'command', (...given) => isFiling('identities', given));
killAt('filing', Db.prototype, 'command', (...given) => isFiling('turns', given));
if (at.startsWith('commit')) notice(Db.prototype, 'command', (...given) => isFiling('turns', given));
killAt('commit', ClientSession.prototype, 'commitTransaction', () => filing);

/** Looks at what is written, and lets it pass. */
function notice(prototype: object, name: string, look: (...given: unknown[]) => void): void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name];
  methods[name] = function noticing(this: unknown, ...given: never[]) {
    look(...given);
    return original?.apply(this, given);
  };
}
