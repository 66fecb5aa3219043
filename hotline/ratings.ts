import { createHash } from 'node:crypto';
import type { Agency, Category, Lane } from './ticket/ticket';

export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** What a citizen thinks of how a matter was dealt with. Nothing in it tells who said it. */
export interface Rating {
  /** Of the turn that took it: see `ratingId`. What is written twice is kept once, with its last words. */
  id: string;
  at: Date;
  score: Score;
  /** A word of theirs, with names and numbers blotted out. */
  comment?: string;
  /** A talk with a person of the staff, or a report. */
  of: 'conversation' | 'ticket';
  /** Null: of no report. */
  lane: Lane | null;
  /** Of a report of pollution; absent where it was not kept. */
  category?: Category;
  /** Who handled the report; null: the hotline itself. */
  agency: Agency | null;
}

/** Ratings of one month, of one agency. */
export interface RatingSummary {
  /** `2026-11`, by Vietnam's calendar. */
  month: string;
  of: Rating['of'];
  agency: Agency | null;
  count: number;
  /** 1 to 5. */
  average: number;
}

/** Stars of some ratings. */
export interface Stars {
  count: number;
  /** 1 to 5. */
  average: number;
}

/** What ratings are about. */
export type Topic = Pick<Rating, 'of' | 'lane' | 'category'>;

export interface RatingFigures {
  /** How many gave so many stars; scores that nobody gave are absent. */
  scores: { score: Score; count: number }[];
  /** The newest first. */
  months: (Stars & { month: string })[];
  /** The one rated most first. */
  topics: (Stars & Topic)[];
}

export interface RatingFilter {
  /** Months, both included. */
  from: string;
  to: string;
  /** Ratings of the misconduct lane only, or all but those. */
  misconduct: boolean;
  /** Only of reports that this agency handled. */
  agency?: string;
}

/** What a citizen said with their stars. */
export type RatingWords = Omit<Rating, 'id' | 'comment'> & { comment: string };

export interface RatingStore {
  /** By month, kind and agency, the newest month first. */
  summary(filter: RatingFilter): Promise<RatingSummary[]>;
  figures(filter: RatingFilter): Promise<RatingFigures>;
  /** Those with words, the newest first. */
  words(
    filter: RatingFilter,
    page: { page: number; pageSize: number },
  ): Promise<{ items: RatingWords[]; total: number }>;
}

/** Tells nobody which conversation it came from. */
export const ratingId = (conversation: string, seq: number): string =>
  createHash('sha256').update(`rating/${conversation}/${seq}`).digest('hex').slice(0, 24);
