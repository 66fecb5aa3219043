import { createHash } from 'node:crypto';
import { letters } from './letters';
import type { Act } from './ticket/moves';
import { tieTo } from './ticket/moves';
import type { Report } from './ticket/open';
import type { Category, Lane, Ticket } from './ticket/ticket';

/** Reports of one matter lie so near each other, and came so lately. Rules of the house, of no law. */
export const NEAR_METRES = 250;
export const LATELY_DAYS = 7;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Looked through for the same source or landmark. */
const READ = 50;
/** So many are tied to an incident at once; those that are tied already need nothing. */
const TIED = 10;

/** Which reports may be of the same matter: at a point, or else in a commune. */
export interface SimilarSearch {
  lane: Lane;
  category: Category | null;
  since: Date;
  near?: { lat: number; lon: number; metres: number };
  communeCode?: string;
  limit: number;
}

/** A report as far as matters are told apart by it: on a day of many, no more of each is read. */
export type SimilarReport = Pick<Ticket, 'code' | 'conversation'> & MatterTold;

export interface IncidentStore {
  /** Reports that still count, newest first, as far as it takes to compare them. Indexed. */
  similar(search: SimilarSearch): Promise<SimilarReport[]>;
  /** The tickets of an incident, oldest first. */
  ofIncident(incident: string, limit: number): Promise<Ticket[]>;
}

export type Matter = Pick<Report, 'lane' | 'category' | 'location' | 'source'>;
/** By what matters are told apart. */
type MatterTold = Pick<Matter, 'source'> & { location: Pick<Matter['location'], 'text'> };

export interface Incidents {
  /** Codes of reports by others that are most likely of the same matter; never any of misconduct. */
  likeIt: (matter: Matter, asker: { conversation: string; at: Date }) => Promise<string[]>;
  /** The incident of these reports, and those of them that must be written because they were in none yet. */
  join: (codes: readonly string[], at: Date) => Promise<{ incident: string; changed: Ticket[] } | undefined>;
}

/** An incident is a group of reports of one matter. It lives in its tickets, which all carry its id. */
export function incidents(
  store: IncidentStore,
  tickets: { findMany(codes: readonly string[]): Promise<Ticket[]> },
): Incidents {
  async function likeIt(matter: Matter, { conversation, at }: { conversation: string; at: Date }) {
    const search = searchFor(matter, at);
    if (!search) return [];
    const found = await store.similar(search);
    const same = search.near ? found : found.filter((ticket) => isSameMatter(matter, ticket));
    return same.filter((ticket) => ticket.conversation !== conversation).map(({ code }) => code);
  }

  async function join(codes: readonly string[], at: Date) {
    const found = await tickets.findMany(codes);
    const [oldest] = found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    if (!oldest) return undefined;
    const incident = found.find((ticket) => ticket.incident)?.incident ?? idOf(oldest);
    const act: Act = { by: { kind: 'system' }, at };
    const apart = found.filter((ticket) => !ticket.incident).slice(0, TIED);
    return { incident, changed: apart.map((ticket) => tieTo(ticket, act, incident)) };
  }

  return { likeIt, join };
}

/** `VV-3F9A0C41D2`: made of its first ticket, so it is the same whoever makes it, and does not name that ticket. */
const idOf = ({ code }: Ticket): string =>
  `VV-${createHash('sha256').update(code).digest('hex').slice(0, 10).toUpperCase()}`;

function searchFor({ lane, category, location, source }: Matter, at: Date): SimilarSearch | undefined {
  if (lane === 'misconduct') return undefined;
  const { lat, lon, communeCode } = location;
  const base = { lane, category, since: new Date(at.getTime() - LATELY_DAYS * DAY_MS), limit: READ };
  if (lat !== null && lon !== null) return { near: { lat, lon, metres: NEAR_METRES }, ...base };
  const tells = source !== null || landmarkOf(location.text) !== '';
  return communeCode !== null && tells ? { communeCode, ...base } : undefined;
}

/** The same named source; where one of them names none, the same landmark. */
function isSameMatter(matter: MatterTold, ticket: MatterTold): boolean {
  const [source, other] = [letters(matter.source ?? ''), letters(ticket.source ?? '')];
  if (source !== '' && other !== '') return source === other;
  const landmark = landmarkOf(matter.location.text);
  return landmark !== '' && landmark === landmarkOf(ticket.location.text);
}

/** `cạnh cầu Long Biên, phường Hồng Hà, Hà Nội` → `cau long bien`; empty when it begins with a unit. */
function landmarkOf(text: string): string {
  const first = letters(text.split(',')[0] ?? '').replace(WAY_TO_IT, '');
  return first.includes(' ') && !UNIT.test(first) ? first : '';
}

const WAY_TO_IT =
  /^(?:(?:o|tai|gan|canh|ben canh|sau|phia sau|truoc|phia truoc|doi dien|ngay|cho|khu vuc) )+/;
const UNIT = /^(?:xa|phuong|dac khu|tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|tx|tt|p|x|q|h) /;
