import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { TelegramEmulator } from '../../tests/emulators/telegram/emulator';
import { System } from '../../tests/system';
import { allSettled, TelegramCrowd } from '../../tests/telegram-crowd';

const CITIZENS = 12;

/** `kill -9` again and again while people talk. */
export async function killed(mode: 'polling' | 'webhook', kills: number, withDatabase: boolean) {
  const telegram = await new TelegramEmulator().start();
  const system = await System.start({
    env: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
  });
  const how = { TELEGRAM_MODE: mode, ...(mode === 'webhook' && { PUBLIC_URL: system.base }) };
  await system.stop();
  await system.start(how);
  const crowd = new TelegramCrowd(telegram, CITIZENS);
  crowd.talk();
  for (let kill = 0; kill < kills; kill++) {
    await crowd.hasSaid(crowd.counts.messages + 40);
    await pause(Math.random() * 500);
    await (withDatabase ? system.killWithDatabase() : system.kill());
    await system.start(how);
  }
  await crowd.silence();
  await telegram.allTaken(60_000);
  const mongo = await MongoClient.connect(system.mongodbUri());
  await allSettled(mongo.db());
  const { marked, ...findings } = await crowd.compare(mongo.db());
  await mongo.close();
  for (const each of [...Object.values(findings).flat(), ...crowd.troubles]) console.error(each);
  const { missing, doubled, wrong } = findings;
  const figures = { missing: missing.length, doubled: doubled.length, wrong: wrong.length, marked };
  await system.kill();
  system.destroy();
  await telegram.stop();
  return { kills, ...crowd.counts, ...figures, unanswered: crowd.troubles.length };
}
