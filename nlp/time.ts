import type { Reading } from './fold';
import { todayAt } from './time/calendar';
import { timeOf } from './time/combine';
import { piecesIn } from './time/find';
import { momentsIn } from './time/moment';
import { timeline } from './time/timeline';
import type { Time } from './types';

/**
 * When it happened, since when, and whether again and again, as a message tells it; null when it names no time.
 * Intervals are of Vietnam's time. A date without a year is the nearest that has come; one to come or impossible is
 * none; "rằm tháng 7" and "bữa trước" are kept as words. Houses, laws, codes and shares are no times.
 */
export function timeIn(said: Reading, now: Date): Time | null {
  const line = timeline(said);
  const today = todayAt(now);
  const pieces = piecesIn(line, today);
  return pieces.length === 0 ? null : timeOf(line, momentsIn(line, pieces), today);
}
