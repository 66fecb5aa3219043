import type { Channel, Sent } from './channel';
import type { OutMessage } from './conversation/turn';

interface Attempt {
  channel: Channel | undefined;
  address: string | undefined;
  message: OutMessage;
  /** Notes that the call is under way, durably; false when somebody else is at it by now. */
  mark: () => Promise<boolean>;
}

/**
 * Sends a message once, as soon as one may go. It is marked right before the call, so that a process that dies waiting
 * for its turn leaves no doubt. Undefined: it could not be marked, and was not sent.
 */
export async function attempt({ channel, address, message, mark }: Attempt): Promise<Sent | undefined> {
  if (!channel) return { result: 'failed', reason: 'the channel is off', waits: true };
  if (address === undefined) return { result: 'dead', reason: 'the address was erased' };
  const held = await channel.ready?.();
  if (held) return held;
  if (!(await mark())) return undefined;
  try {
    return await channel.deliver(address, message.activity, message.by);
  } catch (error) {
    return { result: 'uncertain', reason: error instanceof Error ? error.message : 'unknown' };
  }
}
