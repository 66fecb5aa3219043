import type { Aspect, Intent } from './labels';

/** A question that the bot could not answer, as it is kept for staff: nothing in it tells who asked. */
export interface UnansweredQuestion {
  /** Of its turn: what is written twice is kept once. */
  id: string;
  /** Words without accents and signs: the same question, however it is typed. */
  key: string;
  /** What was said, with names and numbers blotted out. */
  text: string;
  /** What it was taken for, and how surely (0–1). */
  guess: { intent: Intent; confidence: number; aspect?: Aspect };
  at: Date;
}

/** The same question, as often as it was asked. */
export interface OpenQuestion {
  key: string;
  /** As it was asked last. */
  text: string;
  guess: UnansweredQuestion['guess'];
  count: number;
  firstAt: Date;
  lastAt: Date;
}

export interface QuestionStore {
  /** What is asked most comes first. */
  list(page: { page: number; pageSize: number }): Promise<{ items: OpenQuestion[]; total: number }>;
  /** Answered, taught, or of no use: it is forgotten until somebody asks it again. False when there is none. */
  settle(key: string): Promise<boolean>;
}
