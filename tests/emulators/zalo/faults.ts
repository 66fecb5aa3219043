import type { BadLine } from '../faults';

/** What Zalo itself says instead of an answer. */
export type Refused =
  /** As Zalo refuses: HTTP 200 with this error. */
  { error: number; message?: string } | { status: 500 | 502 | 503 | 504 };

/** What goes wrong with a call. */
export type Fault = Refused | BadLine;
