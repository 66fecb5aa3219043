import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { TelegramEmulator } from '../emulators/telegram/emulator';
import { endAll, System } from '../system';
import { allSettled, TelegramCrowd } from '../telegram-crowd';

jest.setTimeout(150_000);

let telegram: TelegramEmulator;

beforeEach(async () => {
  telegram = await new TelegramEmulator().start();
});
afterEach(async () => {
  await endAll();
  await telegram.stop();
});

test.each([
  ['polling', 'the app', 2, false],
  ['webhook', 'mongod and the app', 1, true],
] as const)(
  'by %s, under load, kill -9 of %s loses nothing, and doubles nothing but what is marked',
  async (mode, _who, kills, mongodToo) => {
    const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
    const system = await System.start({ env });
    const how = { TELEGRAM_MODE: mode, ...(mode === 'webhook' && { PUBLIC_URL: system.base }) };
    if (mode === 'webhook') {
      await system.stop();
      await system.start(how);
    }
    const crowd = new TelegramCrowd(telegram, 8);
    crowd.talk();
    for (let kill = 0; kill < kills; kill++) {
      await crowd.hasSaid(crowd.counts.messages + 30);
      await pause(Math.random() * 300);
      await (mongodToo ? system.killWithDatabase() : system.kill());
      await system.start(how);
    }
    await crowd.silence();
    await telegram.allTaken();
    const mongo = await MongoClient.connect(system.mongodbUri());
    try {
      await allSettled(mongo.db());
      const { marked, ...findings } = await crowd.compare(mongo.db());
      expect(findings).toEqual({ missing: [], doubled: [], wrong: [] });
      expect(crowd.counts.tickets).toBeGreaterThan(7);
      // Few calls are under way when a process dies.
      expect(marked).toBeLessThan(crowd.counts.messages / 4);
      expect(system.output).not.toMatch(/unhandled|uncaught/i);
    } finally {
      await mongo.close();
    }
  },
);
