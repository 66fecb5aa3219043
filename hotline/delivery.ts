import type { Channel, Sent } from './channel';
import type { ConversationId, Delivery, OutMessage, Turn } from './conversation/turn';
import type { IdentityStore } from './stores';
import { sideWork } from './sweeper';

/** A delivery that keeps failing is given up after so many tries. */
const MOST_TRIES = 8;
/** Calls that may end in the dark before a message is left as uncertain. */
const MOST_DOUBTS = 2;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
const LEASE_MS = 60_000;
const SWEPT = 50;

/** The right to deliver in one conversation. The number grows with each holder; an older holder's writes are refused. */
export interface Lease {
  conversation: ConversationId;
  fence: number;
}

/** What waits to be delivered, and who may do it. */
export interface Outbox {
  /** Conversations in which something is due. */
  due(now: Date, limit: number): Promise<ConversationId[]>;
  /** Undefined while another process holds it. */
  lease(conversation: ConversationId, now: Date, ms: number): Promise<Lease | undefined>;
  release(lease: Lease): Promise<void>;
  /** Turns of a conversation that are not delivered yet, oldest first. */
  undelivered(conversation: ConversationId): Promise<Turn[]>;
  /** Durable when it resolves; false when somebody else holds the lease by now. */
  record(turn: Turn, index: number, delivery: Delivery, next: Date | null, lease: Lease): Promise<boolean>;
}

export interface DeliveryParts {
  outbox: Outbox;
  /** By name; only those that do not pull. */
  channels: ReadonlyMap<string, Channel>;
  identities: IdentityStore;
  /** The turn as its citizen may see it. */
  forCitizen: (turns: Turn[]) => Promise<Turn[]>;
  onError: (error: unknown) => void;
  /** Hears of each outcome once it is recorded, of failures that will be tried again too. */
  onOutcome?: (turn: Turn, delivery: Delivery) => void;
  now?: () => Date;
}

/**
 * Carries what the log holds to channels that must be called. One message after the other in a conversation:
 * order holds while one backs off. No channel takes an idempotency key, so each call is marked before it is made;
 * one whose outcome nobody knows is sent once more and stays marked as uncertain.
 */
export function deliverer({
  outbox,
  channels,
  identities,
  forCitizen,
  onError,
  onOutcome,
  now = () => new Date(),
}: DeliveryParts) {
  const { begin, idle } = sideWork(onError);

  /** Delivers what is due in a conversation, unless another process is at it. */
  async function deliver(conversation: ConversationId): Promise<void> {
    const lease = await outbox.lease(conversation, now(), LEASE_MS);
    if (!lease) return;
    try {
      for (const turn of await outbox.undelivered(conversation))
        if (!(await deliverTurn(turn, lease))) return;
    } finally {
      await outbox.release(lease);
    }
  }

  /** True when the next turn may follow. */
  async function deliverTurn(logged: Turn, lease: Lease): Promise<boolean> {
    if (logged.deliverAfter && logged.deliverAfter > now()) return false;
    const [turn] = await forCitizen([logged]);
    const address = (await identities.of(logged.conversation))?.address;
    for (const [index, message] of (turn?.out ?? []).entries()) {
      if (isSettled(message)) continue;
      if (!(await deliverMessage(logged, index, message, address, lease))) return false;
    }
    return true;
  }

  async function deliverMessage(
    turn: Turn,
    index: number,
    message: OutMessage,
    address: string | undefined,
    lease: Lease,
  ): Promise<boolean> {
    const before = message.delivery;
    const tries = (before?.tries ?? 0) + 1;
    const marked: Delivery = { state: 'uncertain', tries, doubts: (before?.doubts ?? 0) + 1 };
    if (!(await outbox.record(turn, index, marked, now(), lease))) return false;
    const sent = await send(turn.channel, message, address);
    const delivery = outcomeOf(sent, tries, before?.doubts ?? 0);
    const next = isFinal(delivery) ? afterwards(turn, index) : later(sent, tries);
    if (!(await outbox.record(turn, index, delivery, next, lease))) return false;
    onOutcome?.(turn, delivery);
    return isFinal(delivery);
  }

  const afterwards = (turn: Turn, index: number): Date | null =>
    turn.out.some((other, at) => at > index && !isSettled(other)) ? now() : null;

  const later = (sent: Sent, tries: number): Date => new Date(now().getTime() + pauseOf(sent, tries));

  async function send(channel: string, message: OutMessage, address: string | undefined): Promise<Sent> {
    const carrier = channels.get(channel);
    if (!carrier) return { result: 'failed', reason: 'the channel is off' };
    if (address === undefined) return { result: 'dead', reason: 'the address was erased' };
    try {
      return await carrier.deliver(address, message.activity);
    } catch (error) {
      return { result: 'uncertain', reason: error instanceof Error ? error.message : 'unknown' };
    }
  }

  /** What dead processes left, and what backed off until now. */
  async function sweep(): Promise<void> {
    for (const conversation of await outbox.due(now(), SWEPT)) await deliver(conversation);
  }

  /** Delivers at once what this process has just written. */
  function onTurn(turn: Turn, own: boolean): void {
    if (own && turn.deliverAfter) begin(deliver(turn.conversation));
  }

  return { deliver, sweep, onTurn, idle };
}

const isSettled = ({ delivery }: OutMessage): boolean => !delivery || isFinal(delivery);

/** Nothing more is to be done; the first doubt is answered by sending once more. */
function isFinal({ state, doubts = 0 }: Delivery): boolean {
  if (state === 'uncertain') return doubts >= MOST_DOUBTS;
  return state === 'sent' || state === 'dead';
}

/** `doubts`: how many calls before this one ended in the dark. */
function outcomeOf(sent: Sent, tries: number, doubts: number): Delivery {
  const doubted = doubts > 0 ? { doubts } : {};
  switch (sent.result) {
    case 'sent': {
      const { channelMessageId } = sent;
      return {
        state: 'sent',
        tries,
        ...doubted,
        ...(channelMessageId !== undefined && { channelMessageId }),
      };
    }
    case 'uncertain':
      return { state: 'uncertain', tries, doubts: doubts + 1, reason: sent.reason };
    case 'failed':
      return { state: tries < MOST_TRIES ? 'failed' : 'dead', tries, ...doubted, reason: sent.reason };
    case 'dead': {
      const { reason, unreachable } = sent;
      return { state: 'dead', tries, ...doubted, reason, ...(unreachable && { unreachable }) };
    }
  }
}

function pauseOf(sent: Sent, tries: number): number {
  const asked = 'retryAfterMs' in sent ? (sent.retryAfterMs ?? 0) : 0;
  const backOff = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.max(asked, backOff * (0.75 + Math.random() / 2));
}
