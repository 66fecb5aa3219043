import { attempt } from './attempt';
import type { Channel, Sent } from './channel';
import type { ConversationId, Delivery, OutMessage, Turn } from './conversation/turn';
import { withHeartbeat } from './heartbeat';
import { isFinal, isSettled, outcomeOf, pauseOf, type Tried } from './outcome';
import { holdingBack } from './holding-back';
import type { IdentityStore } from './stores';
import { sideWork } from './sweeper';
import { underWay } from './under-way';
import { isWaiting, opensWindow, type Window, windowOf } from './window';

/** Prolonged while its holder is at work; what a process that died held is free when it ends. */
const LEASE_MS = 9_000;
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
  /** Prolongs it; nothing happens when somebody else holds it by now. */
  keep(lease: Lease, now: Date, ms: number): Promise<void>;
  release(lease: Lease): Promise<void>;
  /** Turns of a conversation that are not delivered yet, oldest first. */
  undelivered(conversation: ConversationId): Promise<Turn[]>;
  /** When the citizen spoke last, or came for the first time. */
  lastHeard(conversation: ConversationId): Promise<Date | undefined>;
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
  /** The citizen wants to hear nothing from us since some moment before `asked`. */
  onUnreachable?: (conversation: ConversationId, asked: Date) => Promise<unknown>;
  now?: () => Date;
}

/**
 * Carries what the log holds to channels that must be called. One message after the other in a conversation:
 * order holds while one backs off. No channel takes an idempotency key, so each call is marked right before it is made;
 * one whose outcome nobody knows is sent once more and stays marked as uncertain.
 */
export function deliverer({
  outbox,
  channels,
  identities,
  forCitizen,
  onError,
  onOutcome,
  onUnreachable,
  now = () => new Date(),
}: DeliveryParts) {
  const { begin, idle } = sideWork(onError);
  const conversations = underWay(deliverDue);
  const holdBack = holdingBack({ outbox, channels, identities, now, ...(onOutcome && { onOutcome }) });

  /** Delivers what is due in a conversation, unless another process is at it. */
  async function deliverDue(conversation: ConversationId): Promise<void> {
    const lease = await outbox.lease(conversation, now(), LEASE_MS);
    if (!lease) return;
    const keep = () => outbox.keep(lease, now(), LEASE_MS);
    try {
      await withHeartbeat(keep, LEASE_MS / 3, () => deliverTurns(conversation, lease));
    } finally {
      await outbox.release(lease);
    }
  }

  async function deliverTurns(conversation: ConversationId, lease: Lease): Promise<void> {
    const turns = await outbox.undelivered(conversation);
    const channel = channels.get(turns[0]?.channel ?? '');
    const window = await windowOf(channel, () => outbox.lastHeard(conversation), now());
    const round = { lease, gone: false, window };
    for (const turn of turns) if (!(await deliverTurn(turn, round))) return;
  }

  /** True when the next turn may follow. */
  async function deliverTurn(logged: Turn, round: Round): Promise<boolean> {
    if (!round.window.isOpen && !logged.out.every(isSettled)) return holdBack(logged, 0, round);
    const isLater = logged.deliverAfter !== undefined && logged.deliverAfter > now();
    if (isLater && !logged.out.some(isWaiting)) return false;
    if (logged.out.every(isSettled)) return settle(outbox, logged, round);
    const [turn] = await forCitizen([logged]);
    const address = (await identities.of(logged.conversation))?.address;
    for (const [index, message] of (turn?.out ?? []).entries()) {
      if (isSettled(message)) continue;
      if (!(await deliverMessage(logged, index, message, address, round))) return false;
      // The channel knows better than we when the citizen spoke last.
      if (!round.window.isOpen) return holdBack(logged, index, round);
    }
    return true;
  }

  async function deliverMessage(
    turn: Turn,
    index: number,
    message: OutMessage,
    address: string | undefined,
    round: Round,
  ): Promise<boolean> {
    const { lease } = round;
    const { tries: before = 0, doubts = 0, revived } = message.delivery ?? {};
    const tries = before + 1;
    const back = revived ? { revived } : {};
    const marked: Delivery = { state: 'uncertain', tries, doubts: doubts + 1, ...back };
    const mark = () => outbox.record(turn, index, marked, now(), lease);
    const asked = now();
    const channel = channels.get(turn.channel);
    const sent = round.gone ? GONE : await attempt({ channel, address, message, mark });
    if (!sent) return false;
    if (sent.result === 'closed') {
      round.window = { ...round.window, isOpen: false };
      return true;
    }
    const ageMs = now().getTime() - sendableSince(revived ?? turn.at, round);
    const delivery = { ...outcomeOf(sent, { tries, doubts, ageMs }), ...back };
    const next = isFinal(delivery) ? afterwards(turn, index) : later(sent, tries);
    if (!(await outbox.record(turn, index, delivery, next, lease))) return false;
    onOutcome?.(turn, delivery);
    if (delivery.unreachable && !round.gone) {
      round.gone = true;
      await onUnreachable?.(turn.conversation, asked);
    }
    return isFinal(delivery);
  }

  const afterwards = (turn: Turn, index: number): Date | null =>
    turn.out.some((other, at) => at > index && !isSettled(other)) ? now() : null;

  const later = (sent: Tried, tries: number): Date => new Date(now().getTime() + pauseOf(sent, tries));

  /** Begins with what dead processes left, and what backed off until now: no conversation waits for another. */
  async function sweep(): Promise<void> {
    const due = await outbox.due(now(), SWEPT + conversations.count());
    for (const each of due) if (!conversations.has(each)) begin(conversations.begin(each));
  }

  /** Delivers at once what this process has just written, and what waited for the citizen to speak. */
  function onTurn(turn: Turn, own: boolean): void {
    const isDue = turn.deliverAfter !== undefined || opensWindow(turn, channels.get(turn.channel));
    if (own && isDue) begin(conversations.begin(turn.conversation));
  }

  return { deliver: conversations.begin, sweep, onTurn, idle };
}

/** What waited for the citizen is as young as their last message. */
const sendableSince = (at: Date, { window: { since } }: Round): number =>
  Math.max(at.getTime(), since?.getTime() ?? 0);

/** Nothing is left but that it is due: a process died under the last call that could be risked. */
async function settle(outbox: Outbox, turn: Turn, { lease }: Round): Promise<boolean> {
  const index = turn.out.length - 1;
  const delivery = turn.out[index]?.delivery;
  return delivery === undefined || outbox.record(turn, index, delivery, null, lease);
}

/** One holding of a lease. */
interface Round {
  lease: Lease;
  /** The citizen wants to hear nothing more. */
  gone: boolean;
  window: Window;
}

const GONE: Sent = { result: 'dead', reason: 'the citizen cannot be reached', unreachable: true };
