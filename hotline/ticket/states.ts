import type { Status } from './ticket';

/**
 * The states of a ticket and the only moves between them (the contract's table).
 * Out of `awaiting_citizen` it goes back to where it came from, which `moves.ts` knows.
 */
export const MOVES: Readonly<Record<Status, readonly Status[]>> = {
  received: ['verifying', 'forwarded', 'awaiting_citizen', 'rejected', 'duplicate', 'withdrawn'],
  verifying: [
    'forwarded',
    'in_progress',
    'resolved',
    'awaiting_citizen',
    'rejected',
    'duplicate',
    'withdrawn',
  ],
  forwarded: [
    'in_progress',
    'verifying',
    'resolved',
    'awaiting_citizen',
    'rejected',
    'duplicate',
    'withdrawn',
  ],
  in_progress: ['resolved', 'forwarded', 'awaiting_citizen', 'rejected', 'duplicate', 'withdrawn'],
  awaiting_citizen: ['closed', 'withdrawn'],
  resolved: ['closed', 'reopened'],
  rejected: ['closed', 'reopened'],
  reopened: [
    'verifying',
    'forwarded',
    'in_progress',
    'resolved',
    'awaiting_citizen',
    'rejected',
    'duplicate',
    'withdrawn',
  ],
  duplicate: ['received'],
  closed: ['reopened'],
  withdrawn: [],
};

/** States in which the clock of the deadline runs. */
export const RUNNING: readonly Status[] = ['received', 'verifying', 'forwarded', 'in_progress', 'reopened'];

/** The reporter may ask to open a closed ticket again for this long. */
export const REOPEN_DAYS = 30;
