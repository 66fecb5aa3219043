import type { CarrierState } from '../../hotline/alerts/alert';
import type { ChannelHealth } from '../../hotline/channel-health';
import type { DeadLetter } from '../../hotline/dead-letters';
import { conversationsOf } from '../../hotline/permissions';
import type { StaffAccount } from '../../hotline/staff';
import { isoVietnam } from '../http/dates';
import type { CarrierBody, ChannelBody, LetterBody } from './schema';

const iso = (date: Date | null | undefined): string | null => (date ? isoVietnam(date) : null);

export function presentChannel({
  since,
  reason,
  lastIn,
  lastOut,
  backlog,
  ...figures
}: ChannelHealth): ChannelBody {
  return {
    ...figures,
    since: iso(since),
    reason: reason === null ? null : withoutAddresses(reason),
    lastIn: iso(lastIn),
    lastOut: iso(lastOut),
    backlog: { messages: backlog.messages, oldest: iso(backlog.oldest) },
  };
}

export function presentCarrier({ carrier, waiting, failingSince, reason }: CarrierState): CarrierBody {
  return {
    carrier,
    waiting,
    failingSince: iso(failingSince),
    reason: reason === undefined ? null : withoutAddresses(reason),
  };
}

export function presentLetter(user: StaffAccount, letter: DeadLetter): LetterBody {
  return {
    ...letter,
    conversation: conversationsOf(user) ? letter.conversation : null,
    at: isoVietnam(letter.at),
    deadAt: isoVietnam(letter.deadAt),
    reason: withoutAddresses(letter.reason),
  };
}

const LONGEST_REASON = 200;

/** Other sides tell in their refusals where a message was to go: numbers of chats and phones, links with keys in them. */
function withoutAddresses(reason: string): string {
  return reason
    .slice(0, 1_000)
    .replace(/https?:\S+/g, '…')
    .replace(/[^\s@]{1,64}@\S+/g, '…')
    .replace(/\d{5,}/g, '…')
    .slice(0, LONGEST_REASON);
}
