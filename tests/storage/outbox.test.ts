import type { Connection } from 'mongoose';
import type { Channel, Sent } from '../../hotline/channel';
import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import { deliverer } from '../../hotline/delivery';
import { effectRunner } from '../../hotline/effects';
import { deadLetterStore } from '../../storage/dead-letters';
import { turnEffects } from '../../storage/effects';
import { turnOutbox } from '../../storage/outbox';
import { TURNS, ensureTurnIndexes, fromRecord, toRecord, type StoredTurn } from '../../storage/turn-record';
import { openDatabase, type TestDatabase } from '../database';

jest.setTimeout(120_000);

const hoa = 'conv-hoa' as ConversationId;
const MINUTE = 60_000;

let database: TestDatabase;
let connection: Connection;
let now: Date;

beforeAll(async () => {
  database = await openDatabase();
  connection = database.connection;
  await ensureTurnIndexes(connection);
});
afterAll(() => database?.close());
beforeEach(async () => {
  now = new Date('2026-11-23T02:00:00Z');
  for (const name of [TURNS, 'leases']) await connection.collection(name).deleteMany();
});

const turns = () => connection.collection<StoredTurn>(TURNS);

/** A turn whose answers wait to be delivered. */
async function write(seq: number, ...texts: string[]): Promise<Turn> {
  const turn: Turn = {
    conversation: hoa,
    seq,
    firstMessage: seq * 10,
    at: now,
    channel: 'letter',
    out: texts.map((text) => ({
      activity: { type: 'message', text },
      delivery: { state: 'pending', tries: 0 },
    })),
    state: { holder: { kind: 'bot' }, bot: {}, tickets: [] },
    deliverAfter: now,
  };
  await turns().insertOne(toRecord(turn, { process: 'p', writing: String(seq) }));
  return turn;
}

async function stored(seq: number): Promise<Turn> {
  const record = await turns().findOne({ seq });
  if (!record) throw new Error(`no turn ${seq}`);
  return fromRecord(record);
}

const statesOf = async (seq: number) => (await stored(seq)).out.map(({ delivery }) => delivery?.state);

/** A channel that answers as it is told, one answer a call, and then takes everything. */
function postOffice(...answers: (Sent | Error)[]) {
  const sent: string[] = [];
  const channel: Channel = {
    name: 'letter',
    capabilities: {
      textLimit: 2_000,
      quickReplies: false,
      cards: false,
      images: false,
      files: false,
      typing: false,
      pulls: false,
    },
    deliver(_address, { text = '' }) {
      const answer = answers.shift() ?? { result: 'sent', channelMessageId: `m${sent.length}` };
      if (answer instanceof Error) return Promise.reject(answer);
      sent.push(`${text}:${answer.result}`);
      return Promise.resolve(answer);
    },
  };
  return { channel, sent };
}

function delivererWith(
  channel: Channel,
  address: string | undefined = 'hòm thư 5',
  onUnreachable: (conversation: ConversationId) => Promise<unknown> = () => Promise.resolve(),
) {
  return deliverer({
    outbox: turnOutbox(connection),
    channels: new Map([['letter', channel]]),
    identities: { of: () => Promise.resolve(address ? { address } : {}), forget: () => Promise.resolve() },
    forCitizen: (logged) => Promise.resolve(logged),
    onError: (error) => {
      throw error;
    },
    onUnreachable,
    now: () => now,
  });
}

async function swept(delivery: ReturnType<typeof deliverer>): Promise<void> {
  await delivery.sweep();
  await delivery.idle();
}

const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

