import type { ConversationId, Delivery, Turn } from '../conversation/turn';
import type { Due } from '../deadlines/watch';
import type { Outbox } from '../delivery';
import type { Alert, AlertCarrier } from './alert';
import { dueAlert } from './from-turn';
import { telling, type TellingParts } from './telling';

export interface AlertParts extends Omit<TellingParts, 'onError'> {
  carriers: readonly AlertCarrier[];
  /** Work in the background failed and will be tried again. */
  onError: (error: unknown, what: string) => void;
}

/**
 * Tells staff what cannot wait. Urgent reports and people who wait are written with their turn (`from-turn.ts`); here
 * come in the others, and go out all.
 */
export function openAlerts({ carriers, store, onError, now = () => new Date(), ...parts }: AlertParts) {
  const rounds = carriers.map((carrier) => {
    const what = `alerts by ${carrier.name} failed`;
    const { round } = telling(carrier, { ...parts, store, now, onError: (error) => onError(error, what) });
    return [what, round] as const;
  });

  /** What the watch of deadlines noted; durable when it resolves. */
  const due = (noted: Due): Promise<void> => store.add([dueAlert(noted, now())]);

  /** A channel is down, or up again, or may not act for its account any more; `since`: when that began. */
  function channel(
    name: string,
    kind: 'channel_down' | 'channel_up' | 'grant_lost',
    since: Date,
  ): Promise<void> {
    const alert: Alert = {
      key: `${kind}/${name}/${since.toISOString()}`,
      kind,
      at: now(),
      // Nobody can reach us there, whatever has happened to them.
      urgent: kind !== 'channel_up',
      confidential: false,
      channel: name,
      ...(kind !== 'channel_up' && { since }),
    };
    return store.add([alert]);
  }

  /** The same outbox; what dies in it is kept as an alert before it is kept as dead. */
  function hearing(outbox: Outbox): Outbox {
    return {
      ...outbox,
      async record(turn, index, delivery, next, lease) {
        if (isForStaff(delivery)) await store.add([deadLetter(turn, index, now())]);
        return outbox.record(turn, index, delivery, next, lease);
      },
    };
  }

  /** `rounds`: to be made again and again, by what to say when one fails. */
  return { due, channel, hearing, rounds: Object.fromEntries(rounds) };
}

/** Who wants to hear nothing from us there is left in peace; there is nothing for staff to mend. */
const isForStaff = ({ state, unreachable }: Delivery): boolean => state === 'dead' && !unreachable;

/** One a letter, until it is replayed: then it may die, and be told of, once more. */
export const deadLetterKey = (conversation: ConversationId, seq: number, index: number): string =>
  `dead/${conversation}/${seq}/${index}`;

function deadLetter({ conversation, seq, channel }: Turn, index: number, at: Date): Alert {
  return {
    key: deadLetterKey(conversation, seq, index),
    kind: 'dead_letter',
    at,
    urgent: false,
    confidential: false,
    channel,
  };
}
