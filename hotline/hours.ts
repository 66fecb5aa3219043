import { type Day, dayAt, momentOf, type WorkingCalendar } from './deadlines/calendar';

/** From and to, in hours of the day by Vietnam's clock: 8.5 is half past eight. */
export interface Span {
  from: number;
  to: number;
}

/** When people are there: content/hours.yaml. */
export interface Hours {
  /** Whether somebody has confirmed them. */
  status: 'draft' | 'confirmed';
  workingDays: readonly Span[];
  daysOff: readonly Span[];
  /** A person who holds a conversation and says nothing for so long holds it no longer. */
  staffSilence: { hours: number };
}

/** When people are there, and when they come back. */
export interface OpeningHours extends Hours {
  isOpen(at: Date): boolean;
  /** The next moment at which somebody comes; undefined when nobody does within a month. */
  opensNext(at: Date): Date | undefined;
}

/** The longest time off that is looked over, Tết with days to spare. */
const DAYS_AHEAD = 31;

export function openingHours(hours: Hours, calendar: Pick<WorkingCalendar, 'isWorking'>): OpeningHours {
  const spansOf = (day: Day): readonly Span[] =>
    calendar.isWorking(day) ? hours.workingDays : hours.daysOff;

  function isOpen(at: Date): boolean {
    const day = dayAt(at);
    return spansOf(day).some(({ from, to }) => momentOf(day, from) <= at && at < momentOf(day, to));
  }

  function opensNext(at: Date): Date | undefined {
    const today = dayAt(at);
    for (let day = today; day <= today + DAYS_AHEAD; day++)
      for (const { from } of spansOf(day)) if (momentOf(day, from) > at) return momentOf(day, from);
    return undefined;
  }

  return { ...hours, isOpen, opensNext };
}