describe('the outbox', () => {
  it('delivers the turns of a conversation in order, each message once', async () => {
    await write(1, 'một', 'hai');
    await write(2, 'ba');
    const { channel, sent } = postOffice();
    const delivery = delivererWith(channel);
    await swept(delivery);
    await swept(delivery);
    expect(sent).toEqual(['một:sent', 'hai:sent', 'ba:sent']);
    expect(await statesOf(1)).toEqual(['sent', 'sent']);
    expect((await stored(2)).deliverAfter).toBeUndefined();
  });

  it('leaves no doubt while a message waits until it may go', async () => {
    await write(1, 'một');
    const { channel, sent } = postOffice();
    let letGo = (): void => undefined;
    const mayGo = new Promise<undefined>((resolve) => (letGo = () => resolve(undefined)));
    let waiting = (): void => undefined;
    const waits = new Promise<void>((resolve) => (waiting = resolve));
    const ready = () => (waiting(), mayGo);
    const delivery = delivererWith({ ...channel, ready });
    const delivered = delivery.deliver(hoa);
    await waits;
    expect((await stored(1)).out[0]?.delivery).toEqual({ state: 'pending', tries: 0 });
    letGo();
    await delivered;
    expect(sent).toEqual(['một:sent']);
    expect((await stored(1)).out[0]?.delivery).toMatchObject({ state: 'sent', tries: 1 });
  });

  it('does not call a channel that says that nothing can go, and tries again when it says so', async () => {
    await write(1, 'một');
    const { channel, sent } = postOffice();
    const answers = [
      { result: 'failed' as const, reason: 'too fast', waits: true as const, retryAfterMs: 5_000 },
    ];
    const delivery = delivererWith({ ...channel, ready: () => Promise.resolve(answers.shift()) });
    await swept(delivery);
    expect(sent).toEqual([]);
    expect((await stored(1)).out[0]?.delivery).toEqual({ state: 'failed', tries: 1, reason: 'too fast' });
    now = new Date(now.getTime() + 4_000);
    await swept(delivery);
    expect(sent).toEqual([]);
    now = new Date(now.getTime() + 8_000);
    await swept(delivery);
    expect(sent).toEqual(['một:sent']);
  });

  it('lets one of two processes deliver', async () => {
    await write(1, 'một', 'hai', 'ba');
    const { channel, sent } = postOffice();
    await Promise.all([delivererWith(channel).deliver(hoa), delivererWith(channel).deliver(hoa)]);
    expect(sent).toEqual(['một:sent', 'hai:sent', 'ba:sent']);
  });

  it('keeps the order while one message backs off, as long as the other side asks for', async () => {
    await write(1, 'một');
    await write(2, 'hai');
    const { channel, sent } = postOffice({ result: 'failed', reason: '429', retryAfterMs: 5 * MINUTE });
    const delivery = delivererWith(channel);
    await swept(delivery);
    expect(sent).toEqual(['một:failed']);
    later(4 * MINUTE);
    await swept(delivery);
    expect(sent).toHaveLength(1);
    later(10 * MINUTE);
    await swept(delivery);
    expect(sent).toEqual(['một:failed', 'một:sent', 'hai:sent']);
  });

  it('sends once more what ended in the dark, marks it, and goes on', async () => {
    await write(1, 'một', 'hai');
    const { channel, sent } = postOffice(new Error('socket hang up'), new Error('socket hang up'));
    const delivery = delivererWith(channel);
    await swept(delivery);
    for (let round = 0; round < 3; round++) {
      later(20 * MINUTE);
      await swept(delivery);
    }
    expect(sent).toEqual(['hai:sent']);
    expect((await stored(1)).out[0]?.delivery).toMatchObject({ state: 'uncertain', doubts: 2 });
    expect((await stored(1)).deliverAfter).toBeUndefined();
  });

  it('takes up what a process left that died under the call', async () => {
    const turn = await write(1, 'một');
    const dead = turnOutbox(connection);
    const lease = await dead.lease(hoa, now, MINUTE);
    if (!lease) throw new Error('no lease');
    await dead.record(turn, 0, { state: 'uncertain', tries: 1, doubts: 1 }, now, lease);
    const { channel, sent } = postOffice();
    const delivery = delivererWith(channel);
    await swept(delivery);
    expect(sent).toEqual([]);
    later(2 * MINUTE);
    await swept(delivery);
    expect(sent).toEqual(['một:sent']);
    expect((await stored(1)).out[0]?.delivery).toMatchObject({ state: 'sent', doubts: 1 });
    // The dead one wakes up and finds the door closed.
    expect(await dead.record(turn, 0, { state: 'pending', tries: 0 }, now, lease)).toBe(false);
  });

  it('leaves a message under which two processes died as uncertain, and waits for it no more', async () => {
    const turn = await write(1, 'một');
    await write(2, 'hai');
    const dead = turnOutbox(connection);
    for (const doubts of [1, 2]) {
      const lease = await dead.lease(hoa, now, MINUTE);
      if (!lease) throw new Error('no lease');
      await dead.record(turn, 0, { state: 'uncertain', tries: doubts, doubts }, now, lease);
      later(2 * MINUTE);
    }
    const { channel, sent } = postOffice();
    await swept(delivererWith(channel));
    expect(sent).toEqual(['hai:sent']);
    expect((await stored(1)).out[0]?.delivery).toMatchObject({ state: 'uncertain', doubts: 2 });
    expect((await stored(1)).deliverAfter).toBeUndefined();
  });

  it('gives up after eight refusals; the dead letter can be replayed', async () => {
    await write(1, 'một');
    await write(2, 'hai');
    const refusal: Sent = { result: 'failed', reason: '500' };
    const { channel, sent } = postOffice(...Array.from({ length: 8 }, () => refusal));
    const delivery = delivererWith(channel);
    for (let round = 0; round < 9; round++) {
      await swept(delivery);
      later(60 * MINUTE);
    }
    expect(await statesOf(1)).toEqual(['dead']);
    expect(sent.at(-1)).toBe('hai:sent');
    expect(await deadLetterStore(connection, turnOutbox(connection)).replay(hoa, 'all', 'key')).toBe(1);
    later(24 * 60 * MINUTE * 365);
    await swept(delivery);
    expect(await statesOf(1)).toEqual(['sent']);
  });

  it('waits for a channel that takes nothing, as long as a day', async () => {
    await write(1, 'một');
    await write(2, 'hai');
    const away: Sent = { result: 'failed', reason: 'ECONNREFUSED', waits: true };
    const { channel, sent } = postOffice(...Array.from({ length: 21 }, () => away));
    const delivery = delivererWith(channel);
    for (let round = 0; round < 20; round++) {
      await swept(delivery);
      later(2 * MINUTE);
    }
    expect(await statesOf(1)).toEqual(['failed']);
    later(24 * 60 * MINUTE);
    await swept(delivery);
    expect([await statesOf(1), sent.at(-1)]).toEqual([['dead'], 'hai:sent']);
  });

  it('sends nothing more to who wants to hear nothing, and tells of it once', async () => {
    await write(1, 'một', 'hai');
    await write(2, 'ba');
    const { channel, sent } = postOffice({ result: 'dead', reason: '403', unreachable: true });
    const told: ConversationId[] = [];
    const delivery = delivererWith(channel, undefined, async (conversation) => void told.push(conversation));
    await swept(delivery);
    expect([await statesOf(1), await statesOf(2), sent]).toEqual([['dead', 'dead'], ['dead'], ['một:dead']]);
    expect(told).toEqual([hoa]);
  });

  it('a call that hangs holds up no other conversation, and what is written meanwhile follows at once', async () => {
    const lan = 'conv-lan' as ConversationId;
    const turn = await write(1, 'treo');
    let letGo = (): void => undefined;
    const hangs = new Promise<void>((resolve) => (letGo = resolve));
    const { channel, sent } = postOffice();
    const slow: Channel = {
      ...channel,
      deliver: async (address, message) => {
        if (message.text === 'treo') await hangs;
        return channel.deliver(address, message);
      },
    };
    const delivery = delivererWith(slow);
    delivery.onTurn(turn, true);
    await turns().insertOne(toRecord({ ...turn, conversation: lan }, { process: 'p', writing: 'lan' }));
    await turns().updateOne({ conversation: lan }, { $set: { 'out.0.activity.text': 'chào' } });
    await delivery.deliver(lan);
    expect(sent).toEqual(['chào:sent']);
    delivery.onTurn(await write(2, 'sau'), true);
    letGo();
    await delivery.idle();
    expect(sent).toEqual(['chào:sent', 'treo:sent', 'sau:sent']);
  });

  it('has nobody to send to once the identity is erased', async () => {
    await write(1, 'một');
    const { channel, sent } = postOffice();
    const delivery = deliverer({
      outbox: turnOutbox(connection),
      channels: new Map([['letter', channel]]),
      identities: { of: () => Promise.resolve(undefined), forget: () => Promise.resolve() },
      forCitizen: (logged) => Promise.resolve(logged),
      onError: () => undefined,
      now: () => now,
    });
    await swept(delivery);
    expect(sent).toEqual([]);
    expect(await statesOf(1)).toEqual(['dead']);
  });
});

