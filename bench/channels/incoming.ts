import fc from 'fast-check';
import { realUpdates, wrongUpdates } from '../../tests/adapters/telegram/mutations';
import { each, post, withHouse } from './house';
import { shuffled } from './shuffled';

const AT_ONCE = 40;

/** Updates of many chats, each given one to five times, shuffled, forty at once. */
export async function redelivery(updates: number) {
  return withHouse(async (house) => {
    const chats = Math.ceil(updates / 50);
    const all = Array.from({ length: updates }, (_, n) => update(n, 7_000_000 + (n % chats)));
    const given = shuffled(all.flatMap((one, n) => Array.from({ length: 1 + (n % 5) }, () => one)));
    const begun = Date.now();
    let again = 0;
    await each(given, AT_ONCE, async (one) => {
      while ((await post(house, one)) !== 200) again += 1;
    });
    const seconds = (Date.now() - begun) / 1000;
    const log = house.stores.log;
    let taken = 0;
    const texts = new Set<string>();
    for (let chat = 0; chat < chats; chat++)
      for (const turn of await log.read(house.conversation(7_000_000 + chat), 0, 1_000))
        if (turn.in) {
          taken += 1;
          texts.add(turn.in.text ?? '');
        }
    return {
      updates,
      given: given.length,
      'given again after 5xx': again,
      missing: updates - texts.size,
      doubled: taken - texts.size,
      'given a second': Math.round(given.length / seconds),
    };
  });
}

/** Calls without the secret, and calls with it whose body is broken in some way. */
export async function doors(calls: number) {
  return withHouse(async (house, telegram) => {
    const real = await realUpdates(telegram);
    const statuses: Record<string, number> = {};
    const count = (kind: string, status: number): void => {
      statuses[`${kind} ${status}`] = (statuses[`${kind} ${status}`] ?? 0) + 1;
    };
    const forged = Array.from({ length: calls }, (_, n) =>
      JSON.stringify({ ...real[n % real.length], update_id: n }),
    );
    await each(forged, AT_ONCE, async (body) =>
      count('forged', await post(house, body, `no-${body.length}`)),
    );
    const kept = await house.stores.lists.list({ misconduct: 'all', page: 1, pageSize: 1 });
    const broken = fc.sample(wrongUpdates(real), { numRuns: calls, seed: 11 });
    await each(broken, AT_ONCE, async (body) => count('mutated', await post(house, body)));
    return { calls, ...statuses, 'kept of forged': kept.total, faults: house.errors.length };
  });
}

const update = (n: number, chat: number): string =>
  JSON.stringify({
    update_id: 1_000_000 + n,
    message: {
      message_id: n + 1,
      date: 1_795_000_000,
      chat: { id: chat, type: 'private' },
      from: { id: chat, is_bot: false, first_name: 'Người dân' },
      text: `tin số ${n}`,
    },
  });
