import { VIETNAM_OFFSET_MS, wallClock } from '../vietnam-time';

const DAY = 24 * 60 * 60 * 1000;

/** A term: working days, or hours by the clock for what is urgent. */
export type Term = { workingDays: number } | { hours: number };

/**
 * When a term that starts at `from` ends. Working days end at 17:00 in Vietnam; Saturdays, Sundays and the
 * given holidays (`YYYY-MM-DD`) do not count, nor does the day on which it starts.
 */
export function deadlineOf(from: Date, term: Term, holidays: ReadonlySet<string>): Date {
  if ('hours' in term) return new Date(from.getTime() + term.hours * 60 * 60 * 1000);
  let day = Math.floor(wallClock(from).getTime() / DAY);
  for (let left = term.workingDays; left > 0;) {
    day++;
    if (isWorkingDay(day, holidays)) left--;
  }
  return new Date(day * DAY - VIETNAM_OFFSET_MS + 17 * 60 * 60 * 1000);
}

/** `day`: days since 1970-01-01, a Thursday, in Vietnam's calendar. */
function isWorkingDay(day: number, holidays: ReadonlySet<string>): boolean {
  const weekday = (day + 4) % 7;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}
