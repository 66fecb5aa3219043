import { createHash } from 'node:crypto';
import type { Agency, Lane } from './ticket/ticket';

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

export interface RatingStore {
  /** The newest month first. @param misconduct ratings of the misconduct lane only, or all but those */
  summary(filter: { from: string; to: string; misconduct: boolean }): Promise<RatingSummary[]>;
}

/** Tells nobody which conversation it came from. */
export const ratingId = (conversation: string, seq: number): string =>
  createHash('sha256').update(`rating/${conversation}/${seq}`).digest('hex').slice(0, 24);
