import { House, SECRET } from '../../tests/adapters/telegram/house';
import { TelegramEmulator } from '../../tests/emulators/telegram/emulator';
import { openDatabase } from '../../tests/database';

/** The channel by webhook, on a database of its own, with a bot that repeats what it hears. */
export async function withHouse<T>(
  work: (house: House, telegram: TelegramEmulator) => Promise<T>,
): Promise<T> {
  const database = await openDatabase();
  const telegram = await new TelegramEmulator().start();
  const house = await House.open({ emulator: telegram, connection: database.connection, mode: 'webhook' });
  try {
    return await work(house, telegram);
  } finally {
    await house.close();
    await telegram.stop();
    await database.close();
  }
}

/** As Telegram calls, or as somebody who only says to be Telegram. @returns the status */
export async function post(house: House, body: string | Buffer, secret: string | undefined = SECRET) {
  const response = await fetch(`${house.url}/webhooks/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: body as string,
  });
  await response.arrayBuffer();
  return response.status;
}

/** Does work for each, so many at once. */
export async function each<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const left = [...all].reverse();
  const hand = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
