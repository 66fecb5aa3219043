import type { Activity } from '../../../hotline/activity';
import type { FarPerson, FarSide, Seen } from './far-side';
import { until } from './house';

/** Somebody new. */
export const meets = (side: FarSide, name: string): Promise<FarPerson> => side.person(name);

/** What they were heard to say, in order. */
export const heard = (side: FarSide, person: FarPerson): Promise<Activity[]> =>
  side.house.heard(person.conversation());

/** The words they see, in order. */
export const texts = async (person: FarPerson): Promise<string[]> =>
  (await person.seen()).map(({ text }) => text);

/** Waits for a message that begins with these words, accents written in any way. */
export async function hears(person: FarPerson, words: string): Promise<Seen> {
  let found: Seen | undefined;
  const look = async () => {
    found = (await person.seen()).find(({ text }) => text.normalize('NFC').includes(words));
    return found !== undefined;
  };
  await until(look, `somebody hears ${words}`).catch(async (error: unknown) => {
    throw new Error(`${String(error)}; they see ${JSON.stringify(await person.seen())}`);
  });
  return found ?? { text: '', options: [], files: 0 };
}

/** Waits until all they did is acknowledged. */
export const taken = (side: FarSide): Promise<void> => until(() => side.isTaken(), 'all is acknowledged');
