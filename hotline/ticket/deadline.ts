import { dayAt, momentOf, type WorkingCalendar } from '../deadlines/calendar';

const HOUR_MS = 60 * 60 * 1000;
/** When the offices open and close. */
const MORNING = 8;
const EVENING = 17;

/** A term: working days, or hours by the clock for what is urgent. */
export type Term = { workingDays: number } | { hours: number };

/**
 * When a term that starts at `from` ends. Working days end at 17:00 in Vietnam; the day on which the term starts does
 * not count, and it never ends on a day off (Civil Code 2015, Art. 147 and 148).
 */
export function deadlineOf(from: Date, term: Term, calendar: WorkingCalendar): Date {
  if ('hours' in term) return new Date(from.getTime() + term.hours * HOUR_MS);
  return momentOf(calendar.after(dayAt(from), term.workingDays), EVENING);
}

/** A stretch of time during which the clock stood still. */
export interface Pause {
  since: Date;
  until: Date;
}

/**
 * The deadline after the clock stood still, so that what was left is left.
 * Hours: later by the time it stood, to the millisecond.
 * Working days: as many whole working days as were left after the day on which it stopped are left after the day on
 * which it goes on. A pause within one day changes nothing, nor does one over a weekend; asked on Monday and answered on
 * Wednesday moves it by two working days. On the last day, what is left is until that evening: it ends on the evening of
 * the day on which it goes on, or of the next working day when that evening is past or the offices are closed.
 * A deadline that was missed before the clock stopped stays where it was.
 */
export function deadlineAfterPause(
  deadline: Date,
  term: Term,
  pause: Pause,
  calendar: WorkingCalendar,
): Date {
  if (deadline <= pause.since) return deadline;
  if ('hours' in term) return new Date(deadline.getTime() + pause.until.getTime() - pause.since.getTime());
  const left = calendar.between(dayAt(pause.since), dayAt(deadline));
  const moved = left > 0 ? daysFrom(pause.until, left, calendar) : nextEvening(pause.until, calendar);
  return moved > deadline ? moved : deadline;
}

const daysFrom = (moment: Date, days: number, calendar: WorkingCalendar): Date =>
  momentOf(calendar.after(dayAt(moment), days), EVENING);

function nextEvening(moment: Date, calendar: WorkingCalendar): Date {
  const evening = momentOf(dayAt(moment), EVENING);
  return calendar.isWorking(dayAt(moment)) && moment < evening ? evening : daysFrom(moment, 1, calendar);
}

/** How long before a deadline staff are told: working days for terms of working days, hours for terms of hours. */
export interface Notice {
  workingDays: number;
  hours: number;
}

/** When staff are told that a deadline comes near: so many hours before, or at 08:00 so many working days before. */
export function dueSoonAt(deadline: Date, term: Term, notice: Notice, calendar: WorkingCalendar): Date {
  if ('hours' in term) return new Date(deadline.getTime() - notice.hours * HOUR_MS);
  return momentOf(calendar.before(dayAt(deadline), notice.workingDays), MORNING);
}
