import { once, EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { hoa, nam } from '../town/people';
import { openDatabase, type TestDatabase } from '../database';
import { openStores, turnOf } from './stores';

jest.setTimeout(120_000);

let database: TestDatabase;
type Process = Awaited<ReturnType<typeof follower>>;
let here: Process;
let there: Process;

/** A process with its eyes on the log: what it heard, in order. */
async function follower() {
  const stores = await openStores(await database.another());
  const heard: [string, number, boolean][] = [];
  const news = new EventEmitter();
  stores.log.onTurn((turn, own) => {
    heard.push([turn.conversation, turn.seq, own]);
    news.emit('turn');
  });
  const watching = stores.feed.watch();
  const until = async (enough: () => boolean) => {
    while (!enough()) await once(news, 'turn');
  };
  return { ...stores, heard, until, watching };
}

beforeEach(async () => {
  database ??= await openDatabase();
  await database.connection.collection('turns').deleteMany({});
  [here, there] = await Promise.all([follower(), follower()]);
  await untilBothListen();
});
afterEach(async () => {
  for (const each of [here, there]) {
    await each.feed.stop();
    await each.watching;
  }
});
afterAll(() => database?.close());

let probe = 0;
/** Turns are written until each has heard one of the other: from then on nothing may be missed. */
async function untilBothListen() {
  for (const [writer, reader] of [
    [here, there],
    [there, here],
  ] as const) {
    const conversation = `probe-${++probe}` as typeof hoa.conversation;
    let isHeard = false;
    const writing = (async () => {
      for (let seq = 1; !isHeard; seq++) {
        await writer.log.append(turnOf(seq, { conversation }));
        await pause(30);
      }
    })();
    await reader.until(() => reader.heard.some(([from, , own]) => from === conversation && !own));
    isHeard = true;
    // Nothing may still be on its way when a test empties or drops what it is written to.
    await writing;
  }
}
const of = (heard: Process['heard'], conversation: string) =>
  heard.filter(([from]) => from === conversation).map(([, seq, own]) => [seq, own]);

it('turns of another process arrive in order, one’s own are not doubled', async () => {
  for (const seq of [1, 2, 3]) await there.log.append(turnOf(seq));
  await here.log.append(turnOf(4));
  await there.log.append(turnOf(1, { conversation: nam.conversation }));
  await here.until(() => of(here.heard, nam.conversation).length > 0);
  expect(of(here.heard, hoa.conversation)).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [4, true],
  ]);
  await there.until(() => of(there.heard, hoa.conversation).length === 4);
  expect(of(there.heard, hoa.conversation).at(-1)).toEqual([4, false]);
});

it('a turn written in a transaction arrives, too; one that was given up does not', async () => {
  await there.log.append(turnOf(1), { listed: true });
  await there.log.append(turnOf(1, { eventId: 'lost' }), { listed: true });
  await there.log.append(turnOf(2));
  await here.until(() => of(here.heard, hoa.conversation).length === 2);
  expect(of(here.heard, hoa.conversation)).toEqual([
    [1, false],
    [2, false],
  ]);
});

it('turns of channels that need no waking are left out', async () => {
  await there.log.append(turnOf(1, { channel: 'telegram' }));
  await there.log.append(turnOf(2));
  await here.until(() => of(here.heard, hoa.conversation).length > 0);
  expect(of(here.heard, hoa.conversation)).toEqual([[2, false]]);
});

it('after the stream has broken off it goes on by itself', async () => {
  // Dropping the collection invalidates every stream on it.
  await database.connection.dropCollection('turns');
  await untilBothListen();
  await there.log.append(turnOf(1));
  await here.until(() => of(here.heard, hoa.conversation).length > 0);
  expect(of(here.heard, hoa.conversation)).toEqual([[1, false]]);
});
