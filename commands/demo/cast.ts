import type { Activity } from '../../hotline/activity';
import type { Deadlines } from '../../hotline/deadlines/deadlines';
import type { Routing } from '../../hotline/routing';
import type { Category, Ticket, TicketFile } from '../../hotline/ticket/ticket';

/** One made-up story: content/samples. */
export interface Story {
  says: string;
  when: string;
  where: string;
  who?: string | undefined;
  solved: string;
  urgent?: boolean | undefined;
}

export interface Stories {
  pollution: Readonly<Record<Category, readonly Story[]>>;
  land: { all: readonly Story[] };
  misconduct: { all: readonly Story[] };
  said: {
    questions: readonly string[];
    replies: readonly string[];
    answers: readonly string[];
    notes: readonly string[];
    rejections: readonly string[];
    legalReasons: readonly string[];
    backAgain: readonly string[];
    wantsPerson: readonly string[];
    praise: readonly string[];
    blame: readonly string[];
    sentBack: string;
    withdrawn: string;
  };
}

export interface Commune {
  code: string;
  fullName: string;
  provinceCode: string;
  lat: number;
  lon: number;
}

/** What the bot says, in its own words. */
export interface Voice {
  say: (key: string) => string;
  filed: (ticket: Ticket) => Activity;
  news: (ticket: Ticket) => Activity | undefined;
}

/** Everybody and everything that made-up reports are made of; the same that real ones meet. */
export interface Cast {
  stories: Stories;
  provinces: readonly { code: string; fullName: string }[];
  communes: readonly Commune[];
  routing: Routing;
  deadlines: Deadlines;
  voice: Voice;
  /** What is stored of the secret of this ticket. */
  secretHash: (code: string) => string;
  /** A small picture, kept with the conversation. */
  picture: (conversation: string, name: string, by?: 'staff') => Promise<TicketFile>;
}
