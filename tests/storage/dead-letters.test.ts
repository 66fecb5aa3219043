import type { Connection } from 'mongoose';
import { openAlerts } from '../../hotline/alerts';
import { alertNames } from '../../alerting';
import type { Channel, Sent } from '../../hotline/channel';
import type { Turn } from '../../hotline/conversation/turn';
import { NEW_CONVERSATION } from '../../hotline/conversation/turn';
import { deliverer } from '../../hotline/delivery';
import { alertStore, ensureAlertIndexes } from '../../storage/alerts';
import { deadLetterStore, ensureDeadLetterIndex } from '../../storage/dead-letters';
import { turnOutbox } from '../../storage/outbox';
import { ensureTurnIndexes, TURNS, toRecord } from '../../storage/turn-record';
import { openDatabase, type TestDatabase } from '../database';
import { content } from '../town/content';
import { conversation, turnOf } from './stores';

jest.setTimeout(120_000);

const DEAD: Sent = { result: 'dead', reason: '400 message is too long' };
const BLOCKED: Sent = { result: 'dead', reason: '403 blocked', unreachable: true };

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  await ensureTurnIndexes(connection);
  await ensureDeadLetterIndex(connection);
  await ensureAlertIndexes(connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  for (const name of [TURNS, 'leases', 'conversations', 'alerts', 'alert_carriers'])
    await connection.collection(name).deleteMany();
});

const letters = () => deadLetterStore(connection, turnOutbox(connection));
const everybody = { misconduct: 'without' as const, page: 1, pageSize: 20 };

/** A turn whose answers wait to be delivered. */
async function write(id: string, seq: number, texts: string[], facts: Partial<Turn> = {}): Promise<void> {
  const out = texts.map((text) => ({
    activity: { type: 'message', text },
    delivery: { state: 'pending' as const, tries: 0 },
  }));
  const at = new Date(Date.now() - 60_000 + seq);
  const turn = turnOf(seq, {
    conversation: conversation(id),
    channel: 'telegram',
    at,
    deliverAfter: at,
    out,
    ...facts,
  });
  await connection
    .collection<{ _id: string }>(TURNS)
    .insertOne(toRecord(turn, { process: 'p', writing: `${id}${seq}` }));
}

/** Delivers all that is due by a channel that answers as it is told. */
async function deliver(answer: (text: string) => Sent | Promise<Sent>, id: string): Promise<string[]> {
  const sent: string[] = [];
  const channel = {
    name: 'telegram',
    capabilities: { pulls: false, textLimit: 4_000 },
    async deliver(_address: string, { text = '' }) {
      sent.push(text);
      return answer(text);
    },
  } as unknown as Channel;
  const carriers = [{ name: 'group', reaches: 'hotline' as const, send: async () => undefined }];
  const alerts = openAlerts({
    carriers,
    store: alertStore(connection, carriers),
    names: alertNames(content, undefined),
    quiet: undefined,
    onError: () => undefined,
  });
  await deliverer({
    outbox: alerts.hearing(turnOutbox(connection)),
    channels: new Map([['telegram', channel]]),
    identities: { of: async () => ({ address: '5200100' }), forget: async () => undefined },
    forCitizen: async (turns) => turns,
    onError: (error) => {
      throw error;
    },
  }).deliver(conversation(id));
  return sent;
}

const dies = () => DEAD;
const arrives = (): Sent => ({ result: 'sent', channelMessageId: 'm' });

