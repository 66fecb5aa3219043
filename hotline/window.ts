import type { Channel } from './channel';
import type { OutMessage, Turn } from './conversation/turn';

const HOUR_MS = 60 * 60_000;

/** Whether one may write to a citizen now. */
export interface Window {
  isOpen: boolean;
  /** When the citizen opened it last; absent where it is always open. */
  since?: Date;
  /** In words for staff, why messages wait while it is closed. */
  reason: string;
}

/** Some channels take messages only for a while after the citizen spoke; the answer to them always falls into it. */
export async function windowOf(
  channel: Pick<Channel, 'capabilities'> | undefined,
  lastHeard: () => Promise<Date | undefined>,
  now: Date,
): Promise<Window> {
  const hours = channel?.capabilities.window?.hours;
  if (hours === undefined) return { isOpen: true, reason: '' };
  const since = await lastHeard();
  const isOpen = since !== undefined && now.getTime() - since.getTime() < hours * HOUR_MS;
  return { isOpen, reason: `ngoài ${hours} giờ`, ...(since && { since }) };
}

/** The citizen spoke, or came, where messages may wait for that. */
export const opensWindow = (
  { in: said, cause }: Turn,
  channel: Pick<Channel, 'capabilities'> | undefined,
): boolean => channel?.capabilities.window !== undefined && (said !== undefined || cause?.type === 'start');

export const isWaiting = ({ delivery }: OutMessage): boolean => delivery?.state === 'waiting';
