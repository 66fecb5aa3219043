import type { Connection } from 'mongoose';
import { channelHealth, type ChannelHealth } from '../../hotline/channel-health';
import type { Delivery } from '../../hotline/conversation/turn';
import { channelHealthStore, ensureChannelIndexes } from '../../storage/channels';
import { ensureDeadLetterIndex } from '../../storage/dead-letters';
import { ensureTurnIndexes, TURNS, toRecord } from '../../storage/turn-record';
import { openDatabase, type TestDatabase } from '../database';
import { conversation, turnOf } from './stores';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const CHANNELS = { webchat: true, telegram: true, zalo: false };

let database: TestDatabase;
let connection: Connection;
let now: Date;
let told: string[];
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * MINUTE));

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  await ensureTurnIndexes(connection);
  await ensureChannelIndexes(connection);
  await ensureDeadLetterIndex(connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  // The database itself drops what is past.
  now = new Date();
  told = [];
  for (const name of [TURNS, 'channels', 'lines', 'failures']) await connection.collection(name).deleteMany();
});

const fails = (error: unknown) => {
  throw error;
};

/** The channels as one process watches them. */
function processOn(on = connection, onError: (error: unknown) => void = fails) {
  const health = channelHealth({
    store: channelHealthStore(on),
    channels: CHANNELS,
    tell: async (channel, kind, since) => void told.push(`${channel} ${kind} ${since.toISOString()}`),
    onError,
    now: () => now,
  });
  const of = async (name: string): Promise<ChannelHealth | undefined> =>
    (await health.report()).find(({ channel }) => channel === name);
  return { ...health, of };
}

