import { createHash } from 'node:crypto';
import type { Aspect, Intent } from './labels';

/** A question that the bot could not answer, as it is kept for staff: nothing in it tells who asked. */
export interface UnansweredQuestion {
  /** Of its turn: what is written twice is kept once. */
  id: string;
  /** The same for the same question, however it is typed: see `sameQuestion`. */
  key: string;
  /** What was said, with names and numbers blotted out. */
  text: string;
  /** What it was taken for, and how surely (0–1). */
  guess: { intent: Intent; confidence: number; aspect?: Aspect };
  at: Date;
}

/** The same question, as often as it was asked. */
export interface OpenQuestion extends Pick<UnansweredQuestion, 'key' | 'text' | 'guess'> {
  count: number;
  firstAt: Date;
  lastAt: Date;
}

/** Why a question is no longer open: it was answered or taught, or it is of no use. */
export const OUTCOMES = ['done', 'dismissed'] as const;

export interface QuestionStore {
  /** What is asked most comes first; of each its words as they were said last. */
  list(page: { page: number; pageSize: number }): Promise<{ items: OpenQuestion[]; total: number }>;
  /** It is forgotten until somebody asks it again. False when there is none. */
  settle(key: string): Promise<boolean>;
}

/** A key by which a question is the same, from its words without accents and signs. */
export const sameQuestion = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, 24);
