import { wallClock } from '../../hotline/vietnam-time';

/** As people here write it: `17:00 ngày 14/12/2026`. */
export function spokenDate(date: Date): string {
  const [, year, month, day, time] =
    /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(wallClock(date).toISOString()) ?? [];
  return `${time} ngày ${day}/${month}/${year}`;
}
