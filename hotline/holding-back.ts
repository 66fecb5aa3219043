import type { News, Sent } from './channel';
import type { Delivery, OutMessage, Turn } from './conversation/turn';
import type { DeliveryParts, Lease } from './delivery';
import { CLOSED_LOOK_MS, isSettled } from './outcome';
import { isWaiting, type Window } from './window';

type Parts = Required<Pick<DeliveryParts, 'outbox' | 'channels' | 'identities' | 'now'>> &
  Pick<DeliveryParts, 'onOutcome'>;

interface Round {
  lease: Lease;
  window: Window;
}

/**
 * Keeps messages until the citizen writes again, for as long as the log is kept: nothing is given up by its age. Where
 * the channel can, they are told that something waits.
 */
export function holdingBack({ outbox, channels, identities, now, onOutcome }: Parts) {
  const nextLook = (): Date => new Date(now().getTime() + CLOSED_LOOK_MS);

  /** True when the next turn may follow. */
  return async function holdBack(turn: Turn, from: number, round: Round): Promise<boolean> {
    const open = [...turn.out.entries()].filter(([index, message]) => index >= from && !isSettled(message));
    const isLater = turn.deliverAfter !== undefined && turn.deliverAfter > now();
    if (isLater && open.every(([, message]) => isWaiting(message))) return true;
    for (const [index, message] of open) if (!(await keep(turn, index, message, round))) return false;
    return announce(turn, open, round);
  };

  async function keep(turn: Turn, index: number, message: OutMessage, round: Round): Promise<boolean> {
    const { tries = 0, doubts, announced } = message.delivery ?? {};
    const kept: Delivery = {
      ...{ state: 'waiting', tries, reason: round.window.reason },
      ...(doubts !== undefined && { doubts }),
      ...(announced && { announced }),
    };
    const recorded = await outbox.record(turn, index, kept, nextLook(), round.lease);
    if (recorded && !isWaiting(message)) onOutcome?.(turn, kept);
    return recorded;
  }

  /** Marked before it is told, so that nobody is told twice: the message itself is not lost when this is. */
  async function announce(turn: Turn, open: [number, OutMessage][], round: Round): Promise<boolean> {
    const [index, message] = open[0] ?? [];
    const news = newsIn(turn);
    const tell = channels.get(turn.channel)?.announce;
    if (!tell || !news || index === undefined || message?.delivery?.announced) return true;
    const address = (await identities.of(turn.conversation))?.address;
    if (address === undefined) return true;
    const kept: Delivery = { state: 'waiting', tries: triesOf(message), reason: round.window.reason };
    const note = (delivery: Delivery) => outbox.record(turn, index, delivery, nextLook(), round.lease);
    if (!(await note({ ...kept, announced: true }))) return false;
    const sent = await tell(address, news).catch((): Sent => ({ result: 'uncertain', reason: 'unknown' }));
    // Known not to have been told: at the next look once more.
    return sent.result === 'failed' ? note(kept) : true;
  }
}

const triesOf = (message: OutMessage | undefined): number => message?.delivery?.tries ?? 0;

/** Of which report a turn tells; undefined when of none. */
function newsIn({ out, state }: Turn): News | undefined {
  const ticket = out.map(({ activity }) => activity.channelData?.ticket).find(Boolean);
  const code = ticket?.code ?? state.tickets.at(-1);
  if (code === undefined) return undefined;
  const { language } = state;
  return { code, ...(ticket && { status: ticket.status }), ...(language && { language }) };
}
