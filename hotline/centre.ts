import type { Activity } from './activity';
import type { Channel } from './channel';
import type { Answerer } from './conversation/conversations';
import { fetching } from './conversation/fetching';
import { openTurns } from './conversation/open-turns';
import { FETCH_FILES, type FileWords } from './conversation/remote-files';
import type { ConversationState } from './conversation/turn';
import { typingSigns } from './conversation/typing';
import { type HandoverWords, conversations } from './conversation/service';
import type { Deadlines } from './deadlines/deadlines';
import { type Due, type DueStore, deadlineWatch } from './deadlines/watch';
import { type DeliveryParts, deliverer, type Outbox } from './delivery';
import { effectRunner, type EffectHandler, type EffectStore } from './effects';
import { inParts } from './parts';
import type { FileStore, IdentityStore, TicketStore, TurnLog } from './stores';
import { sweeper } from './sweeper';
import type { IncidentStore } from './incidents';
import { staffDesk } from './ticket/staff-desk';
import type { Ticket } from './ticket/ticket';
import { WHOLE_INCIDENT, wholeIncident } from './ticket/whole-incident';

export interface CentreParts {
  stores: {
    log: TurnLog;
    tickets: TicketStore;
    files: FileStore;
    identities: IdentityStore;
    outbox: Outbox;
    effects: EffectStore;
    due: DueStore;
    incidents: Pick<IncidentStore, 'ofIncident'>;
  };
  bot: {
    answer: Answerer;
    handover: HandoverWords;
    tell: (ticket: Ticket, state: ConversationState) => Activity | undefined;
    files: FileWords;
    /** What is said once when somebody writes faster than is answered. */
    slow?: (state: ConversationState) => Activity;
  };
  /** Channels that must be called; those that pull are not among them. */
  channels: readonly Channel[];
  effects: Readonly<Record<string, EffectHandler>>;
  deadlines: Deadlines;
  /** Staff are to be told of a deadline; may be called again with the same key. */
  onDue: (due: Due) => Promise<unknown>;
  /** Hears of each delivery. */
  onOutcome: NonNullable<DeliveryParts['onOutcome']>;
  secretOf: (code: string) => string;
  messagesPerMinute: number;
  /** Work in the background failed and will be tried again. */
  onError: (error: unknown, what: string) => void;
  now?: () => Date;
}

/** The centre of the house: everybody's door, the staff's desk, and what goes on after a turn is written. */
export function openCentre({ stores, bot, messagesPerMinute, secretOf, onError, ...parts }: CentreParts) {
  const { log, tickets, files, identities } = stores;
  const channels = new Map(parts.channels.map((channel) => [channel.name, channel]));
  const failed = (what: string) => (error: unknown) => onError(error, what);
  const clock = parts.now && { now: parts.now };

  const turns = openTurns({
    log,
    answer: bot.answer,
    fileWords: bot.files,
    ...(bot.slow && { slowWords: bot.slow }),
    pushes: (channel) => channels.has(channel),
    lastHeard: (conversation) => stores.outbox.lastHeard(conversation),
    parts: (name, message) => {
      const channel = channels.get(name);
      return channel ? inParts(message, channel) : [message];
    },
    messagesPerMinute,
    ...clock,
    onError: failed('answering what was held failed'),
  });
  const service = conversations({ turns, log, identities, secretOf, words: bot.handover });
  const typing = typingSigns({ channels, identities });
  const { deadlines, onDue } = parts;
  const desk = staffDesk({ turns, log, tickets, files, deadlines, tell: bot.tell });
  const watch = deadlineWatch({
    store: stores.due,
    tickets,
    turns,
    deadlines,
    tell: bot.tell,
    onDue,
    onError: failed('a deadline was not dealt with'),
  });
  const delivery = deliverer({
    outbox: stores.outbox,
    channels,
    identities,
    forCitizen: (citizens) => service.forCitizen(citizens),
    onError: failed('delivering failed'),
    onOutcome: parts.onOutcome,
    onUnreachable: (conversation, asked) => turns.noteReach(conversation, false, asked),
    ...clock,
  });
  const effects = effectRunner({
    store: stores.effects,
    handlers: {
      ...parts.effects,
      [FETCH_FILES]: fetching({ channels, files, log }),
      [WHOLE_INCIDENT]: wholeIncident({
        ...{ turns, log, tickets, deadlines },
        incidents: stores.incidents,
        tell: bot.tell,
      }),
    },
    turns,
    answer: turns.answerEffect,
    onError: failed('an effect failed'),
  });
  log.onTurn(delivery.onTurn);
  log.onTurn(effects.onTurn);

  const left = sweeper({
    rounds: {
      'answering what was held failed': turns.sweep,
      'delivering failed': delivery.sweep,
      'an effect failed': effects.sweep,
      'watching the deadlines failed': watch.sweep,
    },
    onError,
  });

  /** Finishes what is under way. */
  async function stop(): Promise<void> {
    await turns.stop();
    await Promise.all([left.stop(), delivery.idle(), effects.idle()]);
  }

  /** `watch` takes up what dead processes left, from now on. */
  return { conversations: service, typing, desk, watch: left.watch, stop };
}
