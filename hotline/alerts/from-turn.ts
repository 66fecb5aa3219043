import type { Turn } from '../conversation/turn';
import type { Due } from '../deadlines/watch';
import type { Along } from '../stores';
import type { Ticket } from '../ticket/ticket';
import type { Alert, Subject } from './alert';

const MINUTE_MS = 60_000;
/** Who waits is told of at once, and again after so many minutes if nobody has answered. */
const REMINDED_AFTER = [15, 60];

/**
 * What staff must hear of a turn. Asked for turns that are written in a transaction, which all of these are; the
 * alerts are part of it, so that nothing acknowledged goes untold because a process died.
 */
export function alertsOf(turn: Turn, along: Along): Alert[] {
  const urgent = [...(along.filed ?? []), ...(along.changed ?? []).filter(wasReclassified)];
  return [
    ...urgent.filter((ticket) => ticket.urgent).map((ticket) => urgentAlert(ticket, turn.at)),
    ...waiting(turn),
  ];
}

const wasReclassified = ({ events }: Ticket): boolean => events.at(-1)?.type === 'reclassified';

function urgentAlert(ticket: Ticket, at: Date): Alert {
  return { key: `urgent/${ticket.code}`, kind: 'urgent', at, urgent: true, ...about(ticket) };
}

/** The citizen has just begun to wait. */
function waiting({ conversation, channel, seq, at, state }: Turn): Alert[] {
  const { holder } = state;
  if (holder.kind !== 'waiting' || holder.since.getTime() !== at.getTime()) return [];
  const confidential = state.confidential === true || holder.lane === 'misconduct';
  return [0, ...REMINDED_AFTER].map((minutes) => ({
    key: `waiting/${conversation}/${seq}/${minutes}`,
    kind: 'waiting' as const,
    at: new Date(at.getTime() + minutes * MINUTE_MS),
    urgent: false,
    confidential,
    conversation,
    since: at,
    channel,
  }));
}

/** What the watch of deadlines noted. */
export function dueAlert({ kind, ticket, key }: Due, at: Date): Alert {
  return { key: `due/${key}`, kind, at, urgent: false, ...about(ticket) };
}

/** Field by field: what a ticket will hold one day must not slip in. */
function about({ code, lane, category, deadline, location }: Ticket): {
  confidential: boolean;
  ticket?: Subject;
} {
  if (lane === 'misconduct') return { confidential: true };
  const { provinceCode, communeCode } = location;
  return { confidential: false, ticket: { code, lane, category, deadline, provinceCode, communeCode } };
}
