import { ClientSession, Collection, Db } from 'mongodb';

/**
 * Loaded before the system by the tests: ends the process as `kill -9` does, at the point that KILL_AT names, when it
 * comes there with the words of KILL_ON. The system itself knows nothing of this.
 */
const { KILL_AT: at = '', KILL_ON: words = '' } = process.env;

type Method = (this: unknown, ...given: never[]) => unknown;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
const concerns = (given: unknown): boolean => JSON.stringify(given ?? null).includes(words);
const isTurn = (given: unknown): boolean => JSON.stringify(given ?? null).includes('firstMessage');

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

// The command holds more turns than one; it is the words that decide.
killAt('turn', Db.prototype, 'command', (command) => isTurn(command) && concerns(command));

let filing = false;
const isFiling = (turns: unknown): boolean => {
  filing ||= isTurn(turns) && concerns(turns);
  return filing;
};
killAt('filing', Collection.prototype, 'insertMany', isFiling);
killAt('ticket', Collection.prototype, 'insertMany', (written) => !isTurn(written) && concerns(written));
notice(Collection.prototype, 'insertMany', isFiling);
killAt('commit', ClientSession.prototype, 'commitTransaction', () => filing);

/** Looks at what is written, and lets it pass. */
function notice(prototype: object, name: string, look: (written: unknown) => void): void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name];
  methods[name] = function noticing(this: unknown, ...given: never[]) {
    look(given[0]);
    return original?.apply(this, given);
  };
}
