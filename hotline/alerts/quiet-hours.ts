import { wallClock } from '../vietnam-time';

/** Minutes of the day in Vietnam; `from` may lie after `to`, over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Whether only what is urgent is told now. Hours that end when they begin are none. */
export function isQuiet(quiet: QuietHours | undefined, now: Date): boolean {
  if (!quiet) return false;
  const clock = wallClock(now);
  const minute = clock.getUTCHours() * 60 + clock.getUTCMinutes();
  const { from, to } = quiet;
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}
