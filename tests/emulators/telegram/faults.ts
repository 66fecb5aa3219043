import type { BadLine } from '../faults';

/** What Telegram itself says instead of an answer. */
export type Refused = { answer: 429; retryAfter: number } | { answer: 500 | 502 | 503 | 504 };

/** What goes wrong with a call. */
export type Fault = Refused | BadLine;
