import { VIETNAM_OFFSET_MS, wallClock } from '../vietnam-time';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** A day of Vietnam's calendar, counted from 1970-01-01, a Thursday. */
export type Day = number;

/** Which days differ from Monday to Friday; dates as `YYYY-MM-DD`. */
export interface DaysOff {
  /** Statutory holidays, Labour Code 2019 (45/2019/QH14), Art. 112, as they fall, weekends included. */
  holidays: readonly string[];
  /** Days off by decision for that year: swapped, or given on top. */
  off: readonly string[];
  /** Days worked by decision though they are days off: the other half of a swap. */
  working: readonly string[];
}

/** Which days are worked. */
export interface WorkingCalendar {
  isWorking(day: Day): boolean;
  /** The working day that comes so many working days after the given day, which itself does not count. */
  after(day: Day, count: number): Day;
  /** The same backwards. */
  before(day: Day, count: number): Day;
  /** Working days after `from`, up to and including `to`; negative when `to` lies before. */
  between(from: Day, to: Day): number;
  /** The last year of which holidays are known. */
  lastYear: number;
}

/**
 * Offices work Monday to Friday. A holiday that falls on a Saturday or Sunday is made up for on the next working day
 * (Labour Code 2019, Art. 111, clause 3); what staff enter for a year (`off`, `working`) has the last word.
 */
export function workingCalendar({ holidays, off, working }: DaysOff): WorkingCalendar {
  const free = new Set(holidays.map(dayOf));
  const worked = new Set(working.map(dayOf));
  const isFree = (day: Day): boolean => free.has(day) || isWeekend(day);
  for (const day of [...free].sort((a, b) => a - b)) if (isWeekend(day)) free.add(nextOf(day, isFree));
  for (const date of off) free.add(dayOf(date));

  const isWorking = (day: Day): boolean => worked.has(day) || !isFree(day);
  const step = (from: Day, count: number, way: 1 | -1): Day => {
    let day = from;
    for (let left = count; left > 0;) if (isWorking((day += way))) left--;
    return day;
  };
  const count = (from: Day, to: Day): number => {
    let days = 0;
    for (let day = from + 1; day <= to; day++) if (isWorking(day)) days++;
    return days;
  };
  return {
    isWorking,
    after: (day, days) => step(day, days, 1),
    before: (day, days) => step(day, days, -1),
    between: (from, to) => (to < from ? -count(to, from) : count(from, to)),
    lastYear: Math.max(...holidays.map((date) => Number(date.slice(0, 4)))),
  };
}

function nextOf(day: Day, isFree: (day: Day) => boolean): Day {
  let next = day + 1;
  while (isFree(next)) next++;
  return next;
}

const isWeekend = (day: Day): boolean => [0, 6].includes((day + 4) % 7);

const dayOf = (date: string): Day => Date.parse(date) / DAY_MS;

/** What to tell the operator when the table of holidays does not reach a year ahead; undefined when it does. */
export function calendarWarning({ lastYear }: WorkingCalendar, now: Date): string | undefined {
  const needed = wallClock(now).getUTCFullYear() + 1;
  if (lastYear >= needed) return undefined;
  return (
    `content/holidays.yaml: mới có ngày lễ đến hết năm ${lastYear}, hạn xử lý tính sang năm ${lastYear + 1} sẽ sai. ` +
    `Hãy chạy "npx hotline holidays --year ${lastYear + 1}" rồi chép kết quả vào tệp này.`
  );
}

/** The day it is in Vietnam at that moment. */
export const dayAt = (moment: Date): Day => Math.floor(wallClock(moment).getTime() / DAY_MS);

/** That hour of the day, by Vietnam's clock. */
export const momentOf = (day: Day, hour: number): Date =>
  new Date(day * DAY_MS - VIETNAM_OFFSET_MS + hour * HOUR_MS);
