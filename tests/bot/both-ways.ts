import { fold } from '../../nlp/fold';
import type { Ticket } from '../../hotline/ticket/ticket';
import type { Citizen } from '../town/people';
import { type Drawer, talk } from './talk';

/** A conversation in which the citizen types with accents, or without any. */
export interface Speaker extends Omit<ReturnType<typeof talk>, 'says'> {
  says: ReturnType<typeof talk>['says'];
  /** A button sends what is written on it, however the citizen types. */
  presses: ReturnType<typeof talk>['says'];
  /** A text as this citizen types it. */
  typed: (text: string) => string;
  /** All of it, one after the other; the last answer. */
  tells: (...texts: string[]) => ReturnType<ReturnType<typeof talk>['says']>;
  /** Comes back after so many hours. */
  leavesFor: (hours: number) => void;
}

const bare = (text: string): string => (fold(text) === text.toLowerCase() ? text : fold(text));

export function speaker(typed: (text: string) => string, citizen?: Citizen, drawer?: Drawer): Speaker {
  const talking = talk(citizen, drawer);
  const says: Speaker['says'] = (text, more) => talking.says(typed(text), more);
  return {
    ...talking,
    typed,
    says,
    presses: talking.says,
    async tells(...texts) {
      let answer = await says(texts[0] ?? '');
      for (const text of texts.slice(1)) answer = await says(text);
      return answer;
    },
    leavesFor: (hours) => {
      talking.clock.now = new Date(talking.clock.now.getTime() + hours * 3_600_000);
    },
  };
}

/** Says yes to the summary; the ticket. */
export async function filed(citizen: Speaker): Promise<Ticket | undefined> {
  await citizen.says('đúng rồi');
  return citizen.tickets()[0];
}

/** Tells one conversation twice: as it is written, and as people type it who leave all accents out. */
export function bothWays(title: string, story: (citizen: Speaker) => Promise<void>): void {
  it(title, () => story(speaker((text) => text)));
  it(`${title} (không dấu)`, () => story(speaker(bare)));
}
