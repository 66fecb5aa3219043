import { moveRefused } from '../errors';
import { type Act, marked } from './moves';
import { RUNNING } from './states';
import type { Status, Ticket } from './ticket';

/** What the reporters of an incident hear of each other's reports, in the order of the work. */
const STEPS = ['verified', 'forwarded', 'started', 'resolved'] as const;
const AGAIN = 'reopened';
const KINDS = [...STEPS, AGAIN] as const;
export type NewsKind = (typeof KINDS)[number];

/** News of a matter, without a word that was written to one of its reporters. */
export interface IncidentNews {
  kind: NewsKind;
  /** The agency that has it now. */
  agency: string | null;
}

/** Whose reporters still wait for something; what repeats another one is told of that one. */
const WAITING: ReadonlySet<Status> = new Set([...RUNNING, 'awaiting_citizen', 'duplicate']);

/** What the others hear of the newest event of a ticket; a refusal or a closing is of that one report alone. */
export function newsOf({ events, agency }: Ticket): IncidentNews | undefined {
  const type = events.at(-1)?.type;
  const kind = KINDS.find((each) => each === type);
  if (!kind) return undefined;
  const tellsAgency = kind === 'forwarded' || kind === 'started';
  return { kind, agency: tellsAgency ? (agency?.name ?? null) : null };
}

/**
 * The reporter of another ticket of the incident hears of it: an event `incident_verified` and so on.
 * @throws HotlineError `move_refused` when that is no news to them
 */
export function hearOf(ticket: Ticket, act: Act, { kind, agency }: IncidentNews): Ticket {
  if (!WAITING.has(ticket.status) || isKnown(ticket, { kind, agency }))
    throw moveRefused(`Người gửi phản ánh ${ticket.code} đã biết tin này.`);
  return marked(ticket, act, { type: `${PREFIX}${kind}`, note: agency });
}

const PREFIX = 'incident_';

/** Of their own report or of others; what came before the matter was opened again counts no more. */
function isKnown({ events }: Ticket, { kind, agency }: IncidentNews): boolean {
  const heard = events.map(({ type, note }) => ({ kind: type.replace(PREFIX, ''), note }));
  const opened = heard.findLastIndex((one) => one.kind === AGAIN);
  if (kind === AGAIN) return opened >= 0 && !heard.slice(opened + 1).some((one) => stepOf(one.kind) >= 0);
  const isTheSame = (one: (typeof heard)[number]): boolean =>
    one.kind === kind && (kind !== 'forwarded' || (one.note ?? '').startsWith(agency ?? ''));
  return heard.slice(opened + 1).some((one) => stepOf(one.kind) > stepOf(kind) || isTheSame(one));
}

const stepOf = (kind: string): number => STEPS.findIndex((step) => step === kind);
