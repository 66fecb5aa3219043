import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { PHOTO } from '../../photo';
import { mutations } from '../mutations';
import type { Expectation } from './expectations';
import type { FarSide } from './far-side';
import { until } from './house';
import { heard, hears, meets, taken, texts } from './meeting';

/** Nothing is lost, nothing is done twice, nobody is told who it was. */
export const KEEPING: readonly Expectation[] = [
  {
    says: 'the same person has the same conversation, another person another, and no id is an address',
    async holds(side) {
      const [hoa, nam] = [await meets(side, 'Hoahoahoa'), await meets(side, 'Namnamnam')];
      for (const words of ['một', 'hai']) await hoa.says(words);
      await nam.says('ba');
      await hears(hoa, 'nghe: hai');
      await hears(nam, 'nghe: ba');
      expect((await heard(side, hoa)).map(({ text }) => text)).toEqual(['một', 'hai']);
      expect((await heard(side, nam)).map(({ text }) => text)).toEqual(['ba']);
      expect(hoa.conversation()).toMatch(/^[\w-]{43}$/);
    },
  },
  {
    says: 'who it was is in no log, no turn, no ticket and no list',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('chào');
      await hoa.sendsPicture(PHOTO, 'ống khói');
      await hears(hoa, 'nghe: ống khói, 1 tệp');
      await side.house.staffSays(hoa.conversation(), { text: 'Xin chào.' });
      await hears(hoa, 'Xin chào.');
      if (side.knocks) await side.knocks('{"hello":');
      const open = ['turns', 'tickets', 'conversations', 'files', 'leases', 'alerts', 'audit'];
      const kept = await Promise.all(
        open.map((name) => side.house.connection.collection(name).find().toArray()),
      );
      const all = JSON.stringify([kept, side.house.told]);
      expect(hoa.secrets.filter((secret) => all.includes(secret))).toEqual([]);
    },
  },
  {
    says: 'what is told again has one effect, in a process that remembers nothing too',
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('một');
      await hears(hoa, 'nghe: một');
      await hoa.isToldAgain(4);
      await taken(side);
      await side.restarts();
      await hoa.isToldAgain(4);
      await taken(side);
      await hoa.says('hai');
      await hears(hoa, 'nghe: hai');
      expect((await heard(side, hoa)).map(({ text }) => text)).toEqual(['một', 'hai']);
      expect(await texts(hoa)).toEqual(['nghe: một', 'nghe: hai']);
    },
  },
  {
    says: 'while the database is away nothing is acknowledged; then it is, with one effect',
    async holds(side, _channel, database) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('một');
      await hears(hoa, 'nghe: một');
      await taken(side);
      database.freeze();
      await hoa.says('hai');
      await pause(700);
      const isTaken = side.isTaken();
      database.thaw();
      expect(isTaken).toBe(false);
      await hears(hoa, 'nghe: hai');
      await taken(side);
      await hoa.isToldAgain(2);
      await taken(side);
      expect((await heard(side, hoa)).map(({ text }) => text)).toEqual(['một', 'hai']);
      expect(await texts(hoa)).toEqual(['nghe: một', 'nghe: hai']);
    },
  },
  {
    says: 'what nobody can read is no fault of ours, and nothing of it is kept',
    needs: ({ has }) => has.includes('webhook'),
    async holds(side) {
      await taken(side);
      const before = await kept(side);
      expect((await statuses(side, UNREADABLE)).filter((status) => status >= 500)).toEqual([]);
      expect((await kept(side)).length).toBe(before.length);
    },
  },
  {
    says: 'of 300 mutated messages none is a fault of ours, and only what can be read is kept',
    needs: ({ has }) => has.includes('webhook'),
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('Ống khói xả khói đen 🏭');
      await hoa.sendsPlace(21.59, 105.84);
      await hears(hoa, 'một vị trí');
      await taken(side);
      const before = (await kept(side)).length;
      const bodies = fc.sample(
        mutations(side.posted?.() ?? [], (body, n) => side.asNew?.(body, n) ?? body),
        { numRuns: 300, seed: 11 },
      );
      expect((await statuses(side, bodies)).filter((status) => status >= 500)).toEqual([]);
      const said = (await kept(side)).slice(before);
      expect(said.length).toBeGreaterThan(10);
      for (const { type, text = '', entities = [] } of said) {
        expect([type, typeof text]).toEqual(['message', 'string']);
        for (const { latitude = 0, longitude = 0 } of entities as Record<string, number>[])
          expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180).toBe(true);
      }
    },
  },
  {
    says: 'who wants to hear nothing more is known, and heard again when they write',
    needs: ({ has }) => has.includes('leaving'),
    async holds(side) {
      const hoa = await meets(side, 'Hoahoahoa');
      await hoa.says('chào');
      await hears(hoa, 'nghe: chào');
      await hoa.leaves?.();
      await side.house.staffSays(hoa.conversation(), { text: 'Bạn còn đó không?' });
      const state = async () => (await side.house.turns(hoa.conversation())).at(-1)?.state;
      await until(async () => (await state())?.unreachable !== undefined, 'it is known');
      expect((await texts(hoa)).join()).not.toContain('còn đó');
      await side.house.staffLeaves(hoa.conversation());
      await hoa.says('tôi đây');
      await hears(hoa, 'nghe: tôi đây');
      expect((await state())?.unreachable).toBeUndefined();
    },
  },
];

const UNREADABLE: readonly (string | Buffer)[] = [
  '',
  '{',
  '[]',
  'null',
  '"x"',
  '7',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '{"__proto__":{"type":"message","text":"x"}}',
  '{"constructor":{"prototype":{"type":"message"}}}',
  '{"$where":"1","update_id":{"$gt":0},"message":{"$ne":null}}',
  '{"update_id":1e999,"message":1e999,"id":1e999}',
  Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
  Buffer.from('{"text":"\u{d800}"}', 'utf16le'),
];

async function statuses(side: FarSide, bodies: readonly (string | Buffer)[]): Promise<number[]> {
  const all: number[] = [];
  for (const body of bodies) all.push((await side.knocks?.(body)) ?? NaN);
  return all;
}

/** All that citizens were heard to say, of anybody. */
async function kept(side: FarSide): Promise<Record<string, unknown>[]> {
  const turns = side.house.connection.collection('turns');
  const found = await turns.find({ in: { $exists: true } }, { sort: { at: 1 } }).toArray();
  return found.map((turn) => turn.in as Record<string, unknown>);
}
