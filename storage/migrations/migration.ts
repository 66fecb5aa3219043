import type { Connection } from 'mongoose';

/** What a migration has to work with. */
export interface Passage {
  connection: Connection;
  /** What was kept last, before the process died; undefined on the first run. */
  progress: unknown;
  /**
   * Keeps how far it came, durably: the next run goes on from there.
   * @throws LeaseLost when another process has taken over; the run must end
   */
  keep: (progress: unknown) => Promise<void>;
}

/**
 * One step from one shape of the data to the next. Once released it never changes: what comes later is a step of its
 * own. It may be run again from its last kept progress, by another process too, and must bear that; and it leaves the
 * data such that the code before it can still read them, since processes are replaced one after the other.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  number: number;
  /** What it does, for the operator. */
  name: string;
  run: (passage: Passage) => Promise<unknown>;
}
