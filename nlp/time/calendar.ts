/**
 * The calendar of Vietnam: UTC+7 all year round. Times are "local": milliseconds as if its clocks showed UTC, so that
 * days are simple to count; `iso` turns them back.
 */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

/** From and until when, the end not included. */
export interface Span {
  from: number;
  to: number;
}

/** The moment a message was sent, and the midnight before it. */
export interface Today {
  now: number;
  midnight: number;
}

export function todayAt(now: Date): Today {
  const local = now.getTime() + OFFSET;
  return { now: local, midnight: Math.floor(local / DAY) * DAY };
}

/** ISO 8601 with Vietnam's offset, to the second. */
export const iso = (local: number): string => `${new Date(local).toISOString().slice(0, 19)}+07:00`;

export const day = (midnight: number, count = 1): Span => ({ from: midnight, to: midnight + count * DAY });

export const daysBack = ({ midnight }: Today, back: number): Span => day(midnight - back * DAY);

/** Monday is 0, Sunday 6: the first of January 1970 was a Thursday. */
export const weekday = (midnight: number): number => (((Math.floor(midnight / DAY) + 3) % 7) + 7) % 7;

/** The week of today (0) or one before it, from Monday. */
export function week({ midnight }: Today, back: number): Span {
  return day(midnight - (weekday(midnight) + 7 * back) * DAY, 7);
}

/** A month, counted back from the one of today. */
export function monthsBack({ midnight }: Today, back: number): Span {
  const today = new Date(midnight);
  return month(today.getUTCFullYear(), today.getUTCMonth() - back);
}

/** A month, 0 being January; others run over into the years around. */
export const month = (year: number, index: number): Span => ({
  from: Date.UTC(year, index, 1),
  to: Date.UTC(year, index + 1, 1),
});

export const yearsBack = (today: Today, back: number): Span => year(yearOf(today) - back);

export const year = (number: number): Span => ({
  from: Date.UTC(number, 0, 1),
  to: Date.UTC(number + 1, 0, 1),
});

export const yearOf = ({ midnight }: Today): number => new Date(midnight).getUTCFullYear();

/** Undefined for days that no calendar has, and for those to come. */
export function date(
  today: Today,
  dayOfMonth: number,
  monthNumber: number,
  inYear: number,
): Span | undefined {
  const midnight = Date.UTC(inYear, monthNumber - 1, dayOfMonth);
  const made = new Date(midnight);
  const isReal = made.getUTCDate() === dayOfMonth && made.getUTCMonth() === monthNumber - 1;
  return isReal && midnight <= today.midnight ? day(midnight) : undefined;
}

/** The nearest such day that has come; the 29th of February may be years ago. */
export function lastDate(today: Today, dayOfMonth: number, monthNumber: number): Span | undefined {
  for (let back = 0; back <= 4; back++) {
    const found = date(today, dayOfMonth, monthNumber, yearOf(today) - back);
    if (found) return found;
  }
  return undefined;
}

/** The nearest such day of a month that has come; not every month has a 31st. */
export function lastDayOfMonth(today: Today, dayOfMonth: number): Span | undefined {
  const { from } = monthsBack(today, 0);
  const first = new Date(from);
  for (let back = 0; back <= 2; back++) {
    const of = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - back, 1));
    const found = date(today, dayOfMonth, of.getUTCMonth() + 1, of.getUTCFullYear());
    if (found) return found;
  }
  return undefined;
}

/** The first days of the lunar years, by Vietnam's calendar. */
const NEW_YEARS = [
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
].map((text) => Date.parse(text));

/** The last Tết that has come; undefined beyond the years that are listed. */
export function lastNewYear({ midnight }: Today): Span | undefined {
  const from = NEW_YEARS.findLast((each) => each <= midnight);
  return from !== undefined && midnight - from < 390 * DAY ? day(from, 3) : undefined;
}
