import type { Day, WorkingCalendar } from './deadlines/calendar';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where a dossier stands, as the contract's "import dossiers" has it. */
export const DOSSIER_STATES = ['in_progress', 'returned', 'sent_back', 'waiting_supplement'] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** A dossier at a one-stop office: where it stands, and nothing of whose it is. Days as `YYYY-MM-DD`. */
export interface Dossier {
  /** As the office writes it. */
  code: string;
  procedure: string | null;
  receivedOn: string;
  /** The day that was promised. */
  dueOn: string | null;
  status: DossierState;
  returnedOn: string | null;
  /** The result goes to the citizen by post. */
  byPost: boolean;
  note: string | null;
}

/** A dossier as it was in the newest list that named it. */
export interface KnownDossier extends Dossier {
  listedAt: Date;
}

export interface DossierStore {
  /** Those with these codes, however they are typed: gaps, signs, accents and capitals do not matter. */
  find(codes: readonly string[]): Promise<KnownDossier[]>;
  /** Keeps what a list tells, in place of what was known of the same codes. May be done again. */
  put(dossiers: readonly Dossier[], listedAt: Date): Promise<{ added: number }>;
}

/** What a code is made of: `h12.34 567890-0001` and `H12.34-567890-0001` are both `H12345678900001`. */
export const lettersOf = (code: string): string =>
  code
    .normalize('NFD')
    .toUpperCase()
    .replace(/Đ/g, 'D')
    .replace(/[^0-9A-Z]/g, '');

/** The five figures of a list, with what two of them hold. */
export interface DossierFigures {
  received: number;
  returned: number;
  sentBack: number;
  /** Neither returned nor sent back. */
  inProgress: number;
  /** Of those in progress: they wait for the citizen. */
  waiting: number;
  /** Of those in progress: the promised day is past, and nobody waits for the citizen. */
  overdue: number;
  /** Results that go by post. */
  byPost: number;
}

/** Counts dossiers, one after the other. */
export function dossierCount(today: Day) {
  const figures: DossierFigures = {
    received: 0,
    returned: 0,
    sentBack: 0,
    inProgress: 0,
    waiting: 0,
    overdue: 0,
    byPost: 0,
  };
  return {
    figures,
    add(dossier: Dossier): void {
      const { status } = dossier;
      figures.received++;
      if (status === 'returned') figures.returned++;
      else if (status === 'sent_back') figures.sentBack++;
      else figures.inProgress++;
      if (status === 'waiting_supplement') figures.waiting++;
      if (isOverdue(dossier, today)) figures.overdue++;
      if (dossier.byPost) figures.byPost++;
    },
  };
}

/** While it waits for the citizen the office is not late. */
const isOverdue = ({ status, dueOn }: Dossier, today: Day): boolean =>
  status === 'in_progress' && dueOn !== null && dayOf(dueOn) < today;

/**
 * How many working days a dossier is late: one that is in progress until today, one that was returned when it was
 * returned. 0: it is not.
 */
export function workingDaysLate(dossier: Dossier, today: Day, calendar: WorkingCalendar): number {
  const { status, dueOn, returnedOn } = dossier;
  if (dueOn === null) return 0;
  const due = dayOf(dueOn);
  if (status === 'returned') return returnedOn ? Math.max(0, calendar.between(due, dayOf(returnedOn))) : 0;
  return isOverdue(dossier, today) ? calendar.between(due, today) : 0;
}

const dayOf = (date: string): Day => Date.parse(date) / DAY_MS;