it('lists what died, the newest first, by channel, and nothing of what was said or to whom', async () => {
  await write('hoa', 1, ['một', 'hai']);
  await write('nam', 1, ['ba'], { channel: 'telegram' });
  await deliver((text) => (text === 'hai' ? arrives() : DEAD), 'hoa');
  await deliver(() => BLOCKED, 'nam');
  const { items, total } = await letters().list(everybody);
  expect(total).toBe(2);
  expect(items).toEqual([
    expect.objectContaining({
      id: 'nam/000000001/0',
      unreachable: true,
      reason: '403 blocked',
      tries: 1,
      by: 'bot',
    }),
    expect.objectContaining({
      id: 'hoa/000000001/0',
      unreachable: false,
      conversation: 'hoa',
      channel: 'telegram',
    }),
  ]);
  expect(JSON.stringify(items)).not.toMatch(/một|ba"|5200100/);
  expect((await letters().list({ ...everybody, channel: 'zalo' })).total).toBe(0);
  expect((await letters().list({ ...everybody, page: 2, pageSize: 1 })).items).toHaveLength(1);
});

it('is as young as its coming back: what only waits for the line is not given up at once', async () => {
  const old = new Date(Date.now() - 3 * 24 * 60 * 60_000);
  await write('hoa', 1, ['một'], { at: old, deliverAfter: old });
  await deliver(dies, 'hoa');
  await letters().replay(conversation('hoa'), 'all', 'k');
  await deliver(() => ({ result: 'failed', reason: 'no line', waits: true }), 'hoa');
  const turn = await connection.collection<{ _id: string; out: Turn['out'] }>(TURNS).findOne({});
  expect(turn?.out[0]?.delivery).toMatchObject({ state: 'failed', reason: 'no line' });
});

it('keeps misconduct apart, by what the log says and by what the lists say', async () => {
  for (const id of ['hoa', 'tam', 'mai']) await write(id, 1, ['tin']);
  await write('tam', 2, ['tin'], { state: { ...NEW_CONVERSATION, confidential: true } });
  await connection
    .collection<{ _id: string; lane: string }>('conversations')
    .insertOne({ _id: 'mai', lane: 'misconduct' });
  for (const id of ['hoa', 'tam', 'mai']) await deliver(dies, id);
  const of = async (misconduct: 'only' | 'without') =>
    (await letters().list({ ...everybody, misconduct })).items.map(({ id }) => id);
  // What was said before misconduct was spoken of lies in the same conversation; the lists know of it in the same write.
  expect(await of('only')).toEqual(expect.arrayContaining(['mai/000000001/0', 'tam/000000002/0']));
  expect(await of('without')).not.toContain('mai/000000001/0');
  expect(await letters().misconduct([conversation('hoa'), conversation('tam'), conversation('mai')])).toEqual(
    new Set(['tam', 'mai']),
  );
});

describe('sent again', () => {
  it('they arrive once, in their order, however often the call comes', async () => {
    await write('hoa', 1, ['một', 'hai']);
    await write('hoa', 2, ['ba']);
    await deliver(dies, 'hoa');
    const { items } = await letters().list(everybody);
    expect(items).toHaveLength(3);
    expect(await letters().replayable({ misconduct: 'without' })).toEqual(['hoa']);
    const counts = await Promise.all([
      letters().replay(conversation('hoa'), 'all', 'key'),
      letters().replay(conversation('hoa'), 'all', 'key'),
    ]);
    expect(counts.map(Number).sort()).toEqual([0, 3]);
    expect(await deliver(arrives, 'hoa')).toEqual(['một', 'hai', 'ba']);
    expect(await letters().replay(conversation('hoa'), 'all', 'key')).toBe(0);
    expect(await deliver(arrives, 'hoa')).toEqual([]);
    expect((await letters().list(everybody)).total).toBe(0);
  });

  it('only those that were named, or those whose citizen can be reached', async () => {
    await write('hoa', 1, ['một', 'hai']);
    await deliver((text) => (text === 'một' ? DEAD : BLOCKED), 'hoa');
    expect(await letters().replay(conversation('hoa'), 'all', 'k1')).toBe(1);
    expect(await deliver(arrives, 'hoa')).toEqual(['một']);
    expect(await letters().replayable({ misconduct: 'without' })).toEqual([]);
    expect(await letters().replay(conversation('hoa'), 'all', 'k2')).toBe(0);
    expect(await letters().replay(conversation('hoa'), ['hoa/000000001/0'], 'k3')).toBe(0);
    expect(await letters().replay(conversation('hoa'), ['hoa/000000001/1'], 'k4')).toBe(1);
    expect(await deliver(arrives, 'hoa')).toEqual(['hai']);
  });

  it('one that dies once more is not brought back by the same call, but by the next one, and told of anew', async () => {
    const alerts = () => connection.collection('alerts').countDocuments();
    await write('hoa', 1, ['một']);
    await deliver(dies, 'hoa');
    expect(await alerts()).toBe(1);
    expect(await letters().replay(conversation('hoa'), 'all', 'k1')).toBe(1);
    expect(await alerts()).toBe(0);
    await deliver(dies, 'hoa');
    expect(await alerts()).toBe(1);
    expect(await letters().replay(conversation('hoa'), 'all', 'k1')).toBe(0);
    expect(await letters().replay(conversation('hoa'), 'all', 'k2')).toBe(1);
  });

  it('not under the hands of whoever delivers there', async () => {
    await write('hoa', 1, ['một', 'hai']);
    let goOn: (sent: Sent) => void = () => undefined;
    const reached = new Promise<void>((reach) => {
      void deliver((text) => {
        if (text === 'một') return DEAD;
        reach();
        return new Promise<Sent>((resolve) => (goOn = resolve));
      }, 'hoa');
    });
    await reached;
    expect(await letters().replay(conversation('hoa'), 'all', 'key')).toBeUndefined();
    const again = letters().replay(conversation('hoa'), 'all', 'key');
    goOn(arrives());
    expect(await again).toBe(1);
    expect(await deliver(arrives, 'hoa')).toEqual(['một']);
  });
});
