import type { ConversationId, Turn } from '../../hotline/conversation/turn';
import type { openCentre } from '../../hotline/centre';
import { withHouse } from './house';
import { withZalo } from './zalo';

/** Somebody with a phone, in a conversation with the hotline. */
export interface Talker {
  conversation: ConversationId;
  says(text: string): Promise<unknown>;
  hears(text: string): Promise<unknown>;
  /** What they were told, in order. */
  told(): string[];
}

/** A channel whose line may be made bad. */
export interface Line {
  centre: ReturnType<typeof openCentre>;
  turns(conversation: ConversationId): Promise<Turn[]>;
  talker(name: string): Talker;
  /** From now on one call in five fails: refused, answered with 5xx, or the line breaks before or after. */
  goesBad(): void;
  /** Whether each call that sends came through. */
  calls(): boolean[];
}

const PATIENCE_MS = 120_000;
const SHARE = 0.05;
const LINE = [{ drop: 'before' }, { drop: 'after' }] as const;

export const overTelegram = <T>(work: (line: Line) => Promise<T>): Promise<T> =>
  withHouse((house, telegram) =>
    work({
      centre: house.centre,
      turns: (conversation) => house.stores.log.read(conversation, 0, 1_000),
      talker(name) {
        const person = telegram.person({ first_name: name });
        return {
          conversation: house.conversation(person.chatId),
          says: (text) => person.says(text),
          hears: (text) => person.hears(text, PATIENCE_MS),
          told: () => person.screen.messages.map(({ text = '' }) => text),
        };
      },
      goesBad() {
        const refused = [{ answer: 429, retryAfter: 1 }, { answer: 502 }] as const;
        for (const fault of [...refused, ...LINE]) telegram.faults.share('sendMessage', SHARE, fault);
      },
      calls: () => telegram.calls('sendMessage').map(({ outcome }) => outcome === 200),
    }),
  );

export const overZalo = <T>(work: (line: Line) => Promise<T>): Promise<T> =>
  withZalo((house, zalo) => {
    zalo.setWebhook(`${house.url}/webhooks/zalo`);
    return work({
      centre: house.centre,
      turns: (conversation) => house.stores.log.read(conversation, 0, 1_000),
      talker(name) {
        const person = zalo.person(name);
        return {
          conversation: house.conversation(person.id),
          says: (text) => person.says(text),
          hears: (text) => person.hears(text, PATIENCE_MS),
          told: () => person.screen.filter(({ by }) => by === 'oa').map(({ text }) => text),
        };
      },
      goesBad() {
        // Not -32: until the minute is over nothing more would be sent to anybody.
        for (const fault of [{ status: 502 }, { status: 503 }, ...LINE] as const)
          zalo.faults.share('message/cs', SHARE, fault);
      },
      calls: () => zalo.calls('message/cs').map(({ outcome, error }) => outcome === 200 && error === 0),
    });
  });
