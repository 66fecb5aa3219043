import fc from 'fast-check';
import { openDatabase } from '../../tests/database';
import { mutations } from '../../tests/adapters/mutations';
import { asNew, realEvents } from '../../tests/adapters/zalo/events';
import { House } from '../../tests/adapters/zalo/house';
import { post, signed } from '../../tests/adapters/zalo/post';
import { ZaloEmulator } from '../../tests/emulators/zalo/emulator';
import { each } from './house';
import { shuffled } from './shuffled';

const AT_ONCE = 40;
/** What Zalo waits for. */
const PATIENCE_MS = 2_000;

/** Events of many people, each given one to five times, shuffled, forty at once; and how soon each was acknowledged. */
export async function zaloRedelivery(events: number) {
  return withZalo(async (house, zalo) => {
    const people = Math.ceil(events / 50);
    const all = Array.from({ length: events }, (_, n) => textEvent(zalo, n, idOf(n % people)));
    const given = shuffled(all.flatMap((one, n) => Array.from({ length: 1 + (n % 5) }, () => one)));
    const took: number[] = [];
    let again = 0;
    await each(given, AT_ONCE, async (body) => {
      for (let status = 0; status !== 200;) {
        const begun = performance.now();
        ({ status } = await post(house, body, signed(zalo, body)));
        took.push(performance.now() - begun);
        if (status !== 200) again += 1;
      }
    });
    took.sort((one, other) => one - other);
    const { taken, texts } = await heard(house, people);
    return {
      events,
      given: given.length,
      'given again after 5xx': again,
      missing: events - texts.size,
      doubled: taken - texts.size,
      'ack p50 ms': Math.round(took[Math.floor(took.length / 2)] ?? 0),
      'ack p99 ms': Math.round(took[Math.floor(took.length * 0.99)] ?? 0),
      'ack above 2 s': took.filter((ms) => ms > PATIENCE_MS).length,
    };
  });
}

/** Calls that are not signed, calls that are and whose body is broken in some way, and one valid call again and again. */
export async function zaloDoors(calls: number) {
  return withZalo(async (house, zalo) => {
    const real = await realEvents(zalo);
    const statuses: Record<string, number> = {};
    const send = async (kind: string, body: string | Buffer, headers?: Record<string, string>) => {
      const { status } = await post(house, body, headers);
      statuses[`${kind} ${status}`] = (statuses[`${kind} ${status}`] ?? 0) + 1;
    };
    const count = async () =>
      (await house.stores.lists.list({ misconduct: 'all', page: 1, pageSize: 1 })).total;
    const forged = Array.from({ length: calls }, (_, n) => real[n % real.length]).flatMap((event, n) =>
      event ? [JSON.stringify(asNew(event, n))] : [],
    );
    const stolen = signed(zalo, JSON.stringify(real[0]));
    await each(forged, AT_ONCE, (body) => send('forged', body, body.length % 2 ? stolen : {}));
    const kept = await count();
    const broken = fc.sample(mutations(real, asNew), { numRuns: calls, seed: 11 });
    await each(broken, AT_ONCE, (body) => send('mutated', body, signed(zalo, body)));
    const captured = textEvent(zalo, 0, idOf(0));
    const replays = Array.from({ length: Math.ceil(calls / 10) }, () => captured);
    await each(replays, AT_ONCE, (body) => send('replayed', body, signed(zalo, body)));
    const { taken } = await heard(house, 1);
    const refused = house.errors.filter(isOfAnotherHost);
    const others = house.errors.filter((error) => !isOfAnotherHost(error));
    for (const error of others) console.error(error);
    const figures = { 'kept of forged': kept, doubled: taken - 1, faults: others.length };
    return { calls, ...statuses, 'files of other hosts refused': refused.length, ...figures };
  });
}

/** The channel on a database of its own, with a bot that repeats what it hears. */
export async function withZalo<T>(work: (house: House, zalo: ZaloEmulator) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  const zalo = await new ZaloEmulator().start();
  const house = await House.open({ emulator: zalo, connection: database.connection });
  try {
    return await work(house, zalo);
  } finally {
    await house.close();
    await zalo.stop();
    await database.close();
  }
}

async function heard(house: House, people: number) {
  let taken = 0;
  const texts = new Set<string>();
  for (let person = 0; person < people; person++)
    for (const turn of await house.turns(idOf(person)))
      if (turn.in) {
        taken += 1;
        texts.add(turn.in.text ?? '');
      }
  return { taken, texts };
}

/** A mutation made the link of a file lead elsewhere: it is not followed, and operators are told. */
const isOfAnotherHost = ({ error }: House['errors'][number]): boolean =>
  error instanceof Error && error.message === 'the file lies at a host that is not known';

const idOf = (person: number): string => `${7_000_000_000_000_000_000n + BigInt(person)}`;

function textEvent({ settings: { appId, oaId } }: ZaloEmulator, n: number, id: string): string {
  return JSON.stringify({
    app_id: appId,
    event_name: 'user_send_text',
    timestamp: '1795000000000',
    sender: { id },
    recipient: { id: oaId },
    message: { msg_id: `m${n}`, text: `tin số ${n}` },
  });
}