describe('effects', () => {
  async function ask(seq: number): Promise<Turn> {
    const turn: Turn = { ...(await write(seq)), effects: [{ type: 'weigh', input: seq }], effectsAt: now };
    await turns().replaceOne({ seq }, toRecord(turn, { process: 'p', writing: String(seq) }));
    return turn;
  }

  function runnerWith(weigh: (input: unknown) => Promise<unknown>) {
    const results: unknown[] = [];
    const taken = new Set<string>();
    const runner = effectRunner({
      store: turnEffects(connection),
      handlers: { weigh },
      turns: {
        take: async ({ eventId = '', cause }) => {
          if (!taken.has(eventId)) results.push(cause);
          taken.add(eventId);
          return { turn: await stored(1), duplicate: false };
        },
      },
      answer: ({ state }) => Promise.resolve({ out: [], state }),
      onError: (error) => {
        throw error;
      },
      now: () => now,
    });
    return { runner, results };
  }

  it('runs an effect after its turn, and brings the result back as a turn', async () => {
    await ask(1);
    const { runner, results } = runnerWith((input) => Promise.resolve(`${String(input)} kg`));
    await runner.sweep();
    await runner.sweep();
    expect(results).toEqual([{ type: 'effect', effect: 'weigh', result: '1 kg' }]);
    expect((await stored(1)).effectsAt).toBeUndefined();
  });

  it('lets one of two processes run it, and another one take it up when the first died', async () => {
    const turn = await ask(1);
    let runs = 0;
    const count = () => Promise.resolve(++runs);
    await Promise.all([runnerWith(count).runner.run(turn), runnerWith(count).runner.run(turn)]);
    expect(runs).toBe(1);

    await ask(2);
    const dying = runnerWith(() => Promise.reject(new Error('killed')));
    await expect(dying.runner.sweep()).rejects.toThrow('killed');
    const other = runnerWith(count);
    await other.runner.sweep();
    expect(runs).toBe(1);
    later(2 * MINUTE);
    await other.runner.sweep();
    expect(runs).toBe(2);
    expect(other.results).toHaveLength(1);
  });
});