/** What an adapter says is kept in the background. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

const stateOf = async (health: ReturnType<typeof processOn>, channel = 'telegram') =>
  (await health.states())[channel];

describe('the line of a channel', () => {
  it('is on or off as it was set, and down with its reason once any process says so', async () => {
    const [one, two] = [processOn(), processOn(await database.another())];
    expect(await two.states()).toEqual({ webchat: 'on', telegram: 'on', zalo: 'off' });
    one.line('telegram').down('getUpdates: 502');
    await until(async () => (await stateOf(two)) === 'down');
    expect(await two.of('telegram')).toMatchObject({ state: 'down', since: now, reason: 'getUpdates: 502' });
    one.line('telegram').up();
    await until(async () => (await stateOf(two)) === 'on');
    expect(await two.of('telegram')).toMatchObject({ state: 'on', since: null, reason: null });
  });

  it('is down since it first was, however often it is said, and only as long as somebody says so', async () => {
    const [living, dying] = [processOn(), processOn()];
    const since = now;
    dying.line('telegram').down('a');
    await until(async () => (await stateOf(living)) === 'down');
    later(0.5);
    living.line('telegram').down('b');
    await until(async () => (await connection.collection('lines').countDocuments()) === 2);
    expect(await living.of('telegram')).toMatchObject({ since, reason: 'a' });
    for (let beats = 0; beats < 6; beats++) {
      later(0.25);
      await living.beat();
    }
    // The other has died meanwhile.
    expect(await living.of('telegram')).toMatchObject({ state: 'down', reason: 'b' });
    later(5);
    expect(await stateOf(living)).toBe('on');
  });

  it('is told of when it has been down for a while, once, and when it is up again', async () => {
    const [one, two] = [processOn(), processOn(await database.another())];
    const since = now;
    one.line('telegram').down('502');
    await until(async () => (await stateOf(two)) === 'down');
    const beat = async () => {
      await one.beat();
      await two.beat();
    };
    for (let minutes = 0; minutes < 4.5; minutes += 0.5) {
      later(0.5);
      await beat();
    }
    expect(told).toEqual([]);
    later(0.5);
    await beat();
    later(0.5);
    await beat();
    expect(told).toEqual([`telegram channel_down ${since.toISOString()}`]);
    one.line('telegram').up();
    await until(async () => (await stateOf(two)) === 'on');
    later(0.5);
    await beat();
    later(0.5);
    await beat();
    expect(told.slice(1)).toEqual([`telegram channel_up ${since.toISOString()}`]);
  });

  it('that breaks for a moment is not told of', async () => {
    const one = processOn();
    one.line('telegram').down('502');
    await until(async () => (await stateOf(one)) === 'down');
    later(1);
    await one.beat();
    one.line('telegram').up();
    await until(async () => (await stateOf(one)) === 'on');
    later(10);
    await one.beat();
    expect(told).toEqual([]);
  });

  it('is as it was known last when the database does not answer', async () => {
    const gone = await database.another();
    // What is still on its way when the line is cut may fail, as it may in the house.
    const one = processOn(gone, () => undefined);
    const two = processOn();
    one.line('telegram').down('502');
    // Written, and known to the one whose line will be cut.
    await until(async () => (await stateOf(two)) === 'down');
    await until(async () => (await stateOf(one)) === 'down');
    await gone.close();
    expect(await stateOf(one)).toBe('down');
  });
});

describe('the figures', () => {
  const delivery = (state: Delivery['state'], facts: Partial<Delivery> = {}): Delivery => ({
    state,
    tries: 1,
    ...facts,
  });
  const activity = { type: 'message', text: 'tin' };

  async function write(id: string, deliveries: Delivery[], marks: object): Promise<void> {
    const out = deliveries.map((each) => ({ activity, delivery: each }));
    const turn = turnOf(1, { conversation: conversation(id), channel: 'telegram', at: now, out });
    const record = toRecord(turn, { process: 'p', writing: id });
    await connection.collection<{ _id: string }>(TURNS).insertOne({ ...record, ...marks });
  }

  it('tell when a message last came and went, over all processes', async () => {
    const [one, two] = [processOn(), processOn(await database.another())];
    const early = now;
    one.onTurn(turnOf(1, { channel: 'telegram', at: now }), true);
    two.onTurn(turnOf(1, { channel: 'zalo', at: now }), false);
    await one.stop();
    later(1);
    const waiting = turnOf(2, {
      channel: 'telegram',
      at: now,
      out: [{ activity, delivery: delivery('pending') }],
    });
    two.onTurn(waiting, true);
    await two.stop();
    expect(await one.of('telegram')).toMatchObject({ lastIn: now, lastOut: early });
    later(1);
    two.onOutcome(waiting, delivery('sent'));
    await two.stop();
    expect(await one.of('telegram')).toMatchObject({ lastOut: now });
    expect(await one.of('zalo')).toMatchObject({ lastIn: null, lastOut: null });
  });

  it('count the failures of an hour', async () => {
    const one = processOn();
    const turn = turnOf(1, { channel: 'telegram' });
    const heard: string[] = [];
    one.onDelivery((channel, outcome) => heard.push(`${channel} ${outcome}`));
    for (const state of ['failed', 'uncertain', 'sent', 'dead'] as const)
      one.onOutcome(turn, delivery(state));
    await one.stop();
    later(30);
    one.onOutcome(turn, delivery('failed'));
    await one.stop();
    expect(await one.of('telegram')).toMatchObject({ failuresLastHour: 4 });
    expect(heard).toEqual(
      ['failed', 'uncertain', 'sent', 'dead', 'failed'].map((each) => `telegram ${each}`),
    );
    later(45);
    expect(await one.of('telegram')).toMatchObject({ failuresLastHour: 1 });
  });

  it('count what waits, and what was given up, apart from whom nobody can reach', async () => {
    const oldest = now;
    await write('a', [delivery('sent'), delivery('failed'), delivery('pending')], { deliverAfter: now });
    later(1);
    await write('b', [delivery('uncertain')], { deliverAfter: now });
    await write('c', [delivery('dead'), delivery('sent'), delivery('dead')], { deadAt: now });
    await write('d', [delivery('dead', { unreachable: true })], { deadAt: now });
    expect(await processOn().of('telegram')).toMatchObject({
      backlog: { messages: 3, oldest },
      deadLetters: { reachable: 2, unreachable: 1 },
    });
    expect(await processOn().of('webchat')).toMatchObject({ backlog: { messages: 0, oldest: null } });
  });
});
