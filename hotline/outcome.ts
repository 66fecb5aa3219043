import type { Sent } from './channel';
import type { Delivery, OutMessage } from './conversation/turn';

/** A message that keeps failing by itself is given up after so many tries. */
const MOST_TRIES = 8;
/** One that only waits for the other side to take messages again is given up when it is as old as that. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;
/** Calls that may end in the dark before a message is left as uncertain. */
const MOST_DOUBTS = 2;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** The other side is looked for so often: what waits must not lie long when it is back. */
const LONGEST_LOOK_MS = 60_000;
/** What waits for the citizen goes out when they write; this only finds what a process left that died just then. */
export const CLOSED_LOOK_MS = 60 * 60_000;

/** Nothing is left to do for this message. */
export const isSettled = ({ delivery }: OutMessage): boolean => !delivery || isFinal(delivery);

/** Nothing more is to be done; the first doubt is answered by sending once more. */
export function isFinal({ state, doubts = 0 }: Delivery): boolean {
  if (state === 'uncertain') return doubts >= MOST_DOUBTS;
  return state === 'sent' || state === 'dead';
}

/** What became of a try; a window that is closed is no try. */
export type Tried = Exclude<Sent, { result: 'closed' }>;

/** One try of a message. */
interface Try {
  /** The how manieth. */
  tries: number;
  /** How many calls before this one ended in the dark. */
  doubts: number;
  /** For how long it could have been sent. */
  ageMs: number;
}

/** What a try comes to. */
export function outcomeOf(sent: Tried, { tries, doubts, ageMs }: Try): Delivery {
  const doubted = doubts > 0 ? { doubts } : {};
  switch (sent.result) {
    case 'sent': {
      const { channelMessageId } = sent;
      return {
        state: 'sent',
        tries,
        ...doubted,
        ...(channelMessageId !== undefined && { channelMessageId }),
      };
    }
    case 'uncertain':
      return { state: 'uncertain', tries, doubts: doubts + 1, reason: sent.reason };
    case 'failed': {
      const goesOn = sent.waits ? ageMs < LONGEST_WAIT_MS : tries < MOST_TRIES;
      const state = goesOn ? 'failed' : 'dead';
      return { state, tries, ...doubted, reason: sent.reason };
    }
    case 'dead': {
      const { reason, unreachable } = sent;
      return { state: 'dead', tries, ...doubted, reason, ...(unreachable && { unreachable }) };
    }
  }
}

/** How long to wait before the next try, milliseconds. */
export function pauseOf(sent: Tried, tries: number): number {
  const asked = 'retryAfterMs' in sent ? (sent.retryAfterMs ?? 0) : 0;
  const longest = 'waits' in sent ? LONGEST_LOOK_MS : LONGEST_PAUSE_MS;
  const backOff = Math.min(longest, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.max(asked, backOff * (0.75 + Math.random() / 2));
}
