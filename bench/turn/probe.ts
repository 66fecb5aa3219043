import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Db } from 'mongodb';

interface Insert {
  insert?: string;
  documents?: { eventId?: string }[];
}

/** Tells the parent, by `[eventId, nanoseconds]`, when this process learned that a turn is in the journal. */
export function startProbed(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { command } = Db.prototype;
  Db.prototype.command = async function (this: Db, asked, options) {
    const answer = await command.call(this, asked, options);
    const { insert, documents = [] } = asked as Insert;
    const at = process.hrtime.bigint().toString();
    if (insert === 'turns') for (const { eventId } of documents) process.send?.([eventId, at]);
    return answer;
  };
  const main = createRequire(__filename)(resolve(__dirname, '..', 'main.js')) as { start(): Promise<void> };
  void main.start();
}
